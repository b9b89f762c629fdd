// The seams inside what a person decided, and how the ledger tells of them.
import { type DecidedBlock, type Decisions, linesOfSeam, seamId } from "../model/decisions.ts"
import type { LineId } from "../model/recognition.ts"
import type { SeamDecision, SeamProposal } from "../model/seam.ts"

export interface DecidedSeam {
  after: LineId
  before: LineId
  decision: SeamDecision
  /** Whether the lines are in different blocks, where there need be no proposal. */
  apart: boolean
}

export function decidedSeams({ articles, tray }: Decisions): DecidedSeam[] {
  const decided = articles.flatMap((article) => ("blocks" in article ? seamsIn(article.blocks, false) : []))
  return [...decided, ...seamsIn(tray ?? [], true)]
}

function seamsIn(blocks: readonly DecidedBlock[], inTray: boolean): DecidedSeam[] {
  const seams: DecidedSeam[] = []
  let above: { block: DecidedBlock; line: LineId } | null = null
  for (const block of blocks)
    block.pieces.forEach((piece, i) => {
      if ("typed" in piece) return
      const last = block.pieces[i - 1]
      if (last && "read" in last && last.line !== piece.line) {
        const decision = last.join === "break" ? "paragraph" : last.join
        seams.push({ after: last.line, before: piece.line, decision, apart: false })
      }
      if (above && above.block !== block && above.line !== piece.line)
        seams.push({
          after: above.line,
          before: piece.line,
          decision: between(above.block, block, inTray),
          apart: true,
        })
      above = { block, line: piece.line }
    })
  return seams
}

function between(above: DecidedBlock, below: DecidedBlock, inTray: boolean): SeamDecision {
  if (inTray) return "stop"
  return above.role === "heading" || below.role === "heading" ? "heading" : "paragraph"
}

const isApart = (decision: SeamDecision): boolean =>
  decision === "paragraph" || decision === "heading" || decision === "stop"

/** Where a person confirmed a proposal or decided otherwise, the ledger says so. */
export function overrule(
  seams: readonly SeamProposal[],
  decided: readonly DecidedSeam[],
  confirmed: Record<string, SeamDecision>,
): SeamProposal[] {
  const byPerson = new Map<string, SeamDecision>()
  const proposed = new Map(seams.map((seam) => [seamId(seam.after, seam.before), seam]))
  for (const { after, before, decision, apart } of decided) {
    const rules = proposed.get(seamId(after, before))?.decision
    const same = rules && (rules === decision || (isApart(rules) && isApart(decision)))
    if (rules ? !same : !apart) byPerson.set(seamId(after, before), decision)
  }
  for (const [id, decision] of Object.entries(confirmed)) byPerson.set(id, decision)
  const said = [...byPerson].map(([id, decision]): SeamProposal => {
    const [after, before] = linesOfSeam(id)
    return { after, before, kind: proposed.get(id)?.kind ?? "line", decision, confidence: 1, reasons: ["person"] }
  })
  const sayings = new Map(said.map((seam) => [seamId(seam.after, seam.before), seam]))
  const kept = seams.map((seam) => sayings.get(seamId(seam.after, seam.before)) ?? seam)
  return [...kept, ...said.filter((seam) => !proposed.has(seamId(seam.after, seam.before)))]
}
