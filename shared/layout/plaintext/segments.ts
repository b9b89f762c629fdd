// Which paragraphs make up which article: a hidden Markov model over paragraphs whose states are the stacks of titles.
// A paragraph speaks of its stack; to go on is usual, to begin another article wants a reason (a dateline, a byline at the
// end of the text before, a stack right there, other words). The likeliest way through all paragraphs (Viterbi) is sought
// again until each stack has one article at most.
import { findNote } from "../../text/notes.ts"
import { afterDash, twoPhrases } from "../titleshapes.ts"
import type { Runs } from "./runs.ts"
import type { Segment, Stack } from "./segment.ts"
import type { Speech } from "./speech.ts"
import { lengthOf } from "./stacks.ts"

interface Costs {
  /** What beginning an article with a stack at a paragraph is worth. */
  enter(stack: number, k: number): number
  /** What going on with the same article at a paragraph is worth. */
  stay(k: number): number
  /** How much speaks for an article's beginning at a paragraph, whatever its stack. */
  opens(k: number): number
  speaks(stack: number, k: number): number
}

const nothing = -5.5
const lead = /^(?:编辑同志|近日|日前|昨日|昨天|今天|今日|记者从|记者近日|\d{1,2}月\d{1,2}日|本报)/u

const isNote = (text: string): boolean => findNote(text) !== null

/** Whether a stack says by more than its titles that an article begins, or by one too long for a section heading. */
const isHead = (stack: Stack): boolean =>
  stack.pieces.some((piece) => piece.look !== "title" || afterDash(piece.text) || lengthOf(piece) > 15)

/** What it costs to leave a swept stack without a text: a caption can look like a title that stands by itself. */
const idleCost = (stack: Stack): number =>
  isHead(stack) ? 4 : stack.pieces.length > 1 || stack.pieces.some((piece) => lengthOf(piece) > 10) ? 2.6 : 1.2

function costsOf({ paragraphs, runs }: Runs, stacks: Stack[], speech: Speech): Costs {
  const swept = stacks.filter((stack) => stack.swept && !stack.notice).length
  const adrift = swept >= 3
  const cohesion = paragraphs.map((_, k) => (k ? speech.cohesion(k) : 0))
  const usual = cohesion.toSorted((a, b) => a - b)[Math.floor(cohesion.length / 2)] ?? 0
  const table = stacks.map((stack) => paragraphs.map((_piece, k) => Math.min(7, 0.7 * speech.shared(stack.text, k))))
  const atRun = runs.map((_, k) => stacks.filter((stack) => stack.run === k && !stack.swept))
  const ended = (k: number): boolean =>
    k > 0 && (paragraphs[k - 1]?.signed === true || (runs[k]?.closing.length ?? 0) > 0)
  const openness = (k: number): number => {
    const text = paragraphs[k]?.text ?? ""
    return (
      (paragraphs[k]?.dateline ? 3 : 0) +
      (lead.test(text) ? 0.5 : 0) +
      (isNote(text) ? 2 : 0) +
      (paragraphs[k]?.signed ? 1.5 : 0) +
      (ended(k) ? 2 : 0)
    )
  }
  const openings = paragraphs.map((_, k) => openness(k))
  const opens = (k: number): number => openings[k] ?? 0
  const heads = new Set(stacks.filter(isHead))
  const enter = (stack: Stack, k: number): number => {
    const here = stack.run === k
    const place = !here
      ? 0
      : !stack.last
        ? 1
        : heads.has(stack)
          ? adrift && stack.swept
            ? 3.2
            : 5
          : adrift
            ? -1.8
            : 2.2
    const section = here && stack.pieces.length === 1 && twoPhrases(stack.text) ? -2 : 0
    const passed = here ? 0 : -1.2 * (atRun[k]?.length ?? 0)
    if (stack.notice) return here ? 4 : -20
    // What stands alone between two paragraphs heads no text elsewhere.
    if (!here && !stack.swept) return -14
    return (here ? -4.6 : -8.2) + place + section + passed + (here ? 0.8 : 1) * opens(k)
  }
  const stay = (k: number): number => {
    const inside = atRun[k] ?? []
    const headings = inside.reduce((sum, stack) => sum - (stack.notice ? 8 : heads.has(stack) ? 4 : 0.6), 0)
    return (
      1.2 * Math.log(((cohesion[k] ?? 0) + 0.004) / (usual + 0.004)) +
      headings -
      (paragraphs[k]?.dateline && !isNote(paragraphs[k - 1]?.text ?? "") ? 14 : 0) -
      (ended(k) ? 10 : 0)
    )
  }
  const entering = stacks.map((stack) => paragraphs.map((_, k) => enter(stack, k)))
  const staying = paragraphs.map((_, k) => stay(k))
  return {
    opens,
    speaks: (stack, k) => table[stack]?.[k] ?? 0,
    enter: (stack, k) => entering[stack]?.[k] ?? 0,
    stay: (k) => staying[k] ?? 0,
  }
}

