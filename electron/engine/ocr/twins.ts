// Of the same figure or letter twice in a row (2000, 5550126) recognizers that read by steps may see one: the other is ink that was
// left unread beside it, of the same width and look.
import { middleX, width } from "../../../shared/geometry/box.ts"
import type { Glyph } from "../../../shared/model/recognition.ts"
import type { Grey } from "../image/grey.ts"
import type { OcrLine } from "./engine.ts"
import type { Fitted } from "./fit.ts"
import { alike } from "./likeness.ts"

const figure = /^[\p{Nd}\p{Script=Latin}]$/u
/** Shares of the wider one's width, and the correlation of their ink. */
const otherWidth = 0.2
const leastAlike = 0.85
/** Ems of white between them, at most. */
const apart = 0.3
const nearer = 0.1
/** Below the bound of suspects: the engine did not see it. */
const score = 0.5

/** The line with the twins that its ink shows. */
export function withTwins(line: OcrLine, { glyphs, unread }: Fitted, page: Grey, paper: number, em: number): OcrLine {
  const twins = unread.flatMap(({ x0, x1, before }) => {
    const box = [x0, line.box[1], x1, line.box[3]] as const
    // Where the engine saw another glyph the ink is a part of that one.
    const far = (at: number) => Math.abs((x0 + x1) / 2 - middleX(line.glyphs[at]!.box))
    const isTwin = (at: number) => {
      const glyph = glyphs[at]
      return (
        glyph !== undefined &&
        figure.test(glyph.text) &&
        Math.max(x0 - glyph.box[2], glyph.box[0] - x1) < apart * em &&
        isAsWide(x1 - x0, width(glyph.box)) &&
        line.glyphs.every((_, other) => far(other) >= far(at) - nearer * em) &&
        alike(page, box, glyph.box, paper) >= leastAlike
      )
    }
    const at = [before - 1, before].find(isTwin)
    if (at === undefined) return []
    const { text } = glyphs[at]!
    return [{ before, glyph: { text, box, score, candidates: [{ text, score }] } satisfies Glyph }]
  })
  const all = [...line.glyphs]
  for (const { before, glyph } of twins.toReversed()) all.splice(before, 0, glyph)
  const moved = (at: number) => at + twins.filter(({ before }) => before < at).length
  return { ...line, glyphs: all, starts: new Set([...line.starts].map(moved)) }
}

const isAsWide = (a: number, b: number): boolean => Math.abs(a - b) <= otherWidth * Math.max(a, b)
