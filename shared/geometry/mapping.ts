// Projective maps of the plane, as between a page that lies straight and the scan of it that does not (Hartley and
// Zisserman, Multiple View Geometry, chapter 2).
import { type Box, height, middleX, middleY, width } from "./box.ts"

/** Rows of a 3 × 3 matrix that acts on (x, y, 1). */
export type Mapping = readonly [number, number, number, number, number, number, number, number, number]

export const unmoved: Mapping = [1, 0, 0, 0, 1, 0, 0, 0, 1]

/** First `inner`, then `outer`. */
export function after(outer: Mapping, inner: Mapping): Mapping {
  const at = (row: number, column: number) =>
    outer[3 * row]! * inner[column]! +
    outer[3 * row + 1]! * inner[column + 3]! +
    outer[3 * row + 2]! * inner[column + 6]!
  return [at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1), at(1, 2), at(2, 0), at(2, 1), at(2, 2)]
}

/** The way back; maps have no scale of their own, so the adjugate will do. */
export function inverse([a, b, c, d, e, f, g, h, i]: Mapping): Mapping {
  const adjugate = [e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f]
  const [p = 1, q = 0, r = 0, s = 0, t = 1, u = 0] = adjugate
  const w = a * e - b * d || 1
  return [p / w, q / w, r / w, s / w, t / w, u / w, (d * h - e * g) / w, (b * g - a * h) / w, 1]
}

export function mapped(m: Mapping, x: number, y: number): [x: number, y: number] {
  const w = m[6] * x + m[7] * y + m[8]
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w]
}

/**
 * The upright box around a printed thing that lies in `box` on the straight page. The longer middle line is mapped and
 * given its thickness again: mapping the corners would swell it.
 */
export function ontoScan(m: Mapping, box: Box): Box {
  const flat = width(box) >= height(box)
  const ends = flat
    ? [mapped(m, box[0], middleY(box)), mapped(m, box[2], middleY(box))]
    : [mapped(m, middleX(box), box[1]), mapped(m, middleX(box), box[3])]
  const { right, down, isSideways } = steps(m, middleX(box), middleY(box))
  const thick = (flat ? height(box) * length(down) : width(box) * length(right)) / 2
  const [dx, dy] = flat === isSideways ? [thick, 0] : [0, thick]
  const [xs, ys] = [ends.map((end) => end[0]), ends.map((end) => end[1])]
  return [Math.min(...xs) - dx, Math.min(...ys) - dy, Math.max(...xs) + dx, Math.max(...ys) + dy]
}

/** Undoes `ontoScan`: what the slope added to the box is taken off it again. */
export function ontoPage(m: Mapping, box: Box): Box {
  const [x, y] = mapped(inverse(m), middleX(box), middleY(box))
  const { right, down, isSideways } = steps(m, x, y)
  // Along the lines of print and across them, as they lie on the scan.
  const [long, thick] = isSideways ? [height(box), width(box)] : [width(box), height(box)]
  const [ahead, aside] = isSideways ? [right[1], right[0]] : [right[0], right[1]]
  const [below, beside] = isSideways ? [down[0], down[1]] : [down[1], down[0]]
  const flat = long >= thick
  const w = flat ? long / Math.abs(ahead) : least(long, Math.abs(beside / below) * thick) / length(right)
  const h = flat ? least(thick, Math.abs(aside / ahead) * long) / length(down) : thick / Math.abs(below)
  return [x - w / 2, y - h / 2, x + w / 2, y + h / 2]
}

/** A box is never thinned to nothing. */
const least = (whole: number, less: number): number => Math.max(0.3 * whole, whole - less)

const length = ([x, y]: readonly [number, number]): number => Math.hypot(x, y)

/** What becomes of a step to the right and of a step down at a point of the straight page. */
function steps(m: Mapping, x: number, y: number) {
  const from = mapped(m, x, y)
  const [a, b] = [mapped(m, x + 1, y), mapped(m, x, y + 1)]
  const right = [a[0] - from[0], a[1] - from[1]] as const
  const down = [b[0] - from[0], b[1] - from[1]] as const
  return { right, down, isSideways: Math.abs(right[1]) > Math.abs(right[0]) }
}
