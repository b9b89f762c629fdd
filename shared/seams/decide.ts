// One proposal for every seam of a body: whether a paragraph ends there, how lines are joined, how sure that is, why.
import type { LineId } from "../model/recognition.ts"
import type { SeamDecision, SeamProposal } from "../model/seam.ts"
import { openBrackets, sentenceEnd } from "../text/han.ts"
import { confidenceOf } from "./confidence.ts"
import type { LineEvidence } from "./evidence.ts"
import { joinLines } from "./join.ts"
import { judge, type LineState, type SeamChances } from "./model.ts"
import type { ReasonCode } from "./reasons.ts"
import { type SeamSigns, signsOf, type Verdict } from "./signs.ts"

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
  if (b.edges)
    reasons.push(b.edges.indent > 0.6 * b.setIn && b.edges.indent < b.setIn + 0.8 ? "next-indented" : "next-flush")
  else if (Math.abs(b.em - (b.measure - 2)) < 1) reasons.push("next-may-indent")
  const ended = sentenceEnd.test(a.text)
  reasons.push(ended ? "sentence-ended" : "sentence-open")
  if (ended && !short) reasons.push("full-unsure")
  if (openBrackets(a.text).length) reasons.push("bracket-open")
  if (Math.abs(b.size - a.size) > 0.12) reasons.push("size-changes")
  if (b.newColumn) reasons.push("next-column")
  if (b.gap === "apart") reasons.push("shape-between")
  return reasons
}

function decisionAt(before: LineState | undefined, after: LineState | undefined): SeamDecision {
  return before === "alone" || after === "alone" ? "heading" : "paragraph"
}

export interface Decisions {
  seams: SeamProposal[]
  headings: Set<LineId>
  /** What the confidence of each seam was made of, by the line before it. */
  signs: Map<LineId, SeamSigns>
}

/** Proposals between each line of a body and the next, and which lines are section headings. */
export function decideSeams(lines: BodyLine[]): Decisions {
  const rows = lines.filter((line) => !line.evidence.row)
  const { path, chances } = judge(rows.map((line) => line.evidence))
  const out: Decisions = { seams: [], headings: new Set(), signs: new Map() }
  let k = -1
  lines.forEach((line, i) => {
    const previous = lines[i - 1]
    if (!line.evidence.row) k++
    if (path[k] === "alone") out.headings.add(line.id)
    if (!previous) return
    const row = rows[line.evidence.row ? k : k - 1] as BodyLine
    const { what, odds, manner, decision, reasons } = line.evidence.row
      ? sameRow
      : propose(row.evidence, line.evidence, [path[k - 1], path[k]], chances[k - 1] as SeamChances)
    const outermost = i === 1 || i === lines.length - 1
    const signs = signsOf({ what, odds, manner, outermost }, row.evidence, line.evidence)
    const kind = line.evidence.newColumn ? "column" : "line"
    const confidence = confidenceOf(signs, line.evidence.edges ? "boxes" : "text")
    out.seams.push({ after: previous.id, before: line.id, kind, decision, confidence, reasons })
    out.signs.set(previous.id, signs)
  })
  return out
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
  if (!a.edges) return a.em + b.em > 0.75 * a.measure && Math.abs(a.em - b.em) <= 2.5
  // What is not set in the middle begins two characters in.
  const middle = Math.abs(a.edges.indent - a.edges.slack) < 1
  const room = a.measure / a.size - (middle ? 1 : 2.5)
  return a.em + b.em > room && (Math.abs(a.em - b.em) <= 2.5 || a.em > room - 2)
}

interface Proposal extends Omit<Verdict, "outermost"> {
  decision: SeamDecision
  reasons: ReasonCode[]
}

const sameRow: Proposal = { what: "row", decision: "join", reasons: ["same-row"], odds: 0, manner: 1 }

/** Log odds of some of the chances against the others. */
function oddsOf(chances: SeamChances, ...wanted: (keyof SeamChances)[]): number {
  const keys = Object.keys(chances) as (keyof SeamChances)[]
  const sum = (these: typeof keys) => these.reduce((all, key) => all + Math.exp(chances[key]), 1e-12)
  return Math.log(sum(wanted)) - Math.log(sum(keys.filter((key) => !wanted.includes(key))))
}

/** What to do between the row `a` and the line `b`, in these states. */
function propose(
  a: LineEvidence,
  b: LineEvidence,
  [before, after]: [LineState | undefined, LineState | undefined],
  chances: SeamChances,
): Proposal {
  const shape = shapeReasons(a, b)
  const join = joinLines(a.text, b.text)
  const bothAlone = before === "alone" && after === "alone"
  const { confidence: manner } = join
  if (bothAlone && oneHeading(a, b)) {
    const reasons: ReasonCode[] = ["heading", ...join.reasons]
    return { what: "oneHeading", decision: join.decision, reasons, odds: oddsOf(chances, "alone"), manner }
  }
  if (!ends(before)) {
    const reasons = [...new Set([...join.reasons, ...shape])]
    return { what: "join", decision: join.decision, reasons, odds: oddsOf(chances, "join"), manner }
  }
  if (decisionAt(before, after) === "paragraph")
    return { what: "paragraph", decision: "paragraph", reasons: shape, odds: oddsOf(chances, "paragraph"), manner: 1 }
  return {
    what: bothAlone ? "headings" : "heading",
    decision: "heading",
    reasons: ["heading", ...shape],
    odds: oddsOf(chances, "heading", "alone"),
    manner: 1,
  }
}
