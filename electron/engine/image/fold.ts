// Two pages of a bound paper scanned at once. Between them lies the fold: a stretch without print from the head of the
// scan to its foot, near its middle and much wider than the gutters between columns. A headline over both pages leaves
// none: then they are one.
import { binarize } from "./binarize.ts"
import { components } from "./components.ts"
import { edgesOfBitmap, skewOf } from "./deskew.ts"
import { bodyGlyph } from "./glyphsize.ts"
import { type Bitmap, type Grey, resize } from "./grey.ts"

/** Where the fold crosses the first and the last row, in pixels of the scan. */
export interface Fold {
  top: number
  bottom: number
}

const copyHeight = 1600
/** Two pages are so many times as wide as high; what is wider is a strip of a page. */
const aspect = [1.15, 1.9] as const
/** A page is at least so many body glyphs wide: two columns cut out of one are not. */
const leastGlyphs = 26
/** Starts of ink in a column of pixels, as a part of its height: fewer are no print, more are text. */
const quiet = 0.008
const busy = 0.03
/** Parts of the scan's width. */
const leastWidth = 0.018
const offMiddle = 0.06
/** How many times wider than any gutter. */
const overGutter = 1.8
/** Part of each page that must be text. */
const leastText = 0.25

/** Whether a picture of these sides may be a double page at all. */
export const mayBeDouble = (width: number, height: number): boolean =>
  width >= aspect[0] * height && width <= aspect[1] * height

/** The fold of a double page; null where the scan is one page. */
export async function foldOf(scan: Grey): Promise<Fold | null> {
  if (!mayBeDouble(scan.width, scan.height)) return null
  const factor = Math.min(1, copyHeight / scan.height)
  const ink = binarize(factor < 1 ? await resize(scan, factor) : scan, 12)
  const glyph = bodyGlyph(components(ink))
  if (!glyph || ink.width < 2 * leastGlyphs * glyph) return null
  const slope = -Math.tan((skewOf(edgesOfBitmap(ink)) * Math.PI) / 180)
  const middle = gapInMiddle(startsByColumn(ink, slope), ink.height)
  if (middle === null) return null
  const half = (slope * scan.height) / 2
  const x = (middle * scan.width) / ink.width
  return { top: x + half, bottom: x - half }
}

/** The scan with only one of its pages: what lies beyond the fold is paper. */
export function pageBeside({ data, width, height }: Grey, fold: Fold, side: "left" | "right", paper: number): Grey {
  const page: Grey = { data: data.slice(), width, height }
  for (let y = 0; y < height; y++) {
    const at = Math.round(Math.min(width, Math.max(0, fold.top + ((fold.bottom - fold.top) * y) / height)))
    if (side === "left") page.data.fill(paper, y * width + at, (y + 1) * width)
    else page.data.fill(paper, y * width, y * width + at)
  }
  return page
}

/** Along lines that slant as the page does: how often ink begins. A shadow or a crease is dark all the way and begins once. */
function startsByColumn({ data, width, height }: Bitmap, slope: number): Int32Array {
  const starts = new Int32Array(width)
  for (let y = 1; y < height; y++) {
    const shift = Math.round(slope * (height / 2 - y))
    for (let x = 0; x < width; x++) {
      const from = x + shift
      if (from >= 0 && from < width && data[y * width + from] && !data[(y - 1) * width + from]) starts[x]!++
    }
  }
  return starts
}

/** The middle of the gap that parts two pages, in columns of the profile. */
function gapInMiddle(starts: Int32Array, height: number): number | null {
  const width = starts.length
  const gaps = quietRuns(starts, quiet * height).filter(([from, to]) => from > 0 && to < width)
  const isFold = ([from, to]: Run) => Math.abs((from + to) / 2 - width / 2) <= offMiddle * width
  const long = ([from, to]: Run) => to - from
  const fold = gaps.filter(isFold).sort((a, b) => long(b) - long(a))[0]
  if (!fold || long(fold) < leastWidth * width) return null
  const text = (from: number, to: number) =>
    starts.subarray(from, to).filter((count) => count > busy * height).length >= leastText * (to - from)
  if (!text(0, fold[0]) || !text(fold[1], width)) return null
  const [first, last] = [starts.findIndex((count) => count > busy * height), lastOver(starts, busy * height)]
  const gutters = gaps.filter((gap) => gap !== fold && gap[0] > first && gap[1] < last)
  return gutters.some((gap) => long(fold) < overGutter * long(gap)) ? null : (fold[0] + fold[1]) / 2
}

type Run = [from: number, to: number]

const lastOver = (starts: Int32Array, bound: number): number => starts.findLastIndex((count) => count > bound)

function quietRuns(starts: Int32Array, most: number): Run[] {
  const runs: Run[] = []
  for (let x = 0; x < starts.length; x++) {
    if (starts[x]! > most) continue
    const from = x
    while (x < starts.length && starts[x]! <= most) x++
    runs.push([from, x])
  }
  return runs
}
