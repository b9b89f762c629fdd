// Pieces of ink joined from left to right into printed lines, never across a rule or the gutter between two columns.
import { type Box, height, overlapX, overlapY, union, width } from "../../../shared/geometry/box.ts"
import type { Component } from "./components.ts"
import { ofOneSize, withInside } from "./display.ts"
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
  return mended(attachLoose(display, body, page), page)
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
  return widestGap(a, b, page.ink) <= 0.75 * size || !gutter(a, b, size, page)
}

/** Halves of one glyph above each other, and pieces of one line that touch though one was taken for display type. */
function mended(lines: Segment[], page: Page): Segment[] {
  const sorted = [...lines].sort((a, b) => a.box[0] - b.box[0])
  const sets = groups(sorted, (link) => {
    for (let a = 0; a < sorted.length; a++)
      for (let b = a + 1; b < sorted.length && sorted[b]!.box[0] - sorted[a]!.box[2] <= page.glyph; b++)
        if (areHalves(sorted[a]!, sorted[b]!, page.glyph) || touch(sorted[a]!, sorted[b]!, page.barriers)) link(a, b)
  })
  return sets.map((set) =>
    set.length === 1
      ? set[0]!
      : {
          ...segment(set.flatMap((line) => line.parts)),
          size: Math.max(...set.map((line) => line.size), areOneHigh(set, page.glyph) ? 0.9 * page.glyph : 0),
        },
  )
}

const areOneHigh = (lines: Segment[], glyph: number) => height(union(lines.map((line) => line.box))!) <= 1.3 * glyph

const areHalves = (a: Segment, b: Segment, glyph: number) =>
  areOneHigh([a, b], glyph) && overlapX(a.box, b.box) > 0.7 * Math.min(width(a.box), width(b.box))

function touch(left: Segment, right: Segment, barriers: Box[]): boolean {
  const [small, large] = [Math.min(left.size, right.size), Math.max(left.size, right.size)]
  return (
    large < 1.25 * small &&
    -overlapX(left.box, right.box) < 0.35 * small &&
    overlapY(left.box, right.box) > 0.75 * Math.max(height(left.box), height(right.box)) &&
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

/** Whether a printed rule stands between two boxes that lie side by side. */
function barred(a: Box, b: Box, barriers: Box[]): boolean {
  const y = (Math.max(a[1], b[1]) + Math.min(a[3], b[3])) / 2
  return barriers.some(
    (rule) => rule[1] <= y && rule[3] >= y && rule[0] >= a[0] && rule[2] <= b[2] && height(rule) > width(rule),
  )
}

/**
 * Whether the white between `a` and `b` goes on above or below with print on both sides of it, as a gutter does.
 * Narrow white must go on past two more lines: full-width punctuation often lines up over two.
 */
function gutter(a: Box, b: Box, size: number, { ink }: Page): boolean {
  const strip = 0.6 * size
  const step = Math.max(1, size / 4)
  const least = b[0] - a[2] < 1.5 * size ? 2.2 * size : 0.5 * size
  const [top, bottom] = [Math.min(a[1], b[1]), Math.max(a[3], b[3])]
  for (let x = a[2]; x + strip <= b[0]; x += Math.max(1, size / 8)) {
    let [up, down] = [top, bottom]
    while (up > top - 6 * size && up > 0 && !ink.ink(x, up - step, x + strip, up)) up -= step
    while (down < bottom + 6 * size && down < ink.height && !ink.ink(x, down, x + strip, down + step)) down += step
    const beside = (from: number, to: number) =>
      from < to && ink.ink(x - 1.5 * size, from, x, to) > 0 && ink.ink(x + strip, from, x + strip + 1.5 * size, to) > 0
    if (beside(up, top - least) || beside(bottom + least, down)) return true
  }
  return false
}

/** Marks and flat glyphs (“ ” 一 三 —— ：) at the ends of a display line: alone there, lower than the line and close to it. */
function attachLoose(display: Segment[], body: Segment[], page: Page): Segment[] {
  const left = new Set(body)
  for (const line of display)
    for (let again = true; again; ) {
      again = false
      const beside = [...left].filter((other) => isBeside(line, other, page))
      for (const side of [-1, 1]) {
        const found = beside.filter((other) => Math.sign(other.box[0] - line.box[0]) === side)
        if (!found.length || found.length > 3 || found.some((other) => !isLoose(line, other))) continue
        for (const other of found) left.delete(other)
        Object.assign(line, segment([...line.parts, ...found.flatMap((other) => other.parts)]), { size: line.size })
        again = true
      }
    }
  return [...display, ...left]
}

const isBeside = (line: Segment, other: Segment, page: Page) =>
  overlapY(line.box, other.box) > 0.5 * height(other.box) &&
  -overlapX(line.box, other.box) < 0.6 * line.size &&
  !barred(
    ...((line.box[0] < other.box[0] ? [line.box, other.box] : [other.box, line.box]) as [Box, Box]),
    page.barriers,
  )

const isLoose = (line: Segment, other: Segment) =>
  width(other.box) < (height(other.box) < 0.4 * line.size ? 2.3 : 0.8) * line.size && other.size < 0.7 * line.size
