// Where paragraphs begin and end, as a hidden Markov model over printed lines: each line is the first, a middle, the
// last or the only line of a paragraph, or stands alone (a heading). How a line fills its column and with what
// characters it begins and ends speaks for one or the other; forward-backward (Rabiner 1989) makes of all of it the
// probability of each seam, so that an unsure seam says so.
import { forbiddenEnd, forbiddenStart, isDigit, letterSpaced, openBrackets, sentenceEnd } from "../text/han.ts"
import type { LineEvidence } from "./evidence.ts"
import { logSum } from "./logsum.ts"
import { fullness, type SetWidth } from "./measures.ts"

export const states = ["first", "middle", "last", "only", "alone"] as const
export type LineState = (typeof states)[number]

const [First, Middle, Last, Only, Alone] = [0, 1, 2, 3, 4]
const all = [First, Middle, Last, Only, Alone] as number[]

const transitions = [
  [0, 0.75, 0.25, 0, 0],
  [0, 0.8, 0.2, 0, 0],
  [0.84, 0, 0, 0.06, 0.1],
  [0.78, 0, 0, 0.12, 0.1],
  [0.58, 0, 0, 0.08, 0.34],
].map((row) => row.map(Math.log))

/** A text can end with its paragraph only. */
const finish = [-4, -4, 0, 0, 0]

const start = [0.55, 0.12, 0.03, 0.1, 0.2].map(Math.log)

/** Log density of a normal distribution with a floor, so that one bad measurement never decides alone. */
const normal = (x: number, mean: number, deviation: number, floor: number): number =>
  Math.log(Math.exp(-0.5 * ((x - mean) / deviation) ** 2) / (deviation * 2.507) + floor)

function fromEdges({ indent, slack }: { indent: number; slack: number }, measure: number, setIn: number): number[] {
  const flush = normal(indent, 0, setIn === 1 ? 0.2 : 0.35, 0.004)
  const indented = normal(indent, setIn, setIn === 1 ? 0.25 : 0.4, 0.004)
  const full = normal(slack, 0, 0.5, 0.004)
  const anyEnd = Math.log(1 / Math.max(4, measure))
  const centred = Math.log(
    Math.exp(-0.5 * ((indent - slack) / 0.8) ** 2) / 2 / Math.max(4, measure / 2) + 0.15 / measure / 4,
  )
  return [indented + full, flush + full, flush + anyEnd, indented + anyEnd, indent > 0.6 ? centred : centred - 2]
}

/** Log likelihood of each state by how wide a line without a box is set, in a column of `measure` em. */
export function fromWidth(width: SetWidth, measure: number): number[] {
  const [full, fullFirst] = [fullness(width, measure), fullness(width, measure - 2)]
  // A last line may end anywhere, and so just where the column ends.
  const within = (limit: number, whole: number) =>
    Math.log((width.em <= limit + 0.2 ? 0.9 / Math.max(4, limit) : 0) + (1.5 / Math.max(4, limit)) * whole + 0.0001)
  const short = width.em < measure - 2.2
  const wide = width.em > measure + 1.6
  return [
    Math.log(fullFirst),
    Math.log(full),
    within(measure, full),
    within(measure - 2, fullFirst),
    wide ? Math.log(0.05) : Math.log((short ? 0.06 : 0.008) * Math.exp(-Math.max(0, width.em - 9) / 4)),
  ]
}

/** A space between Han characters, which text leaves after a dateline, in a bracket or before a name, but not inside. */
const partedTitle = /^[^（）。，]*(?<![讯訊电電])(?<=[\p{Script=Han}”])\s(?=[\p{Script=Han}“])[^（）。]*$/u

const subheadline = /^——[^，。；！？]*$/u

type End = "sentence" | "blurred" | "colon" | "pause" | "broken" | "open"

