// Loose lines cut into stacks of titles, and each stack given to an article, in one: the best cut of every run of lines is
// sought by dynamic programming, each stack worth as much as its lines hang together and as the article it is given to
// speaks of it. That no article has two stacks is seen to by prices.

import { afterDash, scene } from "../titleshapes.ts"
import type { Piece } from "./piece.ts"
import { settlePrices } from "./prices.ts"
import { isSignature } from "./runs.ts"
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
  loose: Loose
  from: number
  to: number
  /** How well they hang together. */
  together: number
  /** Which of the run's pieces are its titles. */
  titles: number[]
  /** Whether they head nothing, unless they stand right before it. */
  astray: boolean
  /** Where the first title stands among the titles of all runs, 0 to 1. */
  stand: number
}

/** By how many articles titles stray from the place of theirs, and what straying costs at most. */
const strays = 1.5
const lost = 6

/** What speaks against an article so many places away from where its titles stand, as `firm` as their order is. */
const outOfOrder = (apart: number, firm: number): number => firm * Math.min(lost, (apart / strays) ** 2 / 2)

const longest = 7
/** What it is worth that an article has titles, and that titles right before a text are its own. */
const titled = 3
const inPlace = 3.5

/** What it is worth that titles found between texts are those of one of the texts right before them. */
const nearby = 4

const titlesOf = (pieces: Piece[]): Piece[] =>
  pieces.filter(({ look }) => look === "title" || look === "column" || look === "names")

/** What it costs that lines head no article: longer ones are less likely anything else. */
const idle = (pieces: Piece[]): number =>
  titlesOf(pieces).reduce((sum, piece) => sum + (lengthOf(piece) > 8 ? 2 : 1.2), 0.6)

/** Whether bylines, three in a row, were found apart from their titles before piece `at`: what follows heads nothing as a rule. */
const straggles = (pieces: Piece[], at: number): boolean =>
  pieces
    .slice(0, at)
    .some((_, i) => i > 1 && [i - 2, i - 1, i].every((k) => pieces[k]?.look === "byline" && standsAlone(pieces, k)))

/** Whether a byline is one by itself, not the rest of the one before it. */
const standsAlone = (pieces: Piece[], k: number): boolean =>
  k === 0 || pieces[k - 1]?.look !== "byline" || !goesOnNaming(pieces[k - 1] as Piece, pieces[k] as Piece)

/** The stacks that a run may be cut into, by where they end, and what each of its pieces speaks of. */
interface Row {
  ending: Span[][]
  spoken: Spoken[]
}

function rowOf(loose: Loose, stands: ReadonlyMap<Piece, number>, topics: Topics, print: Print): Row {
  const { pieces } = loose
  const joins = pieces.map((_, i) => (i ? hangTogether(pieces, i, print) : 0))
  const ending: Span[][] = Array.from({ length: pieces.length + 1 }, () => [])
  for (let to = 1; to <= pieces.length; to++) {
    let together = 0
    for (let from = to - 1; from >= Math.max(0, to - longest); from--) {
      const headed = titlesOf(pieces.slice(from, to))
      const titles = headed.map((piece) => pieces.indexOf(piece))
      // Who gave a notice heads no text.
      const astray = headed.every(isSignature) || straggles(pieces, from)
      const stand = headed[0] ? (stands.get(headed[0]) ?? 0) : 0
      ending[to]?.push({ loose, from, to, together, titles, astray, stand })
      together += joins[from] ?? 0
    }
  }
  return { ending, spoken: pieces.map(({ text }) => topics(text)) }
}

const unowned = ({ loose, from, to, together }: Span): number => together - idle(loose.pieces.slice(from, to))

const isBefore = ({ loose, to }: Span, article: Segment): boolean =>
  loose.run === article.from && to === loose.pieces.length

/** What speaks against a byline over a text that names its author itself, and against a scene for a headline. */
const namedTwice = 5
const pictured = 4

