// Which title is the headline of which body: by shared words, and by standing right before it.
import { affinity, matchUp } from "../words.ts"
import type { Body } from "./bodies.ts"
import type { Piece } from "./pieces.ts"

export interface Headlines {
  pairs: Map<Body, Piece>
  sum: number
  /** The median score of a pair. */
  usual: number
  /** How much one of the bodies speaks of a title. */
  speaks(title: string, body: Body): number
}

const textOf = (body: Body): string => body.flow.map((piece) => piece.text).join("")

/** What standing right before a body is worth, in rare pairs of characters. */
const place = 5

/** A row of slogans (`送政策　送资金　送服务`) is a kicker; alone before a text it may still be all the headline there is. */
export const rowOfParts = (title: string): boolean => {
  const parts = title.trim().split(/\s+/u)
  return parts.length >= 3 && parts.every((part) => [...part].length <= 6)
}

/** A subheadline begins with a dash, and is nothing else. */
export const afterDash = (title: string): boolean => /^——/u.test(title)

/** What is added for where a title stands; −∞ for what cannot be the headline from there. */
function placeBonus(title: Piece, body: Body): number {
  if (afterDash(title.text)) return -Infinity
  if (body.head.includes(title)) return place
  return rowOfParts(title.text) ? -Infinity : 0
}

/** The best matching of bodies (notices left out) and titles. */
export function headlines(bodies: Body[], titles: Piece[]): Headlines {
  const speaks = affinity(bodies.map(textOf))
  const articles = bodies.flatMap((body, k) => (body.notice ? [] : [{ body, k }]))
  const rows = articles.map(({ body, k }) => titles.map((title) => speaks(title.text, k) + placeBonus(title, body)))
  const pairs = new Map<Body, Piece>()
  const scores: number[] = []
  matchUp(rows, 1).forEach((t, i) => {
    const [article, title] = [articles[i], titles[t]]
    if (!article || !title) return
    pairs.set(article.body, title)
    scores.push(rows[i]?.[t] ?? 0)
  })
  const usual = scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0
  return {
    pairs,
    sum: scores.reduce((a, b) => a + b, 0),
    usual,
    speaks: (title, body) => speaks(title, bodies.indexOf(body)),
  }
}
