// Bodies that follow each other with nothing printed between them run together in a text without boxes. Titles found
// on the page tell them apart: a body is cut where each side then finds a title of its own that it speaks of.

import { bigrams } from "../words.ts"
import type { Body } from "./bodies.ts"
import { type Headlines, headlines } from "./headlines.ts"
import type { Piece } from "./pieces.ts"

/** Both sides of a cut before the flow's piece `at`; names and jumps printed after the text stay with the second. */
function cut(body: Body, at: number): [Body, Body] {
  return [
    { ...body, flow: body.flow.slice(0, at), foot: [], jump: [] },
    { ...body, head: [], flow: body.flow.slice(at) },
  ]
}

/** Places where a body can be cut: between two paragraphs, never under a heading. */
function cuts(body: Body): number[] {
  if (body.notice) return []
  const isParagraph = (piece: Piece | undefined) => piece?.look === "paragraph"
  return body.flow.flatMap((piece, i) => (i && isParagraph(piece) && isParagraph(body.flow[i - 1]) ? [i] : []))
}

/** Whether each side of a cut speaks clearly more of its own title than the other side does. */
function apart(sides: [Body, Body], found: Headlines): boolean {
  const [left, right] = sides.map((side) => found.pairs.get(side)?.text)
  if (!left || !right) return false
  const clear = (title: string, own: Body, other: Body) => found.speaks(title, other) < 0.4 * found.speaks(title, own)
  return clear(left, sides[0], sides[1]) && clear(right, sides[1], sides[0])
}

const wordsOf = (body: Body): Set<string> => bigrams(body.flow.map((piece) => piece.text).join(""))

/** Share of the words of the shorter side that the other one has too. */
function likeness(sides: [Body, Body]): number {
  const [left, right] = [wordsOf(sides[0]), wordsOf(sides[1])]
  return left.intersection(right).size / Math.max(1, Math.min(left.size, right.size))
}

/** Sections of one article share more of their words than this; other articles may share less. */
const strangers = 0.045
/** With fewer words than this on both sides together, sharing none says nothing. */
const enoughWords = 250

const areStrangers = (sides: [Body, Body]): boolean =>
  wordsOf(sides[0]).size + wordsOf(sides[1]).size > enoughWords && likeness(sides) < strangers

/** Cuts a body at a title in its text where what follows shares next to no words with what went before. */
function cutAtTitles(body: Body): Body[] {
  if (body.notice) return [body]
  for (const [i, piece] of body.flow.entries()) {
    if (piece.look !== "title" || body.flow[i - 1]?.look !== "paragraph" || body.flow[i + 1]?.look !== "paragraph")
      continue
    const [left, right] = cut(body, i)
    if (!areStrangers([left, right])) continue
    return [left, ...cutAtTitles({ ...right, head: [piece], flow: right.flow.slice(1) })]
  }
  return [body]
}

/** Cuts bodies, the most convincing cut first, until no cut brings another title as much as titles here bring. */
export function splitBodies(found: Body[], adrift: Piece[]): Body[] {
  let current = found.flatMap(cutAtTitles)
  const titles = [...current.flatMap((body) => (body.notice ? [] : body.head)), ...adrift].filter(
    (piece) => piece.look === "title",
  )
  for (;;) {
    const before = headlines(current, titles)
    if (titles.length <= before.pairs.size) return current
    let best = { gain: 0, bodies: current }
    current.forEach((body, k) => {
      for (const at of cuts(body)) {
        const sides = cut(body, at)
        const tried = current.toSpliced(k, 1, ...sides)
        const found = headlines(tried, titles)
        const gain = found.sum - before.sum - 10 * likeness(sides)
        if (gain > best.gain && apart(sides, found)) best = { gain, bodies: tried }
      }
    })
    if (best.gain < Math.max(2.5, before.usual * 0.45)) return current
    current = best.bodies
  }
}
