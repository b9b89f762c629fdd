// Do the lines of a block run to the right or down? White goes through a block between its lines; between the glyphs of a line there is
// less of it, and it seldom meets that of the next line.
import { area, type Box, height, overlapX, overlapY, width } from "../../../shared/geometry/box.ts"
import type { Direction } from "../../../shared/model/recognition.ts"
import type { Block } from "./blocks.ts"
import type { Grey } from "./grey.ts"

/** So many times longer than wide, a line by itself runs along. */
const long = 1.6
const inkBelow = 0.8
/** A row or column with so little of the usual ink is white. */
const white = 0.12
/** Glyphs of white that count at one place, at most: a gutter is no line spacing. */
const mostAtOnce = 0.7

/** Null where the ink does not tell. */
export function directionOf(page: Grey, { box, lines, glyph }: Block, paper: number): Direction | null {
  const thin = Math.min(width(box), height(box)) < 1.6 * glyph
  if (thin || lines.length === 1) {
    if (width(box) > long * height(box)) return "horizontal"
    return height(box) > long * width(box) ? "vertical" : null
  }
  const { rows, columns } = profiles(page, box, paper * inkBelow)
  const [across, down] = [whiteShare(rows, glyph), whiteShare(columns, glyph)]
  return across === down ? null : across > down ? "horizontal" : "vertical"
}

function profiles({ data, width: stride }: Grey, [x0, y0, x1, y1]: Box, limit: number) {
  const rows = new Float64Array(y1 - y0)
  const columns = new Float64Array(x1 - x0)
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++)
      if (data[y * stride + x]! < limit) {
        rows[y - y0]!++
        columns[x - x0]!++
      }
  return { rows, columns }
}

function whiteShare(profile: Float64Array, glyph: number): number {
  const mean = profile.reduce((sum, ink) => sum + ink, 0) / profile.length
  let [sum, run] = [0, 0]
  for (const ink of profile) {
    run = ink < white * mean ? run + 1 : 0
    if (run && run <= mostAtOnce * glyph) sum++
  }
  return sum / profile.length
}

/** Characters in a row of its lines, by their shape; a flat glyph is no long line. */
const stretch = ({ lines }: Block, along: (box: Box) => number, thick: (box: Box) => number, glyph: number) =>
  lines.reduce((sum, line) => sum + along(line) / Math.max(glyph, thick(line)), 0) / lines.length

const shared = (a: Box, b: Box) => Math.max(0, overlapX(a, b)) * Math.max(0, overlapY(a, b))

/**
 * Blocks found with lines to the right and blocks found with lines down on one page (boxes of both on the upright page): of those that
 * claim the same ink the one with the longer lines stays. `glyph` is the height of body type.
 */
export function settled(across: Block[], down: Block[], glyph: number): { across: Block[]; down: Block[] } {
  const meet = (row: Block, column: Block) =>
    shared(row.box, column.box) > 0.3 * Math.min(area(row.box), area(column.box))
  const rowWins = (row: Block, column: Block) =>
    shared(row.box, column.box) > 0.5 * area(column.box) &&
    stretch(row, width, height, glyph) > stretch(column, height, width, glyph)
  const rows = across.filter((row) => down.every((column) => !meet(row, column) || rowWins(row, column)))
  return {
    across: rows,
    down: down.filter((column) => rows.every((row) => !meet(row, column))),
  }
}
