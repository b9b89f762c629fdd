// What the caret is in: its tag and its article, both to be chosen here, and what will be read out of it.

import type { EditorState } from "prosemirror-state"
import { useEffect, useState } from "react"
import { type BlockType, blockTypes } from "../../shared/document/schema.ts"
import { splitCaption } from "../../shared/text/captions.ts"
import { bylineNames } from "../../shared/text/senders.ts"
import { selectedBlocks, typeOf } from "../document/blocks.ts"
import type { EditingPage } from "../document/editing.ts"
import { moveTo } from "../document/move.ts"
import { scrapRoles, setRole, tagBlocks } from "../document/tag.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { JumpLink } from "./jumplink.tsx"

interface Props {
  page: EditingPage
  focus: () => void
}

export function BlockBar({ page, focus }: Props) {
  const { words } = useWords()
  const state = useLaterState(page)
  const blocks = selectedBlocks(state)
  const first = blocks[0]
  const values = new Set(blocks.map((block) => typeOf(block.node) ?? String(block.node.attrs.role)))
  const value = values.size === 1 ? ([...values][0] as string) : ""
  const tag = (chosen: string) => {
    const role = scrapRoles.find((one) => one === chosen)
    page.run(role ? setRole(role) : tagBlocks(chosen as BlockType))
    focus()
  }
  const known = value === "" || value in words.block || scrapRoles.some((role) => role === value)
  return (
    <fieldset className="block-bar" aria-label={words.editor.block}>
      <label>
        <span className="unseen">{words.editor.tag}</span>
        <select data-choose="tag" value={value} onChange={(event) => tag(event.target.value)}>
          {value === "" && <option value="">{words.editor.several}</option>}
          {!known && <option value={value}>{words.scrap[value] ?? value}</option>}
          {blockTypes.map((type) => (
            <option key={type} value={type}>
              {words.block[type]}
            </option>
          ))}
          <hr />
          {scrapRoles.map((role) => (
            <option key={role} value={role}>
              {words.scrap[role]}
            </option>
          ))}
        </select>
      </label>
      <ArticleChoice
        value={first?.article === undefined ? "" : (first.article ?? "tray")}
        choose={(target) => {
          page.run(moveTo(target))
          focus()
        }}
      />
      <Derived type={value} text={first?.node.textContent ?? ""} />
      <JumpLink pageId={page.pageId} articleId={idOf(state, first?.article ?? null)} />
    </fieldset>
  )
}

const idOf = ({ doc }: EditorState, article: number | null): string | null =>
  article === null ? null : String(doc.child(article).attrs.id)

/** The page's state, a moment after it changed: what was typed is on the screen first. */
function useLaterState(page: EditingPage): EditorState {
  const [state, setState] = useState(page.state)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = page.listen(() => {
      clearTimeout(timer)
      timer = setTimeout(() => setState(page.state), 50)
    })
    setState(page.state)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [page])
  return state
}

function ArticleChoice({ value, choose }: { value: number | "tray" | ""; choose: (to: number | "tray") => void }) {
  const { link } = useSession()
  const { words } = useWords()
  const articles = useStore(link.outline, (now) => now.articles)
  return (
    <label>
      <span className="unseen">{words.editor.article}</span>
      <select
        data-choose="article"
        value={value}
        onChange={({ target }) => choose(target.value === "tray" ? "tray" : Number(target.value))}
      >
        {articles.map((article, index) => (
          <option key={article.id || index} value={index}>
            {index + 1}　{article.headline ?? words.untitled}
          </option>
        ))}
        <option value="tray">{words.tray}</option>
      </select>
    </label>
  )
}

/** Names and credits are not typed anywhere: they are read out of the printed text. */
function Derived({ type, text }: { type: string; text: string }) {
  const { words } = useWords()
  const read = type === "byline" ? names(text) : type === "caption" ? splitCaption(text).credit : null
  if (!read) return null
  return (
    <span className="derived">
      {words.editor.readAs}
      {words.colon}
      <b lang="zh">{read}</b>
    </span>
  )
}

const names = (text: string): string =>
  bylineNames(text)
    .map(({ role, name }) => (role ? `${role} ${name}` : name))
    .join(" · ")
