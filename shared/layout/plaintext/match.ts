// Segments and stacks made into articles; titles, bylines and captions that no stack holds are matched by their words and
// order, and what cannot be decided is left unplaced.
import type { Role } from "../../model/region.ts"
import { parseByline, tailByline } from "../../text/bylines.ts"
import { splitCaption } from "../../text/captions.ts"
import { afterDash, rowOfParts, scene } from "../titleshapes.ts"
import { type Placed, placeStack } from "./heads.ts"
import { namesReporter, type Piece } from "./piece.ts"
import type { Runs } from "./runs.ts"
import type { Segment, Stack } from "./segment.ts"
import { lengthOf, type Print } from "./stacks.ts"
import { topicsOf } from "./topics.ts"

export interface Draft {
  notice: boolean
  /** Paragraphs and section headings. */
  flow: Piece[]
  placed: Placed[]
}

export interface Matched {
  drafts: Draft[]
  unplaced: { likely: Role; piece: Piece }[]
}

/** Log odds that a text speaks of the article of that index. */
type Speaks = (text: string, k: number) => number

const has = (draft: Draft, role: Role): boolean => draft.placed.some((placed) => placed.role === role)
const textOf = (pieces: Piece[]): string => pieces.map((piece) => piece.text).join("")
const headlineOf = (draft: Draft): string =>
  textOf(draft.placed.filter((placed) => placed.role === "headline").flatMap((placed) => placed.pieces))

export function matchAll(runs: Runs, stacks: Stack[], segments: Segment[], print: Print): Matched {
  const used = new Set(segments.flatMap((segment) => (segment.stack ? [segment.stack] : [])))
  const left = new Set(stacks.filter((stack) => !used.has(stack)))
  const unplaced: Matched["unplaced"] = []
  const adrift: Piece[] = [...runs.captions]
  const drafts = segments.map((segment) => draftOf(segment, runs, left, adrift, print))
  for (const stack of left)
    if (stack.notice) drafts.push({ notice: true, flow: stack.pieces, placed: [] })
    else adrift.push(...stack.pieces)
  const before = runs.runs[segments.length ? -1 : 0]
  if (before) adrift.push(...before.closing)
  placeLeft(
    drafts.filter((draft) => !draft.notice),
    adrift,
    unplaced,
  )
  return { drafts, unplaced }
}

/** The article of a segment; loose lines inside it are section headings and are taken from `left`. */
function draftOf(
  { from, to, stack }: Segment,
  { paragraphs, runs }: Runs,
  left: Set<Stack>,
  adrift: Piece[],
  print: Print,
): Draft {
  const draft: Draft = { notice: stack?.notice ?? false, flow: [], placed: [] }
  if (stack?.notice) draft.flow.push(...stack.pieces)
  else if (stack) draft.placed.push(...placeStack(stack, print))
  for (let k = from; k < to; k++) {
    if (k > from) {
      takeClosing(draft, runs[k]?.closing ?? [], adrift)
      for (const inner of left) if (inner.run === k && !inner.notice) takeInside(draft, inner, left, adrift)
    }
    draft.flow.push(paragraphs[k] as Piece)
  }
  takeClosing(draft, runs[to]?.closing ?? [], adrift)
  return draft
}

/** Names and jumps that close a text. */
function takeClosing(draft: Draft, closing: Piece[], adrift: Piece[]): void {
  for (const piece of closing)
    if (draft.notice) draft.flow.push(piece)
    else if (piece.look === "jump") draft.placed.push({ role: "jump", pieces: [piece] })
    else if (piece.look === "title") adrift.push(piece)
    else draft.placed.push({ role: "byline", pieces: [piece] })
}

function takeInside(draft: Draft, stack: Stack, left: Set<Stack>, adrift: Piece[]): void {
  left.delete(stack)
  for (const piece of stack.pieces)
    (piece.look === "title" || piece.look === "column" || piece.look === "note" ? draft.flow : adrift).push(piece)
}

const keptRoles: Partial<Record<Piece["look"], Role>> = {
  jump: "jump",
  note: "note",
  notice: "notice",
  column: "column",
}

/** What no stack holds, by its words where they can tell. */
function placeLeft(articles: Draft[], left: Piece[], unplaced: Matched["unplaced"]): void {
  const topics = topicsOf(articles.map((draft) => headlineOf(draft) + textOf(draft.flow)))
  const speaks: Speaks = (text, k) => topics(text)(k, k + 1)
  const looking = (...looks: Piece["look"][]) => left.filter((piece) => looks.includes(piece.look))
  for (const piece of looking("title")) placeTitle(articles, piece, speaks, unplaced)
  for (const piece of looking("caption")) place(articles, piece, "caption", speaks, unplaced)
  matchBylines(articles, looking("byline", "names"), unplaced)
  for (const piece of left) {
    const likely = keptRoles[piece.look]
    if (likely) unplaced.push({ likely, piece })
  }
}

