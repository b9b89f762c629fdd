// Where a selection is in terms of the print, and back.
import { lineAnchors, lineOf, lineRuns } from "../../shared/document/anchormap.ts"
import type { LineId } from "../../shared/model/recognition.ts"
import { selectedBlocks } from "../document/blocks.ts"
import type { EditingPage } from "../document/editing.ts"
import type { Caret, Place } from "../state/link.ts"

/** The caret stands before the glyph of the character that follows it, or at the last glyph where its line ends. */
export function caretOf({ state, lines }: EditingPage): Omit<Caret, "reveal"> {
  const { $from } = state.selection
  const blocks = selectedBlocks(state)
  const ids = new Set<LineId>()
  for (const { node } of blocks)
    node.forEach((text) => {
      const id = lineOf(text)
      if (id) ids.add(id)
    })
  const text = $from.parent.isTextblock ? ($from.nodeAfter ?? $from.nodeBefore) : null
  const id = text && lineOf(text)
  const line = id ? lines.get(id) : undefined
  const anchors = line ? lineAnchors(state.doc, line) : []
  const near = anchors.findLast((one) => one.pos <= $from.pos) ?? anchors[0]
  const [first] = blocks
  const article = first?.article ?? null
  return {
    line: id,
    glyph: near?.glyph ?? null,
    block: [...ids],
    article,
    inTray: first !== undefined && article === null,
  }
}

/** The document position before the character of a glyph; null where nothing of its line is in the document. */
export function positionOf({ state, lines }: EditingPage, { line: id, glyph }: Place): number | null {
  const line = lines.get(id)
  const runs = lineRuns(state.doc).get(id)
  const first = runs?.[0]
  if (!line || !first) return null
  const anchors = lineAnchors(state.doc, line)
  if (glyph === null || !anchors.length) return first.pos
  const there = anchors.find((one) => one.glyph === glyph)
  if (there) return there.pos
  // That glyph was taken out: before the next one that is left, else after the last.
  const next = anchors.toSorted((a, b) => a.glyph - b.glyph).find((one) => one.glyph > glyph)
  const last = runs?.at(-1) ?? first
  return next?.pos ?? last.pos + last.text.length
}
