// The size of body type on a page: most glyphs are body glyphs, and most of them are one or a few pieces as tall as
// the glyph.
import { height, width } from "../../../shared/geometry/box.ts"
import type { Component } from "./components.ts"

/** Height in pixels of a body glyph's ink, about 0.92 em; null where there is nothing like text. */
export function bodyGlyph(parts: Component[]): number | null {
  const weights = new Float64Array(402)
  for (const { box } of parts) {
    const [w, h] = [width(box), height(box)]
    if (h >= 6 && h <= 400 && w <= 3 * h && h <= 4 * w) weights[h]! += h
  }
  let best = 0
  let top = 0
  for (let h = 6; h <= 400; h++) {
    const weight = weights[h - 1]! + 2 * weights[h]! + weights[h + 1]!
    if (weight > top) [top, best] = [weight, h]
  }
  return best || null
}
