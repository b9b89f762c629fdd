// The link between text and scan. The text says where its caret is; the scan says which glyph was clicked; either says
// which printed line the pointer is over. Each pane draws its own side of what the other says.
import type { LineId } from "../../shared/model/recognition.ts"
import { emptyOutline, type Outline } from "./outline.ts"
import { makeStore, type Store } from "./store.ts"

/** Where the caret is, in terms of the print. */
export interface Caret {
  /** The printed line the caret is in; null in text that was typed. */
  line: LineId | null
  /** Number of the glyph that the caret stands before, or after at the end of its run; null where none was read. */
  glyph: number | null
  /** All printed lines of the caret's block, or of all blocks that are selected. */
  block: readonly LineId[]
  /** Number of the caret's article, from 0; null in the tray and before there is a caret. */
  article: number | null
  /** Whether the caret is in the tray. */
  inTray: boolean
  /** Whether the scan should bring the line into view: false when the scan itself put the caret there. */
  reveal: boolean
}

export const noCaret: Caret = { line: null, glyph: null, block: [], article: null, inTray: false, reveal: false }

export interface Place {
  line: LineId
  /** Null: the beginning of the line. */
  glyph: number | null
}

export interface Link {
  caret: Store<Caret>
  /** The printed line under the pointer, in whichever pane it is. */
  hover: Store<{ line: LineId; from: "text" | "scan" } | null>
  /** Which article each printed line belongs to, kept in step with the text. */
  outline: Store<Outline>
  /** Asks the text to put its caret at a glyph and to take the focus. */
  seek(place: Place): void
  /** The text listens here. */
  onSeek(listener: (place: Place) => void): () => void
  /** Forgets everything: another page was opened. */
  clear(): void
}

export function makeLink(): Link {
  const caret = makeStore<Caret>(noCaret)
  const hover = makeStore<{ line: LineId; from: "text" | "scan" } | null>(null)
  const outline = makeStore<Outline>(emptyOutline)
  const listeners = new Set<(place: Place) => void>()
  return {
    caret,
    hover,
    outline,
    seek: (place) => {
      for (const listener of listeners) listener(place)
    },
    onSeek: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear: () => {
      caret.set(noCaret)
      hover.set(null)
      outline.set(emptyOutline)
    },
  }
}