interface Scores {
  /** Of beginning an article with a stack at a paragraph; the stack after the last one stands for none. */
  enter(stack: number, k: number): number
  /** Of going on with the same article. */
  stay(k: number): number
  /** Of a paragraph under a stack. */
  speaks(stack: number, k: number): number
}

/** Scores with that of no stack, after the last one. `bonus` is added for entering a stack. */
const scoresOf = (costs: Costs, none: number, bonus: number[], barred: boolean[][]): Scores => ({
  enter: (s, k) => (s === none ? nothing : barred[s]?.[k] ? -30 : costs.enter(s, k) + (bonus[s] ?? 0)),
  stay: costs.stay,
  speaks: (s, k) => (s === none ? 0 : costs.speaks(s, k)),
})

/** The likeliest stack of each paragraph, and whether an article begins there. */
function likeliest(
  count: number,
  stacks: number,
  { enter, stay, speaks }: Scores,
): { state: number[]; begins: boolean[]; score: number } {
  let score = Array.from({ length: stacks + 1 }, (_, s) => enter(s, 0) + 3 + speaks(s, 0))
  const back: { from: Int32Array; begins: Uint8Array }[] = []
  for (let k = 1; k < count; k++) {
    const best = score.indexOf(Math.max(...score))
    const from = new Int32Array(stacks + 1)
    const begins = new Uint8Array(stacks + 1)
    const [top, on] = [score[best] ?? 0, stay(k)]
    score = score.map((value, s) => {
      const go = value + on
      const turn = top + enter(s, k)
      begins[s] = Number(turn > go)
      from[s] = turn > go ? best : s
      return Math.max(go, turn) + speaks(s, k)
    })
    back.push({ from, begins })
  }
  let at = score.indexOf(Math.max(...score))
  const total = score[at] ?? 0
  const [state, begins]: [number[], boolean[]] = [[at], []]
  for (const step of back.toReversed()) {
    begins.unshift(step.begins[at] === 1)
    at = step.from[at] ?? 0
    state.unshift(at)
  }
  return { state, begins: [true, ...begins], score: total }
}

function segmentsOf(state: number[], begins: boolean[], stacks: Stack[]): Segment[] {
  const out: Segment[] = []
  state.forEach((s, k) => {
    const open = out.at(-1)
    if (open && !begins[k]) open.to = k + 1
    else out.push({ from: k, to: k + 1, stack: stacks[s] ?? null })
  })
  return out
}

const isNamed = (stack: Stack): boolean =>
  stack.pieces.some((piece) => piece.look === "byline" || piece.look === "names")

/**
 * Two stacks near one another that head two texts in a row, with no other sign that an article begins between them, are
 * one where only the second has a byline, with what stands between them. Returns the stacks with the first such pair made
 * one; null where there is none.
 */
