// The printed lines of a page, ready to be drawn and to be pointed at.
import { area, type Box } from "../../shared/geometry/box.ts"
import type { Line, LineId, Recognition } from "../../shared/model/recognition.ts"
import type { Outline } from "../state/outline.ts"
import type { Point } from "./frame.ts"
import { type Grid, makeGrid } from "./grid.ts"

interface SceneLine {
  line: Line
  box: Box
}

export interface Scene {
  lines: readonly SceneLine[]
  byId: ReadonlyMap<LineId, SceneLine>
  grid: Grid
}

export function makeScene({ lines: all }: Recognition): Scene {
  const lines = all.flatMap((line): SceneLine[] => (line.box ? [{ line, box: line.box }] : []))
  return {
    lines,
    byId: new Map(lines.map((one) => [one.line.id, one])),
    grid: makeGrid(lines.map((one) => one.box)),
  }
}

export const hueCount = 8

/** How the text has divided the lines. */
export interface Division {
  /** For each line of the scene its article's hue; -1 for the tray and for lines that no text came from. */
  hues: Int8Array
  /** Where the number of each article stands. */
  numbers: readonly { number: number; box: Box }[]
  /** For each line of the scene the boxes of its suspects. */
  suspects: readonly (readonly Box[])[]
}

export function divide(scene: Scene, outline: Outline): Division {
  const hues = Int8Array.from(scene.lines, ({ line }) => {
    const article = outline.owner.get(line.id) ?? null
    return article === null ? -1 : article % hueCount
  })
  const numbers = outline.articles.flatMap((article, index) => {
    const first = article.lines.find((id) => scene.byId.has(id) && outline.owner.get(id) === index)
    const box = first && scene.byId.get(first)?.box
    return box ? [{ number: index + 1, box }] : []
  })
  const suspects = scene.lines.map(({ line }) =>
    (outline.suspects.get(line.id) ?? []).map((glyph) => line.glyphs?.[glyph]?.box).filter((box) => box !== undefined),
  )
  return { hues, numbers, suspects }
}

/** The line at a point of the scan: of several the smallest. */
export function lineAt({ lines, grid }: Scene, { x, y }: Point): Line | null {
  const under = grid
    .near([x, y, x, y])
    .flatMap((number) => lines[number] ?? [])
    .filter(({ box }) => x >= box[0] && x < box[2] && y >= box[1] && y < box[3])
  return under.toSorted((a, b) => area(a.box) - area(b.box))[0]?.line ?? null
}

/** The glyph that a caret put down at a point would stand before; one more than the last where it would stand after it. */
export function glyphAt({ glyphs, direction }: Line, point: Point): number | null {
  if (!glyphs?.length) return null
  const [from, to, at] = direction === "vertical" ? ([1, 3, point.y] as const) : ([0, 2, point.x] as const)
  let [nearest, least] = [0, Number.POSITIVE_INFINITY]
  glyphs.forEach(({ box }, number) => {
    const distance = Math.max(box[from] - at, at - box[to], 0)
    if (distance < least) [nearest, least] = [number, distance]
  })
  const box = glyphs[nearest]?.box as Box
  return at < (box[from] + box[to]) / 2 ? nearest : nearest + 1
}

/** Box of a glyph of a line; of the last where `glyph` stands after it; null where none was read. */
export const glyphBox = ({ glyphs }: Line, glyph: number | null): Box | null =>
  (glyph === null ? null : glyphs?.[Math.min(glyph, glyphs.length - 1)]?.box) ?? null
