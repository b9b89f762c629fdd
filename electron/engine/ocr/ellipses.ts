// The dots of a Chinese ellipsis (……) hang in the middle of the line, where recognizers take them for all sorts of marks or for
// nothing. Three or six small dots at equal distances are plain to see in the ink.
import { type Box, height, middleX } from "../../../shared/geometry/box.ts"
import type { Glyph } from "../../../shared/model/recognition.ts"
import type { Grey } from "../image/grey.ts"
import type { OcrLine } from "./engine.ts"
import type { Run } from "./ink.ts"

const ellipsis = "…"
/** What a recognizer makes of more dots than there are; the places it gives are not exact. */
const dotty = /^[….·⋯•]$/u
/** All measures are in ems. */
const largestDot = 0.22
const pitch = [0.2, 0.5] as const
const uneven = 0.12
/** What the ink shows is sure, whatever the engine thought of it. */
const leastScore = 0.98

/** The line with the glyphs that stand on such dots replaced. */
export function withEllipses(line: OcrLine, runs: Run[], page: Grey, paper: number, em: number): OcrLine {
  if (height(line.box) < 0.6 * em) return line
  const dots = runs.map((run) => isDot(run, page, line.box, paper, em))
  return rows(dots, runs, em).reduce((now, row) => replaced(now, row, em), line)
}

function isDot({ x0, x1 }: Run, { data, width }: Grey, line: Box, paper: number, em: number): boolean {
  if (x1 - x0 > largestDot * em) return false
  let [top, bottom] = [line[3], line[1]]
  for (let y = Math.max(0, line[1]); y < line[3]; y++)
    for (let x = x0; x < x1; x++)
      if (data[y * width + x]! < paper * 0.85) [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)]
  const middle = ((top + bottom) / 2 - line[1]) / height(line)
  return bottom - top <= largestDot * em && middle > 0.3 && middle < 0.7
}

/** Stretches of dots side by side at one distance, as many as one or two ellipses have. */
function rows(dots: boolean[], runs: Run[], em: number): Run[][] {
  const found: Run[][] = []
  for (let i = 0; i < runs.length; i++) {
    if (!dots[i]) continue
    const row = [runs[i]!]
    while (dots[i + 1] && follows(row, runs[i + 1]!, em)) row.push(runs[++i]!)
    if (row.length === 3 || row.length === 6) found.push(row)
  }
  return found
}

const middle = (run: Run) => (run.x0 + run.x1) / 2

function follows(row: Run[], next: Run, em: number): boolean {
  const last = row.at(-1)!
  const step = (middle(next) - middle(last)) / em
  const before = row.at(-2)
  return (
    step > pitch[0] && step < pitch[1] && (!before || Math.abs(step - (middle(last) - middle(before)) / em) < uneven)
  )
}

function replaced(line: OcrLine, dots: Run[], em: number): OcrLine {
  const [x0, x1] = [dots[0]!.x0, dots.at(-1)!.x1]
  const on = ({ text, box }: Glyph) => {
    const slack = (dotty.test(text) ? 0.6 : 0.1) * em
    return middleX(box) > x0 - slack && middleX(box) < x1 + slack
  }
  const standing = line.glyphs.filter(on)
  const score = Math.max(leastScore, ...standing.map((glyph) => glyph.score))
  const drawn = Array.from({ length: dots.length / 3 }, (_, i): Glyph => {
    const box: Box = [dots[3 * i]!.x0, line.box[1], dots[3 * i + 2]!.x1, line.box[3]]
    return { text: ellipsis, box, score, candidates: [{ text: ellipsis, score }] }
  })
  const left = line.glyphs.filter((glyph) => !on(glyph) && middleX(glyph.box) < x0)
  const right = line.glyphs.filter((glyph) => !on(glyph) && middleX(glyph.box) >= x0)
  const moved = drawn.length - standing.length
  const starts = new Set([...line.starts].map((at) => (at > left.length ? Math.max(0, at + moved) : at)))
  return { ...line, glyphs: [...left, ...drawn, ...right], starts }
}
