// Two readings of one line made into one. Measured over clean and spoilt scans: where the readings differ in a character the first
// engine is right some ten times as often, however unsure it was, so the second never overrules it; but where ink was left unread,
// what the second saw there is usually what is printed.
import type { Glyph } from "../../../shared/model/recognition.ts"
import { gapsIn } from "./doubt.ts"
import type { OcrLine, ReadLine } from "./engine.ts"

/** The second engine invents letters from dirt, and is then unsure. */
const leastScore = 0.85
const printable = /^[\p{Script=Han}。，、；：！？“”‘’（）《》…—·-]$/u
const han = /^\p{Script=Han}$/u
/** Below the bound of suspects: only one of two saw it. */
const insertedScore = 0.5
const agreedScore = 0.65
/**
 * So unsure a glyph stays a suspect though both read the same: neither knows the seldom characters of names, and both take them
 * for the same common ones.
 */
const leastToAgree = 0.17
const leastHanToAgree = 0.4

/** Glyphs of both readings side by side, null where one has none. */
export type Pair = [first: number | null, second: number | null]

/** Cheapest pairs by edit distance (Levenshtein 1966). */
export function pairs(first: string[], second: string[]): Pair[] {
  const cost = Array.from({ length: first.length + 1 }, (_, i) =>
    Array.from({ length: second.length + 1 }, (_, j) => (i ? (j ? 0 : i) : j)),
  )
  const step = (i: number, j: number) => cost[i - 1]![j - 1]! + (first[i - 1] === second[j - 1] ? 0 : 1)
  for (let i = 1; i <= first.length; i++)
    for (let j = 1; j <= second.length; j++)
      cost[i]![j] = Math.min(step(i, j), cost[i - 1]![j]! + 1, cost[i]![j - 1]! + 1)
  const found: Pair[] = []
  for (let i = first.length, j = second.length; i || j; ) {
    const here = cost[i]![j]!
    if (i && j && here === step(i, j)) found.unshift([--i, --j])
    else if (j && here === cost[i]![j - 1]! + 1) found.unshift([null, --j])
    else found.unshift([--i, null])
  }
  return found
}

/** The first reading with what the second adds: glyphs for unread ink, other candidates, agreement. */
export function merged(line: ReadLine, second: Glyph[]): OcrLine {
  const { glyphs } = line
  const gaps = new Set(gapsIn(line))
  const starts = new Set<number>()
  const all: Glyph[] = []
  const take = (glyph: Glyph, at: number) => {
    if (line.starts.has(at)) starts.add(all.length)
    all.push(glyph)
  }
  let passed = 0
  for (const [i, j] of pairs(glyphs.map(keyOf), second.map(keyOf))) {
    if (i !== null) {
      take(j === null ? glyphs[i]! : compared(glyphs[i]!, second[j]!, gaps.has(i) || gaps.has(i + 1)), i)
      passed = i + 1
    } else if (j !== null && gaps.has(passed) && isSeen(second[j]!)) {
      all.push({ ...second[j]!, score: insertedScore })
    }
  }
  return { box: line.box, glyphs: all, starts }
}

const keyOf = ({ text }: Glyph) => text.normalize("NFKC")

const isSeen = ({ text, score }: Glyph) => score >= leastScore && printable.test(text)

function compared(glyph: Glyph, other: Glyph, besideUnread: boolean): Glyph {
  if (keyOf(glyph) === keyOf(other))
    return glyph.score > (han.test(glyph.text) ? leastHanToAgree : leastToAgree) && !besideUnread
      ? { ...glyph, score: Math.max(glyph.score, agreedScore) }
      : glyph
  const known = glyph.candidates.some(({ text }) => text === other.text)
  if (known) return glyph
  const [reading, ...rest] = glyph.candidates
  return reading
    ? { ...glyph, candidates: [reading, { text: other.text, score: second(reading.score) }, ...rest] }
    : glyph
}

/** The engines' scores cannot be compared: the other reading is ranked next. */
const second = (score: number) => (1 - score) * 0.9
