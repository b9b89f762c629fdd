// The files of an import, each with its state and, where it failed, the reason.
import { useVirtualizer } from "@tanstack/react-virtual"
import { useRef } from "react"
import type { ImportItem } from "../../shared/contract.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { reasonText } from "../ui/failuretext.ts"
import { readingText } from "../ui/timeleft.ts"

/** Of more rows than this only those in sight are drawn, and what failed comes first. */
const many = 200

/** Pixels, as in queue.css. */
const rowHeight = 36

/** A long list begins with what failed, then what is being worked on. */
export function urgentFirst(items: readonly ImportItem[], limit = many): readonly ImportItem[] {
  if (items.length <= limit) return items
  const rank = ({ state }: ImportItem) => (state === "failed" ? 0 : state === "working" ? 1 : 2)
  return [...items].sort((a, b) => rank(a) - rank(b))
}

interface Props {
  importId: string
  items: readonly ImportItem[]
}

export function Items({ importId, items }: Props) {
  if (items.length > many) return <LongItems importId={importId} items={urgentFirst(items)} />
  return (
    <ul className="items">
      {items.map((item) => (
        <ItemRow key={item.id} importId={importId} item={item} />
      ))}
    </ul>
  )
}

function LongItems({ importId, items }: Props) {
  const { words } = useWords()
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: so that it can be scrolled from the keyboard
    <section className="items long" ref={scroll} tabIndex={0} aria-label={words.queueing.items}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index]
          return item && <ItemRow key={item.id} importId={importId} item={item} top={start} />
        })}
      </ul>
    </section>
  )
}

function ItemRow({ importId, item, top }: { importId: string; item: ImportItem; top?: number }) {
  const { words, language } = useWords()
  const { imports } = useSession()
  const reading = useStore(imports.readings, (now) => (item.state === "working" ? now[item.id] : undefined))
  const why = item.error ? reasonText(item.error, language) : reading && readingText(reading, words)
  return (
    <li
      className="item"
      data-state={item.state}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
    >
      <span className="item-state">{words.item[item.state]}</span>
      <span className="item-name" title={item.name}>
        {item.name}
      </span>
      <span className="item-why" title={why ?? undefined}>
        {why}
      </span>
      <ItemAction importId={importId} item={item} />
    </li>
  )
}

function ItemAction({ importId, item }: { importId: string; item: ImportItem }) {
  const { routes, imports, notices } = useSession()
  const { words } = useWords()
  const { pageId, name, state } = item
  if (pageId)
    return (
      <button
        type="button"
        className="quiet"
        aria-label={`${words.openPage} ${name}`}
        onClick={() => routes.go({ view: "page", pageId, articleId: null })}
      >
        {words.openPage}
      </button>
    )
  if (state !== "failed" && state !== "cancelled") return null
  return (
    <button
      type="button"
      className="quiet"
      aria-label={words.queueing.retryOf(name)}
      onClick={() => notices.watch(imports.resume(importId, item.id))}
    >
      {words.queueing.retry}
    </button>
  )
}
