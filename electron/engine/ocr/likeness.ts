// How like the other glyphs of a page that were read as the same character each glyph is. A seldom character that was taken for
// a common one that looks like it differs from the page's own prints of that one, however sure the engine is.
import type { Box } from "../../../shared/geometry/box.ts"
import type { Grey } from "../image/grey.ts"
import type { ReadLine } from "./engine.ts"

/** Glyphs are compared as squares of so many cells a side. */
const side = 16
const most = 25
/** Sizes of type that may be compared. */
const nearSize = 1.3
const inkBelow = 0.75
const leastPixels = 3
const unevenTwins = 0.12

interface Print {
  cells: Float32Array
  height: number
}

/** For each line and glyph the correlation with the likest other print of its character; null where there is none to compare. */
export function likenesses(lines: ReadLine[], page: Grey, paper: number): (number | null)[][] {
  const prints = lines.map((line) =>
    line.glyphs.map((glyph) => (/^\p{Script=Han}$/u.test(glyph.text) ? printOf(page, glyph.box, paper) : null)),
  )
  const known = new Map<string, Print[]>()
  lines.forEach((line, i) => {
    line.glyphs.forEach(({ text }, at) => {
      const print = prints[i]![at]
      const same = known.get(text) ?? []
      if (print && same.length < most) known.set(text, [...same, print])
    })
  })
  return lines.map((line, i) =>
    line.glyphs.map(({ text }, at) => likest(prints[i]![at] ?? null, known.get(text) ?? [])),
  )
}

/** How alike the ink in two boxes is, and whether it stands equally high; 0 where there is too little to compare. */
export function alike(page: Grey, a: Box, b: Box, paper: number): number {
  const [first, other] = [inkIn(page, a, paper * inkBelow), inkIn(page, b, paper * inkBelow)]
  const slack = unevenTwins * Math.max(first[3] - first[1], other[3] - other[1])
  if (Math.abs(first[1] - other[1]) > slack || Math.abs(first[3] - other[3]) > slack) return 0
  const [print, second] = [printOf(page, a, paper), printOf(page, b, paper)]
  return print && second ? correlation(print.cells, second.cells) : 0
}

function likest(print: Print | null, others: Print[]): number | null {
  if (!print) return null
  const near = others.filter(
    (other) => other !== print && other.height < nearSize * print.height && print.height < nearSize * other.height,
  )
  return near.length ? Math.max(...near.map((other) => correlation(print.cells, other.cells))) : null
}

function correlation(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** The ink of a glyph stretched over a square, with a mean of 0 and a length of 1. */
function printOf(page: Grey, box: Box, paper: number): Print | null {
  const [x0, y0, x1, y1] = inkIn(page, box, paper * inkBelow)
  if (x1 - x0 < leastPixels || y1 - y0 < leastPixels) return null
  const cells = new Float32Array(side * side)
  const [wide, high] = [(x1 - x0) / side, (y1 - y0) / side]
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [left, top] = [Math.floor(x0 + column * wide), Math.floor(y0 + row * high)]
      const [right, foot] = [Math.max(left + 1, x0 + (column + 1) * wide), Math.max(top + 1, y0 + (row + 1) * high)]
      let [sum, count] = [0, 0]
      for (let y = top; y < foot; y++)
        for (let x = left; x < right; x++) {
          sum += page.data[y * page.width + x]!
          count++
        }
      cells[row * side + column] = -sum / count
    }
  return { cells: levelled(cells), height: box[3] - box[1] }
}

function levelled(cells: Float32Array): Float32Array {
  const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length
  const length = Math.hypot(...cells.map((value) => value - mean)) || 1
  return cells.map((value) => (value - mean) / length)
}

/** The box with its top and foot drawn in to the ink; its sides are on the ink already. */
function inkIn({ data, width, height }: Grey, box: Box, limit: number): Box {
  const [left, right] = [Math.max(0, box[0]), Math.min(width, box[2])]
  let [top, foot] = [box[3], box[1]]
  for (let y = Math.max(0, box[1]); y < Math.min(height, box[3]); y++)
    for (let x = left; x < right; x++)
      if (data[y * width + x]! < limit) {
        top = Math.min(top, y)
        foot = y + 1
      }
  return [left, top, right, foot]
}
