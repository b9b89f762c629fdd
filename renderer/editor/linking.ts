// The text's side of the link, and what else follows from its state: all after the keystroke is on the screen.
import { TextSelection } from "prosemirror-state"
import type { EditorView } from "prosemirror-view"
import { lineRuns } from "../../shared/document/anchormap.ts"
import type { EditingPage } from "../document/editing.ts"
import { countWork, suspectGlyphs, type WorkKind } from "../document/worklist.ts"
import { type Caret, type Link, noCaret } from "../state/link.ts"
import { outlineOf } from "../state/outline.ts"
import type { Work } from "../state/work.ts"
import { caretOf, positionOf } from "./caret.ts"

/** Milliseconds after the last change until the outline and the counts are made anew. */
const rest = 150

/** Keeps the link in step with the page, until the returned function is called. */
export function followPage(view: EditorView, page: EditingPage, link: Link, work: Work): () => void {
  let fromScan = false
  let caretTimer: ReturnType<typeof setTimeout> | undefined
  let restTimer: ReturnType<typeof setTimeout> | undefined
  const tellCaret = () => {
    const caret = { ...caretOf(page), reveal: !fromScan }
    fromScan = false
    // Typing seldom leads to another glyph: then the scan need not draw anything.
    if (!sameCaret(caret, link.caret.get())) link.caret.set(caret)
  }
  const tellRest = () => {
    link.outline.set(outlineOf(page.state.doc, suspectGlyphs(page.state)))
    const count = (kind: WorkKind) => countWork(page.state, kind)
    work.set({ conflicts: count("conflict"), suspects: count("suspect"), seams: count("seam") })
  }
  const stops = [
    page.listen((state, before) => {
      // Before the first caret was told, it may be set where it is already.
      const untold = link.caret.get() === noCaret
      if (untold || state.doc !== before.doc || !state.selection.eq(before.selection)) {
        clearTimeout(caretTimer)
        caretTimer = setTimeout(tellCaret, 0)
      }
      if (state.doc === before.doc) return
      clearTimeout(restTimer)
      restTimer = setTimeout(tellRest, rest)
    }),
    link.onSeek((place) => {
      const pos = positionOf(page, place)
      if (pos === null) return
      fromScan = true
      page.dispatch(page.state.tr.setSelection(TextSelection.create(page.state.doc, pos)).scrollIntoView())
      view.focus()
      clearTimeout(caretTimer)
      tellCaret()
    }),
    link.hover.subscribe(() => showHover(view, page, link)),
  ]
  tellRest()
  return () => {
    for (const stop of stops) stop()
    clearTimeout(caretTimer)
    clearTimeout(restTimer)
    showHover(view, page, null)
  }
}

const sameCaret = (a: Caret, b: Caret): boolean =>
  a.line === b.line &&
  a.glyph === b.glyph &&
  a.article === b.article &&
  a.inTray === b.inTray &&
  a.block.length === b.block.length &&
  a.block.every((line, index) => line === b.block[index])

/** Marks the text of the line under the pointer on the scan, without touching the document's elements. */
function showHover(view: EditorView, page: EditingPage, link: Link | null): void {
  if (!("highlights" in CSS)) return
  CSS.highlights.delete("hovered-line")
  const hover = link?.hover.get()
  if (hover?.from !== "scan") return
  const runs = lineRuns(page.state.doc).get(hover.line) ?? []
  const ranges = runs.map(({ pos, text }) => {
    const range = new Range()
    const [start, end] = [view.domAtPos(pos, 1), view.domAtPos(pos + text.length, -1)]
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    return range
  })
  CSS.highlights.set("hovered-line", new Highlight(...ranges))
}
