// Which way up is a page? It is read as it lies; if that goes badly a few lines are read turned by each quarter, and the
// surest reading tells.
import { union } from "../../shared/geometry/box.ts"
import { type Analysis, analyse } from "./image/analyse.ts"
import type { Grey } from "./image/grey.ts"
import { turnedBy } from "./image/quarters.ts"

export interface Read {
  score: number
  glyphs: { length: number }
}

/** A page read as well as this lies upright; measured: 0.98 upright, 0.82 to 0.85 otherwise. */
const well = 0.93
/** So much surer must another direction be. */
const lead = 0.05
const sampleLines = 6

/** Mean score over all glyphs. */
function sureness(lines: Read[]): number {
  const count = lines.reduce((sum, line) => sum + line.glyphs.length, 0)
  return count ? lines.reduce((sum, line) => sum + line.score * line.glyphs.length, 0) / count : 0
}

export const isReadWell = (lines: Read[]): boolean => sureness(lines) >= well

/** Columns that read worse than this may be the rows of a page on its side. */
const fairly = 0.6

export const areColumns = (lines: Read[]): boolean => sureness(lines) >= fairly

/**
 * Quarters by which the page must be turned clockwise, 0 to 3. `read` reads what was found on a page. With `onlyWell` a page is left
 * as it lies unless it then reads well: PP-OCR reads columns on their side, too, but not so well as rows.
 */
export async function quartersToTurn(
  page: Grey,
  read: (page: Grey, printed: Analysis) => Promise<Read[]>,
  onlyWell = false,
): Promise<number> {
  const sure: number[] = []
  for (const quarters of [0, 1, 2, 3]) {
    const turned = quarters ? turnedBy(page, quarters) : page
    const printed = await analyse(turned)
    const [longest] = printed.blocks.sort((a, b) => b.lines.length - a.lines.length)
    const lines = longest?.lines.slice(0, sampleLines) ?? []
    const box = union(lines)
    sure.push(longest && box ? sureness(await read(turned, { ...printed, blocks: [{ ...longest, lines, box }] })) : 0)
  }
  const best = sure.indexOf(Math.max(...sure))
  return sure[best]! > sure[0]! + lead && (!onlyWell || sure[best]! >= well) ? best : 0
}
