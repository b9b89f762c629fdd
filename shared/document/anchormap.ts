// Which glyph of the scan a character of the document was read from. The document only says which line each run comes
// from; the rest follows from aligning the runs of a line, taken together, with what was recognized there. Derived
// from the document, and cached on it: a document never changes, so neither does its map.
import type { Node } from "prosemirror-model"
import type { Line, LineId } from "../model/recognition.ts"

/** A character that stands for a glyph: its position in the document, and the glyph's number in its line. */
export interface Anchor {
  pos: number
  line: LineId
  glyph: number
}

export type AnchorMap = Map<number, Anchor>

const cache = new WeakMap<Node, { lines: Map<LineId, Line>; map: AnchorMap }>()

/** Anchors of `doc` by document position. Characters typed by a person, and those of unknown lines, have none. */
export function anchorMap(doc: Node, lines: Map<LineId, Line>): AnchorMap {
  const known = cache.get(doc)
  if (known && known.lines === lines) return known.map
  const map = buildMap(doc, lines)
  cache.set(doc, { lines, map })
  return map
}

interface Run {
  chars: string[]
  positions: number[]
}

function buildMap(doc: Node, lines: Map<LineId, Line>): AnchorMap {
  const map: AnchorMap = new Map()
  for (const [id, run] of runsByLine(doc)) {
    const line = lines.get(id)
    if (!line) continue
    const glyphs = line.glyphs?.map((glyph) => glyph.text) ?? [...line.text]
    for (const [char, glyph] of align(run.chars, glyphs)) {
      const pos = run.positions[char] ?? 0
      map.set(pos, { pos, line: id, glyph })
    }
  }
  return map
}

function runsByLine(doc: Node): Map<LineId, Run> {
  const runs = new Map<LineId, Run>()
  doc.descendants((node, pos) => {
    const id = node.marks.find((mark) => mark.type.name === "line")?.attrs.id as LineId | undefined
    if (!node.isText || !id) return
    const run = runs.get(id) ?? { chars: [], positions: [] }
    let at = pos
    for (const char of node.text ?? "") {
      run.chars.push(char)
      run.positions.push(at)
      at += char.length
    }
    runs.set(id, run)
  })
  return runs
}

/** Pairs of equal items in the longest common subsequence of two short lists. */
export function align(a: string[], b: string[]): [number, number][] {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++
    else j++
  return pairs
}
