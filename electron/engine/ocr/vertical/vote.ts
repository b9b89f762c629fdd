// One reading of a square out of several. PP-OCR does not know one in thirteen characters of traditional print and then takes a like one,
// sure of it or not; it is the better at marks, figures and brackets. Tesseract reads traditional characters well.
// Measured over made-up pages of vertical traditional type.
import type { Candidate } from "../../../../shared/model/recognition.ts"
import type { Script } from "../engine.ts"
import type { Laid } from "./rows.ts"
import type { Reading, Seen } from "./squares.ts"

/** What was read in the squares of one column. */
export interface Readings {
  /** By PP-OCR, set as a row. */
  laid: Laid
  /** By Tesseract, set as a row and as it stands; empty where it was not asked. */
  row: Reading
  column: Reading
  script: Script
}

export interface Chosen {
  seen: Seen[]
  /** Others that were read there. */
  others: Candidate[]
  score: number
}

const sureRow = 0.93
const sureFirst = 0.5
const sureFigures = 0.8
const agreedScore = 0.9
const disputedScore = 0.5
const aloneScore = 0.8

/** `isMark`: the square's ink is that of a mark. `knows`: whether a character is in PP-OCR's alphabet. */
export function chosen(readings: Readings, square: number, isMark: boolean, knows: (text: string) => boolean): Chosen {
  const first = readings.laid.reading[square] ?? []
  const row = readings.row[square] ?? []
  const column = readings.column[square] ?? []
  const all = [first, row, column].filter((seen) => seen.length)
  const marks = isMark || readings.laid.lies.has(square)
  const seen = marks
    ? ([first, row, column].find((one) => one.length && !hasHan(one)) ?? [])
    : characters(first, row, column, readings.script)
  return { seen, others: othersOf(seen, all), score: sureness(seen, all, marks, knows) }
}

function characters(first: Seen[], row: Seen[], column: Seen[], script: Script): Seen[] {
  const [a, b, c] = [key(first), key(row), key(column)]
  if (!b) return a ? first : column
  if (!a || a === b) return row
  if (c && c === b) return row
  if (c && c === a) return first
  if (hasHan(first) !== hasHan(row)) return hasHan(first) || mean(first) > sureFigures ? first : row
  if (script === "hans") return mean(first) < sureFirst && mean(row) > sureRow ? row : first
  return mean(row) < sureRow && mean(first) > sureFirst ? first : row
}

/** Below 0.6 a glyph is a suspect. */
function sureness(seen: Seen[], all: Seen[][], marks: boolean, knows: (text: string) => boolean): number {
  if (!seen.length) return 0
  const agreeing = all.filter((one) => key(one) === key(seen)).length
  const own = mean(seen)
  if (agreeing > 1) return Math.max(agreedScore, own)
  if (marks || all.length === 1) return own * aloneScore
  // A reader that does not know the character does not contradict.
  return seen.every(({ text }) => knows(text)) ? Math.min(disputedScore, own) : own * aloneScore
}

function othersOf(seen: Seen[], all: Seen[][]): Candidate[] {
  const [only, ...more] = seen
  if (!only || more.length) return []
  const found = new Map<string, Candidate>()
  for (const one of all)
    for (const candidate of one.length === 1 ? one[0]!.candidates : [])
      if (candidate.text !== only.text && !found.has(candidate.text)) found.set(candidate.text, candidate)
  return [...found.values()]
}

export const key = (seen: Seen[]): string =>
  seen
    .map(({ text }) => text)
    .join("")
    .normalize("NFKC")

const hasHan = (seen: Seen[]) => seen.some(({ text }) => /\p{Script=Han}/u.test(text))

const mean = (seen: Seen[]) => (seen.length ? seen.reduce((sum, { score }) => sum + score, 0) / seen.length : 0)
