// Which glyph of the scan a character of the document was read from. The document only says which line each run comes
// from; the rest follows from aligning the runs of a line, taken together, with what was recognized there. Derived
// from the document: runs are cached on its blocks, which live on from one document to the next, and alignments on the
// line, so that after a keystroke one line is aligned again.
import type { Node } from "prosemirror-model"
import type { Line, LineId } from "../model/recognition.ts"
import { longestCommon, type Pair } from "../text/lcs.ts"

/** A character that stands for a glyph, as read or corrected: its document position, and the glyph's number in its line. */
export interface Anchor {
  pos: number
  line: LineId
  glyph: number
}

export type AnchorMap = Map<number, Anchor>

/** Neighbouring text of one printed line; `pos` is the document position of its first character. */
export interface LineRun {
  pos: number
  text: string
}

const blockCache = new WeakMap<Node, { line: LineId; at: number; text: string }[]>()
const runsCache = new WeakMap<Node, ReadonlyMap<LineId, readonly LineRun[]>>()
const alignCache = new WeakMap<Line, { key: string; pairs: Pair[] }>()

/** The line that text is marked with. */
export const lineOf = (text: Node): LineId | null =>
  (text.marks.find((mark) => mark.type.name === "line")?.attrs.id as LineId | undefined) ?? null

function runsIn(block: Node): { line: LineId; at: number; text: string }[] {
  const known = blockCache.get(block)
  if (known) return known
  const runs: { line: LineId; at: number; text: string }[] = []
  block.forEach((text, at) => {
    const line = lineOf(text)
    if (line && text.text) runs.push({ line, at, text: text.text })
  })
  blockCache.set(block, runs)
  return runs
}

/** The runs of each printed line in document order. */
export function lineRuns(doc: Node): ReadonlyMap<LineId, readonly LineRun[]> {
  const known = runsCache.get(doc)
  if (known) return known
  const lines = new Map<LineId, LineRun[]>()
  doc.forEach((part, partAt) => {
    part.forEach((block, blockAt) => {
      // Two steps in: into the article or tray, and into the block.
      const start = partAt + blockAt + 2
      for (const { line, at, text } of runsIn(block)) {
        const runs = lines.get(line)
        if (runs) runs.push({ pos: start + at, text })
        else lines.set(line, [{ pos: start + at, text }])
      }
    })
  })
  runsCache.set(doc, lines)
  return lines
}

/** Anchors of one printed line, in document order. Characters that a person added have none. */
export function lineAnchors(doc: Node, line: Line): Anchor[] {
  const runs = lineRuns(doc).get(line.id)
  if (!runs) return []
  const chars: { pos: number; run: number; text: string }[] = []
  runs.forEach((run, index) => {
    let pos = run.pos
    for (const text of run.text) {
      chars.push({ pos, run: index, text })
      pos += text.length
    }
  })
  const key = runs.map((run) => run.text).join("\u0000")
  let known = alignCache.get(line)
  if (known?.key !== key) {
    known = { key, pairs: alignRuns(chars, glyphsOf(line)) }
    alignCache.set(line, known)
  }
  return known.pairs.map(([char, glyph]) => ({ pos: chars[char]?.pos ?? 0, line: line.id, glyph }))
}

/** Anchors of `doc` by document position. */
export function anchorMap(doc: Node, lines: ReadonlyMap<LineId, Line>): AnchorMap {
  const map: AnchorMap = new Map()
  for (const id of lineRuns(doc).keys()) {
    const line = lines.get(id)
    if (line) for (const anchor of lineAnchors(doc, line)) map.set(anchor.pos, anchor)
  }
  return map
}

export const glyphsOf = (line: Line): string[] => line.glyphs?.map((glyph) => glyph.text) ?? [...line.text]

/**
 * Aligns the runs of a line as one text first. What was moved before or after its neighbours in print finds nothing that
 * way: each stretch that is left is aligned by itself with the glyphs that are left.
 */
function alignRuns(chars: { run: number; text: string }[], glyphs: string[]): Pair[] {
  const texts = chars.map((char) => char.text)
  const pairs = substituted(longestCommon(texts, glyphs), texts, glyphs)
  const linked = new Set(pairs.map(([char]) => char))
  const taken = new Set(pairs.map(([, glyph]) => glyph))
  for (const left of stretches(chars, linked)) {
    const free = glyphs.flatMap((_, index) => (taken.has(index) ? [] : [index]))
    for (const [char, glyph] of longestCommon(
      left.map((index) => texts[index] ?? ""),
      free.map((index) => glyphs[index] ?? ""),
    )) {
      pairs.push([left[char] ?? 0, free[glyph] ?? 0])
      taken.add(free[glyph] ?? 0)
    }
  }
  return pairs.sort(([a], [b]) => a - b)
}

/** Numbers of characters without a link, those next to one another in one run together. */
function stretches(chars: { run: number; text: string }[], linked: ReadonlySet<number>): number[][] {
  const all: number[][] = []
  chars.forEach(({ run, text }, index) => {
    if (linked.has(index) || !text.trim()) return
    const open = all.at(-1)
    if (open?.at(-1) === index - 1 && chars[index - 1]?.run === run) open.push(index)
    else all.push([index])
  })
  return all
}

/** Adds what was corrected: between two linked characters, one that replaced a glyph stands for it. */
function substituted(equal: readonly Pair[], chars: readonly string[], glyphs: readonly string[]): Pair[] {
  const pairs: Pair[] = []
  let [char, glyph] = [0, 0]
  for (const [nextChar, nextGlyph] of equal.length ? [...equal, [chars.length, glyphs.length] as Pair] : []) {
    // A space stands for nothing but a space.
    while (char < nextChar && glyph < nextGlyph)
      if (!chars[char]?.trim()) char++
      else if (!glyphs[glyph]?.trim()) glyph++
      else pairs.push([char++, glyph++])
    if (nextChar < chars.length) pairs.push([nextChar, nextGlyph])
    char = nextChar + 1
    glyph = nextGlyph + 1
  }
  return pairs
}
