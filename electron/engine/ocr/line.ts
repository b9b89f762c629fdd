// A line as an engine read it, finished on the page: every glyph onto its ink, ellipses by their dots, solid marks by their shape,
// spaces where the print has them.
import type { Grey } from "../image/grey.ts"
import { withBullets, withSquares } from "./bullets.ts"
import { withEllipses } from "./ellipses.ts"
import type { OcrLine, ReadLine } from "./engine.ts"
import { fitGlyphs } from "./fit.ts"
import { inkRuns } from "./ink.ts"
import { quoteByInk } from "./quotes.ts"
import { textOf } from "./spaces.ts"
import { withTwins } from "./twins.ts"

/** Ink of a Han glyph is so much of an em high. */
const inkHeight = 0.92

/** `line` has boxes on the page; `glyph` is the height of its glyphs there. */
export function finished(line: OcrLine, page: Grey, paper: number, glyph: number): ReadLine {
  const em = glyph / inkHeight
  const runs = inkRuns(page, line.box, paper, em)
  const read = withBullets(withEllipses(once(line), runs, page, paper, em), runs, page, paper, em)
  const onInk = (of: OcrLine) => fitGlyphs(of.glyphs, runs, line.box, em)
  const whole = withTwins(read, onInk(read), page, paper, em)
  const { glyphs: fitted, unseen, unread } = onInk(whole)
  const torn = (i: number) => unseen.has(i) || unread.some(({ before }) => before === i || before === i + 1)
  const quoted = fitted.map((glyph, i) => (torn(i) ? glyph : quoteByInk(glyph, em)))
  const glyphs = withSquares(textOf(quoted, whole.starts, em), quoted)
  return {
    text: textOf(glyphs, whole.starts, em),
    box: line.box,
    score: meanScore(glyphs),
    glyphs,
    starts: whole.starts,
    unseen,
    unread: unread.map(({ x0, x1, before }) => ({ before, width: (x1 - x0) / em })),
  }
}

/** The sign ℃ is read as ° and ℃. */
function once(line: OcrLine): OcrLine {
  const twice = line.glyphs.findIndex(({ text }, i) => text === "°" && line.glyphs[i + 1]?.text === "℃")
  if (twice < 0) return line
  const starts = new Set([...line.starts].map((at) => (at > twice ? at - 1 : at)))
  return once({ ...line, glyphs: line.glyphs.toSpliced(twice, 1), starts })
}

export const meanScore = (glyphs: { score: number }[]): number =>
  glyphs.reduce((sum, { score }) => sum + score, 0) / glyphs.length

export const isRead = (line: ReadLine): boolean => line.glyphs.length > 0
