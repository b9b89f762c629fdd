// The article that was worked on last: what is brought in from the tray goes there.
import { type EditorState, Plugin, PluginKey } from "prosemirror-state"

const key = new PluginKey<string | null>("home")

/** Id of the article the selection is in; null in the tray. */
function articleId(state: EditorState): string | null {
  const { $head } = state.selection
  const part = $head.depth > 0 ? $head.node(1) : null
  return part?.type.name === "article" ? String(part.attrs.id) : null
}

export const home = (): Plugin<string | null> =>
  new Plugin<string | null>({
    key,
    state: {
      init: () => null,
      apply: (_tr, last, _before, state) => articleId(state) ?? last,
    },
  })

/** Number of the article worked on last, else of the last one. */
export function homeArticle(state: EditorState): number {
  const id = key.getState(state)
  let found = state.doc.childCount - 2
  state.doc.forEach((part, _offset, index) => {
    if (part.type.name === "article" && part.attrs.id === id) found = index
  })
  return found
}
