// What a block is: its tag in an article, its role in the tray.
import type { Command, EditorState } from "prosemirror-state"
import type { BlockType } from "../../shared/document/schema.ts"
import { schema } from "../../shared/document/schema.ts"
import { selectedBlocks } from "./blocks.ts"
import { homeArticle } from "./home.ts"
import { moveBlocks, moveTo } from "./move.ts"

/** What a scrap can be in the tray. */
export const scrapRoles = ["notice", "masthead", "unplaced"] as const
export type ScrapRole = (typeof scrapRoles)[number]

/** Tags the selected blocks. A scrap that is tagged goes into the article that was worked on last. */
export const tagBlocks =
  (type: BlockType): Command =>
  (state, dispatch) => {
    const blocks = selectedBlocks(state)
    if (!blocks.length) return false
    if (blocks.every((block) => block.article === null)) return bringIn(state, type, dispatch)
    const inArticles = blocks.filter((block) => block.article !== null && block.node.type.name !== type)
    if (!inArticles.length) return false
    const tr = state.tr
    for (const { pos } of inArticles) tr.setNodeMarkup(pos, schema.nodes[type])
    dispatch?.(tr.scrollIntoView())
    return true
  }

function bringIn(state: EditorState, type: BlockType, dispatch: Parameters<Command>[1]): boolean {
  const tr = moveBlocks(state, selectedBlocks(state), { target: homeArticle(state), among: "last", type })
  if (tr) dispatch?.(tr)
  return tr !== null
}

/** Says what scraps are; blocks of an article are taken out of it. */
export const setRole =
  (role: ScrapRole): Command =>
  (state, dispatch, view) => {
    const blocks = selectedBlocks(state)
    if (!blocks.length) return false
    if (blocks.some((block) => block.article !== null)) return moveTo("tray", role)(state, dispatch, view)
    const tr = state.tr
    for (const { pos, node } of blocks) tr.setNodeMarkup(pos, null, { ...node.attrs, role })
    dispatch?.(tr)
    return true
  }
