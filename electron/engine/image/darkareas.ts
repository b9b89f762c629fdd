// Dark areas with straight edges, looked for on a small copy of a page: those that stand by themselves, and those that a
// rule, a frame or a glyph touches.
import { type Box, height, width } from "../../../shared/geometry/box.ts"
import { components } from "./components.ts"
import { bodyGlyph } from "./glyphsize.ts"
import type { Bitmap, Grey } from "./grey.ts"

/** Boxes are in pixels of the picture. */
export interface DarkAreas {
  alone: Box[]
  cutOut: Box[]
  /** Pixels of the picture to a pixel of the copy: edges are known no better. */
  pixel: number
}

const copySide = 1600
/** Sides of the smallest area in body glyphs: what is smaller is a glyph like 日. */
const leastSide = 1.15
const leastLong = 2.4
/** Part of an area's edge that is dark. */
const edgeDark = 0.92
/** On the copy: half the width of what joins an area to something else. */
const thin = 2

/** Areas darker than `bound`. */
export function darkAreas(grey: Grey, bound: number): DarkAreas {
  const pixel = Math.max(1, Math.ceil(Math.max(grey.width, grey.height) / copySide))
  const dark = darkTiles(grey, pixel, bound)
  const parts = components(dark)
  const glyph = bodyGlyph(parts) ?? 6
  const straight = (boxes: Box[]) =>
    boxes
      .filter((box) => Math.min(width(box), height(box)) >= leastSide * glyph)
      .filter((box) => Math.max(width(box), height(box)) >= leastLong * glyph && edgeShare(dark, box) >= edgeDark)
      .map((box) => enlarged(box, pixel, grey))
  return {
    alone: straight(parts.map(({ box }) => box)),
    cutOut: straight(components(thinned(dark)).map(({ box }) => trimmed(dark, grown(box, thin), glyph))),
    pixel,
  }
}

/** One pixel for each square of so many: dark where its mean is. */
function darkTiles({ data, width, height }: Grey, step: number, bound: number): Bitmap {
  const [wide, high] = [Math.floor(width / step), Math.floor(height / step)]
  const sums = new Uint32Array(wide)
  const out = new Uint8Array(wide * high)
  for (let row = 0; row < high; row++) {
    sums.fill(0)
    for (let y = row * step; y < (row + 1) * step; y++)
      for (let column = 0, i = y * width; column < wide; column++)
        for (let k = 0; k < step; k++, i++) sums[column]! += data[i]!
    for (let column = 0; column < wide; column++) out[row * wide + column] = sums[column]! < bound * step * step ? 1 : 0
  }
  return { data: out, width: wide, height: high }
}

/** Dark pixels with nothing but dark ones around them up to `thin`: what joins a ground to a frame or a glyph is gone. */
function thinned({ data, width, height }: Bitmap): Bitmap {
  const along = (from: Uint8Array, step: number) => {
    const out = new Uint8Array(from.length)
    for (let i = thin * step; i < from.length - thin * step; i++) {
      let all = from[i]!
      for (let k = -thin; all && k <= thin; k++) all = from[i + k * step]!
      out[i] = all
    }
    return out
  }
  return { data: along(along(data, 1), width), width, height }
}

/** Without the rows and columns at its edges that are not dark all along, at most `most` on each side. */
function trimmed(dark: Bitmap, box: Box, most: number): Box {
  const [x0, y0, x1, y1] = box
  const row = (y: number): Box => [x0, y, x1, y + 1]
  const column = (x: number): Box => [x, y0, x + 1, y1]
  const lightUpTo = (side: number, strip: (i: number) => Box) => {
    for (let i = 0; i < Math.min(most, side); i++) if (edgeShare(dark, strip(i)) >= edgeDark) return i
    return 0
  }
  return [
    x0 + lightUpTo(x1 - x0, (i) => column(x0 + i)),
    y0 + lightUpTo(y1 - y0, (i) => row(y0 + i)),
    x1 - lightUpTo(x1 - x0, (i) => column(x1 - 1 - i)),
    y1 - lightUpTo(y1 - y0, (i) => row(y1 - 1 - i)),
  ]
}

const grown = ([x0, y0, x1, y1]: Box, by: number): Box => [x0 - by, y0 - by, x1 + by, y1 + by]

const enlarged = ([x0, y0, x1, y1]: Box, step: number, { width, height }: Grey): Box => [
  x0 * step,
  y0 * step,
  Math.min(width, x1 * step),
  Math.min(height, y1 * step),
]

/** Places along the inside of a box's edge. */
export function* edgeOf([x0, y0, x1, y1]: Box): Generator<[x: number, y: number]> {
  for (let x = x0; x < x1; x++) yield* [[x, y0] as [number, number], [x, y1 - 1] as [number, number]]
  for (let y = y0 + 1; y < y1 - 1; y++) yield* [[x0, y] as [number, number], [x1 - 1, y] as [number, number]]
}

function edgeShare({ data, width }: Bitmap, box: Box): number {
  let [dark, all] = [0, 0]
  for (const [x, y] of edgeOf(box)) {
    dark += data[y * width + x]!
    all++
  }
  return dark / all
}
