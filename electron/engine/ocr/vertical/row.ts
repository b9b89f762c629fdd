// A column of vertical type set again as a row, so that what was made for rows can read it: each square is turned upright, marks go
// where a row has them, and what vertical type lays on its side (brackets, dashes, figures) stays as it lies on the turned page.
import { type Box, height, width } from "../../../../shared/geometry/box.ts"
import type { Grey } from "../../image/grey.ts"
import type { Cell } from "./cells.ts"

export interface Row {
  image: Grey
  /** Middle of each square in pixels of the image. */
  middles: number[]
  /** Height of its squares. */
  em: number
}

export interface Column {
  box: Box
  cells: Cell[]
  /** Height of a square in pixels. */
  em: number
}

/** Ems of paper around the row. */
const margin = 0.4
const widestWhite = 0.6
/** Where a row has its marks: their left edge and their foot, in ems. */
const markLeft = 0.1
const markFoot = 0.94
const markWidth = 0.6

/** Whether it is a mark like 、 or 。 by its ink, which is small both ways. */
export const isMark = ({ ink }: Cell, em: number): boolean =>
  ink !== null && width(ink) < 0.45 * em && height(ink) < 0.45 * em

/** `asides` are the indexes of squares that stay as they lie. */
export function rowOf(page: Grey, { box, cells, em }: Column, asides: Set<number>, paper: number): Row {
  const pad = Math.round(margin * em)
  const wide = (cell: Cell, i: number) =>
    Math.round(asides.has(i) ? cell.x1 - cell.x0 : isMark(cell, em) ? markWidth * em : em)
  const gap = (cell: Cell, i: number) => Math.round(Math.min(widestWhite * em, i ? cell.x0 - cells[i - 1]!.x1 : 0))
  const length = cells.reduce((sum, cell, i) => sum + gap(cell, i) + wide(cell, i), 2 * pad)
  const high = Math.round(em + 2 * pad)
  const image: Grey = { data: new Uint8Array(length * high).fill(paper), width: length, height: high }
  const middles: number[] = []
  let x = pad
  cells.forEach((cell, i) => {
    x += gap(cell, i)
    const slot: Box = [x, pad, x + wide(cell, i), pad + em]
    if (asides.has(i)) layAside(page, image, slot, cell, box)
    else if (isMark(cell, em)) setMark(page, image, slot, cell, em)
    else setUpright(page, image, slot, [cell.x0, box[1], cell.x1, box[3]])
    middles.push((slot[0] + slot[2]) / 2)
    x = slot[2]
  })
  return { image, middles, em }
}

/** Copies `from` of the page, turned clockwise, so that its middle is the slot's. */
function setUpright(page: Grey, image: Grey, slot: Box, from: Box) {
  const left = Math.round((slot[0] + slot[2] - height(from)) / 2)
  const top = Math.round((slot[1] + slot[3] - width(from)) / 2)
  turnOnto(page, image, left, top, from)
}

function setMark(page: Grey, image: Grey, slot: Box, { ink }: Cell, em: number) {
  const around: Box = [ink![0] - 1, ink![1] - 1, ink![2] + 1, ink![3] + 1]
  turnOnto(
    page,
    image,
    Math.round(slot[0] + markLeft * em),
    Math.round(slot[1] + markFoot * em - width(around)),
    around,
  )
}

function turnOnto(page: Grey, image: Grey, left: number, top: number, [x0, y0, x1, y1]: Box) {
  for (let v = 0; v < x1 - x0; v++)
    for (let u = 0; u < y1 - y0; u++) put(page, image, left + u, top + v, x0 + v, y1 - 1 - u)
}

function layAside(page: Grey, image: Grey, slot: Box, { x0, x1 }: Cell, line: Box) {
  const top = Math.round((slot[1] + slot[3] - height(line)) / 2)
  for (let y = line[1]; y < line[3]; y++)
    for (let x = x0; x < x1; x++) put(page, image, slot[0] + x - x0, top + y - line[1], x, y)
}

/** Where two squares meet the darker pixel stays. */
function put(page: Grey, image: Grey, x: number, y: number, fromX: number, fromY: number) {
  if (x < 0 || y < 0 || x >= image.width || y >= image.height) return
  if (fromX < 0 || fromY < 0 || fromX >= page.width || fromY >= page.height) return
  const at = y * image.width + x
  image.data[at] = Math.min(image.data[at]!, page.data[fromY * page.width + fromX]!)
}
