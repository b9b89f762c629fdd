// Find and replace on the page. Enter goes on, Shift+Enter back, Esc closes.
import { findNext, findPrev, getMatchHighlights, SearchQuery, setSearchState } from "prosemirror-search"
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from "react"
import type { EditingPage } from "../document/editing.ts"
import { replaceAll, replaceNext } from "../document/replace.ts"
import { useWords } from "../state/session.ts"
import { Icon } from "../ui/icon.tsx"

interface Props {
  page: EditingPage
  replacing: boolean
  close: () => void
}

export function FindBar({ page, replacing, close }: Props) {
  const { words } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const [wanted, setWanted] = useState(() => selectedText(page))
  const [instead, setInstead] = useState("")
  useEffect(() => field.current?.select(), [])
  useEffect(() => {
    page.dispatch(setSearchState(page.state.tr, new SearchQuery({ search: wanted, literal: true })))
  }, [page, wanted])
  useEffect(() => () => page.dispatch(setSearchState(page.state.tr, new SearchQuery({ search: "" }))), [page])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === "Escape") close()
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement)
      page.run(event.shiftKey ? findPrev : event.target === field.current ? findNext : replaceNext(instead))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search
      className="find-bar"
      aria-label={replacing ? words.command["edit.replace"] : words.command["edit.find"]}
      onKeyDown={press}
    >
      <input
        ref={field}
        value={wanted}
        aria-label={words.command["edit.find"]}
        placeholder={words.command["edit.find"]}
        onChange={(event) => setWanted(event.target.value)}
      />
      <Count page={page} />
      <button type="button" className="quiet" aria-label={words.editor.findPrevious} onClick={() => page.run(findPrev)}>
        <Icon name="left" />
      </button>
      <button type="button" className="quiet" aria-label={words.editor.findNext} onClick={() => page.run(findNext)}>
        <Icon name="right" />
      </button>
      {replacing && (
        <>
          <input
            value={instead}
            aria-label={words.editor.replaceWith}
            placeholder={words.editor.replaceWith}
            onChange={(event) => setInstead(event.target.value)}
          />
          <button type="button" onClick={() => page.run(replaceNext(instead))}>
            {words.command["edit.replace"]}
          </button>
          <button type="button" onClick={() => page.run(replaceAll(instead))}>
            {words.editor.replaceAll}
          </button>
        </>
      )}
      <button type="button" className="quiet" aria-label={words.editor.closeFind} onClick={close}>
        <Icon name="close" />
      </button>
    </search>
  )
}

function Count({ page }: { page: EditingPage }) {
  const { words } = useWords()
  const state = useSyncExternalStore(page.listen, () => page.state)
  const all = getMatchHighlights(state).find()
  const at = all.findIndex((match) => match.from === state.selection.from && match.to === state.selection.to)
  return (
    <span className="muted" role="status" data-matches={all.length}>
      {words.editor.matches(at + 1, all.length)}
    </span>
  )
}

const selectedText = ({ state: { doc, selection } }: EditingPage): string =>
  selection.$from.sameParent(selection.$to) ? doc.textBetween(selection.from, selection.to) : ""
