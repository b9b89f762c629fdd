// Two lines of one paragraph where they meet, and what a rule says of it.
import type { SeamDecision } from "../../model/seam.ts"
import type { ReasonCode } from "../reasons.ts"

export interface Join {
  decision: Extract<SeamDecision, "join" | "join-space" | "drop-hyphen">
  /** How sure the manner of joining is, given that the lines are joined. */
  confidence: number
  reasons: ReasonCode[]
}

/** The end of one line and the beginning of the next, white space off. */
export interface Meeting {
  left: string
  right: string
  /** The run of characters without Han and white space that the left line ends with, and that the right one begins with. */
  head: string
  tail: string
}

/** Null where the rule has nothing to say. */
export type JoinRule = (meeting: Meeting) => Join | null

const foreign = String.raw`[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘…]`
const headPattern = new RegExp(`${foreign}*$`, "u")
const tailPattern = new RegExp(`^${foreign}*`, "u")

export function meet(a: string, b: string): Meeting {
  const [left, right] = [a.trimEnd(), b.trimStart()]
  return { left, right, head: headPattern.exec(left)?.[0] ?? "", tail: tailPattern.exec(right)?.[0] ?? "" }
}

export const joined = (reason: ReasonCode | null, confidence = 0.99): Join => ({
  decision: "join",
  confidence,
  reasons: reason ? [reason] : [],
})

export const spaced = (confidence: number): Join => ({
  decision: "join-space",
  confidence,
  reasons: ["latin-space"],
})
