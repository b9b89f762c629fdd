// Section headings in type so large that they could be titles: they stand in the text of one column, close to it above
// and below, where a title has white above it.
import { overlapX, width } from "../geometry/box.ts"
import { bylineShape } from "../text/bylines.ts"
import { sentenceEnd } from "../text/han.ts"
import type { BodyType, Printed } from "./printed.ts"
import { type Column, type Title, titleSize } from "./titles.ts"

const largest = 1.62

/** Lines of `titles` that are section headings. `lines` are all that is printed. */
export function headingsAmong(titles: Title[], lines: Printed[], columns: Column[], body: BodyType): Set<Printed> {
  const possible = titles.flatMap((title) => {
    const column = columns.find(
      ([left, right]) => title.box[0] > left - 0.5 * body.em && title.box[2] < right + 0.5 * body.em,
    )
    return column && title.size < largest && title.lines.length <= 3 ? [{ title, column }] : []
  })
  const inText = possible.filter(({ title, column }) => {
    const { above, below } = textAround(title, column, lines, body)
    return above < 1 && below < 1.1
  })
  const alike = possible.filter(
    ({ title, column }) =>
      inText.some((one) => Math.abs(one.title.size / title.size - 1) < 0.05) &&
      textAround(title, column, lines, body).below < 1.1,
  )
  return new Set([...inText, ...alike].flatMap(({ title }) => title.lines))
}

/** White above and below a title up to the text of its column, in em of the body; without end where something else stands there. */
function textAround(
  { box, lines: own }: Title,
  [left, right]: Column,
  lines: Printed[],
  body: BodyType,
): { above: number; below: number } {
  const column = lines.filter(
    (line) => !own.includes(line) && overlapX(line.box, box) > 0.4 * Math.min(width(box), width(line.box)),
  )
  const over = column.filter((line) => line.box[3] < box[1] + 0.5 * body.em).sort((a, b) => b.box[3] - a.box[3])[0]
  const under = column.filter((line) => line.box[1] > box[3] - 0.5 * body.em).sort((a, b) => a.box[1] - b.box[1])[0]
  const running = (line: Printed | undefined): line is Printed =>
    line !== undefined && line.size < titleSize && bylineShape(line.text) === null
  // One line by itself over a title is its kicker; text has more.
  const text =
    running(over) &&
    (sentenceEnd.test(over.text) || width(over.box) > 0.8 * (right - left)) &&
    column.some((line) => line !== over && Math.abs(over.box[1] - line.box[3]) < 0.7 * body.leading && running(line))
  const paragraph =
    running(under) && under.box[0] > left + 0.55 * body.indent * body.em && under.box[2] > right - 1.1 * body.em
  return {
    above: text ? (box[1] - over.box[3]) / body.em : Infinity,
    below: paragraph ? (under.box[1] - box[3]) / body.em : Infinity,
  }
}
