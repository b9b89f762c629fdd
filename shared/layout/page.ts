// What is printed on a page, the masthead left out: titles with what hugs them, and blocks of text between edges.
import { type Box, height, middleX, middleY, overlapX, width } from "../geometry/box.ts"
import type { PrintedShape } from "../model/recognition.ts"
import { bylineShape, parseByline } from "../text/bylines.ts"
import { pictureCredit } from "../text/captions.ts"
import { findDateline } from "../text/datelines.ts"
import { openBrackets, sentenceEnd } from "../text/han.ts"
import { noticeTitle } from "../text/notices.ts"
import type { Page } from "./articles.ts"
import { splitCaptions } from "./captions.ts"
import { edged, findBlocks } from "./columns.ts"
import { headingsAmong } from "./headings.ts"
import { takeDashes, takeHugging, takeWide } from "./hugging.ts"
import { type BodyType, isOver, type Printed } from "./printed.ts"
import {
  type Column,
  findTitles,
  giveLabels,
  hugs,
  lineHeight,
  setReach,
  stackTitles,
  type Title,
  takeLabels,
  titleSize,
} from "./titles.ts"

/** `all` is the box of everything printed. */
export function readPage(lines: Printed[], shapes: PrintedShape[], all: Box, body: BodyType): Page {
  const large = lines.filter((line) => line.size >= titleSize || namesNotice(line, lines, body))
  const long = findBlocks(
    lines.filter((line) => !large.includes(line)),
    body,
  ).filter((block) => block.lines.length >= 4)
  const columns = long.map(({ left, right }): Column => [left, right])
  const headings = headingsAmong(findTitles(large, columns, body.em), lines, columns, body)
  const small = lines.filter((line) => !large.includes(line) || headings.has(line))
  const titled = large.filter((line) => !headings.has(line))
  const titles = stackTitles(takeLabels(findTitles(titled, columns, body.em)))
  const named: Printed[] = []
  for (const line of small) if (namesAuthor(line, titles, small, named, body)) named.push(line)
  const subs = takeDashes(titles, small, body)
  const free = small.filter((line) => !subs.has(line) && !named.includes(line))
  for (const line of columns.length ? takeWide(titles, free, columns, body) : []) subs.add(line)
  const labels = giveLabels(titles, small, body)
  const running = small.filter((line) => !named.includes(line) && !subs.has(line) && !labels.has(line))
  const printing = { lines, shapes, body }
  const blocks = findBlocks(running, body, long).flatMap((block) => splitCaptions(block, printing))
  const loose = [...takeHugging(titles, blocks, body), ...named.map((line) => edged([line]))]
  const boxes = loose.map((block) => block.box)
  setReach(titles, boxes, shapes, all, body)
  return { body, shapes, titles, blocks: loose, lines, named: new Set(named) }
}

/** The title of a notice may be no larger than its text; it stands in the middle above it, after nothing that goes on. */
function namesNotice(line: Printed, lines: Printed[], body: BodyType): boolean {
  if (line.em < 3 || !noticeTitle(line.text)) return false
  const over = lines.find((other) => isOver(other, line, body))
  const under = lines.find((other) => isOver(line, other, body))
  if (over && !sentenceEnd.test(over.text)) return false
  return under !== undefined && Math.abs(middleX(under.box) - middleX(line.box)) < 3 * body.em
}

/** Lines of names longer than this in em are bylines under a title only. */
const longestByline = 16

/** A byline by its marks, or by standing in the middle right under a title, in the size of the text. */
function namesAuthor(
  line: Printed,
  titles: Title[],
  lines: Printed[],
  named: readonly Printed[],
  body: BodyType,
): boolean {
  if (line.em > 34) return false
  const marked = bylineShape(line.text) === "marked"
  const over = marked || namesDuty(line.text) ? lines.find((other) => isOver(other, line, body)) : undefined
  const inText = over && !named.includes(over)
  if (marked && line.em <= longestByline) {
    const running = inText && lines.some((other) => isOver(other, over, body))
    if (running && (!sentenceEnd.test(over.text) || pictureCredit(line.text) || goesOn(line, lines, body))) return false
    if (!over || !pictureCredit(line.text) || titles.some((title) => isBelow(title, line))) return true
  }
  if ((marked || namesDuty(line.text)) && !inText && titles.some((title) => isBelow(title, line))) return true
  const title = titles.find((one) => isUnder(one, line))
  if (!title) return false
  if (namesUnder(title, line, body)) return true
  return !lines.some((other) => {
    const leading = middleY(other.box) - middleY(line.box)
    return leading > 0 && leading < 1.9 * height(line.box) && overlapX(other.box, line.box) > 0
  })
}

/** Whether a line is the first of a paragraph: the one right under it begins further left and is no shorter. */
const goesOn = (line: Printed, lines: Printed[], body: BodyType): boolean =>
  lines.some((other) => isOver(line, other, body) && other.box[0] < line.box[0] - body.em && other.em > line.em - 1)

/** Whether a line set in the middle under a title of more than its width has names only, by its place. */
const namesUnder = (title: Title, line: Printed, body: BodyType): boolean =>
  line.em <= 8 &&
  line.size < 1.12 &&
  Math.abs(middleX(title.box) - middleX(line.box)) < body.em &&
  line.box[0] > title.box[0] + 1.5 * body.em &&
  parseByline(line.text, true) !== null

/** Whether a line without the end of a sentence says what somebody does, whoever that is. */
const namesDuty = (text: string): boolean =>
  /记者|記者|通讯员|通訊員|实习生|评论员|报道|報導|撰文|摄影|[文图摄]\s*[/／]/u.test(text) &&
  !/[。，；]/u.test(text) &&
  !findDateline(text) &&
  !openBrackets(text).length

const isBelow = (title: Title, line: Printed): boolean =>
  line.size < 1.15 && line.box[1] > title.box[1] && hugs(title.box, line.box, lineHeight(title))

/** Whether a short line without punctuation is set in the middle right under a title. */
export const isUnder = (title: Title, line: Printed): boolean =>
  // The type of a name alone may be another than the text's.
  line.size < (line.em < 5 ? titleSize : 1.12) &&
  line.em <= 14 &&
  line.box[1] > title.box[1] &&
  hugs(title.box, line.box, lineHeight(title)) &&
  Math.abs(middleX(title.box) - middleX(line.box)) < 0.06 * width(title.box) + 10 &&
  /^[\p{Script=Han}\s·|]{2,14}$/u.test(line.text)
