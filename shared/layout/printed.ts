// Lines with boxes, measured against the body type of their page.
import { type Box, height, middleY, overlapX, overlapY, width } from "../geometry/box.ts"
import type { Line, Recognition } from "../model/recognition.ts"
import { emWidth, sentenceEnd } from "../text/han.ts"

export interface Printed {
  line: Line
  box: Box
  text: string
  em: number
  /** Advance of one character over the body's. */
  advance: number
  /**
   * Size of its type over the body's: by advance, which is surer than the height of a box drawn around ink, but no
   * more than the height allows, because lines are also spaced out.
   */
  size: number
}

export interface BodyType {
  /** Advance of one Han character, and height of a line's box, in pixels. */
  em: number
  height: number
  /** From the middle of one line to the middle of the next. */
  leading: number
  /** By how many characters the first line of a paragraph is set in: two, in old papers one. */
  indent: 1 | 2
}

/** The value that most of `values` lie near, each counting for its weight; neighbours are 5 % apart. */
function mode(values: { value: number; weight: number }[]): number {
  const sorted = values.toSorted((a, b) => a.value - b.value)
  const reach = Math.exp(0.05)
  let best = { value: 1, weight: 0 }
  let [from, to, weight, sum] = [0, 0, 0, 0]
  for (const { value } of sorted) {
    for (let one = sorted[to]; one && one.value < value * reach; one = sorted[++to]) {
      weight += one.weight
      sum += one.weight * one.value
    }
    for (let one = sorted[from]; one && one.value * reach <= value; one = sorted[++from]) {
      weight -= one.weight
      sum -= one.weight * one.value
    }
    if (weight > best.weight) best = { value: sum / weight, weight }
  }
  return best.value
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1

export function bodyType(lines: { box: Box; em: number; text: string }[]): BodyType {
  const long = lines.filter((line) => line.em >= 6)
  const used = long.length ? long : lines
  const em = mode(used.map((line) => ({ value: width(line.box) / Math.max(1, line.em), weight: line.em })))
  const near = used.filter((line) => Math.abs(Math.log(width(line.box) / Math.max(1, line.em) / em)) < 0.1)
  const body = near.length ? near : used
  const leading = leadingOf(body, em)
  return { em, height: median(body.map((line) => height(line.box))), leading, indent: indentOf(body, em, leading) }
}

/** How far lines are set in from the line right above them, where that one ends a sentence. */
function indentOf(lines: { box: Box; text: string }[], em: number, leading: number): BodyType["indent"] {
  const sorted = lines.toSorted((a, b) => a.box[1] - b.box[1])
  let [one, two] = [0, 0]
  sorted.forEach((line, i) => {
    if (!sentenceEnd.test(line.text)) return
    const middle = middleY(line.box)
    for (let k = i + 1; ; k++) {
      const other = sorted[k]?.box
      if (!other || other[1] > middle + 1.3 * leading) return
      if (middleY(other) - middle < 0.5 * em || shareX(line.box, other) < 0.5) continue
      const by = (other[0] - line.box[0]) / em
      if (by > 0.6 && by < 1.4) one++
      else if (by > 1.6 && by < 2.4) two++
      return
    }
  })
  return one > 3 && one > 2 * two ? 1 : 2
}

/** The distance that most lines keep from the line right under them. */
function leadingOf(lines: { box: Box }[], em: number): number {
  const sorted = lines.toSorted((a, b) => a.box[1] - b.box[1])
  const steps = sorted.flatMap((line, i) => {
    const middle = middleY(line.box)
    for (let k = i + 1; ; k++) {
      const other = sorted[k]?.box
      if (!other || other[1] > middle + 2.2 * em) return []
      const step = middleY(other) - middle
      if (step > 0.7 * em && shareX(line.box, other) > 0.6) return step < 2.2 * em ? [{ value: step, weight: 1 }] : []
    }
  })
  return steps.length ? mode(steps) : 1.5 * em
}

/** Marks at the ends of a line fill half their square with ink; a box drawn around ink misses the other half. */
const inkEm = (text: string, em: number): number =>
  Math.max(
    0.5,
    em - (/^[“‘《（「『【]/u.test(text) ? 0.5 : 0) - (/[，。、；：！？”’》）」』】]$/u.test(text) ? 0.5 : 0),
  )

/** All lines with boxes, measured, top to bottom. */
export function measureLines(recognition: Recognition): { lines: Printed[]; body: BodyType } {
  const boxed = recognition.lines.flatMap((line) => {
    const text = line.text.trim()
    return line.box && text ? [{ line, box: line.box, text, em: emWidth(text) }] : []
  })
  const body = bodyType(boxed)
  const lines = boxed.map((one) => {
    const tall = height(one.box) / body.height
    const wide = width(one.box) / inkEm(one.text, one.em) / body.em
    return {
      ...one,
      advance: wide,
      size: one.em < 3 ? Math.min(tall, 1.1 * wide) : wide < 1.15 ? wide : Math.max(1.15, Math.min(wide, 1.15 * tall)),
    }
  })
  return { lines: lines.sort((a, b) => a.box[1] - b.box[1]), body }
}

/** Whether two lines were printed side by side: their middles are level. Boxes around ink vary too much in height. */
export const inRow = (a: Printed, b: Printed): boolean =>
  Math.abs(middleY(a.box) - middleY(b.box)) < 0.45 * Math.min(height(a.box), height(b.box))

/** Share of the narrower box that the other one covers along x, or of the lower one along y. */
export const shareX = (a: Box, b: Box): number => overlapX(a, b) / Math.max(1, Math.min(width(a), width(b)))
export const shareY = (a: Box, b: Box): number => overlapY(a, b) / Math.max(1, Math.min(height(a), height(b)))

/** Whether a line of text stands right above another one, in its column. */
export const isOver = (upper: Printed, lower: Printed, body: BodyType): boolean => {
  const step = middleY(lower.box) - middleY(upper.box)
  return step > 0.5 * body.em && step < 1.3 * body.leading && upper.size < 1.1 && shareX(upper.box, lower.box) > 0.5
}
