// The printed lines of a text layer: glyphs that follow one another on one base line. White that is wider than type is set
// parts them, so no line runs across a gutter, unless the whole line is spaced out as widely.
import { type Box, height, middleX, middleY, union, width } from "../../../shared/geometry/box.ts"
import type { Direction, Glyph } from "../../../shared/model/recognition.ts"
import type { PdfGlyph } from "./operators.ts"

export interface TextLine {
  text: string
  box: Box
  direction: Direction
  glyphs: Glyph[]
}

/** All lengths are in ems of the glyphs concerned. */
const gutter = 1.2
/** Pieces of a line that were not drawn in one go. */
const joint = 0.6
const widestSpacing = 4.5
/** Spaces that were set one after another, as in a table. */
const widestSpace = 3.5

/** Lines in the order in which they were drawn. */
export function linesOf(glyphs: PdfGlyph[]): TextLine[] {
  const runs = sequences(once(glyphs)).flatMap(parted)
  return joined(stacked(runs)).flatMap(lineOf)
}

/** A glyph seen along its line: from where to where, and how far across. */
interface Seen {
  from: number
  to: number
  across: number
}

function along({ box, heading }: PdfGlyph): Seen {
  if (heading === "right") return { from: box[0], to: box[2], across: middleY(box) }
  if (heading === "left") return { from: -box[2], to: -box[0], across: middleY(box) }
  if (heading === "down") return { from: box[1], to: box[3], across: middleX(box) }
  return { from: -box[3], to: -box[1], across: middleX(box) }
}

const gapBetween = (a: PdfGlyph, b: PdfGlyph): number => (along(b).from - along(a).to) / Math.min(a.em, b.em)
const isSpace = ({ text }: PdfGlyph): boolean => !text.trim()

/** Heavy type is at times the same glyph drawn twice, a hair apart. */
function once(glyphs: PdfGlyph[]): PdfGlyph[] {
  const seen = new Map<string, PdfGlyph[]>()
  return glyphs.filter((glyph) => {
    const [x, y] = [Math.round(glyph.box[0] / glyph.em), Math.round(glyph.box[1] / glyph.em)]
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++) {
        const near = seen.get(`${glyph.text} ${x + i} ${y + j}`) ?? []
        if (near.some(({ box }) => Math.hypot(box[0] - glyph.box[0], box[1] - glyph.box[1]) < 0.2 * glyph.em))
          return false
      }
    const key = `${glyph.text} ${x} ${y}`
    seen.set(key, [...(seen.get(key) ?? []), glyph])
    return true
  })
}

/** Glyphs that go on in one direction on one base line in one size. */
function sequences(glyphs: PdfGlyph[]): PdfGlyph[][] {
  const all: PdfGlyph[][] = []
  for (const glyph of glyphs) {
    const open = all.at(-1)
    const last = open?.at(-1)
    if (open && last && goesOn(last, glyph)) open.push(glyph)
    else all.push([glyph])
  }
  return all
}

function goesOn(last: PdfGlyph, next: PdfGlyph): boolean {
  const gap = gapBetween(last, next)
  return sameRow(last, next, 0.35) && gap > -0.6 && gap < widestSpacing
}

/** Superscripts and figures in smaller type stay in their line. */
const sameRow = (a: PdfGlyph, b: PdfGlyph, slack: number): boolean =>
  a.heading === b.heading &&
  a.vertical === b.vertical &&
  Math.max(a.em, b.em) < 1.6 * Math.min(a.em, b.em) &&
  Math.abs(along(a).across - along(b).across) < slack * Math.max(a.em, b.em)

/** Cuts a sequence where the white is wider than elsewhere in it, and at long rows of spaces; drops spaces at the ends. */
function parted(glyphs: PdfGlyph[]): PdfGlyph[][] {
  const words = glyphs.filter((glyph) => !isSpace(glyph))
  const gaps = words.slice(1).map((word, i) => gapBetween(words[i]!, word))
  const usual = median(gaps)
  const runs: PdfGlyph[][] = []
  let white: PdfGlyph[] = []
  for (const glyph of glyphs) {
    if (isSpace(glyph)) {
      white.push(glyph)
      continue
    }
    const open = runs.at(-1)
    const last = open?.at(-1)
    if (open && last && isClose(last, white, glyph, usual)) open.push(...white, glyph)
    else runs.push([glyph])
    white = []
  }
  return runs
}

