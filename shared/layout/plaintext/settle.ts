// Titles settled on articles: stacks are cut anew where articles begin, each article gets the one that is its own, and an
// article is cut in two where its words change and the second half has titles of its own among those left.
import { findNote } from "../../text/notes.ts"
import { firmness, type Loose, type Owned, ownersOf } from "./owners.ts"
import { namesReporter } from "./piece.ts"
import type { Runs } from "./runs.ts"
import type { Segment, Stack } from "./segment.ts"
import type { Found } from "./segments.ts"
import type { Print } from "./stacks.ts"
import type { Topics } from "./topics.ts"

/** How many doubtful places are tried, each once more. */
const tries = 10
/** How much more what paragraphs say counts than what titles say of them. */
const trusted = 2.5
/** What it is worth that the first way through the paragraphs began an article there, and what one more article costs. */
const agreed = 3
const another = 3
/** Few articles are of one paragraph. */
const lone = 4

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

/** Places between paragraphs with nothing loose there and no notice around, and so no sign but the texts themselves. */
function bareOf(segments: Segment[], { paragraphs, runs }: Runs): number[] {
  const noticed = (k: number) => segments.some(({ from, to, stack }) => stack?.notice && k >= from && k <= to)
  return paragraphs.flatMap((_, k) => (k > 0 && !noticed(k) && !runs[k]?.rest.length ? [k] : []))
}

const begun = (parts: Segment[], k: number): boolean => parts.some(({ from }) => from === k)

/** The same articles, cut at `at` where they are whole there, and whole where they were cut. */
const turnedAt = (segments: Segment[], at: number): Segment[] =>
  segments.flatMap((segment, i) => {
    const next = segments[i + 1]
    if (segment.to === at && next) return [{ ...segment, to: next.to }]
    if (segment.from === at) return []
    return segment.from < at && at < segment.to
      ? [
          { ...segment, to: at },
          { from: at, to: segment.to, stack: null },
        ]
      : [segment]
  })

/** Articles with their titles; how good they are all together. */
interface Judged {
  segments: Segment[]
  owned: Owned
  value: number
}

interface Places {
  bare: number[]
  /** Log odds that an article begins there, for each paragraph. */
  starts: number[]
  /** Paragraphs that are editors' notes. */
  notes: Set<number>
}

/** The best of the ways to cut the texts that can be reached by turning doubtful places, one after another. */
function search(
  first: Segment[],
  { bare, starts, notes }: Places,
  owners: (parts: Segment[], firm: number) => Owned,
): Judged {
  const odds = (k: number) => starts[k] ?? 0
  const judged = (segments: Segment[], firm: number): Judged => {
    const owned = owners(segments, firm)
    const cuts = bare.filter((k) => begun(segments, k))
    const short = segments.filter(({ from, to }) => to - from === (notes.has(from) ? 2 : 1)).length
    const value = owned.value + cuts.reduce((sum, k) => sum + odds(k) - another, 0) - lone * short
    return { segments, owned, value }
  }
  const likely = bare.reduce((parts, k) => (begun(parts, k) === odds(k) > 0 ? parts : turnedAt(parts, k)), first)
  const doubtful = bare.toSorted((a, b) => Math.abs(odds(a)) - Math.abs(odds(b))).slice(0, tries)
  let best = judged(likely, 0)
  for (const round of [0, 1]) {
    const firm = round && firmness(best.owned)
    best = judged(best.segments, firm)
    for (const at of doubtful) {
      const tried = judged(turnedAt(best.segments, at), firm)
      if (tried.value > best.value) best = tried
    }
  }
  return best
}

/** Whether a text says itself who wrote it: after its last word, or in the bracket of its dateline. */
function namesAuthor({ paragraphs, runs }: Runs, { from, to }: Segment): boolean {
  const closed = runs[to]?.closing.some(({ look }) => look === "byline" || look === "names") ?? false
  return closed || paragraphs[to - 1]?.signed === true || namesReporter(paragraphs[from]?.text ?? "")
}

/** With every article's titles, and cut where their words and the titles that there are speak for it. */
export function settle({ stacks, segments }: Found, runs: Runs, opens: number[], topics: Topics, print: Print): Found {
  const bare = bareOf(segments, runs)
  const starts = opens.map((odds, k) => trusted * odds + (begun(segments, k) ? agreed : -agreed))
  const notes = new Set(runs.paragraphs.flatMap(({ text }, k) => (findNote(text) ? [k] : [])))
  const begins = new Set([...segments.map(({ from }) => from).filter((k) => !bare.includes(k)), runs.paragraphs.length])
  const { loose, kept } = looseAt(stacks, begins)
  const owners = ownersOf(loose, topics, print, (article) => namesAuthor(runs, article))
  const best = search(segments, { bare, starts, notes }, (parts, firm) =>
    owners(
      parts.filter(({ stack }) => !stack?.notice),
      firm,
    ),
  )
  const own = new Map(best.owned.stacks.flatMap(({ stack, owner }) => (owner ? [[owner, stack] as const] : [])))
  const place = new Map(stacks.flatMap(({ pieces }) => pieces).map((piece, i) => [piece, i]))
  const first = ({ pieces: [piece] }: Stack) => (piece && place.get(piece)) ?? 0
  return {
    stacks: [...kept, ...best.owned.stacks.map(({ stack }) => stack)].sort((a, b) => first(a) - first(b)),
    segments: best.segments.map((segment) =>
      segment.stack?.notice ? segment : { ...segment, stack: own.get(segment) ?? null },
    ),
  }
}
