// Loose lines cut into stacks of titles, and each stack given to an article, in one: the best cut of every run of lines is
// sought by dynamic programming, each stack worth as much as its lines hang together and as the article it is given to
// speaks of it. That no article has two stacks is seen to by prices.
import type { Piece } from "./pieces.ts"
import { type Part, settlePrices } from "./prices.ts"
import { isSignature } from "./runs.ts"
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

/** Where titles and articles stand among all of theirs, 0 to 1; `firm` tells how surely the ones follow the others. */
export interface Order {
  firm: number
  ofTitle: Map<Piece, number>
  ofArticle: Map<Segment, number>
}

/** By how many articles titles stray from the place of theirs, and what straying costs at most. */
const strays = 1.5
const lost = 6

/** What speaks against an article that does not stand where the titles do. */
function outOfOrder(pieces: Piece[], article: Segment, { firm, ofTitle, ofArticle }: Order): number {
  const titled = pieces.find((piece) => ofTitle.has(piece))
  if (!firm || !titled) return 0
  const apart = ((ofTitle.get(titled) ?? 0) - (ofArticle.get(article) ?? 0)) * ofArticle.size
  return firm * Math.min(lost, (apart / strays) ** 2 / 2)
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

function worth(loose: Loose, from: number, to: number, article: Segment, speaks: Speaks, order: Order): number {
  const pieces = loose.pieces.slice(from, to)
  const titles = titlesOf(pieces)
  const here = loose.run === article.from && to === loose.pieces.length
  if (!here && (!titles.length || straggles(loose.pieces, from))) return -Infinity
  // Who gave a notice heads no text.
  if (!here && titles.every(isSignature)) return -Infinity
  const crowded = Math.max(0, titles.length - 3)
  const said = titles.map((piece) => speaks(piece, article))
  const most = Math.max(0, ...said)
  const words = most + 0.5 * said.reduce((sum, value) => sum + value, -most)
  return (
    titled +
    (here ? inPlace : 0) +
    Math.min(14, words) -
    (here ? 0 : outOfOrder(titles, article, order)) -
    1.5 * crowded
  )
}

/** For every end in a run the stacks that may end there. */
function spansOf(loose: Loose, articles: Segment[], topics: Topics, print: Print, order: Order): Span[][] {
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
        const value = together + worth(loose, from, to, article, speaks, order)
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

/** Stands of titles and articles, not yet known to hang together. */
function standsOf(runs: Loose[], articles: Segment[]): Omit<Order, "firm"> {
  const titles = runs.flatMap(({ pieces }) => titlesOf(pieces))
  return {
    ofTitle: new Map(titles.map((piece, i) => [piece, (i + 0.5) / titles.length])),
    ofArticle: new Map(articles.map((article, i) => [article, (i + 0.5) / articles.length])),
  }
}

/** How surely titles come in the order of their articles: Kendall's tau over those that were given one. */
export function firmness({ stacks }: Owned): number {
  const froms = stacks.flatMap(({ stack, owner }) => (owner && stack.run !== owner.from ? [owner.from] : []))
  const pairs = froms.flatMap((a, i) => froms.slice(i + 1).map((b) => Math.sign(b - a)))
  return pairs.length < 6 ? 0 : Math.max(0, pairs.reduce((sum, sign) => sum + sign, 0) / pairs.length)
}

/** Stacks of all runs with their article, or with none. `firm` tells how surely they come in the order of the articles. */
export function ownersOf(runs: Loose[], articles: Segment[], topics: Topics, print: Print, firm: number): Owned {
  const order = { ...standsOf(runs, articles), firm }
  const rows = runs.map((loose) => spansOf(loose, articles, topics, print, order))
  const spans = settlePrices(articles.length, rows)
  return {
    stacks: spans.map(({ loose, from, to, takes: [owner] }) => ({
      stack: stackOf(loose.pieces.slice(from, to), loose.run),
      owner: (owner !== undefined && articles[owner]) || null,
    })),
    value: spans.reduce((sum, { value }) => sum + value, 0),
  }
}
