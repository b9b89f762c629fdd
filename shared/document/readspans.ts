// Which stretch of its printed line each run of text in a document stands for.
import type { Node } from "prosemirror-model"
import type { Span } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import { codePoints } from "../text/edit.ts"
import { type LineRun, lineAnchors, lineRuns } from "./anchormap.ts"

/**
 * Spans by the document position of their run. The runs of a line share it among them without gap or overlap, cut before
 * the first character that is still found in the next one.
 */
export function readSpans(doc: Node, lines: ReadonlyMap<LineId, Line>): Map<number, Span> {
  const spans = new Map<number, Span>()
  for (const [id, runs] of lineRuns(doc)) {
    const line = lines.get(id)
    if (line) for (const [pos, span] of shareOut(doc, line, runs)) spans.set(pos, span)
  }
  return spans
}

function shareOut(doc: Node, line: Line, runs: readonly LineRun[]): [number, Span][] {
  const whole = { line: line.id, from: 0, to: codePoints(line.text) }
  if (runs.length === 1) return [[runs[0]?.pos ?? 0, whole]]
  // Spans count code points of the text, whatever the engine took for a glyph.
  const anchors = lineAnchors(doc, { ...line, glyphs: null })
  const firsts = runs.map(({ pos, text }) => {
    const glyphs = anchors.filter((one) => one.pos >= pos && one.pos < pos + text.length).map((one) => one.glyph)
    return glyphs.length ? Math.min(...glyphs) : null
  })
  // In a run where nothing of the line is left, an empty stretch stands for the place.
  const found = firsts.flatMap((first, run) => (first === null ? [] : [{ first, run }]))
  const inLine = (found.length ? found : [{ first: 0, run: 0 }]).sort((a, b) => a.first - b.first)
  const cuts = inLine.map(({ first }, i) => (i ? first : 0))
  return runs.map(({ pos }, run) => {
    const i = inLine.findIndex((one) => one.run === run)
    if (i < 0) return [pos, { ...whole, from: whole.to }]
    return [pos, { ...whole, from: cuts[i] ?? 0, to: cuts[i + 1] ?? whole.to }]
  })
}
