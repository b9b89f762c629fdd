// Which block of text belongs to which title: the nearest one above it that rules over its column; blocks that no title
// rules over go on from the block above them, or beside them.
import { area, type Box, contains, overlapX, width } from "../geometry/box.ts"
import type { PrintedShape } from "../model/recognition.ts"
import type { ColumnBlock } from "./columns.ts"
import { type BodyType, shareX, shareY } from "./printed.ts"
import type { Title } from "./titles.ts"

/** The smallest printed frame around a box. */
export function frameOf(box: Box, shapes: PrintedShape[], slack: number): Box | null {
  const around = shapes.filter((shape) => shape.kind === "frame" && contains(shape.box, box, slack))
  return around.sort((a, b) => area(a.box) - area(b.box))[0]?.box ?? null
}

function titleAbove(box: Box, titles: Title[], shapes: PrintedShape[], body: BodyType): Title | null {
  const frame = frameOf(box, shapes, body.em)
  const above = titles.filter((title) => {
    if (title.box[3] > box[1] + 0.8 * body.em) return false
    const reach: Box = [title.reach[0], title.box[1], title.reach[1], title.box[3]]
    return overlapX(reach, box) > 0.5 * width(box) && frameOf(title.box, shapes, body.em) === frame
  })
  return above.sort((a, b) => b.box[3] - a.box[3])[0] ?? null
}

/** For each block the title it belongs to; null where none was found. */
export function assignBlocks(
  blocks: ColumnBlock[],
  titles: Title[],
  shapes: PrintedShape[],
  body: BodyType,
): Map<ColumnBlock, Title | null> {
  const owner = new Map<ColumnBlock, Title | null>()
  for (const block of blocks) owner.set(block, titleAbove(block.box, titles, shapes, body))
  for (const block of blocks) {
    if (owner.get(block)) continue
    const beside = blocks
      .filter((one) => owner.get(one) && shareY(one.box, block.box) > 0.4 && one.box[2] <= block.box[0] + body.em)
      .sort((a, b) => b.box[2] - a.box[2])[0]
    if (beside && block.box[0] - beside.box[2] < 4 * body.em) owner.set(block, owner.get(beside) ?? null)
  }
  return owner
}

/** Blocks of one article in reading order: columns left to right, each from top to bottom. */
export function readingOrder(blocks: ColumnBlock[]): ColumnBlock[] {
  const columns: ColumnBlock[][] = []
  for (const block of blocks.toSorted((a, b) => a.left - b.left)) {
    const column = columns.find((one) =>
      one.some((other) => shareX([other.left, 0, other.right, 1], [block.left, 0, block.right, 1]) > 0.5),
    )
    if (column) column.push(block)
    else columns.push([block])
  }
  return columns.flatMap((column) => column.toSorted((a, b) => a.box[1] - b.box[1]))
}