function joinNeighbours(segments: Segment[], stacks: Stack[], costs: Costs): Stack[] | null {
  const used = new Set(segments.map(({ stack }) => stack))
  for (const [i, { stack, from }] of segments.entries()) {
    const before = segments[i - 1]?.stack
    const [at, first] = [stack ? stacks.indexOf(stack) : -1, before ? stacks.indexOf(before) : -1]
    if (!stack || !before?.swept || first < 0 || first >= at || at - first > 2 || stack.run !== before.run) continue
    const between = stacks.slice(first + 1, at)
    if (between.some((one) => used.has(one) || isNamed(one))) continue
    if (isNamed(before) || !isNamed(stack) || stack.pieces[0]?.look === "column" || costs.opens(from) > 0.6) continue
    const all = [before, ...between, stack]
    const one = { ...stack, pieces: all.flatMap(({ pieces }) => pieces), text: all.map(({ text }) => text).join(" ") }
    return stacks.toSpliced(first, all.length, one)
  }
  return null
}

/** The stacks in the end, and the articles under them. */
export interface Found {
  stacks: Stack[]
  segments: Segment[]
}

/** Cuts the paragraphs of a text into articles, each with its stack where one was found. */
export function findSegments(runs: Runs, stacks: Stack[], speech: Speech): Found {
  const count = runs.paragraphs.length
  if (!count) return { stacks, segments: [] }
  const costs = costsOf(runs, stacks, speech)
  const bonus = stacks.map(() => 0)
  const barred: boolean[][] = stacks.map(() => [])
  let best: { score: number; segments: Segment[] } | null = null
  for (let round = 0; round < 12; round++) {
    const scores = scoresOf(costs, stacks.length, [...bonus], barred)
    const way = likeliest(count, stacks.length, scores)
    const segments = segmentsOf(way.state, way.begins, stacks)
    const used = new Map<Stack, Segment[]>()
    for (const segment of segments)
      if (segment.stack) used.set(segment.stack, [...(used.get(segment.stack) ?? []), segment])
    const joined = joinNeighbours(segments, stacks, costs)
    if (joined) return findSegments(runs, joined, speech)
    const twice = [...used.values()].filter((own) => own.length > 1)
    const idle = stacks.filter((stack, i) => {
      if (used.has(stack) || !stack.swept || stack.notice || !stack.text) return false
      const near = [stacks[i - 1], stacks[i + 1]].some((one) => one && used.has(one) && one.run === stack.run)
      return !near || isHead(stack)
    })
    const paid =
      way.score - segments.reduce((sum, { stack }) => sum + (stack ? (bonus[stacks.indexOf(stack)] ?? 0) : 0), 0)
    const score =
      paid -
      idle.reduce((sum, stack) => sum + idleCost(stack), 0) -
      8 * twice.reduce((sum, own) => sum + own.length - 1, 0)
    if (!best || score > best.score) best = { score, segments }
    if (!twice.length && !idle.length) break
    for (const own of twice) {
      const worth = ({ from, to, stack }: Segment) => {
        let sum = 0
        for (let k = from; k < to; k++) sum += costs.speaks(stacks.indexOf(stack as Stack), k)
        return sum + (stack?.run === from ? 5 : 0)
      }
      const keep = own.toSorted((a, b) => worth(b) - worth(a))[0]
      for (const one of own) if (one !== keep) barred[stacks.indexOf(one.stack as Stack)]![one.from] = true
    }
    for (const stack of idle) {
      const at = stacks.indexOf(stack)
      bonus[at] = Math.min(0.9 * idleCost(stack), (bonus[at] ?? 0) + 0.25 * idleCost(stack))
    }
  }
  const found = best?.segments ?? []
  // A stack that is still named twice heads the first of its articles only.
  const seen = new Set<Stack>()
  const once = found.map((segment) => {
    const again = segment.stack !== null && seen.has(segment.stack)
    if (segment.stack) seen.add(segment.stack)
    return again ? { ...segment, stack: null } : segment
  })
  return { stacks, segments: once }
}
