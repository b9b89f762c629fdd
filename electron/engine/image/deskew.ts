// How far a page lies askew: at the right angle its lines of print fall into the same rows (or, set vertically, columns)
// and the profile of ink over them is at its sharpest (Postl 1986).

import { binarize } from "./binarize.ts"
import { type Bitmap, type Grey, resize } from "./grey.ts"

const copySide = 1200
const range = 11
/** Below this a turn would blur more than it straightens. */
export const leastTurn = 0.05
const fewest = 200

/** Edges of ink on a small copy of the page; coordinates from its middle. */
export interface Edges {
  xs: Float32Array
  ys: Float32Array
  /** Sides of the copy. */
  width: number
  height: number
}

export async function edgesOf(grey: Grey): Promise<Edges> {
  const factor = Math.min(1, copySide / Math.min(grey.width, grey.height))
  return edgesOfBitmap(binarize(factor < 1 ? await resize(grey, factor) : grey, 12))
}

/** The upper and left edges of ink: thin, so that pictures and thick rules weigh little. */
export function edgesOfBitmap({ data, width, height }: Bitmap): Edges {
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 1; y < height; y++)
    for (let x = 1, i = y * width + 1; x < width; x++, i++)
      if (data[i] && !(data[i - width] && data[i - 1])) {
        xs.push(x - width / 2)
        ys.push(y - height / 2)
      }
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys), width, height }
}

/** Degrees to turn the page clockwise so that it is straight. */
export function skewOf(edges: Edges): number {
  const { xs, ys } = edges
  if (xs.length < fewest) return 0
  // A few points are enough to see roughly where the peak is.
  const few = { ...edges, xs: xs.filter((_, i) => i % 4 === 0), ys: ys.filter((_, i) => i % 4 === 0) }
  const both = (points: Edges) => (angle: number) => rowSharpness(points, angle) + columnSharpness(points, angle)
  const rough = peak(both(few), 0, range, 0.25)
  const near = peak(both(edges), rough.at, 0.5, 0.1)
  return Math.round(summit(both(edges), near.at) * 100) / 100
}

/** The middle of a peak's upper quarter: its very top is a matter of single pixels. */
function summit(score: (angle: number) => number, middle: number): number {
  const angles = Array.from({ length: 21 }, (_, n) => middle + (n - 10) * 0.02)
  const scores = angles.map(score)
  const [top, foot] = [Math.max(...scores), Math.min(...scores)]
  const weights = scores.map((value) => Math.max(0, value - top + (top - foot) / 4))
  const sum = weights.reduce((all, one) => all + one, 0)
  return sum ? angles.reduce((all, angle, i) => all + angle * weights[i]!, 0) / sum : middle
}

/** Where a score is highest from `middle - reach` to `middle + reach`, and how high above the average. */
export function peak(score: (angle: number) => number, middle: number, reach: number, step: number) {
  let [at, top, sum, count] = [middle, Number.NEGATIVE_INFINITY, 0, 0]
  for (let n = -Math.round(reach / step); n <= Math.round(reach / step); n++) {
    const value = score(middle + n * step)
    sum += value
    count++
    if (value > top) [top, at] = [value, middle + n * step]
  }
  return { at, rise: top / (sum / count || 1) - 1 }
}

const bins = 8192

/** Sum of squared steps between neighbouring rows when the page is turned by so many degrees. */
export function rowSharpness({ xs, ys }: Edges, degrees: number): number {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const rows = new Int32Array(bins)
  for (let i = 0; i < xs.length; i++) rows[(xs[i]! * sin + ys[i]! * cos + bins / 2) & (bins - 1)]!++
  return roughness(rows)
}

/** The same of columns. */
export function columnSharpness({ xs, ys }: Edges, degrees: number): number {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const columns = new Int32Array(bins)
  for (let i = 0; i < xs.length; i++) columns[(xs[i]! * cos - ys[i]! * sin + bins / 2) & (bins - 1)]!++
  return roughness(columns)
}

function roughness(profile: Int32Array): number {
  let sum = 0
  for (let i = 1; i < profile.length; i++) sum += (profile[i]! - profile[i - 1]!) ** 2
  return sum
}
