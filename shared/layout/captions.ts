// Captions hug pictures: below one where the picture is known, else a short line in smaller type at the head of a column.
import { overlapX, width } from "../geometry/box.ts"
import type { PrintedShape } from "../model/recognition.ts"
import { hasCredit } from "../text/captions.ts"
import { sentenceEnd } from "../text/han.ts"
import type { ColumnBlock } from "./columns.ts"
import { type BodyType, shareX } from "./printed.ts"
import type { Title } from "./titles.ts"

export function isCaption(block: ColumnBlock, blocks: ColumnBlock[], shapes: PrintedShape[], body: BodyType): boolean {
  if (block.lines.length > 4) return false
  const text = block.lines.map((line) => line.text).join("")
  const picture = shapes.some(
    ({ kind, box }) =>
      kind === "picture" &&
      overlapX(box, block.box) > 0.6 * width(block.box) &&
      block.box[1] - box[3] < 2.5 * body.em &&
      block.box[1] > box[3] - body.em,
  )
  const small = block.lines.every((line) => line.size < 0.92)
  const narrow = width(block.box) < 0.85 * (block.right - block.left)
  if (picture && (small || (block.lines.length <= 2 && narrow) || hasCredit(text))) return true
  if (/^图为/u.test(text) || (hasCredit(text) && block.lines.length <= 3)) return true
  return small && block.lines.length <= 3 && !sentenceEnd.test(text) && headsColumn(block, blocks, body)
}

/** Whether nothing but white stands between this block and the text below it, and no text right above. */
function headsColumn(block: ColumnBlock, blocks: ColumnBlock[], body: BodyType): boolean {
  const column = blocks.filter((one) => one !== block && shareX(one.box, block.box) > 0.7)
  return !column.some((one) => block.box[1] - one.box[3] >= 0 && block.box[1] - one.box[3] < 2 * body.em)
}

/** A caption belongs to the article of the text right below it, or to the title above it. */
export function captionOwner(
  block: ColumnBlock,
  title: Title | null,
  owner: Map<ColumnBlock, Title | null>,
): Title | null {
  const below = [...owner.keys()]
    .filter(
      (one) => one !== block && one.lines.length > 2 && one.box[1] >= block.box[3] && shareX(one.box, block.box) > 0.6,
    )
    .sort((a, b) => a.box[1] - b.box[1])[0]
  const under = below ? owner.get(below) : null
  return title ?? under ?? null
}
