// Lines stacked into blocks: same size of type, edges that overlap, no more than a line's height between them.
import { area, type Box, height, middleY, overlapX, overlapY, union, width } from "../../../shared/geometry/box.ts"
import type { Component } from "./components.ts"
import { InkMap } from "./inkmap.ts"
import { findLines, type Page } from "./lines.ts"
import type { Segment } from "./segment.ts"
import { groups } from "./union.ts"

export interface Block {
  box: Box
  /** Boxes of its lines from top to bottom. */
  lines: Box[]
  /** Height of its glyphs in pixels. */
  glyph: number
}

export interface Sheet {
  width: number
  height: number
  glyph: number
  parts: Component[]
  barriers: Box[]
  pictures: Box[]
}

/** Blocks of text in no particular order. Lines without one glyph worth reading are left out as dirt. */
export function findBlocks(sheet: Sheet): Block[] {
  const solid = [...sheet.parts.map((part) => part.box), ...sheet.barriers, ...sheet.pictures]
  const page: Page = {
    glyph: sheet.glyph,
    barriers: sheet.barriers,
    ink: new InkMap(sheet.width, sheet.height, solid),
  }
  const lines = findLines(sheet.parts, page).filter((line) => !isDirt(line, sheet.glyph))
  return withoutNested(stack(rejoin(lines, stack(lines, page), page), page))
}

/** A stroke that was not joined to its line lies inside that line, and is read with it. */
const withoutNested = (blocks: Block[]): Block[] =>
  blocks.filter(
    (block) =>
      !blocks.some(
        (other) =>
          other.glyph > block.glyph && other.lines.some((line) => shared(line, block.box) > 0.8 * area(block.box)),
      ),
  )

const shared = (a: Box, b: Box) => Math.max(0, overlapX(a, b)) * Math.max(0, overlapY(a, b))

const isDirt = ({ box }: Segment, glyph: number) => Math.max(width(box), height(box)) < 0.5 * glyph

function stack(lines: Segment[], page: Page): Block[] {
  const sorted = [...lines].sort((a, b) => a.box[1] - b.box[1])
  const above = new Map<Segment, Segment>()
  const pairs = sorted
    .flatMap((upper) => sorted.filter((lower) => follows(upper, lower, page)).map((lower) => ({ upper, lower })))
    .sort((a, b) => fit(b.upper, b.lower) - fit(a.upper, a.lower))
  const below = new Set<Segment>()
  for (const { upper, lower } of pairs)
    if (!above.has(lower) && !below.has(upper)) {
      above.set(lower, upper)
      below.add(upper)
    }
  const index = new Map(sorted.map((line, i) => [line, i]))
  const sets = groups(sorted, (link) => {
    for (const [lower, upper] of above) link(index.get(upper)!, index.get(lower)!)
  })
  return sets.map(blockOf)
}

function blockOf(lines: Segment[]): Block {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b)
  return {
    box: union(lines.map((line) => line.box))!,
    lines: lines.map((line) => line.box),
    glyph: sizes[Math.floor(sizes.length / 2)]!,
  }
}

function follows(upper: Segment, lower: Segment, page: Page): boolean {
  const [small, large] = [Math.min(upper.size, lower.size), Math.max(upper.size, lower.size)]
  const gap = lower.box[1] - upper.box[3]
  if (gap < -0.3 * small || gap > 1.1 * small) return false
  if (overlapX(upper.box, lower.box) < 0.5 * Math.min(width(upper.box), width(lower.box))) return false
  const short = Math.min(width(upper.box), width(lower.box)) < 2.5 * page.glyph && large < 1.45 * page.glyph
  if (large > 1.3 * small && !short) return false
  return !ruled(upper.box, lower.box, page.barriers)
}

const fit = (upper: Segment, lower: Segment) =>
  overlapX(upper.box, lower.box) / Math.max(width(upper.box), width(lower.box)) -
  Math.max(0, lower.box[1] - upper.box[3]) / (4 * upper.size)

const ruled = (upper: Box, lower: Box, barriers: Box[]) =>
  barriers.some(
    (rule) =>
      width(rule) > height(rule) &&
      middleY(rule) >= middleY(upper) &&
      middleY(rule) <= middleY(lower) &&
      overlapX(rule, upper) > 0 &&
      overlapX(rule, lower) > 0,
  )

/** Letter-spaced pieces on one base line between the edges of one column are one line. */
function rejoin(lines: Segment[], blocks: Block[], page: Page): Segment[] {
  const columns = blocks.filter((block) => block.lines.length >= 3)
  const sorted = [...lines].sort((a, b) => a.box[0] - b.box[0])
  const sets = groups(sorted, (link) => {
    for (let i = 0; i < sorted.length; i++)
      for (let j = i + 1; j < sorted.length; j++) if (arePieces(sorted[i]!, sorted[j]!, columns, page.glyph)) link(i, j)
  })
  return sets.map((set) => ({
    parts: set.flatMap((line) => line.parts),
    box: union(set.map((line) => line.box))!,
    size: Math.max(...set.map((line) => line.size)),
  }))
}

/** A wider gap than this is no letter-space: a name at the far end of an article's last line stands for itself. */
const widestSpace = 3.5
/** Of a column's lines so many go on where there is white in one. */
const goOn = 0.3

function arePieces(left: Segment, right: Segment, columns: Block[], glyph: number): boolean {
  if (overlapY(left.box, right.box) < 0.6 * Math.min(height(left.box), height(right.box))) return false
  if (left.size > 1.3 * right.size || right.size > 1.3 * left.size) return false
  if (right.box[0] - left.box[2] > widestSpace * glyph) return false
  const both = union([left.box, right.box])!
  const isFilled = (line: Box) => line[0] < left.box[2] && line[2] > right.box[0]
  return columns.some(
    ({ box: column, lines }) =>
      lines.filter(isFilled).length >= Math.max(2, goOn * lines.length) &&
      both[0] >= column[0] - 0.6 * glyph &&
      both[2] <= column[2] + 0.6 * glyph &&
      both[1] >= column[1] - 2 * glyph &&
      both[3] <= column[3] + 2 * glyph,
  )
}
