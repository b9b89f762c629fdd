// The text of a line from its glyphs. A space is kept only where the print has one, measured between inks.
import type { Glyph } from "../../../shared/model/recognition.ts"

const latin = /[\p{Script=Latin}\p{Nd}]/u
const mark = /\p{P}/u
const neverBefore = /[、，。；：！？,;:!?）》〉」』】”’…%％]/u
const neverAfter = /[（《〈「『【“‘、，；：,;:]/u
/** White between two Han characters that is a space, in ems. */
const hanSpace = 0.24

/** `starts` holds the places where the engine saw a new word begin: letters of one word are never parted. */
export function textOf(glyphs: Glyph[], starts: Set<number>, em: number): string {
  const gaps = glyphs.slice(1).map((glyph, i) => (glyph.box[0] - glyphs[i]!.box[2]) / em)
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return glyphs.reduce((text, glyph, i) => {
    const before = glyphs[i - 1]?.text
    if (before === undefined) return glyph.text
    const gap = gaps[i - 1]!
    const both = latin.test(before) && latin.test(glyph.text)
    const space = both ? starts.has(i) && gap > 0.15 : isSpace(before, glyph.text, gap, usual)
    return text + (space ? " " : "") + glyph.text
  }, "")
}

/** A line that is spaced out as a whole has no spaces in it. */
function isSpace(before: string, after: string, gap: number, usual: number): boolean {
  if (neverBefore.test(after) || neverAfter.test(before)) return false
  // Half of a full-width mark is white of its own.
  const marks = Number(mark.test(before)) + Number(mark.test(after))
  return gap > Math.max(hanSpace, usual + 0.16) + 0.75 * marks
}
