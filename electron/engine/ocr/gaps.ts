// White between glyphs, measured on the picture: the boxes an engine gives its glyphs are rough guesses.
import type { Box } from "../../../shared/geometry/box.ts"
import type { Grey } from "../image/grey.ts"

/** For every two neighbours of `boxes` on one line, the widest white stretch between their middles, in pixels. */
export function whiteGaps(image: Grey, line: Box, boxes: Box[]): number[] {
  const inked = inkedColumns(image, line)
  const middle = (box: Box) => Math.floor((box[0] + box[2]) / 2)
  return boxes.slice(1).map((box, i) => widestRun(inked, middle(boxes[i]!), middle(box)))
}

function inkedColumns({ data, width, height }: Grey, line: Box): Uint8Array {
  const inked = new Uint8Array(width)
  const [top, bottom] = [Math.max(0, line[1]), Math.min(height, line[3])]
  let darkest = 255
  let lightest = 0
  for (let i = top * width; i < bottom * width; i++) {
    darkest = Math.min(darkest, data[i]!)
    lightest = Math.max(lightest, data[i]!)
  }
  const limit = (darkest + 3 * lightest) / 4
  for (let y = top; y < bottom; y++)
    for (let x = 0; x < width; x++) if (data[y * width + x]! < limit) inked[x] = 1
  return inked
}

function widestRun(inked: Uint8Array, from: number, to: number): number {
  let [widest, run] = [0, 0]
  for (let x = from; x < to; x++) {
    run = inked[x] ? 0 : run + 1
    widest = Math.max(widest, run)
  }
  return widest
}
