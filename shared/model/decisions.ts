// What a person decided about a page, in terms of its printed lines, so that it outlives the reading it was decided on.
// Who works on an article makes it theirs: its blocks, their roles and order, which lines are in them, how these are
// joined, and what was corrected or typed. What nobody touched is left to the rules.
import type { Setting } from "../text/edit.ts"
import type { LineId } from "./recognition.ts"
import type { Role } from "./region.ts"
import type { SeamDecision } from "./seam.ts"

/** Code points `from` to `to` of a line as read: the whole line, or a part where print or a person cut it. */
export interface Span {
  line: LineId
  from: number
  to: number
}

/** How a stretch of a line meets the next one in its block; `break` keeps paragraphs of a notice apart. */
export type Joining = "join" | "join-space" | "drop-hyphen" | "break"

/** A stretch of a line as a person left it. `read` is what it said as read, cleaned and joined; `text` what it says now. */
export interface DecidedStretch extends Span {
  join: Joining
  /** How it was cleaned, which what it has become since does not change. */
  setting: Setting
  read: string
  text: string
}

/** Text that stands on no printed line. */
export interface TypedText {
  typed: string
}

export interface DecidedBlock {
  /** A paragraph is `body`. */
  role: Role
  /** For what is in the tray: what it looks like. */
  likely: Role | null
  pieces: (DecidedStretch | TypedText)[]
}

/** An article of the page in its place: decided, or left to the rules, and then known by its lines. */
export type PlacedArticle = { id: string; blocks: DecidedBlock[] } | { id: string; lines: LineId[] }

export interface Decisions {
  /** All articles in order; empty where nothing was decided about any. */
  articles: PlacedArticle[]
  /** What belongs to no article; null where nothing was decided about that. */
  tray: DecidedBlock[] | null
  /** Lines whose text is all gone. */
  removed: LineId[]
  /** Seams that were confirmed, by id. */
  confirmed: Record<string, SeamDecision>
}

export const noDecisions: Decisions = { articles: [], tray: null, removed: [], confirmed: {} }

export const seamId = (after: LineId, before: LineId): string => `${after}:${before}`

/** The two lines of a seam. */
export function linesOfSeam(id: string): [after: LineId, before: LineId] {
  const at = id.indexOf(":")
  return [id.slice(0, at), id.slice(at + 1)]
}
