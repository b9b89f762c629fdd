// A seam is a place where print cut the text. Rules propose what to do there; a person decides in the document.
import type { ReasonCode } from "../seams/reasons.ts"
import type { LineId } from "./recognition.ts"

export type SeamKind = "line" | "column" | "page"
export type SeamDecision = "join" | "join-space" | "drop-hyphen" | "paragraph" | "heading" | "stop"

/** What the rules propose between two printed lines. `confidence` is 0 to 1, that the decision is right. */
export interface SeamProposal {
  after: LineId
  before: LineId
  kind: SeamKind
  decision: SeamDecision
  confidence: number
  reasons: ReasonCode[]
}

/** A change the text rules made inside one printed line; offsets count code points of the line's text as read. */
export interface LineEdit {
  line: LineId
  from: number
  to: number
  insert: string
  rule: string
}

/** All that was proposed when a document was composed. What was decided is read from the document. */
export interface Ledger {
  seams: SeamProposal[]
  edits: LineEdit[]
}
