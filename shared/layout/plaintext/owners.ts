// Loose lines cut into stacks of titles, and each stack given to an article, in one: the best cut of every run of lines is
// sought by dynamic programming, each stack worth as much as its lines hang together and as the article it is given to
// speaks of it. That no article has two stacks is seen to by prices.
import type { Piece } from "./pieces.ts"
import { settlePrices } from "./prices.ts"
import type { Segment, Stack } from "./segment.ts"
import { goesOnNaming, hangTogether, lengthOf, type Print, stackOf } from "./stacks.ts"
import type { Spoken, Topics } from "./topics.ts"

/** Lines of one run in order; `run` is the paragraph they stand before. */
export interface Loose {
  run: number
  pieces: Piece[]
}

/** Pieces of a run in a row that may be a stack. */
interface Span {
  /** Its number among all of them. */
  number: number
  loose: Loose
  from: number
  to: number
  /** How well they hang together. */
  together: number
  /** What each of its titles speaks of. */
  said: Spoken[]
  /** Whether they head nothing, unless they stand right before it. */
  astray: boolean
}

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

/** For every end in a run the stacks that may end there, numbered from `first`. */
function spansOf(loose: Loose, first: number, topics: Topics, print: Print): Span[][] {
  const { pieces } = loose
  const joins = pieces.map((_, i) => (i ? hangTogether(pieces, i, print) : 0))
  const spans: Span[][] = Array.from({ length: pieces.length + 1 }, () => [])
  let number = first
  for (let to = 1; to <= pieces.length; to++) {
    let together = 0
    for (let from = to - 1; from >= Math.max(0, to - longest); from--) {
      const said = titlesOf(pieces.slice(from, to)).map(({ text }) => topics(text))
      const astray = !said.length || straggles(pieces, from)
      spans[to]?.push({ number: number++, loose, from, to, together, said, astray })
      together += joins[from] ?? 0
    }
  }
  return spans
}

const unowned = ({ loose, from, to, together }: Span): number => together - idle(loose.pieces.slice(from, to))

/** What a stack is worth to an article. */
function worth({ loose, to, together, said, astray }: Span, article: Segment): number {
  const here = loose.run === article.from && to === loose.pieces.length
  if (!here && astray) return -Infinity
  const crowded = Math.max(0, said.length - 3)
  const each = said.map((spoken) => spoken(article.from, article.to))
  const most = Math.max(0, ...each)
  const words = most + 0.5 * each.reduce((sum, value) => sum + value, -most)
  return together + (titled + (here ? inPlace : 0) + Math.min(14, words) - 1.5 * crowded)
}

export interface Owned {
  stacks: { stack: Stack; owner: Segment | null }[]
  /** Log odds of all of it together. */
  value: number
}

/** Finds for any articles the stacks of all runs, each with its article or with none. */
export function ownersOf(runs: Loose[], topics: Topics, print: Print): (articles: Segment[]) => Owned {
  let count = 0
  const rows = runs.map((loose) => {
    const ending = spansOf(loose, count, topics, print)
    count += ending.flat().length
    return ending
  })
  const spans = rows.flat(2)
  const bare = spans.map(unowned)
  // Most articles are asked about again when another one is cut in two.
  const known = new Map<string, number[]>()
  const worthTo = (article: Segment): number[] => {
    const key = `${article.from} ${article.to}`
    const found = known.get(key) ?? spans.map((span) => worth(span, article))
    known.set(key, found)
    return found
  }
  return (articles) => {
    const columns = articles.map(worthTo)
    const part = (span: Span) => {
      const worth = new Float64Array(articles.length)
      for (const [k, column] of columns.entries()) worth[k] = column[span.number] ?? -Infinity
      return { span, from: span.from, to: span.to, bare: bare[span.number] ?? 0, worth }
    }
    const { parts, value } = settlePrices(
      articles.length,
      rows.map((ending) => ending.map((here) => here.map(part))),
    )
    return {
      stacks: parts.map(({ part: { span, from, to }, good }) => ({
        stack: stackOf(span.loose.pieces.slice(from, to), span.loose.run),
        owner: (good !== null && articles[good]) || null,
      })),
      value,
    }
  }
}
