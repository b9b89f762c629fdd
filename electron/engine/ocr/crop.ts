// The picture an engine gets to read: one block, its own lines and nothing of its neighbours, at a size it reads well.
import type { Box } from "../../../shared/geometry/box.ts"
import type { Block } from "../image/blocks.ts"
import { type Grey, resize } from "../image/grey.ts"

export interface Crop {
  image: Grey
  /** Height of a glyph in it. */
  glyph: number
  /** From a box in the crop to one on the page. */
  toPage(box: Box): Box
}

const pad = 12
/**
 * Glyphs this tall are read best and fastest, measured over clean, blurred, turned and reduced scans: the language model's
 * own lines are little higher, so finer pixels are only noise to it. Small print gains from being drawn larger.
 */
const readingGlyph = 20
const largestFactor = 2.5

export async function cropOf(page: Grey, block: Block, paper: number): Promise<Crop> {
  const margin = Math.ceil(block.glyph * 0.2)
  const [x0, y0] = [block.box[0] - margin - pad, block.box[1] - margin - pad]
  const width = block.box[2] - block.box[0] + 2 * (margin + pad)
  const height = block.box[3] - block.box[1] + 2 * (margin + pad)
  const sheet: Grey = { data: new Uint8Array(width * height).fill(paper), width, height }
  for (const line of block.lines) copyLine(page, sheet, x0, y0, line, margin)
  const wanted = Math.min(largestFactor, readingGlyph / block.glyph)
  const factor = Math.abs(wanted - 1) < 0.1 ? 1 : wanted
  return {
    image: factor === 1 ? sheet : await resize(sheet, factor),
    glyph: block.glyph * factor,
    toPage: (box) => [
      Math.round(box[0] / factor + x0),
      Math.round(box[1] / factor + y0),
      Math.round(box[2] / factor + x0),
      Math.round(box[3] / factor + y0),
    ],
  }
}

function copyLine(page: Grey, sheet: Grey, x0: number, y0: number, line: Box, margin: number) {
  const left = Math.max(0, line[0] - margin)
  const right = Math.min(page.width, line[2] + margin)
  for (let y = Math.max(0, line[1] - margin); y < Math.min(page.height, line[3] + margin); y++)
    sheet.data.set(
      page.data.subarray(y * page.width + left, y * page.width + right),
      (y - y0) * sheet.width + left - x0,
    )
}
