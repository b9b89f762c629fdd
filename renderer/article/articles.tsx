// The articles of the page, each block with its tag, and the tray under them.
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react"
import type { ShownArticle, ShownPage } from "../state/blocks.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { TaggedText } from "./block.tsx"
import { Tray } from "./tray.tsx"

interface Props {
  page: ShownPage
  /** The article to begin with, as a search hit names it. */
  articleId: string | null
  /** What is known of the page, always in sight above the text. */
  head: ReactNode
  /** What to say while there is no text. */
  children?: ReactNode
}

export function Articles({ page, articleId, head, children }: Props) {
  const { words } = useWords()
  const pane = useRef<HTMLElement>(null)
  const light = useLight(pane, page)
  const ready = page.articles.length > 0
  useEffect(() => {
    if (!articleId || !ready) return
    const article = pane.current?.querySelector(`[data-article="${CSS.escape(articleId)}"]`)
    article?.scrollIntoView({ block: "start" })
    article?.querySelector<HTMLElement>("[data-block]")?.focus({ preventScroll: true })
  }, [articleId, ready])
  return (
    <section
      className="articles"
      aria-label={words.articles}
      data-pane="articles"
      tabIndex={-1}
      ref={pane}
      {...light}
      onKeyDown={walkBlocks}
    >
      {head}
      <div className="articles-scroll">
        {children}
        {page.articles.map((article, index) => (
          <ArticleView key={article.id || index} article={article} index={index} />
        ))}
      </div>
      {ready && <Tray scraps={page.tray} />}
    </section>
  )
}

function ArticleView({ article, index }: { article: ShownArticle; index: number }) {
  const { words } = useWords()
  return (
    <article
      className={`article hue-${index % 8}`}
      data-article={article.id}
      aria-label={words.articleNumber(index + 1)}
    >
      <span className="article-number" aria-hidden="true">
        {index + 1}
      </span>
      {article.blocks.map((block, at) => (
        <TaggedText
          key={block.key}
          block={block}
          type={block.type}
          tag={words.block[block.type]}
          repeated={!block.first}
          reachable={index === 0 && at === 0}
        />
      ))}
    </article>
  )
}

/** The block an event happened in, and the printed line where it was on one. */
function placeOf(target: EventTarget): { block: string; line: string | null } | null {
  if (!(target instanceof Element)) return null
  const block = target.closest<HTMLElement>("[data-block]")?.dataset.block
  return block ? { block, line: target.closest<HTMLElement>("[data-line]")?.dataset.line ?? null } : null
}

/** Lights what the pointer or the focus is on, and brings into view what was clicked on the scan. */
function useLight(pane: React.RefObject<HTMLElement | null>, page: ShownPage) {
  const { lights } = useSession()
  const revealed = useStore(lights.store, (lit) => (lit.from === "scan" && lit.reveal ? lit.block : null))
  useEffect(() => {
    const block = revealed && pane.current?.querySelector<HTMLElement>(`[data-block="${revealed}"]`)
    if (!block) return
    const folded = block.closest("details")
    if (folded) folded.open = true
    block.scrollIntoView({ block: "center" })
    block.focus({ preventScroll: true })
  }, [revealed, pane])
  const light = (target: EventTarget, reveal: boolean) => {
    const place = placeOf(target)
    if (place) lights.light({ ...place, from: "text", reveal })
  }
  return {
    onPointerOver: (event: React.PointerEvent) => light(event.target, false),
    onPointerLeave: lights.clear,
    onClick: (event: React.MouseEvent) => light(event.target, true),
    onFocus: (event: React.FocusEvent) => {
      const place = placeOf(event.target)
      if (!place || lights.store.get().block === place.block) return
      lights.light({ block: place.block, line: page.lines.get(place.block)?.[0] ?? null, from: "text", reveal: true })
    },
  }
}

/** Up and down go from block to block; only the first is in the tab order. */
function walkBlocks(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const here = (event.target as HTMLElement).closest<HTMLElement>("[data-block]")
  if (!step || !here || event.altKey || event.ctrlKey || event.metaKey) return
  const all = event.currentTarget.querySelectorAll<HTMLElement>("[data-block]")
  const blocks = [...all].filter((block) => block.checkVisibility())
  const next = blocks[blocks.indexOf(here) + step]
  if (!next) return
  event.preventDefault()
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: "nearest" })
}
