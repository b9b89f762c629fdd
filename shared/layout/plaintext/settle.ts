// Titles settled on articles: stacks are cut anew where articles begin, each article gets the one that is its own, and an
// article is cut in two where its words change and the second half has titles of its own among those left.
import { type Loose, type Owned, ownersOf } from "./owners.ts"
import type { Runs } from "./runs.ts"
import type { Segment, Stack } from "./segment.ts"
import type { Found } from "./segments.ts"
import type { Print } from "./stacks.ts"
import type { Topics } from "./topics.ts"

/** Titles and articles as they were found first. */
type Cut = Pick<Found, "stacks" | "segments">

/** What it costs to cut an article where nothing but its words tells, and how many places are tried. */
const cutCost = 17
const tries = 8

/** Loose lines that stand where articles begin; the other stacks are headings inside them, or notices. */
function looseAt(stacks: Stack[], begins: Set<number>): { loose: Loose[]; kept: Stack[] } {
  const loose: Loose[] = []
  const kept: Stack[] = []
  let open: Loose | null = null
  for (const stack of stacks) {
    const stays = stack.notice || !begins.has(stack.run)
    if (stays) kept.push(stack)
    else if (open?.run === stack.run) open.pieces.push(...stack.pieces)
    else loose.push({ run: stack.run, pieces: [...stack.pieces] })
    open = stays ? null : (loose.at(-1) ?? null)
  }
  return { loose, kept }
}

/** Places inside articles where a text may begin, the likeliest first, with the log odds of it. */
function placesToCut(segments: Segment[], { paragraphs, runs }: Runs, print: Print): { at: number; odds: number }[] {
  const cohesion = paragraphs.map((_, k) => (k ? print.speech.cohesion(k) : 0))
  const usual = cohesion.toSorted((a, b) => a - b)[Math.floor(cohesion.length / 2)] ?? 0
  const begins = new Set(segments.map(({ from }) => from))
  const noticed = (k: number) => segments.some(({ from, to, stack }) => stack?.notice && k > from && k < to)
  return paragraphs
    .map((_, at) => ({ at, odds: -cutCost - 1.2 * Math.log(((cohesion[at] ?? 0) + 0.004) / (usual + 0.004)) }))
    .filter(({ at }) => at > 0 && !begins.has(at) && !noticed(at) && !runs[at]?.rest.length)
    .sort((a, b) => b.odds - a.odds)
    .slice(0, tries)
}

const cutAt = (segments: Segment[], at: number): Segment[] =>
  segments.flatMap((segment) =>
    segment.from < at && at < segment.to
      ? [
          { ...segment, to: at },
          { from: at, to: segment.to, stack: null },
        ]
      : [segment],
  )

/** With every article's titles, and cut where that gives titles a text that had none. */
export function settle({ stacks, segments }: Cut, runs: Runs, topics: Topics, print: Print): Cut {
  const begins = new Set([...segments.map(({ from }) => from), runs.paragraphs.length])
  const { loose, kept } = looseAt(stacks, begins)
  const owners = ownersOf(loose, topics, print)
  const owned = (parts: Segment[]): Owned => owners(parts.filter(({ stack }) => !stack?.notice))
  let best = { segments, ...owned(segments) }
  for (const { at, odds } of placesToCut(segments, runs, print)) {
    const parts = cutAt(best.segments, at)
    const tried = owned(parts)
    if (tried.value + odds > best.value) best = { segments: parts, ...tried }
  }
  const own = new Map(best.stacks.flatMap(({ stack, owner }) => (owner ? [[owner, stack] as const] : [])))
  const place = new Map(stacks.flatMap(({ pieces }) => pieces).map((piece, i) => [piece, i]))
  const first = ({ pieces: [piece] }: Stack) => (piece && place.get(piece)) ?? 0
  return {
    stacks: [...kept, ...best.stacks.map(({ stack }) => stack)].sort((a, b) => first(a) - first(b)),
    segments: best.segments.map((segment) =>
      segment.stack?.notice ? segment : { ...segment, stack: own.get(segment) ?? null },
    ),
  }
}
