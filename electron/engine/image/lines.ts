// Pieces of ink joined from left to right into printed lines, never across a rule or the gutter between two columns.
import { type Box, height, overlapX, overlapY, union, width } from "../../../shared/geometry/box.ts"
import type { Component } from "./components.ts"
import { ofOneSize, withBeside, withInside } from "./display.ts"
import { barred, gutter } from "./gutter.ts"
import type { InkMap } from "./inkmap.ts"
import { type Segment, segment } from "./segment.ts"
import { groups } from "./union.ts"

export interface Page {
  glyph: number
  ink: InkMap
  barriers: Box[]
}

/** A piece this much taller than a body glyph belongs to display type. */
const displayFrom = 1.45
/** White of so many heights of a glyph parts nothing. */
const closest = 0.75
/** Pieces of body type belong to glyphs about as high as the page's. */
const leastEm = 0.9

/** All lines of a page, in no order. Display type first: its dots and quotation marks are as small as body glyphs. */
export function findLines(parts: Component[], page: Page): Segment[] {
  const tall = parts.filter((part) => height(part.box) >= displayFrom * page.glyph)
  const display = chain(tall, page, 0)
    .flatMap(ofOneSize)
    .map((line) => withInside(line, parts))
  const taken = new Set(display.flatMap((segment) => segment.parts))
  const body = chain(
    parts.filter((part) => !taken.has(part)),
    page,
    0.6 * page.glyph,
  )
  return mended(withBeside(display, body, page), page)
}

function chain(parts: Component[], page: Page, leastSize: number): Segment[] {
  const sorted = [...parts].sort((a, b) => a.box[0] - b.box[0])
  const reach = 2.5 * Math.max(leastSize, ...parts.map((part) => height(part.box)))
  const linked = groups(sorted, (link) => {
    for (let a = 0; a < sorted.length; a++)
      for (let b = a + 1; b < sorted.length && sorted[b]!.box[0] - sorted[a]!.box[2] <= reach; b++)
        if (oneLine(sorted[a]!.box, sorted[b]!.box, leastSize, page)) link(a, b)
  })
  return linked.map(segment)
}

function oneLine(a: Box, b: Box, leastSize: number, page: Page): boolean {
  const smaller = Math.min(height(a), height(b))
  if (overlapY(a, b) < 0.35 * smaller) return false
  const size = Math.max(height(a), height(b), leastSize)
  if (b[0] - a[2] > 2.5 * size || barred(a, b, page.barriers)) return false
  const em = leastSize ? Math.max(size, leastEm * page.glyph) : size
  const white = widestGap(a, b, page.ink)
  return white <= closest * em || !gutter(a, b, { size: em, white, ink: page.ink, isDisplay: !leastSize })
}

/** Halves of glyphs above each other, and pieces of one line that touch though one was taken for display type. */
function mended(lines: Segment[], page: Page): Segment[] {
  const sorted = [...lines].sort((a, b) => a.box[0] - b.box[0])
  const sets = groups(sorted, (link) => {
    for (let a = 0; a < sorted.length; a++)
      for (let b = a + 1; b < sorted.length && sorted[b]!.box[0] - sorted[a]!.box[2] <= 2 * page.glyph; b++)
        if (areHalves(sorted[a]!, sorted[b]!, page.glyph) || touch(sorted[a]!, sorted[b]!, page)) link(a, b)
  })
  return sets.map((set) => {
    if (set.length === 1) return set[0]!
    const whole = segment(set.flatMap((line) => line.parts))
    const high = height(whole.box)
    const ofHalves = set.some((line) => high > 1.4 * height(line.box))
    const least = high <= oneHigh * page.glyph ? 0.9 * page.glyph : ofHalves ? 0.95 * high : 0
    return { ...whole, size: Math.max(...set.map((line) => line.size), least) }
  })
}

/** Of body glyphs: no line of body type is higher. */
const oneHigh = 1.3
const leastDisplay = 1.2
/** Of display type whose glyphs are all in pieces: so high, and so many times as long as high. */
const mostHigh = 3.2
const mostLong = 8

/** Body glyphs of two pieces, or display glyphs whose pieces reach into one another, as two lines never do. */
function areHalves(a: Segment, b: Segment, glyph: number): boolean {
  const [narrow, broad] = [Math.min(width(a.box), width(b.box)), Math.max(width(a.box), width(b.box))]
  if (overlapX(a.box, b.box) <= 0.7 * narrow) return false
  const high = height(union([a.box, b.box])!)
  if (high <= oneHigh * glyph) return true
  return high <= mostHigh * glyph && overlapY(a.box, b.box) >= 0 && narrow > 0.7 * broad && broad < mostLong * high
}

/** Of display type in pieces only the height of all of it tells the size. */
function touch(left: Segment, right: Segment, { glyph, barriers }: Page): boolean {
  const [low, high] = [left.box, right.box].map(height).sort((a, b) => a - b) as [number, number]
  const [small, large] = [Math.min(left.size, right.size), Math.max(left.size, right.size)]
  const isDisplay = low > leastDisplay * glyph
  return (
    (isDisplay || large < 1.25 * small) &&
    -overlapX(left.box, right.box) < (isDisplay ? closest * low : 0.35 * small) &&
    overlapY(left.box, right.box) > (isDisplay ? 0.8 : 0.75) * high &&
    !barred(left.box, right.box, barriers)
  )
}

/** The widest stretch of white between two boxes side by side: a comma or a dot may stand between them. */
function widestGap(a: Box, b: Box, ink: InkMap): number {
  const [top, bottom] = [Math.min(a[1], b[1]), Math.max(a[3], b[3])]
  let widest = 0
  for (let x = a[2], from = x; x < b[0]; x++) {
    if (ink.ink(x, top, x + 1, bottom)) from = x + 1
    widest = Math.max(widest, x + 1 - from)
  }
  return widest
}
