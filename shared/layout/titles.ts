// Titles: lines much larger than the body, stacked, with the smaller lines that hug them.
import { type Box, height, middleX, overlapX, overlapY, union, width } from "../geometry/box.ts"
import type { PrintedShape } from "../model/recognition.ts"
import { bylineShape } from "../text/bylines.ts"
import { columnLabel } from "../text/labels.ts"
import { noticeTitle } from "../text/notices.ts"
import { type BodyType, inRow, isOver, type Printed, shareX } from "./printed.ts"

/** Type this much larger than the body makes a title. */
export const titleSize = 1.3

export interface Title {
  lines: Printed[]
  box: Box
  size: number
  kickers: Printed[]
  subs: Printed[]
  labels: Printed[]
  /** How far the title rules left and right: up to the next thing printed at its height. */
  reach: [number, number]
}

/** Whether two lines are set in type of one size, by height or by advance: each of them is misled by some lines. */
const likeType = (a: Printed, b: Printed): boolean =>
  Math.abs(Math.log(a.size / b.size)) < 0.22 ||
  (a.em > 3 && b.em > 3 && Math.abs(Math.log(a.advance / b.advance)) < 0.1)

/** Left and right edge of a column of text, in pixels. */
export type Column = readonly [left: number, right: number]

/** The columns side by side that a line is set over: it fills about half of them at least, from their left or in their middle. */
function spanOf({ box }: Printed, columns: Column[], em: number): Column | undefined {
  const lefts = columns.map(([left]) => left).filter((left) => left < box[0] + 0.4 * em)
  const rights = columns.map(([, right]) => right).filter((right) => right > box[2] - 0.4 * em)
  const spans = lefts.flatMap((left) => rights.map((right): Column => [left, right]))
  return spans
    .filter(([left, right]) => width(box) > 0.45 * (right - left))
    .filter(([left, right]) => box[0] < left + 0.7 * em || Math.abs(box[0] - left - (right - box[2])) < 1.2 * em)
    .sort((a, b) => a[1] - a[0] - (b[1] - b[0]))[0]
}

/** Whether two lines of one row are titles over columns side by side, not the halves of one title. */
function overOtherColumns(a: Printed, b: Printed, columns: Column[], em: number): boolean {
  const [one, other] = [spanOf(a, columns, em), spanOf(b, columns, em)]
  return one !== undefined && other !== undefined && (one[1] <= other[0] || other[1] <= one[0])
}

/** Whether two title lines belong together: under one another or in one row, of like size. */
function together(a: Printed, b: Printed, columns: Column[], em: number): boolean {
  if (!likeType(a, b) || columnLabel(a.text) || columnLabel(b.text)) return false
  const tall = Math.max(height(a.box), height(b.box))
  if (inRow(a, b) && (noticeTitle(a.text) || noticeTitle(b.text))) return false
  if (inRow(a, b)) return -overlapX(a.box, b.box) < 2.2 * tall && !overOtherColumns(a, b, columns, em)
  return -overlapY(a.box, b.box) < 0.8 * tall && shareX(a.box, b.box) > 0.3
}

