// Which block of text belongs to which title: the nearest one above it that rules over its column; blocks that no title
// rules over go on from the block above them, or beside them.
import { area, type Box, contains, overlapX, width } from "../geometry/box.ts"
import type { PrintedShape } from "../model/recognition.ts"
import { sentenceEnd } from "../text/han.ts"
import type { ColumnBlock } from "./columns.ts"
import { type BodyType, shareX, shareY } from "./printed.ts"
import type { Title } from "./titles.ts"

/** What a page is made of, the masthead left out. */
export interface Page {
  blocks: ColumnBlock[]
  titles: Title[]
  shapes: PrintedShape[]
  body: BodyType
}

/** The smallest printed frame around a box. */
export function frameOf(box: Box, shapes: PrintedShape[], slack: number): Box | null {
  const around = shapes.filter((shape) => shape.kind === "frame" && contains(shape.box, box, slack))
  return around.sort((a, b) => area(a.box) - area(b.box))[0]?.box ?? null
}

/**
 * The title a block belongs to. A title that stands right over it has the first claim; one that merely reaches over it
 * from beside has a better one only if other text of the same column ends between the two.
 */
function titleAbove(block: ColumnBlock, all: Page): Title | null {
  const { box } = block
  const frame = frameOf(box, all.shapes, all.body.em)
  const above = all.titles
    .filter(
      (title) => title.box[3] <= box[1] + 0.8 * all.body.em && frameOf(title.box, all.shapes, all.body.em) === frame,
    )
    .sort((a, b) => b.box[3] - a.box[3])
  const reaching =
    above.find((title) => overlapX([title.reach[0], 0, title.reach[1], 1], box) > 0.5 * width(box)) ?? null
  const over = above.find((title) => overlapX(title.box, box) > 0.2 * width(box)) ?? null
  if (!reaching || !over || over === reaching) return reaching ?? over
  if (over.box[3] > reaching.box[3]) return over
  const between = all.blocks.some(
    (one) =>
      one.box[1] > over.box[3] - all.body.em &&
      one.box[3] < reaching.box[1] + all.body.em &&
      shareX(one.box, box) > 0.5,
  )
  return between ? reaching : over
}

/** For each block the title it belongs to; null where none was found. */
export function assignBlocks(page: Page): Map<ColumnBlock, Title | null> {
  const owner = new Map<ColumnBlock, Title | null>()
  for (const block of page.blocks) owner.set(block, titleAbove(block, page))
  for (const block of page.blocks.toSorted((a, b) => a.box[0] - b.box[0])) {
    const title = owner.get(block)
    const under = title && overlapX(title.box, block.box) > 0.2 * width(block.box)
    const left = under ? null : columnBefore(block, page, owner)
    if (left && (!title || goesOn(left, block, page.body))) owner.set(block, owner.get(left) ?? null)
  }
  return owner
}

/** The text of the column to the left of a block, at its height. */
function columnBefore(
  block: ColumnBlock,
  { blocks, body }: Page,
  owner: Map<ColumnBlock, Title | null>,
): ColumnBlock | null {
  const left = blocks
    .filter((one) => owner.get(one) && shareY(one.box, block.box) > 0.4 && one.box[2] <= block.box[0] + body.em)
    .sort((a, b) => b.box[2] - a.box[2])[0]
  return left && block.box[0] - left.box[2] < 4 * body.em ? left : null
}

/** Whether a sentence runs from the end of one block into the next, which begins flush left. */
const goesOn = (from: ColumnBlock, to: ColumnBlock, body: BodyType): boolean =>
  !sentenceEnd.test(from.lines.at(-1)?.text ?? "。") && (to.lines[0]?.box[0] ?? 0) - to.left < body.em

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
