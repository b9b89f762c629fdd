// One proposal for every seam of a body: whether a paragraph ends there, how lines are joined, how sure that is, why.
import type { LineId } from "../model/recognition.ts"
import type { SeamDecision, SeamProposal } from "../model/seam.ts"
import { openBrackets, sentenceEnd } from "../text/han.ts"
import type { LineEvidence } from "./evidence.ts"
import { joinLines } from "./join.ts"
import { judge, type LineState } from "./model.ts"
import type { ReasonCode } from "./reasons.ts"

export interface BodyLine {
  id: LineId
  evidence: LineEvidence
}

const ends = (state: LineState | undefined): boolean => state === "last" || state === "only" || state === "alone"

/** Reasons that the shapes of two lines give for or against a break between them. */
function shapeReasons(a: LineEvidence, b: LineEvidence): ReasonCode[] {
  const reasons: ReasonCode[] = []
  const short = a.edges ? a.edges.slack > 1.2 : a.em < a.measure - 1.5
  reasons.push(short ? "line-short" : "line-full")
  if (b.edges) reasons.push(b.edges.indent > 1.2 && b.edges.indent < 2.8 ? "next-indented" : "next-flush")
  else if (Math.abs(b.em - (b.measure - 2)) < 1) reasons.push("next-may-indent")
  const ended = sentenceEnd.test(a.text)
  reasons.push(ended ? "sentence-ended" : "sentence-open")
  if (ended && !short) reasons.push("full-unsure")
  if (openBrackets(a.text).length) reasons.push("bracket-open")
  if (b.newColumn) reasons.push("next-column")
  if (b.gap === "apart") reasons.push("shape-between")
  return reasons
}

function decisionAt(before: LineState | undefined, after: LineState | undefined): SeamDecision {
  return before === "alone" || after === "alone" ? "heading" : "paragraph"
}

/** Proposals between each line of a body and the next, and which lines are section headings. */
export function decideSeams(lines: BodyLine[]): { seams: SeamProposal[]; headings: Set<LineId> } {
  const rows = lines.filter((line) => !line.evidence.row)
  const { path, breaks } = judge(rows.map((line) => line.evidence))
  const seams: SeamProposal[] = []
  const headings = new Set<LineId>()
  let k = -1
  lines.forEach((line, i) => {
    const previous = lines[i - 1]
    if (!line.evidence.row) k++
    if (path[k] === "alone") headings.add(line.id)
    if (!previous) return
    if (line.evidence.row) seams.push(sameRow(previous, line))
    else seams.push(proposal(previous, rows[k - 1] as BodyLine, line, path[k - 1], path[k], breaks[k - 1] ?? 0))
  })
  return { seams, headings }
}

/** A space in a heading that means something is where it was cut. */
const cutAt = /[，、：]$/u

/**
 * Whether two lines that stand alone are one heading: too long for one line together, and about as long as one another;
 * or one that ends with a comma, or in the middle of a word.
 */
function oneHeading(a: LineEvidence, b: LineEvidence): boolean {
  if (Math.abs(a.size - b.size) > 0.08 || b.newColumn) return false
  if (cutAt.test(a.text) || openBrackets(a.text).length || b.word > 1.2) return true
  // Headings are set larger than the text, and not to the column's edges.
  return a.em + b.em > 0.75 * a.measure && Math.abs(a.em - b.em) <= 2.5
}

const sameRow = (a: BodyLine, b: BodyLine): SeamProposal => ({
  after: a.id,
  before: b.id,
  kind: "line",
  decision: "join",
  confidence: 0.97,
  reasons: ["same-row"],
})

/** What to do between line `a` (whose row begins with `row`) and line `b`. */
function proposal(
  a: BodyLine,
  row: BodyLine,
  b: BodyLine,
  before: LineState | undefined,
  after: LineState | undefined,
  chance: number,
): SeamProposal {
  const shape = shapeReasons(row.evidence, b.evidence)
  const place = { after: a.id, before: b.id, kind: b.evidence.newColumn ? ("column" as const) : ("line" as const) }
  if (before === "alone" && after === "alone" && oneHeading(row.evidence, b.evidence)) {
    const join = joinLines(row.evidence.text, b.evidence.text)
    return { ...place, decision: join.decision, confidence: 0.6, reasons: ["heading", ...join.reasons] }
  }
  if (ends(before)) {
    const decision = decisionAt(before, after)
    const reasons: ReasonCode[] = decision === "heading" ? ["heading", ...shape] : shape
    // Nothing tells two headings from one of two lines for sure.
    const sure = before === "alone" && after === "alone" ? 0.7 * chance : chance
    return { ...place, decision, confidence: sure * b.evidence.follows, reasons }
  }
  const join = joinLines(row.evidence.text, b.evidence.text)
  const reasons = [...new Set([...join.reasons, ...shape])]
  return { ...place, decision: join.decision, confidence: (1 - chance) * join.confidence * b.evidence.follows, reasons }
}
