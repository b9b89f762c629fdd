// The view of the page's text. It shows the state of the page it was made for and sends every transaction there; nothing
// is done to it while an input method composes.
import { redo, undo } from "prosemirror-history"
import { TextSelection } from "prosemirror-state"
import { EditorView } from "prosemirror-view"
import type { EditingPage } from "../document/editing.ts"
import { fitPasted, slicePlainText } from "../document/paste.ts"
import { revealCaret } from "./reveal.ts"

export interface ViewEvents {
  /** A key was pressed; true where it was a command of the page. */
  key(event: KeyboardEvent): boolean
  /** An input method begins or ends composing. */
  compose(composing: boolean): void
  blur(): void
  /** The pointer is over text that was read from this line. */
  hover(line: string | null): void
  /** A block's label was pressed. */
  label(block: HTMLElement): void
  /** The tray's title was pressed. */
  tray(): void
}

/** Pixels from a block's left edge that its label takes, and from the tray's top that its title takes. */
const labelWidth = 72
const titleHeight = 32

export function makeView(place: HTMLElement, page: EditingPage, events: ViewEvents): EditorView {
  const history = (event: InputEvent): boolean => {
    const command = { historyUndo: undo, historyRedo: redo }[event.inputType as "historyUndo"]
    if (!command) return false
    event.preventDefault()
    page.run(command)
    return true
  }
  return new EditorView(place, {
    state: page.state,
    dispatchTransaction: page.dispatch,
    attributes: {
      lang: "zh",
      spellcheck: "false",
      autocapitalize: "off",
      autocorrect: "off",
      role: "textbox",
      "aria-multiline": "true",
      tabindex: "0",
      "data-pane-focus": "",
    },
    handleScrollToSelection: revealCaret,
    // Commands come before the view's own keys: it would swallow Ctrl+Z, Ctrl+Y, Ctrl+B and Ctrl+I.
    handleKeyDown: (_view, event) => events.key(event),
    transformPasted: (slice, view) => fitPasted(slice, page.state.doc, view.state.selection.$from, page.lines),
    clipboardTextParser: (text) => slicePlainText(text),
    handleDOMEvents: {
      compositionstart: () => events.compose(true),
      compositionend: () => events.compose(false),
      blur: () => events.blur(),
      beforeinput: (_view, event) => history(event),
      // Dragging text about is more often a slip than a wish; blocks are moved by commands.
      dragstart: (_view, event) => {
        event.preventDefault()
        return true
      },
      pointerover: (_view, event) =>
        events.hover((event.target as Element).closest<HTMLElement>("[data-line]")?.dataset.line ?? null),
      pointerleave: () => events.hover(null),
      mousedown: (view, event) => {
        const block = (event.target as Element).closest<HTMLElement>("p[data-type], aside")
        if (!block || event.button !== 0) return false
        const { left, top } = block.getBoundingClientRect()
        const tray = block.matches("aside")
        if (tray ? event.clientY - top > titleHeight : event.clientX - left > labelWidth) return false
        event.preventDefault()
        if (tray) events.tray()
        else {
          const start = TextSelection.near(view.state.doc.resolve(view.posAtDOM(block, 0)))
          view.dispatch(view.state.tr.setSelection(start))
          events.label(block)
        }
        return true
      },
    },
  })
}
