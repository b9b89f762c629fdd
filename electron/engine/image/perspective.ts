// How a photographed page leans away: its lines of print run together on one side, and the edges of its columns above or
// below. The slope of both is measured in patches over the page; where it changes evenly, the two points in which they
// meet tell the map that lays the page straight (Hartley and Zisserman, section 2.7).
import { after, inverse, type Mapping, mapped, unmoved } from "../../../shared/geometry/mapping.ts"
import { columnSharpness, type Edges, peak, rowSharpness } from "./deskew.ts"

/** Degrees by which the slope must change over the page; less is no more than paper that does not lie flat. */
const leastLean = 0.35
/** Degrees that the patches may differ from an even change, on average. */
const mostMisfit = 0.25
const patches = { across: 4, down: 5, overlap: 1.5 }
const fewestPoints = 800
const fewestPatches = 8
const leastRise = 0.15
const rounds = 3

/**
 * The map from the straight page to the scan, around the middle of the scan and in units of its longer side; null where
 * the page does not lean. `degrees` is the skew of the page as a whole.
 */
export function leanOf(edges: Edges, degrees: number): Mapping | null {
  const unit = Math.max(edges.width, edges.height)
  let map: Mapping = unmoved
  for (let round = 0; round < rounds; round++) {
    const found = round ? lean(moved(edges, inverse(map), unit), 0, unit, 0) : lean(edges, degrees, unit, leastLean)
    if (!found) return round ? map : null
    map = after(map, found)
  }
  return map
}

/** One measurement: the map from straight to what was measured; null where that leans by less than `least`. */
function lean(edges: Edges, degrees: number, unit: number, least: number): Mapping | null {
  const all = split(edges)
  const rows = lineThrough(
    all.map((patch) => ({ ...slope(patch, rowSharpness, degrees), place: patch.y / unit })),
    0.5 * (edges.height / unit),
  )
  const columns = lineThrough(
    all.map((patch) => ({ ...slope(patch, columnSharpness, degrees), place: patch.x / unit })),
    0.5 * (edges.width / unit),
  )
  if (!rows || Math.max(rows.change, columns?.change ?? 0) < least) return null
  // Lines fall by a0 + a1·y to the right of where they cross the middle, columns lean by b0 + b1·x below it.
  const [a0, a1] = [rows.level, rows.growth]
  const [b0, b1] = columns ? [columns.level, columns.growth] : [-a0, 0]
  return straightening(a0, a1, b0, b1)
}

/** From the two vanishing points (1, a0, -a1) and (b0, 1, -b1). */
function straightening(a0: number, a1: number, b0: number, b1: number): Mapping {
  const w = 1 - a0 * b0
  const flatten: Mapping = [1, 0, 0, 0, 1, 0, (a1 - a0 * b1) / w, (b1 - a1 * b0) / w, 1]
  const [along, across] = [Math.hypot(1, a0), Math.hypot(b0, 1)]
  const turn: Mapping = [1 / along, b0 / across, 0, a0 / along, 1 / across, 0, 0, 0, 1]
  return after(inverse(flatten), turn)
}

interface Patch extends Edges {
  /** Its middle. */
  x: number
  y: number
}

function split({ xs, ys, width, height }: Edges): Patch[] {
  const [w, h] = [width / patches.across, height / patches.down]
  const middles = (count: number, size: number) => Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * size)
  return middles(patches.down, h).flatMap((y) =>
    middles(patches.across, w).flatMap((x) => {
      const inside: number[] = []
      for (let i = 0; i < xs.length; i++)
        if (Math.abs(xs[i]! - x) < (w * patches.overlap) / 2 && Math.abs(ys[i]! - y) < (h * patches.overlap) / 2)
          inside.push(i)
      if (inside.length < fewestPoints) return []
      const pick = (from: Float32Array, middle: number) => Float32Array.from(inside, (i) => from[i]! - middle)
      return [{ xs: pick(xs, x), ys: pick(ys, y), width: w, height: h, x, y }]
    }),
  )
}

interface Slope {
  /** Tangent of the angle by which lines fall to the right, or columns lean to the right. */
  tangent: number
  rise: number
  place: number
}

type Sharpness = (edges: Edges, degrees: number) => number

function slope(patch: Patch, sharpness: Sharpness, degrees: number): Omit<Slope, "place"> {
  const score = (angle: number) => sharpness(patch, angle)
  const rough = peak(score, degrees, 7, 0.25)
  const { at } = peak(score, rough.at, 0.25, 0.05)
  const tangent = Math.tan((-at * Math.PI) / 180)
  return { tangent: sharpness === rowSharpness ? tangent : -tangent, rise: rough.rise }
}

interface Line {
  level: number
  growth: number
  /** Degrees from one edge of the page to the other. */
  change: number
}

/** A straight line through the slopes, without those that lie far off it; null where they do not lie on one. */
function lineThrough(all: Slope[], halfSide: number): Line | null {
  let kept = all.filter(({ rise }) => rise > leastRise)
  const enough = Math.max(fewestPatches, 0.5 * all.length)
  let line = { level: 0, growth: 0 }
  for (let round = 0; round < 4; round++) {
    if (kept.length < enough) return null
    line = leastSquares(kept)
    const off = ({ tangent, place }: Slope) => Math.abs(tangent - line.level - line.growth * place)
    const usual = kept.map(off).sort((a, b) => a - b)[Math.floor(kept.length / 2)]!
    kept = kept.filter((one) => off(one) <= Math.max(2.5 * usual, 0.002))
  }
  const misfit = kept.reduce((sum, { tangent, place }) => sum + Math.abs(tangent - line.level - line.growth * place), 0)
  if (kept.length < enough || inDegrees(misfit / kept.length) > mostMisfit) return null
  return { ...line, change: inDegrees(Math.abs(2 * line.growth * halfSide)) }
}

const inDegrees = (tangent: number) => (Math.atan(tangent) * 180) / Math.PI

function leastSquares(slopes: Slope[]): { level: number; growth: number } {
  const n = slopes.length
  const [place, tangent] = [sum(slopes, (s) => s.place) / n, sum(slopes, (s) => s.tangent) / n]
  const spread = sum(slopes, (s) => (s.place - place) ** 2)
  const growth = spread ? sum(slopes, (s) => (s.place - place) * (s.tangent - tangent)) / spread : 0
  return { level: tangent - growth * place, growth }
}

const sum = (slopes: Slope[], value: (slope: Slope) => number) => slopes.reduce((all, one) => all + value(one), 0)

/** The same edges as the map moves them. */
function moved(edges: Edges, map: Mapping, unit: number): Edges {
  const [xs, ys] = [new Float32Array(edges.xs.length), new Float32Array(edges.xs.length)]
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = mapped(map, edges.xs[i]! / unit, edges.ys[i]! / unit)
    xs[i] = x * unit
    ys[i] = y * unit
  }
  return { ...edges, xs, ys }
}
