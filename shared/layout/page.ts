// What is printed on a page, the masthead left out: titles with what hugs them, and blocks of text between edges.
import { type Box, middleX } from "../geometry/box.ts"
import type { PrintedShape } from "../model/recognition.ts"
import { sentenceEnd } from "../text/han.ts"
import { noticeTitle } from "../text/notices.ts"
import type { Page } from "./articles.ts"
import { findAuthors } from "./authors.ts"
import { splitCaptions } from "./captions.ts"
import { type ColumnBlock, edged, findBlocks } from "./columns.ts"
import { headingsAmong } from "./headings.ts"
import { takeDashes, takeHugging, takeWide } from "./hugging.ts"
import { type BodyType, isOver, type Printed } from "./printed.ts"
import { smallTitles } from "./smalltitles.ts"
import { type Column, findTitles, giveLabels, setReach, stackTitles, takeLabels, titleSize } from "./titles.ts"

/** `all` is the box of everything printed. */
export function readPage(lines: Printed[], shapes: PrintedShape[], all: Box, body: BodyType): Page {
  const larger = lines.filter((line) => line.size >= titleSize || namesNotice(line, lines, body))
  const first = longBlocks(lines, larger, body)
  const standing = smallTitles(lines, edgesOf(first), body)
  const large = lines.filter((line) => larger.includes(line) || standing.has(line))
  const long = standing.size ? longBlocks(lines, large, body) : first
  const columns = edgesOf(long)
  const headings = headingsAmong(findTitles(large, columns, body.em), lines, columns, body)
  const small = lines.filter((line) => !large.includes(line) || headings.has(line))
  const titled = large.filter((line) => !headings.has(line))
  const titles = stackTitles(takeLabels(findTitles(titled, columns, body.em)))
  const subs = takeDashes(titles, small, body)
  const named = findAuthors(
    titles,
    small.filter((line) => !subs.has(line)),
    columns,
    body,
  )
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

/** Blocks of running text of at least four lines. */
const longBlocks = (lines: Printed[], titled: Printed[], body: BodyType): ColumnBlock[] =>
  findBlocks(
    lines.filter((line) => !titled.includes(line)),
    body,
  ).filter((block) => block.lines.length >= 4)

const edgesOf = (blocks: ColumnBlock[]): Column[] => blocks.map(({ left, right }) => [left, right])

/** The title of a notice may be no larger than its text; it stands in the middle above it, after nothing that goes on. */
function namesNotice(line: Printed, lines: Printed[], body: BodyType): boolean {
  if (line.em < 3 || !noticeTitle(line.text)) return false
  const over = lines.find((other) => isOver(other, line, body))
  // Whatever the size of its type, text stands right under it.
  const under = lines.find((other) => isOver({ ...line, size: Math.min(line.size, 1) }, other, body))
  if (over && !sentenceEnd.test(over.text)) return false
  return under !== undefined && Math.abs(middleX(under.box) - middleX(line.box)) < 3 * body.em
}
