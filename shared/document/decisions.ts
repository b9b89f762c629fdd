// What a person decided, read from their document by holding it against the one the rules composed. What both have the
// same is no decision, unless the person confirmed it.
import type { Node } from "prosemirror-model"
import {
  type DecidedPlace,
  type DecidedRole,
  type DecidedSeam,
  type Decisions,
  type Span,
  seamId,
} from "../model/decisions.ts"
import type { Line, LineId, Recognition } from "../model/recognition.ts"
import type { SeamDecision } from "../model/seam.ts"
import { type Outline, type OutlineBlock, type ReadSpan, readOutline, spansOf } from "./outline.ts"
import { type Join, readJoins } from "./readjoins.ts"

type Blocks = OutlineBlock<ReadSpan>[]

/**
 * The decisions in `doc`. `base` is what `compose` gave for `recognition` without any decisions. A line whose text is
 * all gone is no decision: it was corrected away, which the text itself tells.
 */
export function decisionsOf(doc: Node, base: Node, recognition: Recognition): Decisions {
  const lines = new Map(recognition.lines.map((line) => [line.id, line]))
  const [now, before] = [readOutline(doc, lines), readOutline(base, lines)]
  settle(now, before)
  const { roles, cut } = decidedRoles(now, before)
  return {
    seams: decidedSeams(doc, base, lines, cut),
    roles,
    articles: decidedArticles(now, before),
    tray: decidedTray(now, before),
  }
}

const containersOf = (outline: Outline<ReadSpan>): Blocks[] => [...outline.articles, outline.tray]

type Part = { span: ReadSpan; block: OutlineBlock<ReadSpan> }

/** The parts of each line, in the order of the document. */
function partsByLine(outline: Outline<ReadSpan>): Map<LineId, Part[]> {
  return Map.groupBy(containersOf(outline).flatMap(spansOf), ({ span }) => span.line)
}

/** Where a line is cut in the same gap between glyphs in both, a character lost at the cut must not make it another cut. */
function settle(now: Outline<ReadSpan>, before: Outline<ReadSpan>): void {
  const known = partsByLine(before)
  const byGlyph = (parts: Part[]) => parts.map(({ span }) => span).sort((a, b) => a.first - b.first)
  for (const [line, parts] of partsByLine(now)) {
    const [mine, theirs] = [byGlyph(parts), byGlyph(known.get(line) ?? [])]
    const same = mine.length === theirs.length && mine.every((span, i) => cutAlike(span, mine[i + 1], theirs, i))
    if (same) for (const [i, span] of mine.entries()) [span.from, span.to] = [theirs[i]?.from ?? 0, theirs[i]?.to ?? 0]
  }
}

/** Whether the cut after part `i` can lie where the other one lies. */
function cutAlike(span: ReadSpan, next: ReadSpan | undefined, others: ReadSpan[], i: number): boolean {
  const [left, right] = [others[i], others[i + 1]]
  if (!next || !left || !right) return true
  return span.last < right.first && left.last < next.first
}

const saysSame = (a: Part, b: Part | undefined): boolean =>
  b !== undefined && a.block.role === b.block.role && a.block.likely === b.block.likely && sameSpan(a.span, b.span)

const sameSpan = (a: Span, b: Span): boolean => a.line === b.line && a.from === b.from && a.to === b.to

const plain = ({ line, from, to }: Span): Span => ({ line, from, to })

/** Lines that are something else than before, or cut elsewhere (`cut`). */
function decidedRoles(
  now: Outline<ReadSpan>,
  before: Outline<ReadSpan>,
): { roles: DecidedRole[]; cut: ReadonlySet<LineId> } {
  const known = partsByLine(before)
  const roles: DecidedRole[] = []
  const cut = new Set<LineId>()
  for (const [line, parts] of partsByLine(now)) {
    const was = known.get(line) ?? []
    if (parts.length !== was.length || parts.some(({ span }, i) => !was[i] || !sameSpan(span, was[i].span)))
      cut.add(line)
    if (parts.length === was.length && parts.every((part, i) => saysSame(part, was[i]))) continue
    for (const { span, block } of parts) roles.push({ ...plain(span), role: block.role, likely: block.likely })
  }
  return { roles, cut }
}

const confirmedIn = (doc: Node): Record<string, SeamDecision> => doc.attrs.confirmed as Record<string, SeamDecision>

/** Two lines may meet more than once, where both are cut; then each meeting is told, in the order of the document. */
function decidedSeams(
  doc: Node,
  base: Node,
  lines: ReadonlyMap<LineId, Line>,
  cut: ReadonlySet<LineId>,
): DecidedSeam[] {
  const byId = (joins: Join[]) => Map.groupBy(joins, (join) => seamId(join.after, join.before))
  const was = byId(readJoins(base, lines))
  const confirmed = confirmedIn(doc)
  const isDecided = (id: string, joins: Join[]) => {
    const { after, before } = joins[0] as Join
    if (Object.hasOwn(confirmed, id) || cut.has(after) || cut.has(before)) return true
    const known = was.get(id)
    return known
      ? joins.length !== known.length || joins.some((join, k) => !joinsAlike(join, known[k]))
      : !allApart(joins)
  }
  const seams = [...byId(readJoins(doc, lines))]
    .filter(([id, joins]) => isDecided(id, joins))
    .flatMap(([, joins]) => joins)
  return seams.map(({ after, before, decision }) => ({ after, before, decision }))
}

const allApart = (joins: Join[]): boolean => joins.every((join) => join.apart)

const joinsAlike = (a: Join, b: Join | undefined): boolean =>
  b !== undefined && a.apart === b.apart && (a.apart || a.decision === b.decision)

/** The lines of blocks in order, one that stands several times in a row once; of those in `kept` only. */
function lineOrder(blocks: Blocks, kept: ReadonlyMap<LineId, unknown>): string {
  const ids = spansOf(blocks).map(({ span }) => span.line)
  return ids.filter((id, i) => kept.has(id) && id !== ids[i - 1]).join(" ")
}

function decidedArticles(now: Outline<ReadSpan>, before: Outline<ReadSpan>): DecidedPlace[] {
  const kept = partsByLine(now)
  const was = new Set(before.articles.map((blocks) => lineOrder(blocks, kept)))
  const places: DecidedPlace[] = []
  let follows: LineId | null = null
  for (const blocks of now.articles) {
    const spans = spansOf(blocks).map(({ span }) => plain(span))
    if (!spans[0]) continue
    if (!was.has(lineOrder(blocks, kept))) places.push({ follows, spans })
    follows = spans[0].line
  }
  return places
}

/** What came into the tray, in runs as it lies there. */
function decidedTray(now: Outline<ReadSpan>, before: Outline<ReadSpan>): DecidedPlace[] {
  const was = new Set(spansOf(before.tray).map(({ span }) => span.line))
  const places: DecidedPlace[] = []
  let follows: LineId | null = null
  let open: DecidedPlace | null = null
  for (const { span } of spansOf(now.tray)) {
    if (was.has(span.line)) open = null
    else if (open) open.spans.push(plain(span))
    else places.push((open = { follows, spans: [plain(span)] }))
    follows = span.line
  }
  return places
}
