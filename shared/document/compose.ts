// From arranged regions to the page's document, and the ledger of all that was proposed on the way. Pure: the same
// recognition, with the same decisions, always gives the same document.
import type { Node } from "prosemirror-model"
import type { Arrangement } from "../layout/arrangement.ts"
import { type Decisions, noDecisions } from "../model/decisions.ts"
import type { Recognition } from "../model/recognition.ts"
import type { Ledger } from "../model/seam.ts"
import { applyDecisions, type Unapplied } from "./applydecisions.ts"
import { propose } from "./propose.ts"
import { type Conflict, render } from "./render.ts"

export interface Composed {
  doc: Node
  ledger: Ledger
}

export interface Recomposed extends Composed {
  conflicts: Conflict[]
  unapplied: Unapplied
}

/**
 * The rules propose, what a person decided overrules them, and only then is there text. With the decisions of a document
 * the same recognition gives that document again, to the letter.
 */
export function compose(
  recognition: Recognition,
  arrangement: Arrangement,
  decisions: Decisions = noDecisions,
): Recomposed {
  const lines = new Map(recognition.lines.map((line) => [line.id, line]))
  const { outline, seams, confirmed, unapplied } = applyDecisions(propose(lines, arrangement), decisions, lines)
  const { doc, edits, conflicts } = render(outline, seams, lines, confirmed)
  return { doc, ledger: { seams, edits }, conflicts, unapplied }
}
