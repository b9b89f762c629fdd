// Which glyphs are worth a look. The model is sure of most of what it gets wrong, above all of what it leaves out; the ink
// tells: ink that no glyph claims, and glyphs that have none.
import type { Glyph } from "../../../shared/model/recognition.ts"
import type { ReadLine } from "./engine.ts"
import { meanScore } from "./line.ts"

/**
 * The model's probability to this power: 0.9 becomes 0.59, just below the bound of suspects. Measured over clean, reduced, turned,
 * badly lit, shining-through and photographed pages.
 */
const power = 5
/** Ems of ink that are more than dirt or a stroke torn off. */
export const leastInk = 0.12
const inkDoubt = 0.5
/** Of the score, not of the probability: that is 0.8. */
const againBelow = 0.33

/** Places where ink was not read: the number of glyphs before each. */
export const gapsIn = (line: ReadLine): number[] =>
  line.unread.filter(({ width }) => width > leastInk).map(({ before }) => before)

/** Glyphs doubtful enough to have the line read again: those without certainty, and all beside unread ink. */
export const doubtOf = (line: ReadLine): number =>
  2 * gapsIn(line).length + line.glyphs.filter((glyph) => glyph.score < againBelow).length

/** The line with scores that say how much its glyphs are worth a look: below 0.6 they are suspects. */
export function doubted(line: ReadLine): ReadLine {
  const gaps = new Set(gapsIn(line))
  const glyphs = line.glyphs.map((glyph, i): Glyph => {
    const score = glyph.score ** power
    const doubtful = gaps.has(i) || gaps.has(i + 1) || (line.unseen.has(i) && !/^[!-~]$/u.test(glyph.text))
    return { ...glyph, score: doubtful ? Math.min(score, inkDoubt) : score }
  })
  return { ...line, glyphs, score: meanScore(glyphs) }
}
