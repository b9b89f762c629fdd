// The build of a page without its words: articles, their blocks, and which stretch of which printed line each block
// takes. Rules propose one, a document has one, and what a person decided lies between the two.
import type { Node } from "prosemirror-model"
import type { Span } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import { type Role, roles } from "../model/region.ts"
import { codePoints } from "../text/edit.ts"
import { lineAnchors, lineRuns } from "./anchormap.ts"
import { type BlockType, blockTypes } from "./schema.ts"

export interface OutlineBlock<S extends Span = Span> {
  /** A paragraph is `body`. */
  role: Role
  likely: Role | null
  spans: S[]
}

export interface Outline<S extends Span = Span> {
  articles: OutlineBlock<S>[][]
  tray: OutlineBlock<S>[]
}

/** A span as a document has it: its first and last character that still stand for glyphs lie in it. */
export interface ReadSpan extends Span {
  first: number
  last: number
}

/** What a block of an article is called; what has a role of the tray becomes what it looks like. */
export const typeOfRole = (role: Role, likely: Role | null = null): BlockType =>
  blockTypes.find((type) => type === role) ?? blockTypes.find((type) => type === likely) ?? "paragraph"

const known = (role: unknown): Role | null => roles.find((one) => one === role) ?? null

function emptyBlock(node: Node): OutlineBlock<ReadSpan> {
  if (node.type.name === "scrap")
    return { role: known(node.attrs.role) ?? "unplaced", likely: known(node.attrs.likely), spans: [] }
  return { role: known(node.type.name) ?? "body", likely: null, spans: [] }
}

/** The outline of a document; `lines` are those it was composed from. Text that no line printed is not in it. */
export function readOutline(doc: Node, lines: ReadonlyMap<LineId, Line>): Outline<ReadSpan> {
  const outline: Outline<ReadSpan> = { articles: [], tray: [] }
  const spanAt = readSpans(doc, lines)
  doc.forEach((part, offset) => {
    const blocks: OutlineBlock<ReadSpan>[] = []
    part.forEach((node, at) => {
      const block = emptyBlock(node)
      node.forEach((_, run) => {
        const span = spanAt.get(offset + at + 2 + run)
        if (span) block.spans.push(span)
      })
      blocks.push(block)
    })
    if (part.type.name === "tray") outline.tray = blocks
    else outline.articles.push(blocks)
  })
  return outline
}

/** Spans by the position of the first run of their line in their block. */
function readSpans(doc: Node, lines: ReadonlyMap<LineId, Line>): Map<number, ReadSpan> {
  const spans = new Map<number, ReadSpan>()
  for (const [id, runs] of lineRuns(doc)) {
    const line = lines.get(id)
    if (!line) continue
    // Spans count code points of the text, whatever the engine took for a glyph.
    const glyphs = new Map(lineAnchors(doc, { ...line, glyphs: null }).map(({ pos, glyph }) => [pos, glyph]))
    const inBlock = new Map<number, ReadSpan & { pos: number }>()
    for (const { pos, text } of runs) {
      const block = doc.resolve(pos).start()
      for (let at = pos; at < pos + text.length; at++) {
        const glyph = glyphs.get(at)
        if (glyph === undefined) continue
        const span = inBlock.get(block)
        if (!span) inBlock.set(block, { line: id, from: 0, to: 0, first: glyph, last: glyph, pos })
        else [span.first, span.last] = [Math.min(span.first, glyph), Math.max(span.last, glyph)]
      }
    }
    const parts = [...inBlock.values()].sort((a, b) => a.first - b.first)
    parts.forEach((span, i) => {
      span.from = parts[i - 1]?.to ?? 0
      span.to = Math.max(span.from, parts[i + 1]?.first ?? codePoints(line.text))
      spans.set(span.pos, span)
    })
  }
  return spans
}

/** All spans of blocks in order, each with its block. */
export const spansOf = <S extends Span>(blocks: readonly OutlineBlock<S>[]): { span: S; block: OutlineBlock<S> }[] =>
  blocks.flatMap((block) => block.spans.map((span) => ({ span, block })))
