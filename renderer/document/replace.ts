// Replacing what was found. What comes in has the mark of the first character it replaces, so that the link stays; and it
// is taken as it stands, where the search plugin's own replacing gives `$` a meaning.
import { findNext, getSearchState } from "prosemirror-search"
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state"
import { schema } from "../../shared/document/schema.ts"

function put(tr: Transaction, from: number, to: number, text: string): void {
  const marks = tr.doc.resolve(from).nodeAfter?.marks ?? []
  if (text) tr.replaceWith(from, to, schema.text(text, marks))
  else tr.delete(from, to)
}

/** Replaces the match that is selected and goes on to the next; where none is selected it only goes on. */
export const replaceNext =
  (text: string): Command =>
  (state, dispatch) => {
    const { from, to } = state.selection
    const query = getSearchState(state)?.query
    const match = query?.valid ? query.findNext(state, from, to) : null
    if (match?.from !== from || match.to !== to) return findNext(state, dispatch)
    if (!dispatch) return true
    const tr = state.tr
    put(tr, from, to, text)
    const end = from + text.length
    const next = query?.findNext(state, to) ?? query?.findNext(state, 0, from)
    const at = next ? tr.mapping.map(next.from, 1) : end
    tr.setSelection(TextSelection.create(tr.doc, next ? at : from, next ? at + next.to - next.from : end))
    dispatch(tr.scrollIntoView())
    return true
  }

const matches = (state: EditorState) => {
  const query = getSearchState(state)?.query
  const found: { from: number; to: number }[] = []
  for (let at = 0; query?.valid; ) {
    const match = query.findNext(state, at)
    if (!match) break
    found.push(match)
    at = match.to
  }
  return found
}

/** Replaces every match, to be undone at once. */
export const replaceAll =
  (text: string): Command =>
  (state, dispatch) => {
    const found = matches(state)
    const tr = state.tr
    for (const { from, to } of found.toReversed()) put(tr, from, to, text)
    if (found.length) dispatch?.(tr)
    return found.length > 0
  }
