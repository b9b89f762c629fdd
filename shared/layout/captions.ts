// Captions hug pictures: below one where the picture is known, else a short line in smaller type at the head of a column.
import { type Box, height, overlapX, width } from "../geometry/box.ts"
import type { PrintedShape } from "../model/recognition.ts"
import { captionShape, hasCredit } from "../text/captions.ts"
import { openBrackets, sentenceEnd } from "../text/han.ts"
import { type ColumnBlock, edged } from "./columns.ts"
import { type BodyType, type Printed, shareX } from "./printed.ts"
import { type Title, titleSize } from "./titles.ts"

/** The white above a picture's caption is as high as this many lines at least. */
const holeHeight = 3.6

/** Beside a picture a caption in small type has many short lines. */
const mostLines = 8

/** What is printed on the page, as far as captions are concerned. */
export interface Printing {
  lines: Printed[]
  shapes: PrintedShape[]
  body: BodyType
}

/** Whether a picture stands right above the first line of a block, or white in its place; over a short line as wide as its column. */
function underPicture({ lines: own, left, right }: ColumnBlock, { lines, shapes, body }: Printing): boolean {
  const first = own[0]?.box ?? [0, 0, 0, 0]
  const narrow = width(first) < 0.4 * (right - left)
  const box: Box = narrow ? [left, first[1], right, first[3]] : first
  const shown = shapes.some(
    (shape) =>
      shape.kind === "picture" &&
      overlapX(shape.box, box) > 0.6 * width(box) &&
      box[1] - shape.box[3] < 2.5 * body.em &&
      box[1] > shape.box[3] - body.em,
  )
  if (shown) return true
  // A title whose text is not right under it reaches over the columns beside it.
  const reaches = (one: Printed) =>
    overlapX(one.box, box) > -4 * body.em &&
    !lines.some((text) => text.box[1] >= one.box[3] && text.box[3] < box[1] && overlapX(text.box, one.box) > 0)
  const over = (one: Printed) =>
    overlapX(one.box, box) > 0.3 * width(box) || (one.size >= titleSize && (overlapX(one.box, box) > 0 || reaches(one)))
  const foot = box[1] - holeHeight * 1.4 * body.em
  const above = lines.filter((one) => one.box[3] <= box[1] + 0.3 * body.em && over(one))
  return above.length > 0 && above.every((one) => one.box[3] < foot)
}

/** Whether a line is set smaller than the body, by its advance or, where marks at its end mislead, by its height. */
const isSmall = ({ size, box }: Printed, body: BodyType): boolean =>
  size < 0.93 || (size < 1 && height(box) < 0.92 * body.height)

/** Whether lines read and stand like a caption, given that they stand under a picture. */
function looksLikeCaption(lines: Printed[], left: number, right: number, body: BodyType): boolean {
  const text = lines.map((line) => line.text).join("")
  if (captionShape(text)) return true
  if (lines.every((line) => isSmall(line, body))) return true
  const [first] = lines as [Printed]
  const before = first.box[0] - left
  const after = right - first.box[2]
  if (Math.max(-before, -after) > body.em) return true
  const centred = Math.abs(before - after) < 1.2 * body.em && before > 0.7 * body.em
  return lines.length === 1 && (centred || (!sentenceEnd.test(text) && before + after > 2.4 * body.em))
}

/** How much speaks for the first `count` lines of a block being its picture's caption, the rest text. */
function captionScore(block: ColumnBlock, count: number, body: BodyType): number {
  const [own, text] = [block.lines.slice(0, count), block.lines.slice(count)]
  const [last, next] = [own.at(-1), text[0]]
  if (!last || !next) return -Infinity
  const rest = edged(text)
  const said = own.map((line) => line.text).join("")
  const usual = text[1] ? text[1].box[1] - next.box[3] : body.leading - body.height
  let score = looksLikeCaption(own, rest.left, rest.right, body) ? 1 : -2
  if (next.box[1] - last.box[3] > usual + 0.3 * body.em) score += 2
  const smaller = own.every((line) => line.size < 0.93) && next.size >= 0.95
  if (smaller && height(next.box) > 1.04 * height(last.box)) score += 2
  if (next.box[0] - rest.left > 1.2 * body.em) score += 1
  else if (rest.right - last.box[2] > 1.2 * body.em) score += 0.5
  if (hasCredit(said)) score += 2
  if (openBrackets(said).length) score -= 3
  if (/^图[为：:①]/u.test(said)) score += sentenceEnd.test(said) ? 1.5 : 1
  return score - 0.3 * count
}

/** Takes the caption off the head of a block of text that stands under its picture. */
export function splitCaptions(block: ColumnBlock, printing: Printing): ColumnBlock[] {
  if (block.lines.length < 2 || !underPicture(block, printing)) return [block]
  const counts = [1, 2, 3, 4].map((count) => ({ count, score: captionScore(block, count, printing.body) }))
  const best = counts.sort((a, b) => b.score - a.score)[0]
  if (!best || best.score < 1) return [block]
  return [edged(block.lines.slice(0, best.count)), edged(block.lines.slice(best.count))]
}

export function isCaption(block: ColumnBlock, blocks: ColumnBlock[], printing: Printing): boolean {
  const text = block.lines.map((line) => line.text).join("")
  const small = block.lines.every((line) => isSmall(line, printing.body))
  if (small && block.lines.length <= mostLines && captionShape(text)) return true
  if (block.lines.length > 4) return false
  if (underPicture(block, printing) && looksLikeCaption(block.lines, block.left, block.right, printing.body))
    return true
  if (captionShape(text) && block.lines.length <= 3) return true
  return small && block.lines.length <= 3 && !sentenceEnd.test(text) && headsColumn(block, blocks, printing.body)
}

/** Whether nothing but white stands between this block and the text below it, and no text right above. */
function headsColumn(block: ColumnBlock, blocks: ColumnBlock[], body: BodyType): boolean {
  const column = blocks.filter((one) => one !== block && shareX(one.box, block.box) > 0.7)
  return !column.some((one) => block.box[1] - one.box[3] >= 0 && block.box[1] - one.box[3] < 2 * body.em)
}

/**
 * A caption belongs to the article of the text that is nearest to it: right below it, above its picture, or beside it.
 * `title` rules over its place where no text is near.
 */
export function captionOwner(
  block: ColumnBlock,
  title: Title | null,
  owner: Map<ColumnBlock, Title | null>,
  body: BodyType,
): Title | null {
  const { box } = block
  const far = ({ box: other }: ColumnBlock): number => {
    if (overlapX(other, box) > 0.3 * Math.min(width(other), width(box)))
      return other[1] >= box[1] ? (other[1] - box[3]) / body.em : 2 + (box[1] - other[3]) / body.em / 3
    if (other[3] < box[1] - 12 * body.em || other[1] > box[3] + body.em) return Infinity
    return 3 + Math.max(other[0] - box[2], box[0] - other[2]) / body.em
  }
  const near = [...owner.keys()].map((one) => ({ one, away: far(one) })).sort((a, b) => a.away - b.away)[0]
  const ownTitle = title && box[1] - title.box[3] < 3 * body.em && overlapX(title.box, box) > 0
  if (ownTitle || !near || near.away > 10) return title
  return owner.get(near.one) ?? title
}
