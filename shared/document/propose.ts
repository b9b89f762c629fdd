// The outline that the rules propose for an arranged page, and the seams they judged on the way.
import type { Arrangement } from "../layout/arrangement.ts"
import type { Line, LineId } from "../model/recognition.ts"
import type { Region } from "../model/region.ts"
import type { SeamProposal } from "../model/seam.ts"
import { type BodyLine, decideSeams } from "../seams/decide.ts"
import { joinLines } from "../seams/join.ts"
import { composeBody, type Part } from "./body.ts"
import type { Draft } from "./draft.ts"
import { rankOf } from "./order.ts"
import { type Outline, type OutlineBlock, typeOfRole } from "./outline.ts"
import { wholeLine } from "./pieces.ts"

export interface Proposed {
  outline: Outline
  seams: SeamProposal[]
}

export function propose(lines: ReadonlyMap<LineId, Line>, { regions, evidence }: Arrangement): Proposed {
  const draft: Draft = { lines, seams: [] }
  const count = Math.max(0, ...regions.map((region) => (region.article ?? -1) + 1))
  const articles: OutlineBlock[][] = []
  for (let k = 0; k < count; k++) {
    const blocks = regions
      .filter((region) => region.article === k)
      .flatMap((region) => blocksOf(region, draft, evidence))
    if (blocks.length) articles.push(inOrder(blocks))
  }
  const tray = regions.filter((region) => region.article === null).map((region) => scrap(region, draft, evidence))
  return { outline: { articles, tray }, seams: draft.seams }
}

/** Fields before the text, captions and jump after it, each as they come; tail bylines join the bylines. */
const inOrder = (blocks: OutlineBlock[]): OutlineBlock[] =>
  blocks.toSorted((a, b) => rankOf(typeOfRole(a.role)) - rankOf(typeOfRole(b.role)))

const linesOf = (region: Region, draft: Draft): Line[] =>
  region.lines.flatMap((id) => {
    const line = draft.lines.get(id)
    return line ? [line] : []
  })

const blockOf = ({ type, stretches }: Part): OutlineBlock => ({
  role: type === "paragraph" ? "body" : type,
  likely: null,
  spans: stretches.map(({ line, from, to }) => ({ line: line.id, from, to })),
})

const wholeRegion = (region: Region, lines: Line[]): OutlineBlock => ({
  role: region.role,
  likely: region.likely ?? null,
  spans: lines.map(wholeLine).map(({ line, from, to }) => ({ line: line.id, from, to })),
})

/** Seams between lines of one field: they belong together by their place, whatever their words. */
function fieldSeams(lines: Line[], draft: Draft): void {
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1] as Line, lines[i] as Line]
    const join = joinLines(a.text, b.text)
    draft.seams.push({
      after: a.id,
      before: b.id,
      kind: "line",
      decision: join.decision,
      confidence: join.confidence * 0.97,
      reasons: join.reasons,
    })
  }
}

function blocksOf(region: Region, draft: Draft, evidence: Arrangement["evidence"]): OutlineBlock[] {
  const lines = linesOf(region, draft)
  if (!lines.length) return []
  if (region.role === "body") return composeBody(bodyLines(lines, evidence), draft).map(blockOf)
  fieldSeams(lines, draft)
  return [wholeRegion(region, lines)]
}

const bodyLines = (lines: Line[], evidence: Arrangement["evidence"]): BodyLine[] =>
  lines.flatMap((line) => {
    const found = evidence.get(line.id)
    return found ? [{ id: line.id, evidence: found }] : []
  })

/** What belongs to no article. A notice is running text, with paragraphs of its own. */
function scrap(region: Region, draft: Draft, evidence: Arrangement["evidence"]): OutlineBlock {
  const lines = linesOf(region, draft)
  if (region.role === "notice" && lines.length >= 3) draft.seams.push(...decideSeams(bodyLines(lines, evidence)).seams)
  else fieldSeams(lines, draft)
  return wholeRegion(region, lines)
}
