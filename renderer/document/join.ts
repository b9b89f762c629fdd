// Joining and splitting: blocks within an article, and articles themselves.
import type { Node } from "prosemirror-model"
import { type Command, Selection, TextSelection, type Transaction } from "prosemirror-state"
import { schema } from "../../shared/document/schema.ts"
import { joinLines } from "../../shared/seams/join.ts"
import { partsOf, selectedBlocks } from "./blocks.ts"

const spaces = /[\s\u3000]/u

/** Joins the two blocks that meet at `pos` as print is joined: with a space between Latin words, without a dropped hyphen. */
function joinAt(tr: Transaction, pos: number): void {
  const $at = tr.doc.resolve(pos)
  const [left, right] = [$at.nodeBefore, $at.nodeAfter]
  if (!left || !right) return
  if (!left.content.size) return void tr.delete(pos - left.nodeSize, pos)
  const [head, tail] = [left.textContent, right.textContent]
  const trailing = head.length - head.trimEnd().length
  const leading = tail.length - tail.trimStart().length
  const { decision } = joinLines(head, tail)
  const hyphen = decision === "drop-hyphen" ? 1 : 0
  tr.delete(pos + 1, pos + 1 + leading)
  tr.delete(pos - 1 - trailing - hyphen, pos - 1)
  const seam = pos - trailing - hyphen
  tr.join(seam)
  if (decision === "join-space" && head.trim() && tail.trim()) tr.insertText(" ", seam - 1)
}

/** Joins the selected blocks into one; a single one with the one before it. */
export const joinBlocks: Command = (state, dispatch) => {
  const blocks = selectedBlocks(state)
  const first = blocks[0]
  if (!first || blocks.some((block) => block.article !== first.article)) return false
  const alone = blocks.length === 1
  const seams = alone ? [first.pos] : blocks.slice(1).map((block) => block.pos)
  if (alone && !state.doc.resolve(first.pos).nodeBefore) return false
  if (!dispatch) return true
  const tr = state.tr
  for (const pos of seams.toReversed()) joinAt(tr, pos)
  dispatch(tr.scrollIntoView())
  return true
}

/** Enter: a new block after the caret. Spaces at the cut go; what ends a field is followed by a paragraph. */
export const splitBlock: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if (!$from.parent.isTextblock || !$to.parent.isTextblock) return false
  if ($from.depth !== 2 || $from.node(1) !== $to.node(1)) return false
  if (!dispatch) return true
  const tr = state.tr
  if (!state.selection.empty) tr.deleteSelection()
  const $cut = tr.selection.$from
  const block = $cut.parent
  const [left, right] = [
    block.textBetween(0, $cut.parentOffset),
    block.textBetween($cut.parentOffset, block.content.size),
  ]
  const trailing = left.length - trimmedEnd(left).length
  const leading = right.length - trimmedStart(right).length
  tr.delete($cut.pos - trailing, $cut.pos + leading)
  const at = $cut.pos - trailing
  const scrap = block.type.name === "scrap"
  const [atStart, atEnd] = [!trimmedEnd(left), !trimmedStart(right)]
  const after = atEnd && !scrap ? { type: schema.nodes.paragraph } : { type: block.type, attrs: block.attrs }
  tr.split(at, 1, [after as { type: Node["type"] }])
  if (atStart && !atEnd && !scrap) tr.setNodeMarkup(at - 1, schema.nodes.paragraph)
  dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + 2))).scrollIntoView())
  return true
}

function trimmedEnd(text: string): string {
  let end = text.length
  while (end > 0 && spaces.test(text[end - 1] ?? "")) end--
  return text.slice(0, end)
}

function trimmedStart(text: string): string {
  let start = 0
  while (start < text.length && spaces.test(text[start] ?? "")) start++
  return text.slice(start)
}

/** Merges the article of the caret with the one before it. */
export const mergeArticles: Command = (state, dispatch) => {
  const article = selectedBlocks(state)[0]?.article
  const part = article ? partsOf(state.doc)[article] : undefined
  if (!part) return false
  dispatch?.(state.tr.join(part.pos).scrollIntoView())
  return true
}

/** An article id that the document does not use yet. */
function freshId(doc: Node): string {
  const numbers = partsOf(doc).map(({ node }) => Number(/^a(\d+)$/.exec(String(node.attrs.id ?? ""))?.[1] ?? 0))
  return `a${Math.max(0, ...numbers) + 1}`
}

/** Begins a new article with the first selected block. */
export const splitArticle: Command = (state, dispatch) => {
  const first = selectedBlocks(state)[0]
  if (!first || first.article === null || state.doc.resolve(first.pos).index() === 0) return false
  const parts = [{ type: schema.nodes.article, attrs: { id: freshId(state.doc) } }]
  dispatch?.(state.tr.split(first.pos, 1, parts as Parameters<Transaction["split"]>[2]).scrollIntoView())
  return true
}

/** Selects the block, then its article, then the page. */
export const selectMore: Command = (state, dispatch) => {
  const { $from, $to, from, to } = state.selection
  for (const depth of [2, 1]) {
    if ($from.depth < depth || $from.sharedDepth($to.pos) < depth) continue
    const inside =
      depth === 1
        ? TextSelection.between(state.doc.resolve($from.start(1)), state.doc.resolve($from.end(1)))
        : TextSelection.create(state.doc, $from.start(2), $from.end(2))
    if (inside.from === from && inside.to === to) continue
    dispatch?.(state.tr.setSelection(inside))
    return true
  }
  dispatch?.(
    state.tr.setSelection(TextSelection.between(state.doc.resolve(0), state.doc.resolve(state.doc.content.size))),
  )
  return true
}
