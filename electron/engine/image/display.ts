// Lines of display type: parted where the size of type changes, and given the small pieces between their glyphs.
import { type Box, height, middleX, middleY, overlapX, overlapY, union, width } from "../../../shared/geometry/box.ts"
import type { Component } from "./components.ts"
import { barred } from "./gutter.ts"
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

interface Around {
  glyph: number
  barriers: Box[]
}

/**
 * Display lines with what stands at their ends and was taken for body type, and the body lines that are left: marks and flat
 * glyphs (“ ” 一 三 —— ：), alone there and lower than the line, and glyphs in pieces (六 今 会 告).
 */
export function withBeside(display: Segment[], body: Segment[], around: Around): Segment[] {
  const slivers = display.filter((one) => isSliver(one, display))
  const left = new Set([...body, ...slivers])
  const whole = display.filter((one) => !left.has(one))
  for (const line of whole)
    for (let again = true; again; ) {
      again = false
      const beside = [...left].filter((other) => isBeside(line, other, around.barriers))
      for (const side of [-1, 1]) {
        const found = beside.filter((other) => Math.sign(other.box[0] - line.box[0]) === side)
        if (!found.length) continue
        const marks = found.length <= 3 && found.every((other) => isLoose(line, other))
        if (!marks && !arePieces(line, found, around.glyph)) continue
        for (const other of found) left.delete(other)
        Object.assign(line, segment([...line.parts, ...found.flatMap((other) => other.parts)]), { size: line.size })
        again = true
      }
    }
  return [...whole, ...left]
}

const isBeside = (line: Segment, other: Segment, barriers: Box[]) =>
  overlapY(line.box, other.box) > 0.5 * height(other.box) &&
  -overlapX(line.box, other.box) < 0.6 * line.size &&
  !barred(...((line.box[0] < other.box[0] ? [line.box, other.box] : [other.box, line.box]) as [Box, Box]), barriers)

const isLoose = (line: Segment, other: Segment) =>
  width(other.box) < (height(other.box) < 0.4 * line.size ? 2.3 : 0.8) * line.size && other.size < 0.7 * line.size

/** A tall piece of a glyph (the stroke of 个, the upper half of 只) of a line whose other pieces there are low. */
const isSliver = (one: Segment, display: Segment[]) =>
  one.parts.length <= 2 &&
  display.some((line) => line.size > 1.2 * one.size && width(one.box) < sliver * line.size && isBetween(line, one.box))

const sliver = 0.7
/** In heights of the display line. */
const slack = 0.12

const isBetween = ({ box, size }: Segment, [, top, , bottom]: Box) =>
  top >= box[1] - slack * size && bottom <= box[3] + slack * size

/** Together as high as the display line, in body glyphs more than a line of body type is; two such lines leave white between them. */
const asHigh = 0.7
const leastHigh = 1.2
const mostPieces = 4
/** In heights of the display line. */
const mostWide = 2.6
const mostWhite = 0.2

function arePieces(line: Segment, found: Segment[], glyph: number): boolean {
  const all = union(found.map(({ box }) => box))!
  if (!isBetween(line, all)) return false
  if (found.every(({ box }) => overlapX(line.box, box) > slack * line.size)) return true
  if (height(all) < Math.max(asHigh * line.size, leastHigh * glyph) || found.length > mostPieces) return false
  if (found.length === 1) return true
  const sorted = found.map(({ box }) => box).sort((a, b) => a[1] - b[1])
  const isSplit = sorted.some((box, i) => i > 0 && box[1] - sorted[i - 1]![3] > mostWhite * line.size)
  return !isSplit && width(all) < mostWide * line.size
}