/** `columns` are those that text stands in, `em` is the size of the body. */
export function findTitles(lines: Printed[], columns: Column[], em: number): Title[] {
  const groups: Printed[][] = []
  for (const line of lines) {
    const mine = groups.filter((group) => group.some((one) => together(one, line, columns, em)))
    const merged = [...mine.flat(), line]
    for (const group of mine) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map((group) => {
    const box = union(group.map((line) => line.box)) as Box
    return {
      lines: inRows(group),
      box,
      size: Math.max(...group.map((line) => line.size)),
      kickers: [],
      subs: [],
      labels: [],
      reach: [box[0], box[2]],
    }
  })
}

/** Lines top to bottom, those of one row left to right. */
export const inRows = (lines: Printed[]): Printed[] =>
  lines.toSorted((a, b) => (inRow(a, b) ? a.box[0] - b.box[0] : a.box[1] - b.box[1]))

/** A smaller title right above a larger one is its kicker, right below its subheadline. Returns the titles left. */
export function stackTitles(titles: Title[]): Title[] {
  const taken = new Set<Title>()
  for (const small of titles.toSorted((a, b) => a.size - b.size)) {
    const large = titles.find(
      (one) =>
        one !== small &&
        !taken.has(one) &&
        one.size > small.size * 1.12 &&
        hugs(one.box, small.box, height(one.lines[0]?.box ?? one.box)),
    )
    if (!large) continue
    const side = small.box[1] < large.box[1] ? large.kickers : large.subs
    side.push(...small.kickers, ...small.lines, ...small.subs)
    taken.add(small)
  }
  return titles.filter((title) => !taken.has(title))
}

/** Longest label of a column in em, and how much larger the title it belongs to is at least. */
const label = { longest: 6.5, smaller: 1.2 }

/**
 * Whether a short line is the label of a title's column: smaller, at its left end or to the left of it, and not below it.
 * One with no text right under it (`alone`) may stand farther to the left, where the text under the title begins.
 */
function labels(line: Printed, title: Title, alone = false): boolean {
  const known = columnLabel(line.text)
  if (line.em > label.longest || title.lines.includes(line) || noticeTitle(line.text)) return false
  if (title.size < (known ? 0.9 : label.smaller) * line.size) return false
  const tall = lineHeight(title)
  const [left, drop] = [title.box[0] - line.box[2], title.box[1] - line.box[3]]
  if (drop > 1.5 * tall || line.box[1] > title.box[3] - 0.3 * tall) return false
  const beside = left > 0 && left < 10 * tall && (known || line.size > 1.15)
  // Above the title it stands to the left of its middle, where a kicker would be longer or in the middle.
  const above =
    drop > -0.5 * tall &&
    line.box[2] < middleX(title.box) + 0.3 * tall &&
    line.box[0] > title.box[0] - (known || alone ? 0.5 * width(title.box) + 4 * tall : tall)
  const short =
    /^\p{Script=Han}{2,5}$/u.test(line.text.trim()) &&
    bylineShape(line.text) === null &&
    middleX(line.box) < middleX(title.box) - 0.15 * width(title.box)
  return beside || (above && (known || short))
}

/** How far a label is from where a title begins, in pixels. */
const apart = ({ box }: Title, line: Printed): number =>
  Math.abs(box[1] - line.box[3]) + Math.max(0, Math.abs(box[0] - line.box[0]) - height(line.box))

/** Takes labels of columns from among the titles, and gives them to theirs. Returns the titles left. */
export function takeLabels(titles: Title[]): Title[] {
  return titles.filter((small) => {
    const [line] = small.lines
    if (!line || small.lines.length > 1) return true
    const large = titles.filter((one) => labels(line, one)).sort((a, b) => apart(a, line) - apart(b, line))[0]
    large?.labels.push(line)
    return !large
  })
}

/** The same for lines in small type. Returns those that were given to a title. */
export function giveLabels(titles: Title[], lines: Printed[], body: BodyType): Set<Printed> {
  const given = new Set<Printed>()
  for (const line of lines) {
    if (line.em > label.longest || lines.some((one) => isOver(one, line, body))) continue
    const alone = !lines.some((one) => isOver(line, one, body))
    const title = titles.filter((one) => labels(line, one, alone)).sort((a, b) => apart(a, line) - apart(b, line))[0]
    title?.labels.push(line)
    if (title) given.add(line)
  }
  return given
}

/** Height in pixels of the first line of a title. */
export const lineHeight = (title: Title): number => height(title.lines[0]?.box ?? title.box)

/** Whether `small` stands right above or below `large`, inside its width. */
export function hugs(large: Box, small: Box, tall: number): boolean {
  const gap = Math.max(large[1] - small[3], small[1] - large[3])
  const middle = middleX(small)
  return gap > -0.3 * tall && gap < 1.1 * tall && middle > large[0] && middle < large[2] && shareX(large, small) > 0.6
}

/** Sets how far each title rules: to the nearest text, frame or rule beside it, or to the page's edge. */
export function setReach(titles: Title[], others: Box[], shapes: PrintedShape[], page: Box, body: BodyType): void {
  for (const title of titles) {
    const [x0, y0, x1, y1] = title.box
    const level = titles.filter((one) => one !== title && nearlyLevel(one.box, title.box, body))
    const walls = [
      ...others,
      ...shapes.flatMap(({ kind, box }) =>
        kind === "frame" ? sides(box) : kind === "rule" && height(box) > width(box) ? [box] : [],
      ),
    ]
      .filter((box) => Math.min(box[3], y1) - Math.max(box[1], y0) > 0.3 * Math.min(height(box), y1 - y0))
      .concat(level.map((one) => overOwn(one, others, body) ?? halfway(one.box, title.box)))
    const left = walls.filter((box) => box[2] <= x0 + body.em).map((box) => box[2])
    const right = walls.filter((box) => box[0] >= x1 - body.em).map((box) => box[0])
    title.reach = [Math.max(page[0], ...left), Math.min(page[2], ...right)]
  }
}

/** Whether two titles stand side by side, with the names and the white under them. */
function nearlyLevel(a: Box, b: Box, { em }: BodyType): boolean {
  const [top, foot] = [Math.max(a[1], b[1]), Math.min(a[3], b[3]) + 2.5 * em]
  return foot - top > 0.3 * Math.min(height(a), height(b))
}

/** A title grown over the text under it, where it stands in the middle of that. */
function overOwn({ box }: Title, others: Box[], { em }: BodyType): Box | null {
  const under = others.filter(
    (one) => one[1] > box[3] - em && one[1] < box[3] + 8 * em && overlapX(one, box) > 0.2 * width(one),
  )
  const text = union(under)
  return text && width(text) > 0.95 * width(box) && Math.abs(middleX(text) - middleX(box)) < 0.8 * em
    ? [text[0], box[1], text[2], box[3]]
    : null
}

/** A neighbouring title grown to the middle of the white between it and `box`. */
function halfway(neighbour: Box, box: Box): Box {
  const [x0, y0, x1, y1] = neighbour
  return x0 >= box[2] ? [(x0 + box[2]) / 2, y0, x1, y1] : x1 <= box[0] ? [x0, y0, (x1 + box[0]) / 2, y1] : neighbour
}

/** The upright sides of a frame. */
const sides = ([x0, y0, x1, y1]: Box): Box[] => [
  [x0, y0, x0 + 1, y1],
  [x1 - 1, y0, x1, y1],
]
