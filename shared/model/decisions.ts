// What a person decided about a page, in terms of its printed lines, so that it outlives the reading it was decided on:
// seams, roles, and which text belongs together. Text that was corrected is none of it; merging keeps that.
import type { LineId } from "./recognition.ts"
import type { Role } from "./region.ts"
import type { SeamDecision } from "./seam.ts"

/** Code points `from` to `to` of a line as read: the whole line, or a part where print or a person cut it. */
export interface Span {
  line: LineId
  from: number
  to: number
}

/** What happens where one line follows another. */
export interface DecidedSeam {
  after: LineId
  before: LineId
  decision: SeamDecision
}

/** What a line, or a part of it, is. The parts of one line stand in the order of the document, each in a block of its own. */
export interface DecidedRole extends Span {
  role: Role
  /** For what is in the tray: what it looks like. */
  likely: Role | null
}

/** Text that belongs together, in reading order, and a line of what stands before it; null where it comes first. */
export interface DecidedPlace {
  follows: LineId | null
  spans: Span[]
}

export interface Decisions {
  seams: DecidedSeam[]
  roles: DecidedRole[]
  /** Whole articles. */
  articles: DecidedPlace[]
  /** What belongs to no article. */
  tray: DecidedPlace[]
}

export const noDecisions: Decisions = { seams: [], roles: [], articles: [], tray: [] }

export const seamId = (after: LineId, before: LineId): string => `${after}:${before}`