function isClose(last: PdfGlyph, white: PdfGlyph[], next: PdfGlyph, usual: number): boolean {
  const gap = gapBetween(last, next)
  return gap < Math.max(gutter, 1.25 * usual) || (white.length > 0 && gap < widestSpace)
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Single glyphs put one below another, at least three, are a vertical line set by hand. */
function stacked(runs: PdfGlyph[][]): PdfGlyph[][] {
  const out: PdfGlyph[][] = []
  for (let i = 0; i < runs.length; ) {
    let end = i + 1
    while (end < runs.length && isBelow(runs[end - 1]!, runs[end]!)) end++
    if (end - i >= 3) {
      out.push(runs.slice(i, end).map(([glyph]) => ({ ...glyph!, heading: "down", vertical: true })))
      i = end
    } else out.push(runs[i++]!)
  }
  return out
}

function isBelow(upper: PdfGlyph[], lower: PdfGlyph[]): boolean {
  const [a, b] = [upper[0]!, lower[0]!]
  if (upper.length > 1 || lower.length > 1 || a.heading !== "right" || b.heading !== "right") return false
  const step = (middleY(b.box) - middleY(a.box)) / a.em
  return Math.abs(middleX(a.box) - middleX(b.box)) < 0.2 * a.em && step > 0.8 && step < 1.6 && b.em < 1.2 * a.em
}

/** Runs of one row that all but touch, in whatever order they were drawn. */
function joined(runs: PdfGlyph[][]): PdfGlyph[][] {
  const out: PdfGlyph[][] = []
  for (const run of runs) {
    const before = out.find((other) => touches(other, run))
    const after = out.find((other) => other !== before && touches(run, other))
    if (before && after) {
      before.push(...run, ...after)
      out.splice(out.indexOf(after), 1)
    } else if (before) before.push(...run)
    else if (after) after.unshift(...run)
    else out.push([...run])
  }
  return out
}

function touches(left: PdfGlyph[], right: PdfGlyph[]): boolean {
  const [a, b] = [left.at(-1)!, right[0]!]
  if (!sameRow(a, b, 0.25)) return false
  const gap = gapBetween(a, b)
  return gap > -0.3 && gap < joint
}

function lineOf(glyphs: PdfGlyph[]): TextLine[] {
  const words = glyphs.filter((glyph) => !isSpace(glyph))
  const box = union(words.map((glyph) => glyph.box))
  const [first] = words
  if (!first || !box || width(box) <= 0 || height(box) <= 0) return []
  const usual = median(words.slice(1).map((word, i) => gapBetween(words[i]!, word)))
  let text = ""
  let last: PdfGlyph | null = null
  let spaced = false
  for (const glyph of glyphs) {
    if (isSpace(glyph)) {
      spaced = true
      continue
    }
    if (last && (spaced || hasSpace(last, glyph, usual))) text += " "
    text += glyph.text
    last = glyph
    spaced = false
  }
  const sideways = first.heading === "down" || first.heading === "up"
  return [{ text, box: rounded(box), direction: sideways ? "vertical" : "horizontal", glyphs: words.map(glyphOf) }]
}

/** White that was left without a space: a whole line set so widely has none. */
function hasSpace(a: PdfGlyph, b: PdfGlyph, usual: number): boolean {
  const letters = /[\p{Script=Latin}\p{Nd}]/u
  return gapBetween(a, b) > usual + (letters.test(a.text) && letters.test(b.text) ? 0.18 : 0.4)
}

const glyphOf = ({ text, box }: PdfGlyph): Glyph => ({
  text,
  box: rounded(box),
  score: 1,
  candidates: [{ text, score: 1 }],
})

const rounded = ([x0, y0, x1, y1]: Box): Box => [Math.round(x0), Math.round(y0), Math.round(x1), Math.round(y1)]
