// What a person decided laid over what the rules proposed: lines are cut and named as decided, put where they belong,
// and joined or parted. Lines that nobody decided about stay with their neighbours.
import type { DecidedSeam, Decisions } from "../model/decisions.ts"
import { seamId } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import type { SeamDecision, SeamProposal } from "../model/seam.ts"
import { type Atom, cutAtoms } from "./atoms.ts"
import type { OutlineBlock } from "./outline.ts"
import { placeAtoms } from "./placeatoms.ts"
import type { Proposed } from "./propose.ts"

export interface Applied extends Proposed {
  /** The decided seams as they came to be, by id. */
  confirmed: Record<string, SeamDecision>
  /** Decided seams whose lines are no neighbours. */
  unapplied: DecidedSeam[]
}

export function applyDecisions(proposed: Proposed, decisions: Decisions, lines: ReadonlyMap<LineId, Line>): Applied {
  const { seams, roles, articles, tray } = decisions
  if (!seams.length && !roles.length && !articles.length && !tray.length)
    return { ...proposed, confirmed: {}, unapplied: [] }
  const placed = placeAtoms(cutAtoms(proposed.outline, decisions, lines), decisions)
  const joining = makeJoining(decisions, lines)
  const outline = {
    articles: placed.articles.map((atoms) => blocksOf(atoms, joining, false)).filter((blocks) => blocks.length),
    tray: blocksOf(placed.tray, joining, true),
  }
  return {
    outline,
    seams: overruled(proposed.seams, joining.applied),
    confirmed: Object.fromEntries(joining.applied.map((one) => [seamId(one.after, one.before), one.decision])),
    unapplied: seams.filter((seam) => !joining.used.has(seam)),
  }
}

interface Joining {
  lines: ReadonlyMap<LineId, Line>
  /** Decided seams by id, one for each time that the two lines meet; and the lines that anything was decided about. */
  seams: ReadonlyMap<string, DecidedSeam[]>
  known: ReadonlySet<LineId>
  applied: DecidedSeam[]
  used: Set<DecidedSeam>
}

function makeJoining({ seams, roles, articles, tray }: Decisions, lines: ReadonlyMap<LineId, Line>): Joining {
  const known = new Set([
    ...seams.flatMap(({ after, before }) => [after, before]),
    ...[...roles, ...articles.flatMap(({ spans }) => spans), ...tray.flatMap(({ spans }) => spans)].map(
      ({ line }) => line,
    ),
  ])
  return {
    lines,
    seams: Map.groupBy(seams, (seam) => seamId(seam.after, seam.before)),
    known,
    applied: [],
    used: new Set(),
  }
}

/** Lines found anew between two that a seam was decided for, at most. */
const mostBetween = 3

/** What was decided about the seam before atom `i`; lines nobody knew may have come between its two. */
function decidedBefore(atoms: readonly Atom[], i: number, joining: Joining): DecidedSeam | null {
  const after = atoms[i - 1]
  const before = atoms[i]
  if (!after || !before) return null
  for (let k = i - 1; k >= Math.max(0, i - 1 - mostBetween); k--) {
    const one = atoms[k] as Atom
    const seams = joining.seams.get(seamId(one.line, before.line))
    const seam = seams?.find((other) => !joining.used.has(other)) ?? seams?.at(-1)
    if (seam) {
      joining.used.add(seam)
      const hyphen = /-\s*$/u.test(joining.lines.get(after.line)?.text ?? "")
      const decision = seam.decision === "drop-hyphen" && !hyphen ? "join" : seam.decision
      return { after: after.line, before: before.line, decision }
    }
    if (joining.known.has(one.line)) return null
  }
  return null
}

const parts = (decision: SeamDecision, inTray: boolean): boolean =>
  decision === "stop" || (!inTray && (decision === "paragraph" || decision === "heading"))

/** Whether a block ends between two neighbours that nobody decided about. */
const apart = (a: Atom, b: Atom): boolean =>
  a.block !== b.block || b.index !== a.index + 1 || a.role !== b.role || a.likely !== b.likely

function blocksOf(atoms: readonly Atom[], joining: Joining, inTray: boolean): OutlineBlock[] {
  const blocks: Atom[][] = []
  for (const [i, atom] of atoms.entries()) {
    const last = atoms[i - 1]
    const decided = last && last.line !== atom.line ? decidedBefore(atoms, i, joining) : null
    if (decided) joining.applied.push(decided)
    const begins = decided ? parts(decided.decision, inTray) : !last || last.line === atom.line || apart(last, atom)
    if (begins) blocks.push([atom])
    else blocks.at(-1)?.push(atom)
  }
  return blocks.map((block) => {
    const { role, likely } = block.find((atom) => atom.decided) ?? (block[0] as Atom)
    return { role, likely, spans: block.map(({ line, from, to }) => ({ line, from, to })) }
  })
}

/** The ledger says of a decided seam that a person decided it. */
function overruled(seams: readonly SeamProposal[], decided: readonly DecidedSeam[]): SeamProposal[] {
  const byId = new Map(decided.map((one) => [seamId(one.after, one.before), one]))
  const known = new Map(seams.map((seam) => [seamId(seam.after, seam.before), seam]))
  const proposal = (one: DecidedSeam): SeamProposal => ({
    ...one,
    kind: known.get(seamId(one.after, one.before))?.kind ?? "line",
    confidence: 1,
    reasons: ["person"],
  })
  const kept = seams.map((seam) => {
    const one = byId.get(seamId(seam.after, seam.before))
    return one ? proposal(one) : seam
  })
  return [...kept, ...decided.filter((one) => !known.has(seamId(one.after, one.before))).map(proposal)]
}
