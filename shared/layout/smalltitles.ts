// Titles over a single column in type hardly larger than the text: what tells them from section headings is the white
// above them, and what stands under them.
import { overlapX, width } from "../geometry/box.ts"
import { bylineShape } from "../text/bylines.ts"
import { captionShape } from "../text/captions.ts"
import { findDateline } from "../text/datelines.ts"
import { sentenceEnd } from "../text/han.ts"
import { parseJump } from "../text/jumps.ts"
import { columnLabel } from "../text/labels.ts"
import { findNote } from "../text/notes.ts"
import type { BodyType, Printed } from "./printed.ts"
import { type Column, findTitles, type Title, titleSize } from "./titles.ts"
import { twoPhrases } from "./titleshapes.ts"

const smallest = 1.08
/** White above in em: where a byline or a dateline under it says what it is, and where nothing does. */
const white = { sure: 1.3, alone: 2.6 }
/** How far down the page, in em, a title may have nothing above it. */
const head = 4

/** Lines that are titles for what stands above and below them, though their type is small. */
export function smallTitles(lines: Printed[], columns: Column[], body: BodyType): Set<Printed> {
  const possible = lines.filter(
    ({ size, em, text }) =>
      size >= smallest &&
      size < titleSize &&
      em >= 4 &&
      !sentenceEnd.test(text) &&
      !captionShape(text) &&
      findNote(text) === null &&
      !columnLabel(text) &&
      bylineShape(text) === null &&
      parseJump(text) === null,
  )
  const top = Math.min(...lines.map(({ box }) => box[1]))
  const titles = findTitles(possible, columns, body.em).filter((title) => standsOver(title, lines, columns, top, body))
  return new Set(titles.flatMap((title) => title.lines))
}

function standsOver(
  { box, lines: own }: Title,
  lines: Printed[],
  columns: Column[],
  top: number,
  body: BodyType,
): boolean {
  const column = columns.find(([left, right]) => box[0] > left - 0.5 * body.em && box[2] < right + 0.5 * body.em)
  if (!column || own.length > 3) return false
  const same = lines.filter(
    (line) => !own.includes(line) && overlapX(line.box, box) > 0.4 * Math.min(width(box), width(line.box)),
  )
  const over = same.filter((line) => line.box[3] < box[1] + 0.5 * body.em).sort((a, b) => b.box[3] - a.box[3])
  const under = same.filter((line) => line.box[1] > box[3] - 0.5 * body.em).sort((a, b) => a.box[1] - b.box[1])[0]
  const label = over[0] && columnLabel(over[0].text) ? over.shift() : undefined
  if (!under || (under.box[1] - box[3]) / body.em > 2.6 || under.size >= titleSize) return false
  const named =
    label !== undefined ||
    bylineShape(under.text) !== null ||
    findDateline(under.text) !== null ||
    findNote(under.text) !== null
  const indented = under.box[0] > column[0] + 0.55 * body.indent * body.em && under.box[2] > column[1] - 1.1 * body.em
  if (!named && (!indented || own.some((line) => twoPhrases(line.text)))) return false
  const above = over[0]
  if (!above) return (label ?? (own[0] as Printed)).box[1] - top < head * body.em
  if (above.size >= titleSize) return false
  return ((label ?? (own[0] as Printed)).box[1] - above.box[3]) / body.em > (named ? white.sure : white.alone)
}
