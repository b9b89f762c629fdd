// Titles, bylines and captions that were printed away from their bodies, matched to them by their words and order.
import type { Role } from "../../model/region.ts"
import { parseByline, tailByline } from "../../text/bylines.ts"
import { affinity } from "../words.ts"
import type { Body } from "./bodies.ts"
import { headlines, rowOfParts } from "./headlines.ts"
import type { Piece } from "./pieces.ts"

/** A piece with the role it was found to have in its article. */
export interface Placed {
  role: Role
  piece: Piece
}

export interface Draft {
  body: Body
  placed: Placed[]
}

export interface Matched {
  drafts: Draft[]
  unplaced: { likely: Role; piece: Piece }[]
}

const has = (draft: Draft, role: Role): boolean => draft.placed.some((placed) => placed.role === role)
const headlineOf = (draft: Draft): Piece | undefined => draft.placed.find((placed) => placed.role === "headline")?.piece

export function matchAdrift(bodies: Body[], adrift: Piece[]): Matched {
  const titles = [...bodies.flatMap((body) => body.head), ...adrift].filter((piece) => piece.look === "title")
  const { pairs } = headlines(bodies, titles)
  const drafts = bodies.map((body) => draftOf(body, pairs.get(body)))
  const articles = drafts.filter((draft) => !draft.body.notice)
  const speaks = affinity(articles.map((draft) => draft.body.flow.map((piece) => piece.text).join("")))
  const taken = new Set(pairs.values())
  const unplaced: Matched["unplaced"] = []
  for (const piece of titles) if (!taken.has(piece)) placeTitle(articles, piece, speaks, unplaced)
  for (const piece of adrift) if (piece.look === "caption") place(articles, piece, "caption", speaks, unplaced)
  matchBylines(
    articles,
    adrift.filter((piece) => piece.look === "byline" || piece.look === "names"),
    unplaced,
  )
  const others: Partial<Record<Piece["look"], Role>> = {
    jump: "jump",
    note: "note",
    notice: "notice",
    column: "column",
  }
  for (const piece of adrift) if (others[piece.look]) unplaced.push({ likely: others[piece.look] ?? "unplaced", piece })
  return { drafts, unplaced }
}

/** A body with its headline and with what its place alone makes sure: label, note, byline. */
function draftOf(body: Body, headline: Piece | undefined): Draft {
  const placed: Placed[] = headline ? [{ role: "headline", piece: headline }] : []
  if (body.notice) return { body, placed: [] }
  for (const piece of body.head) {
    if (piece.look === "byline" || piece.look === "names") placed.push({ piece, role: "byline" })
    if (piece.look === "column") placed.push({ piece, role: headline ? "column" : "headline" })
    if (piece.look === "note") placed.push({ piece, role: "note" })
  }
  for (const piece of body.foot) placed.push({ role: "byline", piece })
  return { body, placed }
}

type Speaks = (text: string, k: number) => number

/**
 * A title that is no headline: beside the headline of the text it stands before it is that one's kicker or
 * subheadline; elsewhere a kicker where it is made of parts, a subheadline after a dash, else a caption.
 */
function placeTitle(articles: Draft[], piece: Piece, speaks: Speaks, unplaced: Matched["unplaced"]): void {
  const home = articles.find((draft) => draft.body.head.includes(piece))
  const headline = home ? headlineOf(home) : undefined
  if (home && headline && home.body.head.includes(headline)) {
    const before = home.body.head.indexOf(piece) < home.body.head.indexOf(headline)
    home.placed.push({ role: before ? "kicker" : "subheadline", piece })
    return
  }
  const role: Role = /^——/u.test(piece.text) ? "subheadline" : rowOfParts(piece.text) ? "kicker" : "caption"
  place(articles, piece, role, speaks, unplaced)
}

/** Gives a piece to the article it speaks of, where one stands out; each article has one kicker and one subheadline. */
function place(articles: Draft[], piece: Piece, role: Role, speaks: Speaks, unplaced: Matched["unplaced"]): void {
  const [best, next] = articles
    .map((draft, k) => ({ draft, score: speaks(piece.text, k) + sharedWithHeadline(piece, draft) }))
    .filter(({ draft }) => role === "caption" || !has(draft, role))
    .sort((a, b) => b.score - a.score)
  if (best && best.score > 1 && best.score > (next?.score ?? 0) + 0.5) best.draft.placed.push({ role, piece })
  else unplaced.push({ likely: role, piece })
}

const sharedWithHeadline = (piece: Piece, draft: Draft): number => {
  const headline = headlineOf(draft)?.text ?? ""
  return [...new Set(piece.text)].filter((char) => headline.includes(char)).length * 0.1
}

const signed = (draft: Draft): boolean =>
  has(draft, "byline") ||
  draft.body.flow.some((piece) => tailByline(piece.text) !== null || /^[^。]{0,24}[（(][^）)]*记者/u.test(piece.text))

/** Bylines adrift go, in order, to the articles that name nobody; where the numbers differ nobody can tell. */
function matchBylines(articles: Draft[], bylines: Piece[], unplaced: Matched["unplaced"]): void {
  const open = articles.filter((draft) => !signed(draft))
  const sure = bylines.filter((piece) => parseByline(piece.text) !== null)
  for (const piece of bylines) {
    const draft = open.length === sure.length ? open[sure.indexOf(piece)] : undefined
    if (draft) draft.placed.push({ role: "byline", piece })
    else unplaced.push({ likely: "byline", piece })
  }
}
