// The strip at the head of a page (above its rule, or by its words), and the editors' line at the foot.
import { type Box, height, middleY, width } from "../geometry/box.ts"
import type { Direction, PrintedShape } from "../model/recognition.ts"
import { mastheadShape, readMasthead } from "../text/masthead.ts"
import { type Printed, shareY } from "./printed.ts"

export function splitMasthead(
  lines: Printed[],
  shapes: PrintedShape[],
  page: Box,
  direction: Direction,
): { masthead: Printed[]; rest: Printed[] } {
  // Lines that run downwards have their masthead, if it runs downwards too, in a strip of fewer lines.
  const strip = direction === "vertical" ? 0.03 : 0.09
  const tall = height(page)
  const rule = shapes
    .filter(
      ({ kind, box }) => kind === "rule" && width(box) > 0.5 * width(page) && box[1] < page[1] + (strip + 0.03) * tall,
    )
    .map(({ box }) => box[3])
  const below = Math.max(page[1], ...rule)
  const sure = lines.filter((line) => {
    const y = middleY(line.box)
    if (y < below) return true
    if (y > page[3] - 0.03 * tall) return readMasthead(line.text).editors !== undefined
    return y < page[1] + strip * tall && mastheadShape(line.text)
  })
  // What stands in one row with them at the top belongs to them: the section's name.
  const row = (line: Printed) =>
    middleY(line.box) < page[1] + strip * tall && line.em <= 12 && sure.some((one) => shareY(one.box, line.box) > 0.5)
  const masthead = lines.filter((line) => sure.includes(line) || row(line))
  return { masthead, rest: lines.filter((line) => !masthead.includes(line)) }
}
