// Columns set as rows and read by PP-OCR: once upright, and where something may lie on its side once more with that left lying.
import type { Context } from "../../context.ts"
import type { Grey } from "../../image/grey.ts"
import type { RowReader } from "../ppocr/reader.ts"
import { doLie, mayLie } from "./asides.ts"
import { type Column, type Row, rowOf } from "./row.ts"
import { intoSquares, type Reading } from "./squares.ts"

/** A column as it was read, and which of its squares hold what lies on its side. */
export interface Laid {
  reading: Reading
  lies: Set<number>
}

export async function readUpright(
  page: Grey,
  columns: Column[],
  paper: number,
  reader: RowReader,
  context: Context,
): Promise<Laid[]> {
  const read = async (rows: Row[]): Promise<Reading[]> => {
    const images = rows.map(({ image }) => image)
    const decoded = await reader.readRows(images, context)
    return decoded.map(({ glyphs }, i) => {
      const { image, middles, em } = rows[i]!
      const seen = glyphs.map(({ at, ...glyph }) => ({ ...glyph, at: at * image.width }))
      return intoSquares(seen, { middles, em, trust: 1 })
    })
  }
  const upright = await read(columns.map((column) => rowOf(page, column, new Set(), paper)))
  const tried = columns.map(({ cells, em }, i) => mayLie(cells, upright[i]!, em))
  const again = columns.flatMap((_, i) => (tried[i]!.size ? [i] : []))
  const lying = await read(again.map((i) => rowOf(page, columns[i]!, tried[i]!, paper)))
  const laid = upright.map((reading): Laid => ({ reading, lies: new Set() }))
  again.forEach((i, k) => {
    const lies = doLie(tried[i]!, upright[i]!, lying[k]!)
    laid[i] = { lies, reading: upright[i]!.map((seen, j) => (lies.has(j) ? lying[k]![j]! : seen)) }
  })
  return laid
}
