// Titles, bylines and captions that were printed away from their bodies, matched to them by their words and order.
import type { Role } from "../../model/region.ts"
import { parseByline, tailByline } from "../../text/bylines.ts"
import { splitCaption } from "../../text/captions.ts"
import { type Affinity, affinity } from "../words.ts"
import type { Body } from "./bodies.ts"
import { afterDash, headlines, rowOfParts } from "./headlines.ts"
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
  const heads = bodies.flatMap((body) => (body.notice ? [] : body.head)).filter((piece) => piece.look === "title")
  const titles = [...heads, ...adrift.filter((piece) => piece.look === "title")]
  const pairs = restack(headlines(bodies, titles).pairs, adrift)
  const drafts = bodies.map((body) => draftOf(body, pairs.get(body)))
  const articles = drafts.filter((draft) => !draft.body.notice)
  const speaks = affinity(articles.map((draft) => draft.body.flow.map((piece) => piece.text).join("")))
  const taken = new Set(pairs.values())
  if (!tiesKnown([...heads, ...adrift]))
    for (const draft of articles) joinHalves(draft, articles, adrift, taken, speaks)
  const left = adrift.filter((piece) => !taken.has(piece) && !placeBeside(articles, adrift, piece))
  const unplaced: Matched["unplaced"] = []
  for (const piece of heads) if (!taken.has(piece)) placeTitle(articles, piece, speaks, unplaced)
  placeLeft(articles, left, speaks, unplaced)
  return { drafts, unplaced }
}

/** Whether the text says anywhere which lines belong together. */
const tiesKnown = (pieces: Piece[]): boolean => pieces.some((piece) => piece.parts.some((part) => part.tied))

const keptRoles: Partial<Record<Piece["look"], Role>> = {
  jump: "jump",
  note: "note",
  notice: "notice",
  column: "column",
}

/** What neither its place nor a headline beside it claims, by its words where they can tell. */
function placeLeft(articles: Draft[], left: Piece[], speaks: Affinity, unplaced: Matched["unplaced"]): void {
  const looking = (...looks: Piece["look"][]) => left.filter((piece) => looks.includes(piece.look))
  for (const piece of looking("title")) placeTitle(articles, piece, speaks, unplaced)
  for (const piece of looking("caption")) place(articles, piece, "caption", speaks, unplaced)
  matchBylines(articles, looking("byline", "names"), unplaced)
  for (const piece of left) {
    const likely = keptRoles[piece.look]
    if (likely) unplaced.push({ likely, piece })
  }
}

/**
 * Of two titles right above one another the first is a kicker, however much the text speaks of it; away from the text
 * the byline or subheadline under the second says that they are one stack.
 */
function restack(pairs: Map<Body, Piece>, adrift: Piece[]): Map<Body, Piece> {
  const taken = new Set(pairs.values())
  const closes = (piece: Piece | undefined) => piece !== undefined && (piece.look === "byline" || afterDash(piece.text))
  for (const [body, headline] of pairs) {
    const inHead = body.head.includes(headline)
    const stack = inHead ? body.head : adrift
    const at = stack.indexOf(headline)
    const below = stack[at + 1]
    if (below?.look !== "title" || closes(below) || taken.has(below) || (!inHead && !closes(stack[at + 2]))) continue
    pairs.set(body, below)
  }
  return pairs
}

/**
 * Titles swept together keep their stacks: what stands right before a headline is its kicker or label, right after it its
 * subheadline or byline. Returns whether `piece` was placed so.
 */
function placeBeside(articles: Draft[], adrift: Piece[], piece: Piece): boolean {
  const at = adrift.indexOf(piece)
  const headed = (one: Piece | undefined) => articles.find((draft) => one !== undefined && headlineOf(draft) === one)
  const [above, below] = [headed(adrift[at + 1]), headed(adrift[at - 1]) ?? headedBySub(articles, adrift[at - 1])]
  const role = roleBeside(piece, above !== undefined, below !== undefined)
  const draft = role === "column" || role === "kicker" ? above : below
  if (!role || !draft || has(draft, role)) return false
  draft.placed.push({ role, piece })
  return true
}

