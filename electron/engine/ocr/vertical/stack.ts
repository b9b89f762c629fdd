// Rows of one block set under each other on one sheet, for a reader of blocks.
import { middleX, middleY } from "../../../../shared/geometry/box.ts"
import { type Grey, resize } from "../../image/grey.ts"
import type { OcrLine } from "../engine.ts"
import type { Row } from "./row.ts"
import type { Seen } from "./squares.ts"

export interface Sheet {
  image: Grey
  /** Height of a glyph in it. */
  glyph: number
  /** What was read on it, row by row, with places in pixels of the row. */
  byRow(lines: OcrLine[]): Seen[][]
}

/** Glyphs this tall are read best. */
const readingGlyph = 22
const largestFactor = 2.5

export async function sheetOf(rows: Row[], paper: number): Promise<Sheet> {
  const width = Math.max(...rows.map(({ image }) => image.width))
  const tops = rows.map((_, i) => rows.slice(0, i).reduce((sum, { image }) => sum + image.height, 0))
  const height = rows.reduce((sum, { image }) => sum + image.height, 0)
  const sheet: Grey = { data: new Uint8Array(width * height).fill(paper), width, height }
  rows.forEach(({ image }, i) => {
    for (let y = 0; y < image.height; y++)
      sheet.data.set(image.data.subarray(y * image.width, (y + 1) * image.width), (tops[i]! + y) * width)
  })
  const em = Math.max(...rows.map((row) => row.em))
  const factor = Math.min(largestFactor, readingGlyph / em)
  const image = await resize(sheet, factor)
  return {
    image,
    glyph: em * factor,
    byRow: (lines) =>
      rows.map((row, i) =>
        lines
          .filter(({ box }) => {
            const y = middleY(box) / factor - tops[i]!
            return y >= 0 && y < row.image.height
          })
          .sort((a, b) => a.box[0] - b.box[0])
          .flatMap(({ glyphs }) => glyphs)
          .map(({ text, score, candidates, box }) => ({ text, score, candidates, at: middleX(box) / factor })),
      ),
  }
}
