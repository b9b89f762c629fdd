// Tesseract's blocks, words and symbols → lines of glyphs.
import type { Block } from "tesseract.js"
import { union } from "../../../shared/geometry/box.ts"
import type { Glyph } from "../../../shared/model/recognition.ts"
import type { OcrLine } from "./engine.ts"

export function linesOf(blocks: Block[]): OcrLine[] {
  return blocks
    .flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
    .map((line) => lineOf(line.words.map((word) => word.symbols.map(glyphOf))))
    .filter((line) => line !== null)
}

/** Columns as they were found: their glyphs have no boxes of their own, for those that Tesseract tells of columns mean nothing. */
export const columnsOf = (blocks: Block[]): OcrLine[] =>
  blocks
    .flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
    .flatMap(({ words, bbox: { x0, y0, x1, y1 } }) => {
      const line = lineOf(words.map((word) => word.symbols.map(glyphOf)))
      const box = [x0, y0, x1, y1] as const
      return line ? { ...line, box, glyphs: line.glyphs.map((glyph) => ({ ...glyph, box })) } : []
    })

interface Symbol {
  text: string
  confidence: number
  bbox: { x0: number; y0: number; x1: number; y1: number }
}

function glyphOf({ text, confidence, bbox }: Symbol): Glyph {
  const score = Math.min(1, Math.max(0, confidence / 100))
  return { text, box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1], score, candidates: [{ text, score }] }
}

function lineOf(words: Glyph[][]): OcrLine | null {
  const glyphs: Glyph[] = []
  const starts = new Set<number>()
  for (const word of words) {
    starts.add(glyphs.length)
    glyphs.push(...word.filter((glyph) => glyph.text.trim()))
  }
  const box = union(glyphs.map((glyph) => glyph.box))
  return box && { box, glyphs, starts }
}
