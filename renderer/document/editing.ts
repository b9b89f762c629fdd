// An open page as it is being edited: its document with all that belongs to it, in one state that outlives the view. The
// view, the commands and the saver all go through `dispatch`.
import { collab } from "prosemirror-collab"
import { baseKeymap, chainCommands } from "prosemirror-commands"
import { history } from "prosemirror-history"
import { keymap } from "prosemirror-keymap"
import type { Node } from "prosemirror-model"
import { search } from "prosemirror-search"
import { type Command, EditorState, type Plugin, type Transaction } from "prosemirror-state"
import type { Conflict } from "../../shared/document/render.ts"
import type { Line, LineId, Recognition } from "../../shared/model/recognition.ts"
import type { Ledger } from "../../shared/model/seam.ts"
import { home } from "./home.ts"
import { selectMore, splitBlock } from "./join.ts"
import { type Worth, worklist } from "./worklist.ts"

export interface EditingPage {
  pageId: string
  documentId: string
  recognition: Recognition
  lines: ReadonlyMap<LineId, Line>
  readonly state: EditorState
  dispatch(tr: Transaction): void
  /** Runs a command; says whether it could. */
  run(command: Command): boolean
  /** Hears every new state, with the one before it. */
  listen(listener: (state: EditorState, before: EditorState) => void): () => void
}

/** Backspace at the beginning of an article and Delete at its end do nothing: merging articles is a command of its own. */
const atStart: Command = ({ selection: { $from, empty } }) => empty && $from.parentOffset === 0
const atEnd: Command = ({ selection: { $from, empty } }) => empty && $from.parentOffset === $from.parent.content.size

/** The keys of writing. Everything else a person can do is a command of the page. */
const writing = keymap({
  ...baseKeymap,
  Enter: splitBlock,
  "Shift-Enter": splitBlock,
  Backspace: chainCommands(baseKeymap.Backspace as Command, atStart),
  Delete: chainCommands(baseKeymap.Delete as Command, atEnd),
  "Mod-a": selectMore,
})

function documentPlugins(clientId: string, worth: Worth): Plugin[] {
  return [collab({ clientID: clientId }), history(), writing, search(), home(), worklist(worth)]
}

interface Opened {
  pageId: string
  documentId: string
  doc: Node
  recognition: Recognition
  ledger: Ledger
  conflicts: readonly Conflict[]
}

export function makeEditing({ doc, ledger, conflicts, recognition, ...ids }: Opened, clientId: string): EditingPage {
  const lines = new Map(recognition.lines.map((line) => [line.id, line]))
  let state = EditorState.create({ doc, plugins: documentPlugins(clientId, { lines, seams: ledger.seams, conflicts }) })
  const listeners = new Set<(state: EditorState, before: EditorState) => void>()
  const dispatch = (tr: Transaction) => {
    const before = state
    state = state.apply(tr)
    for (const listener of listeners) listener(state, before)
  }
  return {
    ...ids,
    recognition,
    lines,
    get state() {
      return state
    },
    dispatch,
    run: (command) => command(state, dispatch),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
