// What a reading got wrong, glyph by glyph: every line it read against the printed line most like it.
import { type Pair, pairs } from "../../electron/engine/ocr/merge.ts"
import { suspectBelow } from "../../shared/export/articles.ts"
import type { Glyph } from "../../shared/model/recognition.ts"
import { distance, scoreKey } from "../../shared/text/score.ts"

export interface Misread {
  /** Index of the glyph; of a missing one that of the glyph after it. */
  at: number
  missing: boolean
  /** What is printed; empty where nothing is. */
  wanted: string
}

interface Read {
  glyphs: Glyph[] | null
}

export interface JudgedLine<L extends Read> {
  line: L
  glyphs: Glyph[]
  wrong: Misread[]
}

/** A glyph whose key has several characters (… ℃) stands once in both. */
const keyOf = (text: string): string => scoreKey(text)[0] ?? ""
const keysOf = (text: string): string[] => [...scoreKey(text).replaceAll("...", ".").replaceAll("°C", "°")]

/** Lines that are like none of the printed ones are left out. */
export function judged<L extends Read>(printed: string[], lines: L[]): JudgedLine<L>[] {
  const wanted = printed.map(keysOf).filter((keys) => keys.length)
  const texts = wanted.map((keys) => keys.join(""))
  return lines.flatMap((line) => {
    const glyphs = line.glyphs ?? []
    const read = glyphs.map((glyph) => keyOf(glyph.text))
    const distances = texts.map((text) => distance(text, read.join("")))
    const best = distances.indexOf(Math.min(...distances))
    const near = wanted[best]
    if (!read.length || !near || distances[best]! > 0.5 * near.length) return []
    return [{ line, glyphs, wrong: misreadIn(read, near) }]
  })
}

function misreadIn(read: string[], printed: string[]): Misread[] {
  const wrong: Misread[] = []
  const found = ofOneLine(pairs(read, printed))
  let at = found.find(([i]) => i !== null)?.[0] ?? 0
  for (const [i, j] of found) {
    if (i !== null) at = i + 1
    if (i === null) wrong.push({ at, missing: true, wanted: printed[j!]! })
    else if (j === null || read[i] !== printed[j])
      wrong.push({ at: i, missing: false, wanted: j === null ? "" : printed[j]! })
  }
  return wrong
}

/**
 * What stands in the same row beyond a wide space is a line of its own to one side and not to the other: it is nobody's
 * mistake where more than one glyph at an end has no partner.
 */
function ofOneLine(found: Pair[]): Pair[] {
  const isBoth = ([i, j]: Pair) => i !== null && j !== null
  const [first, last] = [found.findIndex(isBoth), found.findLastIndex(isBoth)]
  return found.slice(first > 1 ? first : 0, found.length - 1 - last > 1 ? last + 1 : found.length)
}

export interface Marks {
  glyphs: number
  marked: number
  errors: number
  found: number
}

export const noMarks: Marks = { glyphs: 0, marked: 0, errors: 0, found: 0 }

export const sumOf = (a: Marks, b: Marks): Marks => ({
  glyphs: a.glyphs + b.glyphs,
  marked: a.marked + b.marked,
  errors: a.errors + b.errors,
  found: a.found + b.found,
})

const isMarked = (glyph: Glyph | undefined) => glyph !== undefined && glyph.score < suspectBelow

/** A glyph that is missing counts as found where one beside it is marked. */
export function marksOn(lines: JudgedLine<Read>[]): Marks {
  const sum = { ...noMarks }
  for (const { glyphs, wrong } of lines) {
    sum.glyphs += glyphs.length
    sum.marked += glyphs.filter(isMarked).length
    sum.errors += wrong.length
    sum.found += wrong.filter(({ at, missing }) => isMarked(glyphs[at]) || (missing && isMarked(glyphs[at - 1]))).length
  }
  return sum
}
