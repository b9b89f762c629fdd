// Pieces of a text without boxes, put into bodies: runs of paragraphs and section headings that one article prints
// together, with the titles that stand right before them. What stands elsewhere is adrift and matched later.
import type { Piece } from "./pieces.ts"

export interface Body {
  /** Titles, labels and bylines printed right before the first paragraph, in order. */
  head: Piece[]
  /** Paragraphs and headings. */
  flow: Piece[]
  /** Byline or names right after the last paragraph. */
  foot: Piece[]
  jump: Piece[]
  notice: boolean
}

export interface Bodies {
  bodies: Body[]
  /** Titles, bylines and captions that stand before no body. */
  adrift: Piece[]
  masthead: Piece[]
}

const newBody = (notice = false): Body => ({ head: [], flow: [], foot: [], jump: [], notice })

const titleLike = (piece: Piece): boolean => ["title", "column", "note"].includes(piece.look)

/** Loose pieces from `i` on, up to the next paragraph. */
function looseRun(pieces: Piece[], i: number): Piece[] {
  const run: Piece[] = []
  for (let k = i; k < pieces.length && pieces[k]?.look !== "paragraph"; k++) run.push(pieces[k] as Piece)
  return run
}

/** Whether loose lines between two paragraphs open another article rather than a section of the same one. */
function opensArticle(run: Piece[], after: Piece, next: Piece | undefined): boolean {
  if (!next) return true
  if (after.signed || next.dateline) return true
  if (run.some((piece) => ["byline", "names", "jump", "notice"].includes(piece.look))) return true
  return run.filter(titleLike).length > 2
}

export function cutBodies(pieces: Piece[]): Bodies {
  const out: Bodies = { bodies: [], adrift: [], masthead: pieces.filter((piece) => piece.look === "masthead") }
  const rest = pieces.filter((piece) => piece.look !== "masthead")
  let body: Body | null = null
  for (let i = 0; i < rest.length; ) {
    const piece = rest[i] as Piece
    if (piece.look === "paragraph") {
      const last = body?.flow.at(-1)
      if (!body || last?.signed || (piece.dateline && last)) out.bodies.push((body = newBody()))
      body.flow.push(piece)
      i++
      continue
    }
    const run = looseRun(rest, i)
    const next = rest[i + run.length]
    i += run.length
    const last = body?.flow.at(-1)
    if (body && last && !opensArticle(run, last, next)) {
      takeInside(run, body, out)
      continue
    }
    body = takeBetween(run, body, next, out)
  }
  return out
}

/** Loose lines inside one article: section headings stay in the flow, captions drift. */
function takeInside(run: Piece[], body: Body, out: Bodies): void {
  for (const piece of run) (piece.look === "caption" ? out.adrift : body.flow).push(piece)
}

/** Who signs a notice, and when. */
const signature =
  /^(?:[12]\d{3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[\p{Script=Han}（）]{3,24}(?:公司|集团|局|委|委员会|政府|中心|办公室|商店|医院|学校|大学|银行|法院|厂|站|社|部|所|院))$/u

/** A notice with its lines that stand alone; the titles of the next article at their end are not its own. */
function takeNotice(run: Piece[]): { body: Body; after: Piece[] } {
  const body = newBody(true)
  const own = run.findLastIndex(
    (piece, i) =>
      i === 0 || piece.look !== "title" || signature.test(piece.text.trim()) || /[，。；：]/u.test(piece.text),
  )
  body.head.push(run[0] as Piece)
  body.flow.push(...run.slice(1, own + 1))
  return { body, after: run.slice(own + 1) }
}

/**
 * Loose lines between two articles: names and jumps right after the text close the one before, titles right before a
 * text open the next. Returns the body that goes on, if any.
 */
function takeBetween(run: Piece[], before: Body | null, next: Piece | undefined, out: Bodies): Body | null {
  let k = 0
  for (; before && k < run.length; k++) {
    const piece = run[k] as Piece
    if (piece.look === "jump") before.jump.push(piece)
    else if ((piece.look === "names" || piece.look === "byline") && !before.foot.length && !before.flow.at(-1)?.signed)
      before.foot.push(piece)
    else break
  }
  // Who signed the notice before, and when.
  while (before?.notice && signature.test(run[k]?.text.trim() ?? "")) before.flow.push(run[k++] as Piece)
  let rest = run.slice(k)
  const notice = rest.findIndex((piece) => piece.look === "notice")
  if (notice >= 0) {
    // A notice may begin with who gives it, on a line of its own.
    const giver = notice > 0 && signature.test(rest[notice - 1]?.text.trim() ?? "") ? notice - 1 : notice
    out.adrift.push(...rest.slice(0, giver))
    const { body, after } = takeNotice(rest.slice(giver))
    out.bodies.push(body)
    if (next && !after.length) return body
    rest = after
  }
  if (!next) {
    out.adrift.push(...rest)
    return null
  }
  // Many titles in a row were swept together; the text that follows has no claim on them by place.
  const titles = rest.filter((piece) => piece.look === "title").length
  if (titles > 3) {
    out.adrift.push(...rest)
    return null
  }
  const body = newBody()
  for (const piece of rest) (piece.look === "caption" || piece.look === "jump" ? out.adrift : body.head).push(piece)
  out.bodies.push(body)
  return body
}
