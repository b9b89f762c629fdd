// A region is a run of lines, in reading order, with one role in one article (or in none).
import type { Box } from "../geometry/box.ts"
import type { LineId } from "./recognition.ts"

export const roles = [
  "masthead",
  "column",
  "kicker",
  "headline",
  "subheadline",
  "byline",
  "dateline",
  "body",
  "heading",
  "note",
  "caption",
  "jump",
  "notice",
  "unplaced",
] as const

export type Role = (typeof roles)[number]

export interface Region {
  role: Role
  lines: LineId[]
  /** Number of the article on this page, counted from 0; null for what belongs to none. */
  article: number | null
  box: Box | null
  /** For `unplaced`: what the region looks like. */
  likely?: Role
}
