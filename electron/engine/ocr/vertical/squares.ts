// Whose square is each glyph that was read? A reader tells places along the row that may be off by most of a glyph, or none at all;
// their order is right, and where it reads a square as another reader did it is that square's.
import type { Candidate } from "../../../../shared/model/recognition.ts"

/** A glyph as a reader saw it; `at` is its place in squares' measure: pixels of the row. */
export interface Seen {
  text: string
  score: number
  candidates: Candidate[]
  at: number
}

/** What a reader saw in each square: none, one, or figures and letters side by side. */
export type Reading = Seen[][]

const narrow = /^[\d\p{Script=Latin}%.,·]$/u
const emptyPrice = 0.4
const doubledPrice = 1.2
const narrowPrice = 0.15
const agreement = 0.7

/** Prices of a glyph's being so many ems away from a square's middle. */
export interface Places {
  middles: number[]
  em: number
  /** How much the places that the reader told are worth, 0 to 1. */
  trust: number
}

/** Dynamic programming over glyphs and squares, in order. `other` is what another reader saw there. */
export function intoSquares(seen: Seen[], places: Places, other?: Reading): Reading {
  const { middles } = places
  const reading: Reading = middles.map(() => [])
  if (!middles.length || !seen.length) return reading
  // best[j][i]: the first i glyphs dealt with in the first j squares; came: how many of them are in square j.
  const best = [seen.map(() => Number.POSITIVE_INFINITY)]
  best[0] = [0, ...best[0]!]
  const came: number[][] = [[]]
  middles.forEach((_, j) => {
    const row: number[] = []
    const counts: number[] = []
    for (let i = 0; i <= seen.length; i++) {
      let [low, count] = [best[j]![i]! + emptyPrice, 0]
      let price = 0
      for (let k = 1; k <= Math.min(3, i); k++) {
        price += priceOf(seen[i - k]!, j, places, other)
        const cost = best[j]![i - k]! + price + crowd(seen, i - k, i)
        if (cost < low) [low, count] = [cost, k]
      }
      row.push(low)
      counts.push(count)
    }
    best.push(row)
    came.push(counts)
  })
  let i = best.at(-1)!.length - 1
  if (best.at(-1)![i] === Number.POSITIVE_INFINITY) return reading
  for (let j = middles.length; j > 0; j--) {
    const count = came[j]![i]!
    reading[j - 1] = seen.slice(i - count, i)
    i -= count
  }
  return reading
}

function priceOf(glyph: Seen, square: number, { middles, em, trust }: Places, other?: Reading): number {
  const away = Math.min(4, Math.abs(glyph.at - middles[square]!) / em)
  const same = other?.[square]?.some(({ text }) => text === glyph.text)
  return trust * away - (same ? agreement : 0)
}

/** More than one glyph in a square: figures may be, others hardly. */
const crowd = (seen: Seen[], from: number, to: number): number =>
  (to - from - 1) * (seen.slice(from, to).every(({ text }) => narrow.test(text)) ? narrowPrice : doubledPrice)
