// The life of the view: made for a page, fed with its states, taken down with its scroll remembered.
import { type EditorState, TextSelection } from "prosemirror-state"
import type { EditorView } from "prosemirror-view"
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react"
import { partsOf } from "../document/blocks.ts"
import type { EditingPage } from "../document/editing.ts"
import type { WorkedPage } from "../state/desk.ts"
import { useSession } from "../state/session.ts"
import { pressKey } from "../ui/keys.ts"
import { followPage } from "./linking.ts"
import { revealCaret } from "./reveal.ts"
import { makeView, type ViewEvents } from "./view.ts"

type Pressed = Pick<ViewEvents, "label" | "tray">

export function useView(
  place: RefObject<HTMLDivElement | null>,
  page: WorkedPage,
  articleId: string | null,
  pressed: Pressed,
): RefObject<EditorView | null> {
  const session = useSession()
  const view = useRef<EditorView | null>(null)
  const label = useEffectEvent(pressed.label)
  const tray = useEffectEvent(pressed.tray)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const { editing, saver } = page
    const { link, work, elsewhere } = session
    const made = makeView(element, editing, {
      key: (event) => pressKey(session, event),
      compose: (composing) => (composing ? saver.hold() : saver.release()),
      blur: () => void saver.flush(),
      hover: (line) => link.hover.set(line ? { line, from: "text" } : null),
      label: (block) => label(block),
      tray: () => tray(),
    })
    view.current = made
    element.scrollTop = page.scrolled
    const show = (state: EditorState, before: EditorState) => {
      made.updateState(state)
      if (!made.hasFocus() && !state.selection.eq(before.selection)) revealCaret(made)
    }
    const stops = [editing.listen(show), followPage(made, editing, link, work)]
    elsewhere.show(editing.pageId)
    return () => {
      page.scrolled = element.scrollTop
      for (const stop of stops) stop()
      saver.release()
      made.destroy()
      view.current = null
      link.clear()
      work.set(null)
      elsewhere.show(null)
    }
  }, [place, page, session])
  useEffect(() => {
    if (articleId && view.current) beginWith(page.editing, view.current, articleId)
  }, [page, articleId])
  return view
}

/** Puts the caret at the beginning of an article. */
function beginWith(page: EditingPage, view: EditorView, articleId: string): void {
  const article = partsOf(page.state.doc).find(({ node }) => node.attrs.id === articleId)
  if (!article) return
  page.dispatch(
    page.state.tr.setSelection(TextSelection.near(page.state.doc.resolve(article.pos + 2))).scrollIntoView(),
  )
  view.focus()
}
