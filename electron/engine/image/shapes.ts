// Tells ink that is text from ink that is not: printed rules, frames, pictures, specks.
import { type Box, contains, height, middleX, middleY, overlapY, width } from "../../../shared/geometry/box.ts"
import type { PrintedShape } from "../../../shared/model/recognition.ts"
import type { Component } from "./components.ts"
import type { Bitmap, Grey } from "./grey.ts"
import { pictures } from "./pictures.ts"

export interface Sorted {
  /** What is text, as far as one can tell from single pieces. */
  parts: Component[]
  shapes: PrintedShape[]
  /** Straight pieces of rules and frames: no line of text runs across one. */
  barriers: Box[]
}

/** All sizes are in body glyphs: nothing depends on the resolution of the scan. */
export function sortInk(grey: Grey, ink: Bitmap, all: Component[], glyph: number, paper: number): Sorted {
  const images = pictures(grey, glyph, paper)
  const sorted: Sorted = { parts: [], barriers: [], shapes: images.map((box) => ({ kind: "picture", box })) }
  const thin: Component[] = []
  for (const part of all) {
    const { box, count } = part
    const [w, h] = [width(box), height(box)]
    if (count < 4 || images.some((image) => inside(image, box))) continue
    if (isThin(part, glyph)) thin.push(part)
    else if (Math.min(w, h) > 5 * glyph && count < (w + h) * glyph) addFrame(sorted, ink, box, glyph)
    else if (Math.max(w, h) > 14 * glyph) sorted.shapes.push({ kind: "picture", box })
    else sorted.parts.push(part)
  }
  for (const part of thin)
    if (isDash(part, sorted.parts, glyph)) sorted.parts.push(part)
    else addRule(sorted, part.box)
  return sorted
}

const inside = (outer: Box, box: Box) =>
  contains([outer[0], outer[1], outer[2], outer[3]], [middleX(box), middleY(box), middleX(box), middleY(box)])

function isThin({ box, count }: Component, glyph: number): boolean {
  const long = Math.max(width(box), height(box))
  const short = Math.min(width(box), height(box))
  return long > 4 * glyph && short < Math.max(0.5 * glyph, 0.06 * long) && count < 0.5 * glyph * long
}

/** A dash of two ems belongs to its line: there is a glyph right beside one of its ends. */
function isDash({ box }: Component, parts: Component[], glyph: number): boolean {
  const long = width(box)
  if (long < height(box) || long > 16 * glyph) return false
  const reach = 0.4 * long
  return parts.some(
    ({ box: other }) =>
      height(other) > 0.25 * long &&
      overlapY(box, other) > 0 &&
      (Math.abs(other[0] - box[2]) < reach || Math.abs(box[0] - other[2]) < reach),
  )
}

function addRule(sorted: Sorted, box: Box) {
  sorted.shapes.push({ kind: "rule", box })
  sorted.barriers.push(box)
}

function addFrame(sorted: Sorted, ink: Bitmap, box: Box, glyph: number) {
  sorted.shapes.push({ kind: "frame", box })
  sorted.barriers.push(...strokes(ink, box, 5 * glyph, true), ...strokes(ink, box, 5 * glyph, false))
}

/** Unbroken straight strokes of at least `least` pixels inside `box`, side by side ones taken together. */
function strokes(ink: Bitmap, box: Box, least: number, vertical: boolean): Box[] {
  const [a0, a1, b0, b1] = vertical ? [box[0], box[2], box[1], box[3]] : [box[1], box[3], box[0], box[2]]
  const at = vertical ? (a: number, b: number) => b * ink.width + a : (a: number, b: number) => a * ink.width + b
  const found: [number, number, number, number][] = []
  for (let a = a0; a < a1; a++)
    for (let b = b0; b < b1; b++) {
      if (!ink.data[at(a, b)]) continue
      const start = b
      while (b < b1 && ink.data[at(a, b)]) b++
      if (b - start < least) continue
      const last = found.find((stroke) => stroke[2] >= a - 2 && stroke[1] < b && stroke[3] > start)
      if (last) [last[1], last[2], last[3]] = [Math.min(last[1], start), a + 1, Math.max(last[3], b)]
      else found.push([a, start, a + 1, b])
    }
  return found.map(([p0, q0, p1, q1]) => (vertical ? [p0, q0, p1, q1] : [q0, p0, q1, p1]))
}
