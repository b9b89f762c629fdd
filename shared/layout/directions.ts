// Pages whose lines run downwards, columns of lines from right to left, are arranged as pages whose lines run to the right:
// turned a quarter to the left. A page may have both; what is printed in the other direction is then arranged by itself,
// or, where it is next to nothing, belongs to the masthead or to the nearest text.
import { type Box, height, middleY, union } from "../geometry/box.ts"
import type { Direction, Line, PrintedShape, Recognition } from "../model/recognition.ts"
import { emWidth } from "../text/han.ts"

/** A part of the page to be arranged as if its lines ran to the right, and where its boxes are on the page. */
export interface Part {
  recognition: Recognition
  direction: Direction
  back(box: Box): Box
}

/** Share of a page's characters that makes a direction worth a part of its own. */
const enough = 0.12

const weight = (lines: Line[]): number => lines.reduce((sum, line) => sum + emWidth(line.text), 0)

/** A quarter to the left: down becomes right, left becomes down. `side` is the right edge of the page. */
const turn = (side: number, [x0, y0, x1, y1]: Box): Box => [y0, side - x1, y1, side - x0]
const turnBack = (side: number, [x0, y0, x1, y1]: Box): Box => [side - y1, x0, side - y0, x1]

const partOf = (recognition: Recognition, lines: Line[], direction: Direction): Part => {
  const own = { ...recognition, lines, shapes: recognition.shapes }
  if (direction === "horizontal") return { recognition: own, direction, back: (box) => box }
  const side = Math.max(0, ...lines.map((line) => line.box?.[2] ?? 0))
  const turned = <T extends Line | PrintedShape>(one: T): T => (one.box ? { ...one, box: turn(side, one.box) } : one)
  return {
    recognition: { ...own, lines: lines.map(turned), shapes: recognition.shapes.map(turned) },
    direction,
    back: (box) => turnBack(side, box),
  }
}

/** The parts of a page by direction, the greater first. Lines of no part are those of a direction too rare for one. */
export function byDirection(recognition: Recognition): { parts: Part[]; rest: Line[] } {
  const boxed = recognition.lines.filter((line) => line.box)
  const down = boxed.filter((line) => line.direction === "vertical")
  const across = boxed.filter((line) => line.direction === "horizontal")
  const all = Math.max(1, weight(boxed))
  const [share, other] = [weight(down) / all, weight(across) / all]
  const parts: Part[] = []
  if (other >= enough || share < enough) parts.push(partOf(recognition, across, "horizontal"))
  if (share >= enough) parts.push(partOf(recognition, down, "vertical"))
  if (share > other) parts.reverse()
  const taken = new Set(parts.flatMap((part) => part.recognition.lines.map((line) => line.id)))
  return { parts, rest: boxed.filter((line) => !taken.has(line.id)) }
}

/** Whether a line stands in the strip at the head of its page. */
export function inHead(line: Line, lines: Line[]): boolean {
  const page = union(lines.flatMap(({ box }) => (box ? [box] : [])))
  return page !== null && line.box !== null && middleY(line.box) < page[1] + 0.06 * height(page)
}
