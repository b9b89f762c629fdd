// Where along a line there is ink: stretches of inked columns, from left to right.
import type { Box } from "../../../shared/geometry/box.ts"
import type { Grey } from "../image/grey.ts"

export interface Run {
  x0: number
  x1: number
}

/** Ink is what is clearly darker than `paper`. A stretch wider than a glyph can be is cut at its thinnest columns. */
export function inkRuns(page: Grey, line: Box, paper: number, em: number): Run[] {
  const counts = columnInk(page, line, paper * 0.85)
  const runs: Run[] = []
  for (let x = 0; x < counts.length; x++) {
    if (!counts[x]) continue
    const start = x
    let ink = 0
    while (x < counts.length && counts[x]) ink += counts[x++]!
    if (ink >= 4) runs.push(...parted(counts, start, x, em))
  }
  return runs.map((run) => ({ x0: run.x0 + Math.max(0, line[0]), x1: run.x1 + Math.max(0, line[0]) }))
}

function columnInk({ data, width, height }: Grey, line: Box, limit: number): Uint16Array {
  const [left, right] = [Math.max(0, line[0]), Math.min(width, line[2])]
  const counts = new Uint16Array(Math.max(0, right - left))
  for (let y = Math.max(0, line[1]); y < Math.min(height, line[3]); y++)
    for (let x = left; x < right; x++) if (data[y * width + x]! < limit) counts[x - left]!++
  return counts
}

function parted(counts: Uint16Array, start: number, end: number, em: number): Run[] {
  if (end - start < 1.15 * em) return [{ x0: start, x1: end }]
  const pieces = Math.max(2, Math.round((end - start) / em))
  const cuts = [start]
  for (let i = 1; i < pieces; i++) {
    const middle = start + ((end - start) * i) / pieces
    let best = Math.round(middle)
    for (let x = Math.round(middle - em / 4); x <= middle + em / 4; x++) if (counts[x]! < counts[best]!) best = x
    cuts.push(best)
  }
  return cuts.map((x0, i) => ({ x0, x1: cuts[i + 1] ?? end }))
}
