// From arranged regions to the page's document, and the ledger of all that was proposed on the way. Pure: the same
// recognition always gives the same document.
import type { Node } from "prosemirror-model"
import type { Arrangement } from "../layout/arrangement.ts"
import type { Line, LineId, Recognition } from "../model/recognition.ts"
import type { Region } from "../model/region.ts"
import type { Ledger, SeamProposal } from "../model/seam.ts"
import { type BodyLine, decideSeams } from "../seams/decide.ts"
import { joinLines } from "../seams/join.ts"
import { composeBody } from "./body.ts"
import type { Draft } from "./draft.ts"
import { rankOf } from "./order.ts"
import { joinedBy, textNodes } from "./pieces.ts"
import { type BlockType, schema } from "./schema.ts"

export interface Composed {
  doc: Node
  ledger: Ledger
}

export function compose(recognition: Recognition, { regions, evidence }: Arrangement): Composed {
  const draft: Draft = {
    lines: new Map(recognition.lines.map((line) => [line.id, line])),
    ledger: { seams: [], edits: [] },
  }
  const count = Math.max(0, ...regions.map((region) => (region.article ?? -1) + 1))
  const articles: Node[] = []
  for (let k = 0; k < count; k++) {
    const blocks = regions
      .filter((region) => region.article === k)
      .flatMap((region) => blocksOf(region, draft, evidence))
    if (blocks.length) articles.push(schema.node("article", { id: `a${articles.length + 1}` }, inOrder(blocks)))
  }
  if (!articles.length) articles.push(schema.node("article", { id: "a1" }, [schema.node("paragraph")]))
  const scraps = regions.filter((region) => region.article === null).map((region) => scrap(region, draft, evidence))
  const doc = schema.node("doc", null, [...articles, schema.node("tray", null, scraps)])
  doc.check()
  return { doc, ledger: draft.ledger }
}

/** Fields before the text, captions and jump after it, each as they come; tail bylines join the bylines. */
const inOrder = (blocks: Node[]): Node[] =>
  blocks.toSorted((a, b) => rankOf(a.type.name as BlockType) - rankOf(b.type.name as BlockType))

const linesOf = (region: Region, draft: Draft): Line[] =>
  region.lines.flatMap((id) => {
    const line = draft.lines.get(id)
    return line ? [line] : []
  })

/** Seams between lines of one field: they belong together by their place, whatever their words. */
function fieldSeams(lines: Line[], draft: Draft): Map<LineId, SeamProposal> {
  const seams = new Map<LineId, SeamProposal>()
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1] as Line, lines[i] as Line]
    const join = joinLines(a.text, b.text)
    const seam: SeamProposal = {
      after: a.id,
      before: b.id,
      kind: "line",
      decision: join.decision,
      confidence: join.confidence * 0.97,
      reasons: join.reasons,
    }
    seams.set(a.id, seam)
    draft.ledger.seams.push(seam)
  }
  return seams
}

function blocksOf(region: Region, draft: Draft, evidence: Arrangement["evidence"]): Node[] {
  const lines = linesOf(region, draft)
  if (!lines.length) return []
  if (region.role === "body") return composeBody(bodyLines(lines, evidence), draft)
  const stretches = joinedBy(lines, fieldSeams(lines, draft))
  const running = region.role === "note" || (region.role === "caption" && lines.length > 1)
  return [schema.node(region.role, null, textNodes(stretches, running ? "running" : "display", draft.ledger.edits))]
}

const bodyLines = (lines: Line[], evidence: Arrangement["evidence"]): BodyLine[] =>
  lines.flatMap((line) => {
    const found = evidence.get(line.id)
    return found ? [{ id: line.id, evidence: found }] : []
  })

/** What belongs to no article. A notice keeps its paragraphs apart by line feeds. */
function scrap(region: Region, draft: Draft, evidence: Arrangement["evidence"]): Node {
  const lines = linesOf(region, draft)
  const attrs = { role: region.role, likely: region.likely ?? null }
  if (region.role !== "notice" || lines.length < 3)
    return schema.node(
      "scrap",
      attrs,
      textNodes(joinedBy(lines, fieldSeams(lines, draft)), "display", draft.ledger.edits),
    )
  const { seams } = decideSeams(bodyLines(lines, evidence))
  draft.ledger.seams.push(...seams)
  const byLine = new Map(seams.map((seam) => [seam.after, seam]))
  const stretches = joinedBy(lines, byLine).map((stretch) => {
    const decision = byLine.get(stretch.line.id)?.decision
    return decision === "paragraph" || decision === "heading" ? { ...stretch, join: "break" as const } : stretch
  })
  return schema.node("scrap", attrs, textNodes(stretches, "running", draft.ledger.edits))
}
