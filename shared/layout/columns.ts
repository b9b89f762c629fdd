// Blocks of body text: lines under one another at the leading of the page, between the same two edges.
import { type Box, height, middleY, overlapX, overlapY, union, width } from "../geometry/box.ts"
import { findDateline } from "../text/datelines.ts"
import { type BodyType, inRow, type Printed, shareX } from "./printed.ts"

export interface ColumnBlock {
  /** Top to bottom; lines side by side in one row left to right. */
  lines: Printed[]
  box: Box
  /** The edges of its column in pixels: where full lines begin and end. */
  left: number
  right: number
}

const quantile = (values: number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0

/** A block on its way, and the columns that all of its lines lie in. */
interface Growing extends ColumnBlock {
  columns: ColumnBlock[]
}

/** How far above and below its text a column is taken to go on, in em. */
const columnReach = 15

/** The columns that a line lies in. */
const columnsOf = ({ box }: Printed, columns: ColumnBlock[], { em }: BodyType): ColumnBlock[] =>
  columns.filter(
    (one) =>
      box[0] > one.left - 1.2 * em &&
      box[2] < one.right + 1.2 * em &&
      box[1] > one.box[1] - columnReach * em &&
      box[3] < one.box[3] + columnReach * em,
  )

/** Whether `line`, which lies in `columns`, can be the next line of a block. */
function continues(block: Growing, line: Printed, columns: ColumnBlock[], body: BodyType, parts: Parting): boolean {
  const last = block.lines.at(-1) as Printed
  const leading = middleY(line.box) - middleY(last.box)
  if (leading > Math.max(1.3 * body.leading, body.leading + 0.3 * body.em)) return false
  const shared = columns.some((column) => block.columns.includes(column))
  if (!shared && (columns.length > 0 || block.columns.length > 0)) return false
  if (inRow(last, line)) return !parts(last, line) && besides(block, line, body)
  // A mark more or less at an end misleads about the size of short lines.
  const unlike = 0.12 + 0.5 / Math.min(last.em, line.em)
  if (Math.abs(Math.log(last.size / line.size)) > unlike && last.em > 3 && line.em > 3 && last.size < 0.9) return false
  if (leading < 0) return false
  const unindented = Math.abs(last.box[0] - line.box[0]) < 3.2 * body.em
  if (!unindented && shareX(last.box, line.box) < 0.5 && shareX(block.box, line.box) < 0.8) return false
  return fits(block, line, shared, body)
}

/** Whether the white between two lines side by side is that between columns, however narrow. */
type Parting = (a: Printed, b: Printed) => boolean

/** How many lines, of text long enough, must end and begin at the white between two columns. */
const atGutter = 5

/** The white between columns is where many lines end and many begin. */
function partingOf(lines: Printed[], { em }: BodyType): Parting {
  const long = lines.filter((line) => line.em >= longestName)
  const near = (values: number[], x: number) => values.filter((value) => Math.abs(value - x) < 0.3 * em).length
  const [lefts, rights] = [long.map(({ box }) => box[0]), long.map(({ box }) => box[2])]
  return (a, b) => {
    const [left, right] = a.box[0] < b.box[0] ? [a, b] : [b, a]
    return near(rights, left.box[2]) >= atGutter && near(lefts, right.box[0]) >= atGutter
  }
}

/** Names and jumps at the end of a row are shorter than this in em; what is longer is a line of another column. */
const longestBeside = 10

const isDateline = (text: string): boolean => findDateline(text)?.end === text.length

/** Whether a line in the row of the last one is a part of it, not a line of the next column. */
function besides(block: ColumnBlock, line: Printed, body: BodyType): boolean {
  const last = block.lines.at(-1) as Printed
  const gap = -overlapX(last.box, line.box)
  // A dateline is set apart from the text it begins.
  if (gap < 0.8 * body.em || (gap < 3 * body.em && isDateline(last.text))) return true
  const [left, right] = [block.box[0] - 0.8 * body.em, block.box[2] + 0.8 * body.em]
  const settled = block.lines.filter((one) => width(one.box) > 0.85 * width(block.box)).length >= 2
  return settled && line.em < longestBeside && line.box[0] > left && line.box[2] < right
}

/** The lines that stand in one row with line `i`, and are long enough to be text of a column; `lines` go top to bottom. */
function rowOf(i: number, lines: Printed[], { em }: BodyType): Printed[] {
  const line = lines[i] as Printed
  if (line.em < longestName) return []
  const row: Printed[] = []
  for (const step of [-1, 1])
    for (let k = i + step; ; k += step) {
      const other = lines[k]
      if (!other || Math.abs(other.box[1] - line.box[1]) > em) break
      if (other.em >= longestName && inRow(other, line)) row.push(other)
    }
  return row
}

/** What stands beside a line in its column, a name or a jump, is shorter than this in em. */
const longestName = 6

/** Whether a line and another one in its row are text of two columns under a block that is as wide as both. */
const overTwo = ({ box, lines }: ColumnBlock, line: Printed, row: Printed[], { em }: BodyType): boolean =>
  row.some(
    (other) =>
      !lines.includes(other) &&
      overlapX(other.box, line.box) < 0 &&
      other.box[0] > box[0] - em &&
      other.box[2] < box[2] + em,
  )

/** Whether a line keeps to the edges of a block, as far as they are known. */
function fits(block: ColumnBlock, line: Printed, shared: boolean, body: BodyType): boolean {
  const over = Math.max(block.box[0] - line.box[0], line.box[2] - block.box[2])
  const settled = block.lines.filter((one) => width(one.box) > 0.85 * width(block.box)).length >= 2
  return shared || over < (settled ? 1.4 : 8) * body.em
}

/** Lines of body size, top to bottom, gathered into blocks. Lines of one block lie in one of `columns`, or all in none. */
export function findBlocks(lines: Printed[], body: BodyType, columns: ColumnBlock[] = []): ColumnBlock[] {
  const blocks: Growing[] = []
  const parts = partingOf(lines, body)
  for (const [i, line] of lines.entries()) {
    const own = columnsOf(line, columns, body)
    const row = rowOf(i, lines, body)
    const open = blocks
      .filter((block) => continues(block, line, own, body, parts) && !overTwo(block, line, row, body))
      .sort((a, b) => overlapX(b.box, line.box) - overlapX(a.box, line.box))[0]
    if (!open) {
      blocks.push({ lines: [line], box: line.box, left: line.box[0], right: line.box[2], columns: own })
      continue
    }
    insert(open, line)
    open.box = union([open.box, line.box]) ?? open.box
    open.columns = open.columns.filter((column) => own.includes(column))
  }
  for (const block of blocks) setEdges(block)
  return shareEdges(blocks, body)
}

/** Adds a line at the end, or at its place in the last row. */
function insert(block: ColumnBlock, line: Printed): void {
  let at = block.lines.length
  while (at && inRow(block.lines[at - 1] as Printed, line) && (block.lines[at - 1]?.box[0] ?? 0) > line.box[0]) at--
  block.lines.splice(at, 0, line)
}

/** Lines, top to bottom, as a block of their own. */
export function edged(lines: Printed[]): ColumnBlock {
  const block: ColumnBlock = { lines, box: union(lines.map((line) => line.box)) ?? [0, 0, 0, 0], left: 0, right: 0 }
  setEdges(block)
  return block
}

/** Full lines end at the right edge, give or take a mark: where most lines end, the furthest such place of equal ones. */
function rightEdge(lines: Printed[]): number {
  const ends = lines.map(({ box }) => box[2]).sort((a, b) => b - a)
  const near = (end: number) =>
    ends.filter((one) => one <= end && one > end - 0.6 * height(lines[0]?.box ?? [0, 0, 0, 0]))
  const groups = ends.map(near)
  const most = groups.reduce((best, group) => (group.length > best.length ? group : best), groups[0] ?? [])
  return quantile(most, 0.7)
}

function setEdges(block: ColumnBlock): void {
  block.left = quantile(
    block.lines.map((line) => line.box[0]),
    0.1,
  )
  block.right = rightEdge(block.lines)
}

/** A block of few lines takes the edges of the long block in whose column it stands. */
function shareEdges(blocks: ColumnBlock[], body: BodyType): ColumnBlock[] {
  const long = blocks.filter((block) => block.lines.length >= 5)
  for (const block of blocks) {
    if (block.lines.length >= 5) continue
    const column = long
      .filter((one) => block.box[0] > one.left - body.em && block.box[2] < one.right + body.em)
      .sort((a, b) => overlapY(b.box, block.box) - overlapY(a.box, block.box))[0]
    if (column) [block.left, block.right] = [column.left, column.right]
  }
  return blocks
}
