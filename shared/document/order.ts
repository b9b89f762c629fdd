// The order of the blocks of an article: fields, text, captions, jump.
import type { Node } from "prosemirror-model"
import type { BlockType } from "./schema.ts"

const head: BlockType[] = ["column", "kicker", "headline", "subheadline", "byline", "dateline"]

/** Blocks of a lower rank stand before those of a higher one. */
export function rankOf(type: BlockType): number {
  const index = head.indexOf(type)
  if (index >= 0) return index
  return type === "caption" ? 20 : type === "jump" ? 21 : 10
}

/** Where a block of this type is put into an article, as an offset into it: before or after the others of its rank. */
export function placeIn(article: Node, type: BlockType, among: "first" | "last"): number {
  const rank = rankOf(type)
  let place = 0
  article.forEach((block, offset) => {
    const other = rankOf(block.type.name as BlockType)
    if (other < rank || (among === "last" && other === rank)) place = offset + block.nodeSize
  })
  return place
}
