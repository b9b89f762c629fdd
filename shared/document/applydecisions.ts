// What a person decided laid over what the rules proposed: decided articles stand as they were left, the rules keep the
// others, and a line that nobody knew goes beside its neighbour.
import { type Decisions, linesOfSeam } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import type { SeamDecision, SeamProposal } from "../model/seam.ts"
import { decidedSeams, overrule } from "./decidedseams.ts"
import type { PlacedOutline } from "./outline.ts"
import { placeArticles } from "./placearticles.ts"
import type { Proposed } from "./propose.ts"

/** Decided about what is not on this page. */
export interface Unapplied {
  lines: LineId[]
  /** Ids of confirmed seams. */
  seams: string[]
}

export interface Applied {
  outline: PlacedOutline
  seams: SeamProposal[]
  confirmed: Record<string, SeamDecision>
  unapplied: Unapplied
}

export function applyDecisions(proposed: Proposed, decisions: Decisions, lines: ReadonlyMap<LineId, Line>): Applied {
  const isHere = (id: string) => linesOfSeam(id).every((line) => lines.has(line))
  const confirmed = Object.entries(decisions.confirmed)
  const here = Object.fromEntries(confirmed.filter(([id]) => isHere(id)))
  const decidedLines = [
    ...decisions.articles.flatMap((one) => ("blocks" in one ? one.blocks : [])),
    ...(decisions.tray ?? []),
  ]
    .flatMap(({ pieces }) => pieces)
    .flatMap((piece) => ("typed" in piece ? [] : [piece.line]))
  return {
    outline: placeArticles(proposed.outline, decisions, lines),
    seams: overrule(proposed.seams, decidedSeams(decisions), here),
    confirmed: here,
    unapplied: {
      lines: [...new Set([...decidedLines, ...decisions.removed])].filter((line) => !lines.has(line)),
      seams: confirmed.map(([id]) => id).filter((id) => !isHere(id)),
    },
  }
}
