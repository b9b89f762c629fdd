// Proposed stretches of lines, cut where a person's stretches of the same lines begin and end.
import type { Span } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import type { OutlineBlock, Piece } from "./outline.ts"

/** Where a stretch stands in a decided article or the decided tray. */
export interface Home {
  container: OutlineBlock<Piece>[]
  block: OutlineBlock<Piece>
  piece: Span
}

export interface Atom extends Span {
  /** The block the rules put it into. */
  block: OutlineBlock
  /** Null where nobody decided about it. */
  home: Home | null
}

/** In the order of the proposal. Of a line that a person has part of, what is blank is left out. */
export function cutAtoms(
  proposed: readonly OutlineBlock[],
  homes: ReadonlyMap<LineId, readonly Home[]>,
  lines: ReadonlyMap<LineId, Line>,
): Atom[] {
  return proposed.flatMap((block) =>
    block.spans.flatMap((span): Atom[] => {
      const here = (homes.get(span.line) ?? []).filter(({ piece }) => overlap(piece, span) > 0)
      if (!here.length) return [{ ...span, block, home: null }]
      const free = here.reduce<Span[]>((left, { piece }) => left.flatMap((rest) => minus(rest, piece)), [span])
      const atoms = [
        ...here.map((home) => ({ ...home.piece, block, home })),
        ...free.filter((rest) => hasText(rest, lines)).map((rest) => ({ ...rest, block, home: null })),
      ]
      return atoms.sort((a, b) => a.from - b.from)
    }),
  )
}

const overlap = (a: Span, b: Span): number => Math.min(a.to, b.to) - Math.max(a.from, b.from)

const minus = (span: Span, taken: Span): Span[] =>
  overlap(span, taken) <= 0
    ? [span]
    : [
        { ...span, to: Math.min(span.to, taken.from) },
        { ...span, from: Math.max(span.from, taken.to) },
      ].filter((rest) => rest.to > rest.from)

export const hasText = (span: Span, lines: ReadonlyMap<LineId, Line>): boolean =>
  [...(lines.get(span.line)?.text ?? "")].slice(span.from, span.to).join("").trim() !== ""