/** A title over no text: a subheadline after a dash, a kicker where it is made of parts, the headline of a text that has none, else a caption. */
function placeTitle(articles: Draft[], piece: Piece, speaks: Speaks, unplaced: Matched["unplaced"]): void {
  const bare = articles.filter((draft) => !has(draft, "headline"))
  const role: Role = afterDash(piece.text)
    ? "subheadline"
    : rowOfParts(piece.text)
      ? "kicker"
      : bare.length
        ? "headline"
        : !piece.parted && !scene(piece.text) && (lengthOf(piece) > 8 || /\S\s+\S/u.test(piece.text))
          ? "kicker"
          : "caption"
  place(articles, piece, role, speaks, unplaced)
}

/** Log odds by which one article must stand out to be given a piece. */
const clear = 0.8
/** Least log odds for a piece that says what it is, and for one that could be anything. */
const enough = 1
const plenty = 1.5

/** Gives a piece to the article it speaks of, where one stands out; each article has one headline, kicker and subheadline. */
function place(articles: Draft[], piece: Piece, role: Role, speaks: Speaks, unplaced: Matched["unplaced"]): void {
  // A photographer's name says nothing of whose picture it is.
  const said = role === "caption" ? splitCaption(piece.text).text : piece.text
  const [best, next] = articles
    .map((draft, k) => ({
      draft,
      score: speaks(said, k) + (rowOfParts(said) ? keepsPromise(said, draft) : sharedWithHeadline(said, draft)),
    }))
    .filter(({ draft }) => role === "caption" || !has(draft, role))
    .sort((a, b) => b.score - a.score)
  // The only article of a page has what says that it is a caption.
  if (best && articles.length === 1 && piece.look === role) {
    best.draft.placed.push({ role, pieces: [piece] })
    return
  }
  const least = piece.look === "title" && role === "caption" ? plenty : enough
  if (best && best.score > least && best.score > (next?.score ?? 0) + clear)
    best.draft.placed.push({ role, pieces: [piece] })
  else unplaced.push({ likely: role, piece })
}

const sharedWithHeadline = (said: string, draft: Draft): number => {
  const headline = headlineOf(draft)
  return [...new Set(said)].filter((char) => headline.includes(char)).length * 0.1
}

/**
 * How much an article is what a row of parts (`送政策 送资金 送服务`) promises: how often it speaks of what each part ends
 * with, and whether it has as many sections as there are parts.
 */
function keepsPromise(said: string, draft: Draft): number {
  const parts = said.trim().split(/\s+/u)
  const text = textOf(draft.flow)
  const often = (part: string) => text.split([...part].slice(-2).join("")).length - 1
  const sections = draft.flow.filter((piece) => piece.look === "title").length
  const sectioned = (sections > 1 ? 2 : 0) + (sections === parts.length ? 1 : 0)
  return parts.reduce((sum, part) => sum + Math.log(1 + often(part)), 0) + sectioned
}

const signed = (draft: Draft): boolean =>
  has(draft, "byline") || draft.flow.some((piece) => tailByline(piece.text) !== null || namesReporter(piece.text))

/** The article without a byline whose picture was made by one of those whom a byline names. */
function picturedBy(piece: Piece, articles: Draft[]): Draft | undefined {
  const names = (parseByline(piece.text) ?? []).map(({ name }) => name)
  const credits = (draft: Draft) =>
    draft.placed
      .filter(({ role }) => role === "caption")
      .map(({ pieces }) => splitCaption(textOf(pieces)).credit?.replace(/\s/gu, "") ?? "")
  return articles.find(
    (draft) => !signed(draft) && credits(draft).some((said) => names.some((name) => said.includes(name))),
  )
}

/**
 * Bylines adrift go to the articles whose pictures they made, the others, in order, to the articles that name nobody;
 * where the numbers differ nobody can tell.
 */
function matchBylines(articles: Draft[], all: Piece[], unplaced: Matched["unplaced"]): void {
  const bylines = all.filter((piece) => {
    const draft = picturedBy(piece, articles)
    draft?.placed.push({ role: "byline", pieces: [piece] })
    return !draft
  })
  const open = articles.filter((draft) => !signed(draft))
  const sure = bylines.filter((piece) => parseByline(piece.text) !== null)
  for (const piece of bylines) {
    const draft = open.length === sure.length ? open[sure.indexOf(piece)] : undefined
    if (draft) draft.placed.push({ role: "byline", pieces: [piece] })
    else unplaced.push({ likely: "byline", piece })
  }
}
