// The smallest stretches of lines that decisions move: the spans the rules proposed, cut where a person cut them.
import type { DecidedRole, Decisions, Span } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import type { Role } from "../model/region.ts"
import { type Outline, type OutlineBlock, spansOf } from "./outline.ts"

export interface Atom extends Span {
  role: Role
  likely: Role | null
  /** Whether the role was decided. */
  decided: boolean
  /** The block the rules put it into, and its place there. */
  block: OutlineBlock
  index: number
}

export interface Atoms {
  articles: Atom[][]
  tray: Atom[]
}

/** Code points that two stretches of one line share. */
export const shared = (a: Span, b: Span): number => Math.min(a.to, b.to) - Math.max(a.from, b.from)

interface Cutting {
  lines: ReadonlyMap<LineId, Line>
  /** For each proposed span the decided parts of its line that lie in it most. */
  parts: ReadonlyMap<Span, DecidedRole[]>
  decided: ReadonlyMap<LineId, DecidedRole[]>
  /** Ends of decided stretches by line. */
  ends: ReadonlyMap<LineId, number[]>
}

export function cutAtoms(outline: Outline, decisions: Decisions, lines: ReadonlyMap<LineId, Line>): Atoms {
  const proposed = Map.groupBy(
    [...outline.articles, outline.tray].flatMap(spansOf).map(({ span }) => span),
    (span) => span.line,
  )
  const owner = (part: Span): Span | undefined =>
    proposed.get(part.line)?.reduce((best, span) => (shared(span, part) > shared(best, part) ? span : best))
  const placed = [...decisions.articles, ...decisions.tray].flatMap(({ spans }) => spans)
  const cutting: Cutting = {
    lines,
    parts: Map.groupBy(
      decisions.roles.filter((part) => owner(part)),
      (part) => owner(part) as Span,
    ),
    decided: Map.groupBy(decisions.roles, (part) => part.line),
    ends: new Map(
      [...Map.groupBy(placed, (span) => span.line)].map(([line, spans]) => [
        line,
        spans.flatMap(({ from, to }) => [from, to]),
      ]),
    ),
  }
  return { articles: outline.articles.map((blocks) => atomsOf(blocks, cutting)), tray: atomsOf(outline.tray, cutting) }
}

function atomsOf(blocks: OutlineBlock[], cutting: Cutting): Atom[] {
  return blocks.flatMap((block) => {
    const { role, likely } = block
    const spans = block.spans.flatMap((span): Omit<Atom, "block" | "index">[] => {
      const parts = (cutting.parts.get(span) ?? []).map((part) => ({ ...part, decided: true }))
      const left = minus(span, cutting.decided.get(span.line) ?? [])
        .flatMap((rest) => cutAt(rest, cutting.ends.get(span.line) ?? [], cutting.lines))
        .filter((rest) => rest === span || hasText(rest, cutting.lines))
        .map((rest) => ({ ...rest, role, likely, decided: false }))
      const all = [...parts, ...left]
      // Parts that a person put in another order stay in it.
      return parts.every((part, i) => part.from >= (parts[i - 1]?.from ?? 0))
        ? all.sort((a, b) => a.from - b.from)
        : all
    })
    return spans.map((span, index) => ({ ...span, block, index }))
  })
}

const hasText = (span: Span, lines: ReadonlyMap<LineId, Line>): boolean =>
  [...(lines.get(span.line)?.text ?? "")].slice(span.from, span.to).join("").trim() !== ""

/** What is left of a span without `taken`; the span itself where nothing is taken. */
function minus(span: Span, taken: readonly Span[]): Span[] {
  let left = [span]
  for (const one of taken)
    left = left.flatMap((rest) => {
      if (shared(rest, one) <= 0 && one.to > one.from) return [rest]
      return [
        { ...rest, to: Math.min(rest.to, one.from) },
        { ...rest, from: Math.max(rest.from, one.to) },
      ].filter((piece) => piece.to > piece.from)
    })
  return left
}

/** Cuts a span at those of `points` that have text of it on both sides. */
function cutAt(span: Span, points: readonly number[], lines: ReadonlyMap<LineId, Line>): Span[] {
  for (const at of points) {
    const [left, right] = [
      { ...span, to: at },
      { ...span, from: at },
    ] as const
    if (at > span.from && at < span.to && hasText(left, lines) && hasText(right, lines))
      return [...cutAt(left, points, lines), ...cutAt(right, points, lines)]
  }
  return [span]
}
