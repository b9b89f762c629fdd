// The blocks of a page's document as commands see them: textblocks in articles and scraps in the tray.
import type { Node } from "prosemirror-model"
import type { EditorState } from "prosemirror-state"
import { type BlockType, blockTypes } from "../../shared/document/schema.ts"

export interface Block {
  node: Node
  /** Position before the block. */
  pos: number
  /** Number of its article, from 0; null in the tray. */
  article: number | null
}

/** An article, or the tray at the end. */
export interface Part {
  node: Node
  pos: number
}

export const partsOf = (doc: Node): Part[] => {
  const parts: Part[] = []
  doc.forEach((node, pos) => void parts.push({ node, pos }))
  return parts
}

/** The blocks that the selection touches. One that it only reaches the beginning of does not count. */
export function selectedBlocks({ doc, selection }: EditorState): Block[] {
  const { from, to } = selection
  const blocks: Block[] = []
  partsOf(doc).forEach(({ node: part, pos: start }, index) => {
    part.forEach((node, offset) => {
      const pos = start + 1 + offset
      const touched = pos < to && pos + node.nodeSize > from
      const caret = from === to && from > pos && from < pos + node.nodeSize
      const onlyReached = from !== to && to === pos + 1 && from < pos
      if ((touched || caret) && !onlyReached)
        blocks.push({ node, pos, article: part.type.name === "article" ? index : null })
    })
  })
  return blocks
}

export const typeOf = (node: Node): BlockType | null => blockTypes.find((type) => type === node.type.name) ?? null

/** What a scrap becomes in an article: what it looks like, where that is a block of an article. */
export function typeForScrap(scrap: Node): BlockType {
  const { role, likely } = scrap.attrs as { role: string; likely: string | null }
  return blockTypes.find((type) => type === likely || type === role) ?? "paragraph"
}
