// White between two pieces of ink that stand side by side: the gutter of two columns, or the half of a full-width mark that is empty.
import { type Box, height, width } from "../../../shared/geometry/box.ts"
import type { InkMap } from "./inkmap.ts"

export interface White {
  /** Height of a glyph; all measures are in these. */
  size: number
  /** The widest stretch without ink. */
  white: number
  ink: InkMap
  isDisplay: boolean
}

/** White this wide is more than a mark leaves, and parts display type of one line never does. */
const aMark = 0.9
/** White this wide parts at the sight of one more line. */
const wide = 1.5
/** Marks often stand one above the other over two lines. */
const pastTwoLines = 2.2
const pastOne = 0.5
const reach = 6
/** How far white must go on in all, and for how much of it print stands on one side at least and on both. */
const longWhite = { total: 6, either: 3, both: 0.5 }
const longNarrow = { total: 9, either: 5.5, both: 1.6 }
const farthest = 10
/** How wide a strip is looked at, and how far beside it print is looked for. */
const strip = 0.6
const beside = 1.5

/**
 * Whether the white between `a` and `b` goes on above or below with print on both sides of it, as a gutter does. The wider it is,
 * the less is asked. Beside first lines, last lines and headings print stands on one side only: there white must go on for long.
 * Of display type only what is below tells: what stands above belongs to another article.
 */
export function gutter(a: Box, b: Box, white: White): boolean {
  const { size, isDisplay } = white
  const isNarrow = white.white < aMark * size
  if (isNarrow && isDisplay) return false
  for (let x = a[2]; x + strip * size <= b[0]; x += Math.max(1, size / 8)) {
    const open = opened(a, b, x, white)
    if (!isNarrow && goesOn(open, white)) return true
    if (!isDisplay && goesOnLong(open, size, isNarrow ? longNarrow : longWhite)) return true
  }
  return false
}

/** A strip without ink, from `up` over the two boxes to `down`, and how many sides of it are printed. */
interface Open {
  up: number
  top: number
  bottom: number
  down: number
  sides(from: number, to: number): number
}

function opened(a: Box, b: Box, x: number, { size, ink }: White): Open {
  const [top, bottom] = [Math.min(a[1], b[1]), Math.max(a[3], b[3])]
  const [end, step] = [x + strip * size, stepOf(size)]
  let [up, down] = [top, bottom]
  while (up > top - farthest * size && up > 0 && !ink.ink(x, up - step, end, up)) up -= step
  while (down < bottom + farthest * size && down < ink.height && !ink.ink(x, down, end, down + step)) down += step
  const sides = (from: number, to: number) =>
    from < to
      ? Number(ink.ink(x - beside * size, from, x, to) > 0) + Number(ink.ink(end, from, end + beside * size, to) > 0)
      : 0
  return { up, top, bottom, down, sides }
}

function goesOn({ up, top, bottom, down, sides }: Open, { size, white, isDisplay }: White): boolean {
  const isWide = white >= wide * size
  const least = (isWide ? pastOne : pastTwoLines) * size
  if (sides(bottom + least, Math.min(down, bottom + reach * size)) === 2) return true
  return (!isDisplay || isWide) && sides(Math.max(up, top - reach * size), top - least) === 2
}

function goesOnLong({ up, top, bottom, down, sides }: Open, size: number, asked: typeof longWhite): boolean {
  if (top - up + down - bottom < asked.total * size) return false
  const step = stepOf(size)
  const rows: number[] = []
  for (let y = up; y < top; y += step) rows.push(sides(y, Math.min(top, y + step)))
  for (let y = bottom; y < down; y += step) rows.push(sides(y, Math.min(down, y + step)))
  const printed = (least: number) => step * rows.filter((count) => count >= least).length
  return printed(1) >= asked.either * size && printed(2) >= asked.both * size
}

const stepOf = (size: number) => Math.max(1, size / 4)

/** Whether a printed rule stands between two boxes that lie side by side. */
export function barred(a: Box, b: Box, barriers: Box[]): boolean {
  const y = (Math.max(a[1], b[1]) + Math.min(a[3], b[3])) / 2
  return barriers.some(
    (rule) => rule[1] <= y && rule[3] >= y && rule[0] >= a[0] && rule[2] <= b[2] && height(rule) > width(rule),
  )
}
