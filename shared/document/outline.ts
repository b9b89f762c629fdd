// The build of a page without its words: articles, their blocks, and which stretch of which printed line each block
// takes. Rules propose one; what a person decided is laid over it; from that the document is made.
import type { DecidedStretch, Span, TypedText } from "../model/decisions.ts"
import type { Role } from "../model/region.ts"
import { type BlockType, blockTypes } from "./schema.ts"

export interface OutlineBlock<P = Span> {
  /** A paragraph is `body`. */
  role: Role
  likely: Role | null
  spans: P[]
}

export interface Outline {
  articles: OutlineBlock[][]
  tray: OutlineBlock[]
}

/** What a block is made of once decisions are laid over it. */
export type Piece = Span | DecidedStretch | TypedText

export interface PlacedOutline {
  articles: { id: string; blocks: OutlineBlock<Piece>[] }[]
  tray: OutlineBlock<Piece>[]
}

/** What a block of an article is called; what has a role of the tray becomes what it looks like. */
export const typeOfRole = (role: Role, likely: Role | null = null): BlockType =>
  blockTypes.find((type) => type === role) ?? blockTypes.find((type) => type === likely) ?? "paragraph"
