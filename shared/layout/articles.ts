// Which title rules over a block of text by its place: the nearest one above that reaches over its column.
import { area, type Box, contains, overlapX, width } from "../geometry/box.ts"
import type { PrintedShape } from "../model/recognition.ts"
import { sentenceEnd } from "../text/han.ts"
import type { ColumnBlock } from "./columns.ts"
import { type BodyType, type Printed, shareX } from "./printed.ts"
import type { Title } from "./titles.ts"

/** What a page is made of, the masthead left out. */
export interface Page {
  lines: Printed[]
  /** Lines that name authors by their marks or their place. */
  named: Set<Printed>
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

/** Farthest in em that a text begins from the title at whose height it begins. */
const farBeside = 3.2

/**
 * Whether a block begins at the height of a title in the column to its left, where the text above the block has ended: what
 * stands under the title goes on there.
 */
function standsBeside(title: Title, { box, left }: ColumnBlock, { blocks, body }: Page): boolean {
  const top = Math.min(...[...title.labels, ...title.kickers, ...title.lines].map((line) => line.box[1]))
  const gap = (left - title.reach[1]) / body.em
  if (Math.abs(top - box[1]) > 0.8 * body.em || gap > farBeside || left < title.box[2] - 0.5 * body.em) return false
  const above = blocks
    .filter((one) => one.box[3] < box[1] + 0.3 * body.em && shareX(one.box, box) > 0.5)
    .sort((a, b) => b.box[3] - a.box[3])[0]
  const ended = above?.lines.at(-1)
  return ended !== undefined && sentenceEnd.test(ended.text) && box[1] - (above?.box[3] ?? 0) > 1.2 * body.em
}

/**
 * The title a block belongs to. A title that stands right over it has the first claim; one that merely reaches over it
 * from beside has a better one only if other text of the same column ends between the two.
 */
export function titleAbove(block: ColumnBlock, all: Page): Title | null {
  const { box } = block
  const frame = frameOf(box, all.shapes, all.body.em)
  const above = all.titles
    .filter(
      (title) => title.box[3] <= box[1] + 0.8 * all.body.em && frameOf(title.box, all.shapes, all.body.em) === frame,
    )
    .sort((a, b) => b.box[3] - a.box[3])
  const beside = all.titles.find((title) => standsBeside(title, block, all))
  if (beside) return beside
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
