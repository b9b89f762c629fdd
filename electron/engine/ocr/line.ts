// A line as an engine read it, finished on the page: every glyph onto its ink, spaces where the print has them.
import type { Grey } from "../image/grey.ts"
import type { OcrLine, ReadLine } from "./engine.ts"
import { fitGlyphs } from "./fit.ts"
import { inkRuns } from "./ink.ts"
import { textOf } from "./spaces.ts"

/** Ink of a Han glyph is so much of an em high. */
const inkHeight = 0.92

/** `line` has boxes on the page; `glyph` is the height of its glyphs there. */
export function finished(line: OcrLine, page: Grey, paper: number, glyph: number): ReadLine {
  const em = glyph / inkHeight
  const glyphs = fitGlyphs(line.glyphs, inkRuns(page, line.box, paper, em), line.box, em)
  const score = glyphs.reduce((sum, each) => sum + each.score, 0) / glyphs.length
  return { text: textOf(glyphs, line.starts, em), box: line.box, score, glyphs }
}

export const isRead = (line: ReadLine): boolean => line.glyphs.length > 0
