// Which glyphs are worth a look. Signs that a glyph was misread are weighed against each other by logistic regression.
import type { Words } from "../../../shared/text/words.ts"
import { chosen } from "./choose.ts"
import type { PageTask, ReadLine } from "./engine.ts"
import { likenesses } from "./likeness.ts"
import { leastInk, type NamedLine, type Signs, signsOf, usualOn } from "./signs.ts"
import { bound, weights } from "./weights.ts"

type Sheet = Pick<PageTask, "page" | "paper">

/** Of the score: below it a glyph is so doubtful that its line is read again. */
const againBelow = 0.33
/** Natural log odds of a score of 0.6, below which glyphs are suspects. */
const atBound = Math.log(0.6 / 0.4)
/** A line's own score is the mean of the model's probabilities to this power, which tells pages that were read from pages that were not. */
const power = 5
const inkDoubt = 0.5

/** Places where ink was not read: the number of glyphs before each. */
export const gapsIn = (line: ReadLine): number[] =>
  line.unread.filter(({ width }) => width > leastInk).map(({ before }) => before)

/** Glyphs doubtful enough to have the line read again: those without certainty, and all beside unread ink. */
export const doubtOf = (line: ReadLine): number =>
  2 * gapsIn(line).length + line.glyphs.filter((glyph) => glyph.score < againBelow).length

export interface Judged {
  /** As the words of the language would have it. */
  line: NamedLine
  signs: Signs[]
}

/** What speaks for and against the glyphs of all lines of a page. */
export function signsOn(lines: ReadLine[], words: Words, { page, paper }: Sheet): Judged[] {
  const named = lines.map((line) => ({ ...line, ...chosen(line.glyphs, words) }))
  const likeness = likenesses(named, page, paper)
  const usual = usualOn(lines, likeness)
  return named.map((line, i) => ({ line, signs: signsOf(line, likeness[i]!, words, usual) }))
}

/** A page's lines as `words` would have them, with scores that say how much glyphs are worth a look: below 0.6 they are suspects. */
export function doubted(lines: ReadLine[], words: Words, sheet: Sheet): ReadLine[] {
  return signsOn(lines, words, sheet).map(({ line: { names, ...line }, signs }, i) => {
    const glyphs = line.glyphs.map((glyph, at) => ({ ...glyph, score: scoreOf(signs[at]!) }))
    return { ...line, text: respelt(line.text, glyphs), glyphs, score: sureness(lines[i]!) }
  })
}

/** The text with the glyphs' characters; spaces stay. */
function respelt(text: string, glyphs: { text: string }[]): string {
  let at = 0
  return [...text].map((char) => (char === " " ? char : (glyphs[at++]?.text ?? ""))).join("")
}

const scoreOf = (signs: Signs): number => 1 / (1 + Math.exp(weigh(signs, weights) - bound - atBound))

/** Natural log odds that a glyph with these signs was misread. */
export const weigh = (signs: Signs, by: Signs): number =>
  (Object.keys(signs) as (keyof Signs)[]).reduce((sum, sign) => sum + signs[sign] * by[sign], 0)

function sureness(line: ReadLine): number {
  const gaps = new Set(gapsIn(line))
  const sum = line.glyphs.reduce((all, { score }, i) => {
    const doubtful = gaps.has(i) || gaps.has(i + 1) || line.unseen.has(i)
    return all + (doubtful ? Math.min(score ** power, inkDoubt) : score ** power)
  }, 0)
  return sum / line.glyphs.length
}
