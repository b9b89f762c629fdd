// Moving blocks: within their article, between articles, into the tray and out of it. One transaction each, so that one
// undo takes it back; runs keep their marks, so that every character stays linked to its pixels.
import type { Node } from "prosemirror-model"
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state"
import { placeIn } from "../../shared/document/order.ts"
import { type BlockType, schema } from "../../shared/document/schema.ts"
import { type Block, partsOf, selectedBlocks, typeForScrap, typeOf } from "./blocks.ts"

/** Number of an article, or the tray. */
export type Target = number | "tray"

/** `node` as a block of an article. */
const asBlock = (node: Node, type: BlockType): Node => schema.node(type, null, node.content)

/** `node` as a scrap; what it was stays known as what it looks like. */
function asScrap(node: Node, role: string): Node {
  const type = typeOf(node)
  if (!type) return schema.node("scrap", { ...node.attrs, role }, node.content)
  const likely = role === "unplaced" ? (type === "paragraph" ? "body" : type) : null
  return schema.node("scrap", { role, likely }, node.content)
}

/** Takes blocks, neighbours in one part, out of `tr`. An article left empty goes with them, unless it is the only one. */
function takeOut(tr: Transaction, blocks: readonly Block[]): void {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return
  const $at = tr.doc.resolve(first.pos)
  const part = $at.parent
  const whole = part.type.name === "article" && part.childCount === blocks.length
  if (!whole) tr.delete(first.pos, last.pos + last.node.nodeSize)
  else if (tr.doc.childCount > 2) tr.delete($at.before(), $at.after())
  else tr.replaceWith($at.start(), $at.end(), schema.node("paragraph"))
}

/** Puts the selection where it was in the first of the moved blocks. */
function follow(tr: Transaction, state: EditorState, from: Block, to: number): void {
  const { anchor, head } = state.selection
  const inside = (pos: number) => Math.max(1, Math.min(pos - from.pos, from.node.nodeSize - 1))
  tr.setSelection(TextSelection.create(tr.doc, to + inside(anchor), to + inside(head))).scrollIntoView()
}

interface Move {
  target: Target
  among: "first" | "last"
  /** For the tray: what the scraps are. */
  role?: string
  /** For an article: what the blocks become; left out, what they are or look like. */
  type?: BlockType
}

/** Moves neighbouring blocks of one part into another part. */
export function moveBlocks(state: EditorState, blocks: readonly Block[], move: Move): Transaction | null {
  const first = blocks[0]
  if (!first) return null
  const source = first.article ?? "tray"
  if (source === move.target || blocks.some((block) => (block.article ?? "tray") !== source)) return null
  const tr = state.tr
  const before = tr.doc.childCount
  takeOut(tr, blocks)
  const gone = tr.doc.childCount < before && typeof source === "number"
  const shifted = (target: number) => (gone && source < target ? target - 1 : target)
  const part = () => partsOf(tr.doc).at(typeof move.target === "number" ? shifted(move.target) : -1)
  let firstAt = 0
  const ordered = move.among === "first" ? blocks.toReversed() : blocks
  for (const block of ordered) {
    const into = part()
    if (!into) return null
    const type = move.type ?? typeOf(block.node) ?? typeForScrap(block.node)
    const node = move.target === "tray" ? asScrap(block.node, move.role ?? "unplaced") : asBlock(block.node, type)
    const offset =
      move.target === "tray"
        ? move.among === "first"
          ? 0
          : into.node.content.size
        : placeIn(into.node, type, move.among)
    const at = into.pos + 1 + offset
    tr.insert(at, node)
    if (block === first) firstAt = at
    else if (at <= firstAt) firstAt += node.nodeSize
  }
  follow(tr, state, first, firstAt)
  return tr
}

/** Moves the selected blocks to the previous or next article; after the last comes the tray. */
export const moveToNeighbour =
  (step: 1 | -1): Command =>
  (state, dispatch) => {
    const blocks = selectedBlocks(state)
    const from = blocks[0]?.article
    if (from === undefined) return false
    const articles = state.doc.childCount - 1
    const to = (from ?? articles) + step
    if (to < 0 || to > articles) return false
    const target = to === articles ? "tray" : to
    const tr = moveBlocks(state, blocks, { target, among: step > 0 ? "first" : "last" })
    if (tr) dispatch?.(tr)
    return tr !== null
  }

/** Moves the selected blocks to an article, or with a role to the tray. */
export const moveTo =
  (target: Target, role?: string): Command =>
  (state, dispatch) => {
    const blocks = selectedBlocks(state)
    const from = blocks[0]?.article ?? null
    const forward = target === "tray" || (from !== null && from < target)
    const tr = moveBlocks(state, blocks, { target, among: forward ? "first" : "last", ...(role && { role }) })
    if (tr) dispatch?.(tr)
    return tr !== null
  }

/** Moves the selected blocks past their neighbour in the same article or in the tray. */
export const moveWithin =
  (step: 1 | -1): Command =>
  (state, dispatch) => {
    const blocks = selectedBlocks(state)
    const [first, last] = [blocks[0], blocks.at(-1)]
    if (!first || !last || first.article !== last.article) return false
    const end = last.pos + last.node.nodeSize
    const other = step > 0 ? state.doc.resolve(end).nodeAfter : state.doc.resolve(first.pos).nodeBefore
    if (!other) return false
    if (!dispatch) return true
    const tr = state.tr
    const shift = step * other.nodeSize
    // The neighbour moves, the blocks stay: their marks, anchors and the selection in them are not touched.
    if (step > 0) tr.delete(end, end + other.nodeSize).insert(first.pos, other)
    else tr.delete(first.pos - other.nodeSize, first.pos).insert(end - other.nodeSize, other)
    const { anchor, head } = state.selection
    dispatch(tr.setSelection(TextSelection.create(tr.doc, anchor + shift, head + shift)).scrollIntoView())
    return true
  }
