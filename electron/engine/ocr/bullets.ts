// Marks before names and items. A solid one (● ■ ▶ ▲ ◆) is all ink, as no glyph is, and recognizers take it for some glyph or for
// nothing: its shape is plain to see. An open square is read as 口, which never stands by itself in a text.
import { type Box, middleX } from "../../../shared/geometry/box.ts"
import type { Glyph } from "../../../shared/model/recognition.ts"
import type { Grey } from "../image/grey.ts"
import type { OcrLine } from "./engine.ts"
import type { Run } from "./ink.ts"

/** Sides in ems. */
const leastSide = 0.35
const mostSide = 1.05
/** Pixels: the white inside of smaller glyphs is lost. */
const leastEm = 18
/** Ink is darker than so much of the paper. */
const dark = 0.7
/** Rows and columns of a solid mark are ink from end to end; so many of them may have a hole. */
const mostHoles = 0.06
/** What the ink shows is sure, whatever the engine thought of it. */
const leastScore = 0.9

/** The line with solid marks where the ink shows them. */
export function withBullets(line: OcrLine, runs: Run[], page: Grey, paper: number, em: number): OcrLine {
  if (em < leastEm) return line
  return runs.reduce((now, run) => {
    const wide = (run.x1 - run.x0) / em
    const text = wide >= leastSide && wide <= mostSide ? solidMark(run, page, line.box, dark * paper, em) : null
    return text ? replaced(now, run, text, em) : now
  }, line)
}

/** What solid mark the ink of a run is, if it is one. */
function solidMark({ x0, x1 }: Run, { data, width }: Grey, line: Box, bound: number, em: number): string | null {
  const isInk = (x: number, y: number) => data[y * width + x]! < bound
  const rows = spans(line[1], line[3], x0, x1, (y, x) => isInk(x, y))
  const columns = spans(x0, x1, line[1], line[3], (x, y) => isInk(x, y))
  const high = rows.length
  const wide = columns.length
  if (high < leastSide * em || Math.min(high, wide) < 0.75 * Math.max(high, wide)) return null
  const holes = [...rows, ...columns].filter(({ isWhole }) => !isWhole).length
  if (holes > mostHoles * (high + wide)) return null
  return shapeOf(rows, columns)
}

interface Span {
  at: number
  ink: number
  isWhole: boolean
}

/** Ink of each row from the first to the last that has any. */
function spans(
  from: number,
  to: number,
  start: number,
  end: number,
  isInk: (at: number, x: number) => boolean,
): Span[] {
  const found: Span[] = []
  for (let at = from; at < to; at++) {
    let [first, last, ink] = [-1, -1, 0]
    for (let x = start; x < end; x++)
      if (isInk(at, x)) {
        if (first < 0) first = x
        last = x
        ink++
      }
    if (ink) found.push({ at, ink, isWhole: last - first + 1 === ink })
  }
  return found
}

/** By how much of its box is ink, and where its middle lies: ▶ and ▲ have it off the box's. */
function shapeOf(rows: Span[], columns: Span[]): string | null {
  const ink = rows.reduce((sum, row) => sum + row.ink, 0)
  const fill = ink / (rows.length * columns.length)
  if (fill > 0.92) return "■"
  if (fill > 0.68) return "●"
  if (fill < 0.4 || fill > 0.62) return null
  const across = leaning(columns, ink)
  const down = leaning(rows, ink)
  if (across < -0.1) return "▶"
  if (down > 0.1) return "▲"
  return Math.abs(across) < 0.06 && Math.abs(down) < 0.06 ? "◆" : null
}

/** How far the middle of the ink lies from the middle of its box, in sides. */
const leaning = (lines: Span[], ink: number): number =>
  (lines.reduce((sum, { at, ink: here }) => sum + (at - lines[0]!.at + 0.5) * here, 0) / ink - lines.length / 2) /
  lines.length

function replaced(line: OcrLine, { x0, x1 }: Run, text: string, em: number): OcrLine {
  const on = ({ box }: Glyph) => middleX(box) > x0 - 0.1 * em && middleX(box) < x1 + 0.1 * em
  const standing = line.glyphs.filter(on)
  const score = Math.max(leastScore, ...standing.filter((glyph) => glyph.text === text).map((glyph) => glyph.score))
  const mark: Glyph = { text, box: [x0, line.box[1], x1, line.box[3]], score, candidates: [{ text, score }] }
  const left = line.glyphs.filter((glyph) => !on(glyph) && middleX(glyph.box) < x0)
  const right = line.glyphs.filter((glyph) => !on(glyph) && middleX(glyph.box) >= x0)
  const moved = 1 - standing.length
  const starts = new Set([...line.starts].map((at) => (at > left.length ? Math.max(0, at + moved) : at)))
  return { ...line, glyphs: [...left, mark, ...right], starts }
}

const opening = /(?<=^|[。！？”）] ?)口(?= )/gu

/** Glyphs of a line with this text, 口 by itself as the open square it is. */
export function withSquares(text: string, glyphs: Glyph[]): Glyph[] {
  const found = new Set([...text.matchAll(opening)].map(({ index }) => text.slice(0, index).replaceAll(" ", "").length))
  return glyphs.map((glyph, i) => (found.has(i) ? { ...glyph, text: "□" } : glyph))
}
