// Tesseract's blocks, words and symbols → lines of glyphs. Its own text has a space between any two words, and to it
// nearly every Han character is a word; a space is kept only where the print has one.
import type { Block } from "tesseract.js"
import { union } from "../../../shared/geometry/box.ts"
import type { Glyph } from "../../../shared/model/recognition.ts"
import type { Grey } from "../image/grey.ts"
import type { OcrLine } from "./engine.ts"
import { whiteGaps } from "./gaps.ts"

const latin = /[\p{Script=Latin}\p{Nd}]/u
const mark = /\p{P}/u
const neverBefore = /[、，。；：！？,;:!?）》〉」』】”’…%％]/u
const neverAfter = /[（《〈「『【“‘]/u
/** White between two Han characters that is a space, in ems. */
const hanSpace = 0.3

/** `em` is the height of a glyph in pixels of `image`, the picture the blocks were read from. */
export function linesOf(blocks: Block[], image: Grey, em: number): OcrLine[] {
  return blocks
    .flatMap(block => block.paragraphs.flatMap(paragraph => paragraph.lines))
    .map(line => lineOf(line.words.map(word => word.symbols.map(glyphOf)), image, em))
    .filter(line => line !== null)
}

interface Symbol {
  text: string
  confidence: number
  bbox: { x0: number; y0: number; x1: number; y1: number }
}

function glyphOf({ text, confidence, bbox }: Symbol): Glyph {
  const score = Math.min(1, Math.max(0, confidence / 100))
  return { text, box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1], score, candidates: [{ text, score }] }
}

function lineOf(words: Glyph[][], image: Grey, em: number): OcrLine | null {
  const glyphs = words.flat().filter(glyph => glyph.text.trim())
  const boxes = glyphs.map(glyph => glyph.box)
  const box = union(boxes)
  if (!box) return null
  const firsts = new Set(words.map(word => word[0]))
  const gaps = whiteGaps(image, box, boxes)
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  let text = ""
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1]
    const latinPair = before && latin.test(before.text) && latin.test(glyph.text)
    if (latinPair ? firsts.has(glyph) && gaps[i - 1]! > 0.15 * em : before && isSpace(before.text, glyph.text, gaps[i - 1]! / em, usual / em))
      text += " "
    text += glyph.text
  })
  return { text, box, score: glyphs.reduce((sum, glyph) => sum + glyph.score, 0) / glyphs.length, glyphs }
}

/** Gaps are in ems. A line that is spaced out as a whole has no spaces in it. */
function isSpace(before: string, after: string, gap: number, usual: number): boolean {
  if (neverBefore.test(after) || neverAfter.test(before)) return false
  // Half of a full-width mark is white of its own.
  const marks = Number(mark.test(before)) + Number(mark.test(after))
  return gap > Math.max(hanSpace, usual + 0.2) + 0.6 * marks
}
