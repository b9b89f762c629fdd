// How far a page lies askew: at the right angle its lines of print fall into the same rows (or, set vertically, columns)
// and the profile of ink over them is at its sharpest.

import { binarize } from "./binarize.ts"
import { type Bitmap, type Grey, resize } from "./grey.ts"

const copySide = 1200
const range = 6
/** Below this a turn would blur more than it straightens. */
export const leastTurn = 0.05

/** Degrees to turn the page clockwise so that it is straight. */
export async function skewOf(grey: Grey): Promise<number> {
  const factor = Math.min(1, copySide / Math.min(grey.width, grey.height))
  return skewOfBitmap(binarize(factor < 1 ? await resize(grey, factor) : grey, 12))
}

export function skewOfBitmap(bitmap: Bitmap): number {
  const points = edges(bitmap)
  if (points.xs.length < 200) return 0
  let best = 0
  for (const [reach, step] of [
    [range, 0.5],
    [0.5, 0.1],
    [0.1, 0.02],
  ] as const) {
    let top = Number.NEGATIVE_INFINITY
    const middle = best
    for (let n = -Math.round(reach / step); n <= Math.round(reach / step); n++) {
      const angle = middle + n * step
      const score = sharpness(points, angle)
      if (score > top) [top, best] = [score, angle]
    }
  }
  return Math.round(best * 100) / 100
}

interface Points {
  xs: Float32Array
  ys: Float32Array
}

/** The upper and left edges of ink: thin, so that pictures and thick rules weigh little. */
function edges({ data, width, height }: Bitmap): Points {
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 1; y < height; y++)
    for (let x = 1, i = y * width + 1; x < width; x++, i++)
      if (data[i] && !(data[i - width] && data[i - 1])) {
        xs.push(x - width / 2)
        ys.push(y - height / 2)
      }
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys) }
}

/** Sum of squared steps between neighbouring rows, plus the same for columns. */
function sharpness({ xs, ys }: Points, degrees: number): number {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const size = 8192
  const rows = new Int32Array(size)
  const columns = new Int32Array(size)
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i]!
    const y = ys[i]!
    rows[(x * sin + y * cos + size / 2) & (size - 1)]!++
    columns[(x * cos - y * sin + size / 2) & (size - 1)]!++
  }
  let sum = 0
  for (let i = 1; i < size; i++) sum += (rows[i]! - rows[i - 1]!) ** 2 + (columns[i]! - columns[i - 1]!) ** 2
  return sum
}
