// Puts glyphs onto their ink. What an engine of the recurrent kind says of a glyph's place is a guess that may be most of
// a glyph off; the order of glyphs is right. So the stretches of ink along the line are shared out among the glyphs in
// order, each getting about as much as its kind of character is wide.
import type { Box } from "../../../shared/geometry/box.ts"
import type { Glyph } from "../../../shared/model/recognition.ts"
import type { Run } from "./ink.ts"

const mostRuns = 7
/** Price of ink that belongs to no glyph, and of a glyph without ink. */
const unread = 0.7
const unseen = 1.2

/** Widths of ink in ems, least and most, by kind of character. */
function widths(text: string): [number, number] {
  if (/[—…─―]/u.test(text)) return [0.3, 2.2]
  if (/[%％+＋=&@]/u.test(text)) return [0.4, 1.05]
  if (/\p{P}/u.test(text)) return [0.05, 0.5]
  if (/[\p{Lu}mw]/u.test(text)) return [0.2, 0.95]
  if (/[\p{Script=Latin}\p{Nd}]/u.test(text)) return [0.1, 0.62]
  return [0.6, 1.02]
}

export interface Fitted {
  /** The same glyphs with `x` of their boxes from the ink and `y` from the line; unchanged where that makes no sense. */
  glyphs: Glyph[]
  /** Indexes of the glyphs for which there was no ink. */
  unseen: Set<number>
  /** Ink that belongs to no glyph, with the number of glyphs before it. */
  unread: (Run & { before: number })[]
}

export function fitGlyphs(glyphs: Glyph[], runs: Run[], line: Box, em: number): Fitted {
  const fitted: Fitted = { glyphs: [...glyphs], unseen: new Set(), unread: [] }
  if (!runs.length || !glyphs.length) return fitted
  const table = share(glyphs, runs, em)
  for (let i = glyphs.length, j = runs.length; i > 0 || j > 0; ) {
    const { glyphsUsed, runsUsed } = table[i]![j]!
    if (!glyphsUsed) fitted.unread.unshift({ ...runs[j - 1]!, before: i })
    else if (!runsUsed) fitted.unseen.add(i - 1)
    else fitted.glyphs[i - 1] = { ...glyphs[i - 1]!, box: [runs[j - runsUsed]!.x0, line[1], runs[j - 1]!.x1, line[3]] }
    i -= glyphsUsed
    j -= runsUsed
  }
  return fitted
}

interface Cell {
  cost: number
  /** The last step taken: how many glyphs (0 or 1) and how many stretches of ink it dealt with. */
  glyphsUsed: number
  runsUsed: number
}

/** Cheapest way to deal with the first i glyphs and the first j stretches, for all i and j. */
function share(glyphs: Glyph[], runs: Run[], em: number): Cell[][] {
  const table: Cell[][] = []
  for (let i = 0; i <= glyphs.length; i++) {
    const row: Cell[] = []
    table.push(row)
    for (let j = 0; j <= runs.length; j++) {
      let best: Cell = { cost: i + j ? Number.POSITIVE_INFINITY : 0, glyphsUsed: 0, runsUsed: 0 }
      const offer = (from: Cell | undefined, price: number, glyphsUsed: number, runsUsed: number) => {
        const cost = (from?.cost ?? Number.POSITIVE_INFINITY) + price
        if (cost < best.cost) best = { cost, glyphsUsed, runsUsed }
      }
      if (j) offer(row[j - 1], unread, 0, 1)
      if (i) offer(table[i - 1]![j], unseen, 1, 0)
      for (let k = 1; i && k <= Math.min(j, mostRuns); k++)
        offer(table[i - 1]![j - k], price(glyphs[i - 1]!, runs, j - k, j, em), 1, k)
      row.push(best)
    }
  }
  return table
}

function price({ text, box }: Glyph, runs: Run[], from: number, to: number, em: number): number {
  const [x0, x1] = [runs[from]!.x0, runs[to - 1]!.x1]
  const [least, most] = widths(text)
  const width = (x1 - x0) / em
  const misfit = Math.max(0, least - width, (width - most) * 6)
  let holes = 0
  for (let i = from + 1; i < to; i++) holes += Math.max(0, (runs[i]!.x0 - runs[i - 1]!.x1) / em - 0.12)
  const drift = Math.abs((x0 + x1) / 2 - (box[0] + box[2]) / 2) / em
  return misfit + 2 * holes + 0.08 * Math.min(3, drift)
}
