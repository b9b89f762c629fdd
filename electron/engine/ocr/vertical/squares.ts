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

const mostInSquare = 3

/** Dynamic programming over glyphs and squares, in order. `other` is what another reader saw there. */
export function intoSquares(seen: Seen[], places: Places, other?: Reading): Reading {
  const { middles } = places
  const reading: Reading = middles.map(() => [])
  if (!middles.length || !seen.length) return reading
  // For each square and number of glyphs before it: the price of all so far, and how many of the glyphs are this square's.
  let prices = [0, ...seen.map(() => Number.POSITIVE_INFINITY)]
  const counts = middles.map((_, square) => {
    const next = cheapest(seen, prices, (glyph) => priceOf(glyph, square, places, other))
    prices = next.map(({ price }) => price)
    return next.map(({ count }) => count)
  })
  if (prices.at(-1) === Number.POSITIVE_INFINITY) return reading
  let end = seen.length
  for (let square = middles.length - 1; square >= 0; square--) {
    const count = counts[square]![end]!
    reading[square] = seen.slice(end - count, end)
    end -= count
  }
  return reading
}

/** One more square: for each number of glyphs dealt with by then the least price, and how many of them it takes. */
function cheapest(seen: Seen[], before: number[], priceHere: (glyph: Seen) => number) {
  return before.map((left, end) => {
    let best = { price: left + emptyPrice, count: 0 }
    let own = 0
    for (let count = 1; count <= Math.min(mostInSquare, end); count++) {
      own += priceHere(seen[end - count]!)
      const price = before[end - count]! + own + crowd(seen, end - count, end)
      if (price < best.price) best = { price, count }
    }
    return best
  })
}

function priceOf(glyph: Seen, square: number, { middles, em, trust }: Places, other?: Reading): number {
  const away = Math.min(4, Math.abs(glyph.at - middles[square]!) / em)
  const same = other?.[square]?.some(({ text }) => text.normalize("NFKC") === glyph.text.normalize("NFKC"))
  return trust * away - (same ? agreement : 0)
}

/** More than one glyph in a square: figures may be, others hardly. */
const crowd = (seen: Seen[], from: number, to: number): number =>
  (to - from - 1) * (seen.slice(from, to).every(({ text }) => narrow.test(text)) ? narrowPrice : doubledPrice)
