// One printed line as the model wants it: 48 pixels high, dark on light, with some paper around the ink.
import { type Box, height, width } from "../../../../shared/geometry/box.ts"
import { type Grey, resizeTo } from "../../image/grey.ts"

export const pictureHeight = 48
/** Paper above and below, in heights of the line. */
const margin = 0.4
/** Lines are drawn narrower than they are: as well read and quicker, measured over clean, reduced and blurred scans. */
const squeeze = 0.85
/** Glyphs of fewer pixels are drawn as wide as they are: better read, measured over small pictures. */
const smallPrint = 14
/** The model has seen no glyphs so narrow or pictures so small. */
const leastWidth = 16

export interface LinePicture {
  image: Grey
  /** From 0 to 1 along the picture to pixels of the page. */
  xOnPage(at: number): number
}

/** The page around a line whose glyphs are `glyph` pixels high: a line of flat marks is not blown up to a full one. */
export async function linePicture(page: Grey, line: Box, glyph: number, paper: number): Promise<LinePicture> {
  const body = Math.max(height(line), 0.9 * glyph)
  const pad = Math.round(margin * body)
  const low = Math.round((body - height(line)) / 2)
  const around: Box = [line[0] - pad, line[1] - pad - low, line[2] + pad, line[3] + pad + low]
  const wide = Math.round((width(around) * (glyph < smallPrint ? 1 : squeeze) * pictureHeight) / height(around))
  return {
    image: await resizeTo(copied(page, around, paper), Math.max(leastWidth, wide), pictureHeight),
    xOnPage: (at) => around[0] + at * width(around),
  }
}

/** A picture of nothing but a row, with paper around it, at the model's height. */
export function rowPicture(row: Grey): Promise<Grey> {
  const wide = Math.round((row.width * squeeze * pictureHeight) / row.height)
  return resizeTo(row, Math.max(leastWidth, wide), pictureHeight)
}

/** What lies outside the page is paper. */
function copied(page: Grey, box: Box, paper: number): Grey {
  const sheet: Grey = {
    data: new Uint8Array(width(box) * height(box)).fill(paper),
    width: width(box),
    height: height(box),
  }
  const [left, right] = [Math.max(0, box[0]), Math.min(page.width, box[2])]
  for (let y = Math.max(0, box[1]); y < Math.min(page.height, box[3]); y++)
    sheet.data.set(
      page.data.subarray(y * page.width + left, y * page.width + right),
      (y - box[1]) * sheet.width + left - box[0],
    )
  return sheet
}
