// Loose lines cut into stacks of titles, and each stack given to an article, in one: the best cut of every run of lines is
// sought by dynamic programming, each stack worth as much as its lines hang together and as the article it is given to
// speaks of it. That no article has two stacks is seen to by prices.
import type { Piece } from "./pieces.ts"
import { type Part, settlePrices } from "./prices.ts"
import type { Segment, Stack } from "./segment.ts"
import { goesOnNaming, hangTogether, lengthOf, type Print, stackOf } from "./stacks.ts"
import type { Topics } from "./topics.ts"

/** Lines of one run in order; `run` is the paragraph they stand before. */
export interface Loose {
  run: number
  pieces: Piece[]
}

interface Span extends Part {
  loose: Loose
}

/** Log odds that a piece speaks of an article. */
type Speaks = (piece: Piece, article: Segment) => number

const longest = 7
/** What it is worth that an article has titles, and that titles right before a text are its own. */
const titled = 3
const inPlace = 4.5

const titlesOf = (pieces: Piece[]): Piece[] =>
  pieces.filter(({ look }) => look === "title" || look === "column" || look === "names")

/** What it costs that lines head no article: longer ones are less likely anything else. */
const idle = (pieces: Piece[]): number =>
  titlesOf(pieces).reduce((sum, piece) => sum + (lengthOf(piece) > 8 ? 2 : 1.2), 0.6)

/** Whether bylines were found apart from their titles before piece `at`: what follows them heads nothing as a rule. */
const straggles = (pieces: Piece[], at: number): boolean =>
  pieces
    .slice(1, at)
    .some(
      (piece, i) => piece.look === "byline" && pieces[i]?.look === "byline" && !goesOnNaming(pieces[i] as Piece, piece),
    )

function worth(loose: Loose, from: number, to: number, article: Segment, speaks: Speaks): number {
  const pieces = loose.pieces.slice(from, to)
  const titles = titlesOf(pieces)
  const here = loose.run === article.from && to === loose.pieces.length
  if (!here && (!titles.length || straggles(loose.pieces, from))) return -Infinity
  const crowded = Math.max(0, titles.length - 3)
  const said = titles.map((piece) => speaks(piece, article))
  const most = Math.max(0, ...said)
  const words = most + 0.5 * said.reduce((sum, value) => sum + value, -most)
  return titled + (here ? inPlace : 0) + Math.min(14, words) - 1.5 * crowded
}

/** For every end in a run the stacks that may end there. */
function spansOf(loose: Loose, articles: Segment[], topics: Topics, print: Print): Span[][] {
  const { pieces } = loose
  const said = new Map(pieces.map(({ text }) => [text, articles.map(({ from, to }) => topics(text)(from, to))]))
  const speaks: Speaks = ({ text }, article) => said.get(text)?.[articles.indexOf(article)] ?? 0
  const joins = pieces.map((_, i) => (i ? hangTogether(pieces, i, print) : 0))
  const spans: Span[][] = Array.from({ length: pieces.length + 1 }, () => [])
  for (let to = 1; to <= pieces.length; to++) {
    let together = 0
    for (let from = to - 1; from >= Math.max(0, to - longest); from--) {
      const held = { loose, from, to }
      spans[to]?.push({ ...held, takes: [], value: together - idle(pieces.slice(from, to)) })
      articles.forEach((article, owner) => {
        const value = together + worth(loose, from, to, article, speaks)
        if (value > -Infinity) spans[to]?.push({ ...held, takes: [owner], value })
      })
      together += joins[from] ?? 0
    }
  }
  return spans
}

export interface Owned {
  stacks: { stack: Stack; owner: Segment | null }[]
  /** Log odds of all of it together. */
  value: number
}

/** Stacks of all runs with their article, or with none. */
export function ownersOf(runs: Loose[], articles: Segment[], topics: Topics, print: Print): Owned {
  const rows = runs.map((loose) => spansOf(loose, articles, topics, print))
  const spans = settlePrices(articles.length, rows)
  return {
    stacks: spans.map(({ loose, from, to, takes: [owner] }) => ({
      stack: stackOf(loose.pieces.slice(from, to), loose.run),
      owner: (owner !== undefined && articles[owner]) || null,
    })),
    value: spans.reduce((sum, { value }) => sum + value, 0),
  }
}