/** What a piece is that stands right above a headline, or right below one. */
function roleBeside({ look, text }: Piece, above: boolean, below: boolean): Role | null {
  if (look === "column" && above) return "column"
  if (look === "byline" && below) return "byline"
  if (look !== "title") return null
  if (afterDash(text)) return below ? "subheadline" : null
  return above ? "kicker" : null
}

/**
 * Where nothing in the text ties the lines of one headline together, a title beside it that speaks of the same article
 * more than of any other is its other line.
 */
function joinHalves(draft: Draft, articles: Draft[], adrift: Piece[], taken: Set<Piece>, speaks: Affinity): void {
  const placed = draft.placed.find((one) => one.role === "headline")
  if (!placed) return
  const at = adrift.indexOf(placed.piece)
  const k = articles.indexOf(draft)
  const isHalf = (piece: Piece | undefined): piece is Piece =>
    at >= 0 &&
    piece?.look === "title" &&
    !taken.has(piece) &&
    !afterDash(piece.text) &&
    !rowOfParts(piece.text) &&
    speaks(piece.text, k) > 1 &&
    articles.every((_, other) => other === k || speaks(piece.text, other) < speaks(piece.text, k))
  const [before, after] = [adrift[at - 1], adrift[at + 1]]
  const halves = isHalf(after) ? [placed.piece, after] : isHalf(before) ? [before, placed.piece] : null
  if (!halves) return
  for (const half of halves) taken.add(half)
  placed.piece = joined(halves)
}

const joined = (halves: Piece[]): Piece => ({
  ...(halves[0] as Piece),
  lines: halves.flatMap((half) => half.lines),
  text: halves.map((half) => half.text).join(""),
  parts: halves.flatMap((half) => half.parts),
})

const headedBySub = (articles: Draft[], piece: Piece | undefined): Draft | undefined =>
  articles.find((draft) => draft.placed.some((placed) => placed.role === "subheadline" && placed.piece === piece))

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

/**
 * A title that is no headline: beside the headline of the text it stands before it is that one's kicker or
 * subheadline; elsewhere a kicker where it is made of parts, a subheadline after a dash, else a caption.
 */
function placeTitle(articles: Draft[], piece: Piece, speaks: Affinity, unplaced: Matched["unplaced"]): void {
  const home = articles.find((draft) => draft.body.head.includes(piece))
  const headline = home ? headlineOf(home) : undefined
  if (home && headline && home.body.head.includes(headline)) {
    const before = home.body.head.indexOf(piece) < home.body.head.indexOf(headline)
    home.placed.push({ role: before ? "kicker" : "subheadline", piece })
    return
  }
  const role: Role = afterDash(piece.text) ? "subheadline" : rowOfParts(piece.text) ? "kicker" : "caption"
  place(articles, piece, role, speaks, unplaced)
}

/** Gives a piece to the article it speaks of, where one stands out; each article has one kicker and one subheadline. */
function place(articles: Draft[], piece: Piece, role: Role, speaks: Affinity, unplaced: Matched["unplaced"]): void {
  // A photographer's name says nothing of whose picture it is.
  const said = role === "caption" ? splitCaption(piece.text).text : piece.text
  const [best, next] = articles
    .map((draft, k) => ({ draft, score: speaks(said, k) + sharedWithHeadline(said, draft) }))
    .filter(({ draft }) => role === "caption" || !has(draft, role))
    .sort((a, b) => b.score - a.score)
  if (best && best.score > 1 && best.score > (next?.score ?? 0) + 0.5) best.draft.placed.push({ role, piece })
  else unplaced.push({ likely: role, piece })
}

const sharedWithHeadline = (said: string, draft: Draft): number => {
  const headline = headlineOf(draft)?.text ?? ""
  return [...new Set(said)].filter((char) => headline.includes(char)).length * 0.1
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
