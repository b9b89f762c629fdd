// Lines of display type: parted where the size of type changes, and given the small pieces between their glyphs.
import { middleX, middleY } from "../../../shared/geometry/box.ts"
import type { Component } from "./components.ts"
import { type Segment, segment } from "./segment.ts"

/** Two titles side by side differ by so much at least, and by so much white, in heights of the smaller one. */
const otherSize = 1.4
const leastWhite = 0.7

/** The titles of two articles that stand side by side in one row; a line of one size as it is. */
export function ofOneSize(line: Segment): Segment[] {
  const parts = line.parts.toSorted((a, b) => a.box[0] - b.box[0])
  let edge = parts[0]!.box[2]
  for (let i = 1; i < parts.length; i++) {
    const white = parts[i]!.box[0] - edge
    const [left, right] = [segment(parts.slice(0, i)), segment(parts.slice(i))]
    const [small, large] = [Math.min(left.size, right.size), Math.max(left.size, right.size)]
    if (white > leastWhite * small && large > otherSize * small) return [...ofOneSize(left), ...ofOneSize(right)]
    edge = Math.max(edge, parts[i]!.box[2])
  }
  return [line]
}

/** A display line with every small piece that lies between its glyphs and no higher or lower than those beside it. */
export function withInside(line: Segment, parts: Component[]): Segment {
  const tall = line.parts
  const inside = parts.filter((part) => {
    const x = middleX(part.box)
    if (x < line.box[0] || x > line.box[2]) return false
    const y = middleY(part.box)
    if (y < line.box[1] || y > line.box[3]) return false
    const beside = tall.filter(({ box }) => box[0] - x < line.size && x - box[2] < line.size)
    return beside.some(({ box }) => box[1] <= y) && beside.some(({ box }) => box[3] >= y)
  })
  return { ...segment([...new Set([...tall, ...inside])]), size: line.size }
}
