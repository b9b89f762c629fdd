// Small lines that hug a title: a kicker above it, a subheadline below.
import { height, middleX, middleY, overlapX, union, width } from "../geometry/box.ts"
import { bylineShape } from "../text/bylines.ts"
import { sentenceEnd } from "../text/han.ts"
import type { ColumnBlock } from "./columns.ts"
import type { BodyType, Printed } from "./printed.ts"
import { type Column, hugs, lineHeight, type Title } from "./titles.ts"

/** Whether a line stands in the middle of a title's width, or begins where the title begins. */
const inLine = (title: Title, line: Printed, body: BodyType): boolean =>
  Math.abs(middleX(title.box) - middleX(line.box)) < 0.04 * width(title.box) + 0.8 * body.em ||
  Math.abs(title.box[0] - line.box[0]) < 0.9 * body.em

/** Gives lines that begin with a dash to the title right above them, with the lines that go on from them. Returns what was given. */
export function takeDashes(titles: Title[], lines: Printed[], body: BodyType): Set<Printed> {
  const taken = new Set<Printed>()
  for (const line of lines) {
    if (!/^——/u.test(line.text)) continue
    const title = titles.find((one) => line.box[1] > one.box[1] && hugs(one.box, line.box, lineHeight(one)))
    if (!title) continue
    for (let at: Printed | undefined = line; at; at = nextOf(at, title, lines, body)) {
      title.subs.push(at)
      taken.add(at)
    }
  }
  return taken
}

/**
 * Lines right under a title, wider than any column of text, cannot be text: they go to the title as subheadlines, those
 * that name authors are left. Returns what was given.
 */
export function takeWide(titles: Title[], lines: Printed[], columns: Column[], body: BodyType): Set<Printed> {
  const taken = new Set<Printed>()
  const inColumn = ({ box }: Printed) =>
    columns.some(([left, right]) => box[0] > left - body.em && box[2] < right + body.em)
  for (const title of titles) {
    let box = title.box
    for (const line of lines.toSorted((a, b) => a.box[1] - b.box[1])) {
      if (line.em < 8 || line.box[1] < box[3] - 0.3 * body.em || inColumn(line) || sentenceEnd.test(line.text)) continue
      if (!hugs(box, line.box, Math.min(lineHeight(title), 1.6 * body.em)) || !inLine(title, line, body)) continue
      box = union([box, line.box]) ?? box
      if (bylineShape(line.text)) continue
      title.subs.push(line)
      taken.add(line)
    }
  }
  return taken
}

/** The line under a subheadline that goes on from it: in its type, no wider, beginning or standing in the middle with it. */
function nextOf(line: Printed, title: Title, lines: Printed[], body: BodyType): Printed | undefined {
  if (sentenceEnd.test(line.text)) return undefined
  const next = lines.find((one) => {
    const step = middleY(one.box) - middleY(line.box)
    return step > 0.5 * height(line.box) && step < 1.8 * height(line.box) && overlapX(one.box, line.box) > 0
  })
  if (!next || /[。；：]/u.test(next.text) || bylineShape(next.text)) return undefined
  const alike = Math.abs(next.size / line.size - 1) < 0.06 && width(next.box) < width(line.box) + 0.6 * body.em
  const inMiddle = Math.abs(middleX(next.box) - middleX(title.box)) < 0.6 * body.em
  return alike && (inMiddle || Math.abs(next.box[0] - line.box[0]) < 0.5 * body.em) ? next : undefined
}

/** Size over the body's of what is a subheadline by its type. */
const largerSub = 1.12
const smallerSub = 0.93

/** One or two lines of small type right above or below a title, in line with it, unless they name authors or are running text. */
export function takeHugging(titles: Title[], blocks: ColumnBlock[], body: BodyType): ColumnBlock[] {
  return blocks.filter((block) => {
    const [line] = block.lines
    if (!line || block.lines.length > 2 || bylineShape(line.text) || /[。；]/u.test(line.text)) return true
    const title = titles.find((one) => hugs(one.box, block.box, lineHeight(one)))
    if (!title) return true
    const above = middleY(block.box) < middleY(title.box)
    // Type unlike the body's, larger or smaller, says more than where it stands under the title.
    const unlike = line.size >= largerSub || (line.size < smallerSub && line.em > 4)
    if (!above && !unlike) return true
    if ((above || line.size < largerSub) && !block.lines.every((one) => inLine(title, one, body))) return true
    if (above && line.size < 1.05 && fillsColumn(block, body)) return true
    ;(above ? title.kickers : title.subs).push(...block.lines)
    return false
  })
}

/** Whether the last line but one of a block is set as full as running text. */
const fillsColumn = ({ lines, left, right }: ColumnBlock, body: BodyType): boolean =>
  lines.length > 1 && (lines[0]?.box[0] ?? 0) - left < 0.5 * body.em && right - (lines[0]?.box[2] ?? 0) < 0.5 * body.em