/** What a stack is worth to an article of which each piece of its run says so much. */
function worth(span: Span, article: Segment, said: number[], signed: boolean): number {
  const { together, titles, astray, loose } = span
  const here = isBefore(span, article)
  if (!here && astray) return -Infinity
  // A subheadline is no headline.
  if (titles.length && titles.every((title) => afterDash(loose.pieces[title]?.text ?? ""))) return -Infinity
  let most = 0
  for (const title of titles) most = Math.max(most, said[title] ?? 0)
  let others = -most
  for (const title of titles) others += said[title] ?? 0
  const crowded = Math.max(0, titles.length - 3)
  const pieces = loose.pieces.slice(span.from, span.to)
  const against =
    (signed && pieces.some((piece) => piece.look === "byline") ? namedTwice : 0) +
    (pieces.some((piece) => piece.look === "title" && scene(piece.text)) ? pictured : 0)
  // A byline by itself is no title.
  if (!titles.length) return together - against + (here ? 0.5 : 0)
  return together - against + (titled + (here ? inPlace : 0) + Math.min(14, most + 0.5 * others) - 1.5 * crowded)
}

export interface Owned {
  stacks: { stack: Stack; owner: Segment | null }[]
  /** Log odds of all of it together. */
  value: number
}

/** How surely titles come in the order of their articles: Kendall's tau over those that were given one. */
export function firmness({ stacks }: Owned): number {
  const froms = stacks.flatMap(({ stack, owner }) => (owner && stack.run !== owner.from ? [owner.from] : []))
  const pairs = froms.flatMap((a, i) => froms.slice(i + 1).map((b) => Math.sign(b - a)))
  return pairs.length < 6 ? 0 : Math.max(0, pairs.reduce((sum, sign) => sum + sign, 0) / pairs.length)
}

/** Where each title stands among those of all runs, 0 to 1. */
function standsOf(runs: Loose[]): Map<Piece, number> {
  const titles = runs.flatMap(({ pieces }) => titlesOf(pieces))
  return new Map(titles.map((piece, i) => [piece, (i + 0.5) / titles.length]))
}

/**
 * Finds for any articles the stacks of all runs, each with its article or with none. `firm` tells how surely titles come in
 * the order of the articles.
 */
export function ownersOf(
  runs: Loose[],
  topics: Topics,
  print: Print,
  signed: (article: Segment) => boolean,
): (articles: Segment[], firm: number) => Owned {
  const stands = standsOf(runs)
  const rows = runs.map((loose) => rowOf(loose, stands, topics, print))
  const spans = rows.flatMap(({ ending }) => ending.flat())
  const number = new Map(spans.map((span, i) => [span, i]))
  const bare = spans.map(unowned)
  // Most articles are asked about again when another one is cut in two.
  const known = new Map<string, number[]>()
  const worthTo = (article: Segment): number[] => {
    const key = `${article.from} ${article.to}`
    const found = known.get(key) ?? rows.flatMap((row) => worthsIn(row, article, signed(article)))
    known.set(key, found)
    return found
  }
  const many = new Map(
    runs.map((loose) => [loose, Math.ceil(loose.pieces.filter(({ look }) => look === "title").length / 1.5)]),
  )
  return (articles, firm) => {
    const count = Math.max(...articles.map(({ to }) => to))
    const columns = articles.map(worthTo)
    const part = (span: Span) => {
      const i = number.get(span) ?? 0
      const worth = new Float64Array(columns.length)
      const { run } = span.loose
      const behind = articles.findLastIndex(({ to }) => to <= run)
      articles.forEach((article, k) => {
        const apart = span.stand * articles.length - (k + 0.5)
        const near = run < count && k <= behind && behind - k < (many.get(span.loose) ?? 0) ? nearby : 0
        worth[k] = (columns[k]?.[i] ?? -Infinity) + near - (isBefore(span, article) ? 0 : outOfOrder(apart, firm))
      })
      return { span, from: span.from, to: span.to, bare: bare[i] ?? 0, worth }
    }
    const { parts, value } = settlePrices(
      articles.length,
      rows.map(({ ending }) => ending.map((here) => here.map(part))),
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

function worthsIn({ ending, spoken }: Row, article: Segment, signed: boolean): number[] {
  const { from, to } = article
  // What a title says is said at the beginning; more text does not speak against it.
  const said = spoken.map((about) =>
    Math.max(about(from, to), about(from, Math.min(to, from + 1)), about(from, Math.min(to, from + 2))),
  )
  return ending.flat().map((span) => worth(span, article, said, signed))
}
