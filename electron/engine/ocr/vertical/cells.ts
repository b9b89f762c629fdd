// Cuts a column of vertical type into the squares of its characters. The column lies on its side, as a row whose glyphs look to the
// left: its page was turned a quarter. Type stands in squares of one height, marks and figures on their side take about half of one;
// the cuts that fit this best and run through the least ink are found by dynamic programming.
import { type Box, height, width } from "../../../../shared/geometry/box.ts"
import type { Grey } from "../../image/grey.ts"

/** From where to where a square reaches along the column, and the ink in it. */
export interface Cell {
  x0: number
  x1: number
  /** Around its ink, in pixels of the page; null where the square is white. */
  ink: Box | null
}

/** Squares are this much of an em long, at the least and at the most. */
const pitches = [0.82, 0.88, 0.94, 1, 1.06, 1.12]
const half = 0.52
/** Spread of a square's and of half a square's length, as a share of the square. */
const spread = 0.1
const halfPrice = 0.3
const whitePrice = 0.02
const cutPrice = 0.25
const inkPrice = 2.5

/** `em` is the height of a square in pixels; what is darker than `limit` is ink. */
export function cellsOf(page: Grey, line: Box, limit: number, em: number): Cell[] {
  const counts = inkAlong(page, line, limit)
  let best: { cost: number; cuts: number[] } | null = null
  for (const pitch of pitches) {
    const found = cheapestCuts(counts, pitch * em, height(line))
    // A column of fewer squares must not win by its fewer prices.
    const cost = found.cost + 0.15 * Math.abs(Math.log(pitch)) * (counts.length / em)
    if (!best || cost < best.cost) best = { cost, cuts: found.cuts }
  }
  const cuts = best?.cuts ?? []
  return cuts
    .slice(1)
    .map((to, i) => cellAt(page, line, limit, line[0] + cuts[i]!, line[0] + to))
    .filter((cell) => cell.ink)
    .flatMap((cell) => pairParted(cell, page, line, limit, em))
}

/** Ems of ink, and of white between two pieces of ink. */
const smallMark = 0.45
const widestBracket = 0.8
const leastDot = 0.12
const largestDot = 0.26
const pairGap = 0.07

/** A mark and a bracket in one square are two; 二 is wider, ： and ； are dots alone. */
function pairParted(cell: Cell, page: Grey, line: Box, limit: number, em: number): Cell[] {
  const gap = widestWhite(inkAlong(page, [cell.ink![0], line[1], cell.ink![2], line[3]], limit))
  if (gap.length < pairGap * em) return [cell]
  const at = cell.ink![0] + gap.middle
  const parts = [cellAt(page, line, limit, cell.x0, at), cellAt(page, line, limit, at, cell.x1)]
  const sides = parts.map(({ ink }) => (ink ? { along: width(ink) / em, across: height(ink) / em } : null))
  const fits = sides.every(
    (side) =>
      side && side.along > leastDot && side.along < smallMark && side.across > leastDot && side.across < widestBracket,
  )
  const dots = sides.every((side) => side && side.across < largestDot)
  const bracket = sides.some((side) => side && side.across > smallMark)
  const mark = sides.some((side) => side && side.across < smallMark)
  return fits && !dots && bracket && mark ? parts : [cell]
}

function widestWhite(counts: Uint16Array): { length: number; middle: number } {
  let best = { length: 0, middle: 0 }
  for (let x = 0, from = 0; x < counts.length; x++) {
    if (counts[x]) from = x + 1
    else if (x + 1 - from > best.length) best = { length: x + 1 - from, middle: Math.round((from + x + 1) / 2) }
  }
  return best
}

const darkest = 0.03
const towardsPaper = 0.68

/** What is darker than this is ink: nearer to the paper than to the column's darkest pixels, for thin strokes are pale. */
export function inkLimit({ data, width }: Grey, [x0, y0, x1, y1]: Box, paper: number): number {
  const counts = new Uint32Array(256)
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) counts[data[y * width + x]!]!++
  let dark = 0
  for (let seen = counts[0]!; dark < paper && seen < darkest * (x1 - x0) * (y1 - y0); ) seen += counts[++dark]!
  return dark + towardsPaper * (paper - dark)
}

function inkAlong({ data, width: stride }: Grey, [x0, y0, x1, y1]: Box, limit: number): Uint16Array {
  const counts = new Uint16Array(x1 - x0)
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (data[y * stride + x]! < limit) counts[x - x0]!++
  return counts
}

function cheapestCuts(counts: Uint16Array, pitch: number, thick: number): { cost: number; cuts: number[] } {
  const length = counts.length
  const sums = new Uint32Array(length + 1)
  for (let x = 0; x < length; x++) sums[x + 1] = sums[x]! + counts[x]!
  const cost = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(length + 1)
  cost[0] = 0
  const longest = Math.ceil(1.35 * pitch)
  const price = lengthPrices(longest, pitch)
  for (let to = 1; to <= length; to++) {
    const cut = to === length ? 0 : cutCost(counts, to, thick)
    for (let start = Math.max(0, to - longest); start < to; start++) {
      const white = sums[to] === sums[start]
      const here = cost[start]! + (white ? whitePrice : price[to - start]!) + (white && to !== length ? 0 : cut)
      if (here < cost[to]!) [cost[to], from[to]] = [here, start]
    }
  }
  const cuts = [length]
  while (cuts[0]! > 0) cuts.unshift(from[cuts[0]!]!)
  return { cost: cost[length]!, cuts }
}

function lengthPrices(longest: number, pitch: number): Float64Array {
  const off = (length: number, wanted: number) => Math.min(4, ((length / pitch - wanted) / spread) ** 2 * 0.15)
  return Float64Array.from({ length: longest + 1 }, (_, length) =>
    Math.min(off(length, 1), halfPrice + off(length, half)),
  )
}

/** Of a cut between two pixels: both have their ink cut through. */
function cutCost(counts: Uint16Array, at: number, thick: number): number {
  const ink = Math.min(counts[at - 1]!, counts[at]!)
  return ink ? cutPrice + (inkPrice * ink) / thick : 0
}

function cellAt({ data, width }: Grey, line: Box, limit: number, x0: number, x1: number): Cell {
  let [left, top, right, bottom] = [x1, line[3], x0, line[1]]
  for (let y = line[1]; y < line[3]; y++)
    for (let x = x0; x < x1; x++)
      if (data[y * width + x]! < limit) {
        left = Math.min(left, x)
        right = Math.max(right, x + 1)
        top = Math.min(top, y)
        bottom = y + 1
      }
  return { x0, x1, ink: right > left ? [left, top, right, bottom] : null }
}
