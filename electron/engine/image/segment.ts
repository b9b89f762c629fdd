// Pieces of ink that stand in one row.
import { type Box, height, union } from "../../../shared/geometry/box.ts"
import type { Component } from "./components.ts"

export interface Segment {
  box: Box
  parts: Component[]
  /** Height of its glyphs. */
  size: number
}

export const segment = (parts: Component[]): Segment => ({
  parts,
  box: union(parts.map((part) => part.box))!,
  size: Math.max(...parts.map((part) => height(part.box))),
})