/** How a line ends; `blurred` for a mark that is none of Chinese, misread from one that is; `broken` for one that ends open but has a sentence's end inside. */
function endOf(text: string): End {
  if (sentenceEnd.test(text)) return "sentence"
  if (/\p{Script=Han}[.·,'"]$/u.test(text)) return "blurred"
  if (/：$/u.test(text)) return "colon"
  if (/[，、；]$/u.test(text)) return "pause"
  return /[。；]/u.test(text) ? "broken" : "open"
}

// How often a line ends so: one that the paragraph goes on from, its last one, one that stands alone.
const goingOn: Record<End, number> = {
  sentence: 0.055,
  blurred: 0.5,
  colon: 0.95,
  pause: 0.95,
  broken: 0.95,
  open: 0.95,
}
const closes: Record<End, number> = {
  sentence: 0.965,
  blurred: 0.3,
  colon: 0.01,
  pause: 0.001,
  broken: 0.006,
  open: 0.006,
}
const standsAlone: Record<End, number> = {
  sentence: 0.04,
  blurred: 0.03,
  colon: 0.01,
  pause: 0.01,
  broken: 0.05,
  open: 0.9,
}

/** How wide a line was set, as far as is known. */
export const setOf = ({ set, em }: LineEvidence): SetWidth => set ?? { em, marks: 0, narrow: 0, close: false }

/** Log likelihood of each state by all that does not depend on the column: the words of a line, its marks and its type. */
export function wordsOf(line: LineEvidence): number[] {
  const end = endOf(line.text)
  // Two lines of running text in three have a mark in them, one title in three; a colon tells nothing, titles like it too.
  const marked = /[，。、；！？“”《》（）…]/u.test(line.text) ? (line.em > 8 ? 0.6 : 0.68) : 0.32
  const parted = !line.edges && partedTitle.test(line.text) && !letterSpaced.test(line.text) ? 0.12 : 1
  const going = Math.log(goingOn[end] * marked * parted)
  const closing = Math.log(closes[end] * marked * parted)
  const standing = Math.log(standsAlone[end] * (1 - marked))
  if (line.alone) return [going - 12, going - 12, closing - 12, closing - 12, standing]
  // Lines of one title are kept together, lines of running text hardly ever.
  const larger = (line.size > 1.12 ? 3 : 0) + (line.gap === "tied" ? 2 : 0) + (subheadline.test(line.text) ? 3 : 0)
  const ends = line.signed ? -12 : 0
  return [going + ends, going + ends, closing, closing, standing + larger]
}

/** Log likelihood of each state for one line on its own. */
function emission(line: LineEvidence): number[] {
  const shape = line.edges ? fromEdges(line.edges, line.measure, line.setIn) : fromWidth(setOf(line), line.measure)
  const words = wordsOf(line)
  return shape.map((value, state) => value + (words[state] ?? 0))
}

/** Words and marks that open paragraphs far more often than lines inside one. */
const opening = /^(?:[“「『▲●■]|此外|与此同时|记者从|近年来|近日|日前|昨日|目前|下一步|接下来)/u
/** Those that hardly ever stand inside one. */
const opener = /^(?:据悉|据了解|据介绍|据统计|据不完全统计)，/u

/** Log odds against a break between two lines that their characters give, beyond how the first one ends. */
function binding(a: LineEvidence, b: LineEvidence, open: boolean): number {
  const last = a.text.at(-1) ?? ""
  const next = b.text[0] ?? ""
  let odds = 0
  if (forbiddenStart.test(b.text)) odds += 5
  if (forbiddenEnd.test(a.text)) odds += 5
  if (open) odds += 2.2
  if ((isDigit(last) || last === ".") && (isDigit(next) || next === "." || next === "%")) odds += 3
  if (/[-—+]$/u.test(a.text) && isDigit(next)) odds += 3
  if (sentenceEnd.test(a.text)) odds -= opener.test(b.text) ? 2.6 : opening.test(b.text) ? 1.6 : 0
  if (!sentenceEnd.test(a.text)) odds += b.word
  if (b.gap === "tied") odds += 4
  if (b.gap === "apart") odds -= 3
  if (/^本[报報][\p{Script=Han}]{0,6}[讯訊]/u.test(b.text)) odds -= 5
  return odds
}

/** Whether a bracket opened in the lines up to `i` is closed soon after. */
function bracketSpans(lines: LineEvidence[], i: number): boolean {
  const before = lines
    .slice(Math.max(0, i - 4), i + 1)
    .map((line) => line.text)
    .join("")
  const open = openBrackets(before).at(-1)
  if (!open) return false
  const after = lines
    .slice(i + 1, i + 5)
    .map((line) => line.text)
    .join("")
  const closer = { "（": "）", "《": "》", "“": "”", "‘": "’", "「": "」", "『": "』", "【": "】" }[open]
  if (!closer) return false
  const [closes, opens] = [after.indexOf(closer), after.indexOf(open)]
  return closes >= 0 && (opens < 0 || closes < opens)
}

/**
 * What two lines are to one another: of one paragraph, of two, one of them a heading, or both standing alone. Logarithms
 * of probabilities that sum to 1, so that even what is next to certain has its doubt.
 */
export type SeamChances = Record<"join" | "paragraph" | "heading" | "alone", number>

export interface Judgement {
  /** The likeliest state of each line. */
  path: LineState[]
  /** For the seam between line i and i + 1; one less than there are lines. */
  chances: SeamChances[]
}

const breaksAfter = (state: number): boolean => state === Last || state === Only || state === Alone

/** The score of going from `from` at line i to `to` at line i + 1. Lines of one heading are tied too. */
export const stepCost = (bind: number, from: number, to: number): number =>
  (transitions[from]?.[to] ?? -Infinity) -
  (breaksAfter(from) ? (from === Alone && to === Alone ? 0 : bind / 2) : -bind / 2)

/** What binds each line to the next one. */
export const bindsOf = (lines: LineEvidence[]): number[] =>
  lines.slice(1).map((line, i) => binding(lines[i] as LineEvidence, line, bracketSpans(lines, i)))

/** What is seen of each line, and what binds it to the next one. */
const look = (lines: LineEvidence[]): { seen: number[][]; binds: number[] } => ({
  seen: lines.map(emission),
  binds: bindsOf(lines),
})

/** The likeliest states of a run of lines in reading order, as `judge` finds them. */
export function statesOf(lines: LineEvidence[]): LineState[] {
  const { seen, binds } = look(lines)
  return lines.length ? likeliest(seen, binds) : []
}

/** Judges all seams of a run of lines in reading order. Cost is linear in the number of lines. */
export function judge(lines: LineEvidence[]): Judgement {
  if (!lines.length) return { path: [], chances: [] }
  const { seen, binds } = look(lines)
  return { path: likeliest(seen, binds), chances: marginals(seen, binds) }
}

const first = (seen: number[][]): number[] => all.map((s) => (start[s] ?? 0) + (seen[0]?.[s] ?? 0))

/** The likeliest states of all lines together (Viterbi). */
function likeliest(seen: number[][], binds: number[]): LineState[] {
  let score = first(seen)
  const back: number[][] = []
  binds.forEach((bind, i) => {
    const reach = (from: number, to: number) => (score[from] ?? 0) + stepCost(bind, from, to)
    const from = all.map((to) => all.reduce((a, b) => (reach(b, to) > reach(a, to) ? b : a)))
    score = all.map((to) => reach(from[to] ?? 0, to) + (seen[i + 1]?.[to] ?? 0))
    back.push(from)
  })
  const last = score.map((value, s) => value + (finish[s] ?? 0))
  const path = [last.indexOf(Math.max(...last))]
  for (const from of back.toReversed()) path.unshift(from[path[0] ?? 0] ?? 0)
  return path.map((s) => states[s] as LineState)
}

/** Scores of all ways to each state of each line. */
function forwardScores(seen: number[][], binds: number[]): number[][] {
  const forward = [first(seen)]
  binds.forEach((bind, i) => {
    const before = forward[i] ?? []
    const ways = (to: number) => logSum(all.map((from) => (before[from] ?? 0) + stepCost(bind, from, to)))
    forward.push(all.map((to) => ways(to) + (seen[i + 1]?.[to] ?? 0)))
  })
  return forward
}

const classOf = (from: number, to: number): keyof SeamChances =>
  !breaksAfter(from)
    ? "join"
    : from === Alone && to === Alone
      ? "alone"
      : from === Alone || to === Alone
        ? "heading"
        : "paragraph"

/** Numbers of the pairs of states that are a join, a paragraph's end, a heading's, and neither. */
const pairs = (["join", "paragraph", "heading", "alone"] as const).map((kind) =>
  all.flatMap((from) => all.filter((to) => classOf(from, to) === kind).map((to) => from * all.length + to)),
)

/** The chances of each seam, over all ways through the lines. */
function marginals(seen: number[][], binds: number[]): SeamChances[] {
  const forward = forwardScores(seen, binds)
  const chances: SeamChances[] = []
  let ahead = finish
  for (let i = binds.length - 1; i >= 0; i--) {
    const after = all.map((to) => [binds[i] ?? 0, seen[i + 1]?.[to] ?? 0, ahead[to] ?? 0] as const)
    const ways = all.map((from) => after.map(([bind, here, on], to) => stepCost(bind, from, to) + here + on))
    const whole = ways.flatMap((row, from) => row.map((way) => (forward[i]?.[from] ?? 0) + way))
    const each = pairs.map((numbers) => numbers.map((pair) => whole[pair] ?? -Infinity))
    const sum = logSum(each.flat())
    const chance = (k: number) => logSum(each[k] ?? []) - sum
    chances.push({ join: chance(0), paragraph: chance(1), heading: chance(2), alone: chance(3) })
    ahead = ways.map(logSum)
  }
  return chances.reverse()
}
