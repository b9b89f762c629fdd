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
const longNarrow = { total: 9, either: 5, both: 1.6 }
const farthest = 10

/**
 * Whether the white between `a` and `b` goes on above or below with print on both sides of it, as a gutter does. The wider it is,
 * the less is asked. Beside first lines, last lines and headings print stands on one side only: there white must go on for long.
 * Of display type only what is below tells: what stands above belongs to another article.
 */
export function gutter(a: Box, b: Box, { size, white, ink, isDisplay }: White): boolean {
  const isNarrow = white < aMark * size
  if (isNarrow && isDisplay) return false
  const strip = 0.6 * size
  const step = Math.max(1, size / 4)
  const least = (white < wide * size ? pastTwoLines : pastOne) * size
  const [top, bottom] = [Math.min(a[1], b[1]), Math.max(a[3], b[3])]
  for (let x = a[2]; x + strip <= b[0]; x += Math.max(1, size / 8)) {
    const left = (from: number, to: number) => ink.ink(x - 1.5 * size, from, x, to) > 0
    const right = (from: number, to: number) => ink.ink(x + strip, from, x + strip + 1.5 * size, to) > 0
    const beside = (from: number, to: number) => from < to && left(from, to) && right(from, to)
    let [up, down] = [top, bottom]
    while (up > top - farthest * size && up > 0 && !ink.ink(x, up - step, x + strip, up)) up -= step
    while (down < bottom + farthest * size && down < ink.height && !ink.ink(x, down, x + strip, down + step))
      down += step
    if (!isNarrow) {
      if (beside(bottom + least, Math.min(down, bottom + reach * size))) return true
      const upward = !isDisplay || white >= wide * size
      if (upward && beside(Math.max(up, top - reach * size), top - least)) return true
    }
    if (isDisplay) continue
    const asked = isNarrow ? longNarrow : longWhite
    if (top - up + down - bottom < asked.total * size) continue
    let [either, both] = [0, 0]
    for (const [from, to] of [
      [up, top],
      [bottom, down],
    ] as const)
      for (let y = from; y < to; y += step) {
        const sides = Number(left(y, Math.min(to, y + step))) + Number(right(y, Math.min(to, y + step)))
        if (sides) either += step
        if (sides === 2) both += step
      }
    if (either >= asked.either * size && both >= asked.both * size) return true
  }
  return false
}

/** Whether a printed rule stands between two boxes that lie side by side. */
export function barred(a: Box, b: Box, barriers: Box[]): boolean {
  const y = (Math.max(a[1], b[1]) + Math.min(a[3], b[3])) / 2
  return barriers.some(
    (rule) => rule[1] <= y && rule[3] >= y && rule[0] >= a[0] && rule[2] <= b[2] && height(rule) > width(rule),
  )
}
