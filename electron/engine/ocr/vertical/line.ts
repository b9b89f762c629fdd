// What was read in the squares of a column, as a line: glyphs with boxes on the turned page, marks as Chinese type has them.
import { type Box, height, width } from "../../../../shared/geometry/box.ts"
import type { Glyph } from "../../../../shared/model/recognition.ts"
import type { ReadLine } from "../engine.ts"
import { meanScore } from "../line.ts"
import { textOf } from "../spaces.ts"
import type { Cell } from "./cells.ts"
import { type Column, isMark } from "./row.ts"
import type { Seen } from "./squares.ts"
import { type Chosen, chosen, type Readings } from "./vote.ts"

const wide: Record<string, string> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
  ".": "·",
}
/** Smaller than a point, in ems. */
const dirt = 0.1
const unreadMark = "，"
const unreadScore = 0.3
const mostCandidates = 5

export function lineOf(column: Column, readings: Readings, knows: (text: string) => boolean): ReadLine {
  const { box, cells, em } = column
  const glyphs: Glyph[] = []
  const gaps = new Set<number>()
  cells.forEach((cell, i) => {
    const small = isMark(cell, em)
    if (small && Math.max(width(cell.ink!), height(cell.ink!)) < dirt * em) return
    const found = chosen(readings, i, small, knows)
    if (found.seen.length) glyphs.push(...glyphsOf(found, cell, box, readings.laid.lies.has(i)))
    else if (small) glyphs.push(glyphAt(unreadMark, unreadScore, [], inkBox(cell, box)))
    else gaps.add(glyphs.length)
  })
  const marked = glyphs.map((glyph, i) => {
    const found = glyph.text === "·" && isFigure(glyphs[i - 1]) && isFigure(glyphs[i + 1]) ? point(glyph) : glyph
    return gaps.has(i) || gaps.has(i + 1) ? { ...found, score: Math.min(found.score, 0.5) } : found
  })
  return {
    text: textOf(marked, new Set(), em),
    box,
    score: meanScore(marked),
    glyphs: marked,
    starts: new Set(),
    unseen: new Set(),
    unread: [],
  }
}

const isFigure = (glyph: Glyph | undefined) => glyph !== undefined && /\d/u.test(glyph.text)

const point = ({ box, score }: Glyph): Glyph => glyphAt(".", score, [], box)

const inkBox = ({ ink, x0, x1 }: Cell, line: Box): Box => [ink?.[0] ?? x0, line[1], ink?.[2] ?? x1, line[3]]

function glyphAt(text: string, score: number, others: Glyph["candidates"], box: Box): Glyph {
  return { text, box, score, candidates: [{ text, score }, ...others].slice(0, mostCandidates) }
}

/** Several glyphs share their square: along the column where they lie, else side by side. */
function glyphsOf({ seen, others, score }: Chosen, cell: Cell, line: Box, lies: boolean): Glyph[] {
  const whole = inkBox(cell, line)
  const part = (i: number): Box => {
    const [from, to] = [i / seen.length, (i + 1) / seen.length]
    return lies
      ? [Math.round(whole[0] + from * width(whole)), whole[1], Math.round(whole[0] + to * width(whole)), whole[3]]
      : [whole[0], Math.round(whole[3] - to * height(whole)), whole[2], Math.round(whole[3] - from * height(whole))]
  }
  return seen.map((one, i) => glyphAt(printed(one, seen), score, others, part(i)))
}

/** Readers of rows tell , from ， by its width, which means nothing here. */
const printed = ({ text }: Seen, all: Seen[]): string => (all.length === 1 ? (wide[text] ?? text) : text)
