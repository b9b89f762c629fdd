// Brings the caret into sight: above the tray, which lies over the end of the text, and also while the focus is elsewhere, as
// in the find bar, when the view itself would not scroll.
import type { EditorView } from "prosemirror-view"

/** Pixels that stay free above and below the caret. */
const room = 80

export function revealCaret(view: EditorView): boolean {
  const scroll = view.dom.parentElement
  const tray = view.dom.querySelector("aside")
  if (!scroll || !tray) return false
  const { $head, head } = view.state.selection
  const caret = view.coordsAtPos(head)
  if ($head.depth > 0 && $head.node(1).type.name === "tray") {
    const { top, bottom } = tray.getBoundingClientRect()
    if (caret.top < top + room / 2) tray.scrollTop += caret.top - top - room / 2
    else if (caret.bottom > bottom) tray.scrollTop += caret.bottom - bottom + room / 4
    return true
  }
  const { top } = scroll.getBoundingClientRect()
  const bottom = tray.getBoundingClientRect().top
  if (caret.top < top + room / 2) scroll.scrollTop += caret.top - top - room
  else if (caret.bottom > bottom - room / 4) scroll.scrollTop += caret.bottom - bottom + room
  return true
}
