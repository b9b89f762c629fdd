// Section headings in type so large that they could be titles: they stand in the text of one column, close to it above
// and below, where a title has white above it.
import { overlapX, width } from "../geometry/box.ts"
import { bylineShape } from "../text/bylines.ts"
import type { BodyType, Printed } from "./printed.ts"
import { type Column, type Title, titleSize } from "./titles.ts"

const largest = 1.62

/** Lines of `titles` that are section headings. `lines` are all that is printed. */
export function headingsAmong(titles: Title[], lines: Printed[], columns: Column[], body: BodyType): Set<Printed> {
  const possible = titles.filter(
    (title) =>
      title.size < largest &&
      title.lines.length <= 3 &&
      columns.some(([left, right]) => title.box[0] > left - 0.5 * body.em && title.box[2] < right + 0.5 * body.em),
  )
  const inText = possible.filter((title) => {
    const { above, below } = whiteAround(title, lines, body)
    return above < 1 && below < 1.1
  })
  const alike = possible.filter(
    (title) =>
      inText.some((one) => Math.abs(one.size / title.size - 1) < 0.05) && whiteAround(title, lines, body).below < 1.1,
  )
  return new Set([...inText, ...alike].flatMap((title) => title.lines))
}

/** White above and below a title up to the next text in its column, in em of the body; without end where a byline or title stands there. */
function whiteAround({ box, lines: own }: Title, lines: Printed[], body: BodyType): { above: number; below: number } {
  const column = lines.filter(
    (line) => !own.includes(line) && overlapX(line.box, box) > 0.4 * Math.min(width(box), width(line.box)),
  )
  const over = column.filter((line) => line.box[3] < box[1] + 0.5 * body.em).sort((a, b) => b.box[3] - a.box[3])[0]
  const under = column.filter((line) => line.box[1] > box[3] - 0.5 * body.em).sort((a, b) => a.box[1] - b.box[1])[0]
  const text = (line: Printed | undefined): line is Printed =>
    line !== undefined && line.size < titleSize && bylineShape(line.text) === null
  return {
    above: text(over) ? (box[1] - over.box[3]) / body.em : Infinity,
    below: text(under) ? (under.box[1] - box[3]) / body.em : Infinity,
  }
}
