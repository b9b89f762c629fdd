// Pieces of a text without boxes as paragraphs and the loose lines between them: what closes the article before, and
// what may open the next or stand inside one.
import { parseJump } from "../../text/jumps.ts"
import { readMasthead } from "../../text/masthead.ts"
import { nameScore } from "../../text/names.ts"
import type { Piece } from "./piece.ts"

/** What stands between two paragraphs, or before the first, or after the last. */
export interface Run {
  /** Names and jump lines right after the paragraph before. */
  closing: Piece[]
  /** Titles, labels, bylines, notes, notices, in order. */
  rest: Piece[]
}

export interface Runs {
  paragraphs: Piece[]
  /** One more than there are paragraphs: `runs[k]` stands before paragraph k. */
  runs: Run[]
  captions: Piece[]
  masthead: Piece[]
}

/** Who signs a notice, and when. */
export const signature =
  /^(?:(?:[12]\d{3}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日|.{2,24}(?:泣血|泣告|泣叩|稽[颡顙首]|[叩谨謹敬同][启啟啓告叩])|[\p{Script=Han}（）]{3,24}(?:公司|集团|局|委|委员会|政府|中心|办公室|商店|医院|学校|大学|银行|法院|厂|站|社|部|所|院|馆|宫|处|队|社区|村|会))$/u

const dateLine = /^(?:[12]\d{3}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日$/u

export const isSignature = (piece: Piece): boolean => signature.test(piece.text.trim())

const isNames = (piece: Piece | undefined): boolean => piece?.look === "names" || piece?.look === "byline"

const isPenName = ({ look, text, parts }: Piece): boolean =>
  look === "title" && !parts[0]?.tied && /^\p{Script=Han}{2,3}$/u.test(text.trim()) && nameScore(text.trim()) > -3

const asNames = (piece: Piece): Piece => (isPenName(piece) ? { ...piece, look: "names" } : piece)

const leadsOn = (piece: Piece | undefined): boolean =>
  piece?.look === "jump" && parseJump(piece.text)?.direction === "to"

/**
 * Takes names and jumps off the head of a run that closes a text; several bylines in a row are adrift. A notice is closed
 * by who gives it, and when.
 */
function closingOf(run: Piece[], before: Piece | undefined, noticed: boolean): number {
  if (!before) return 0
  // The date comes last, who gives the notice right before it.
  const dated = noticed ? run.slice(0, 3).findIndex((piece) => dateLine.test(piece.text.trim())) : -1
  let k = dated + 1
  let named = before.signed
  // A short word between a text and the titles of the next may be a name that no list has.
  if (!named && k === 0 && run[1]?.look === "title" && isPenName(run[0] as Piece)) return 1
  for (; k < run.length; k++) {
    if (leadsOn(run[k]) || (noticed && isSignature(run[k] as Piece))) continue
    if (!isNames(run[k]) || named || isNames(run[k + 1])) break
    named = true
  }
  return k
}

export function cutRuns(pieces: Piece[]): Runs {
  const masthead = pieces.filter((piece) => piece.look === "masthead")
  const captions = pieces.filter((piece) => piece.look === "caption")
  const paragraphs: Piece[] = []
  const loose: Piece[][] = [[]]
  const elsewhere = (piece: Piece | undefined) => piece?.look === "masthead" || piece?.look === "caption"
  pieces.forEach((piece, i) => {
    if (elsewhere(piece)) return
    if (piece.look === "paragraph") {
      paragraphs.push(piece)
      loose.push([])
    } else loose.at(-1)?.push({ ...piece, parted: elsewhere(pieces[i - 1]) })
  })
  const runs = loose.map((run, k): Run => {
    const near = loose.slice(Math.max(0, k - 5), k).flat()
    const closes = closingOf(
      run,
      paragraphs[k - 1],
      near.some((piece) => piece.look === "notice"),
    )
    return { closing: run.slice(0, closes).map(asNames), rest: run.slice(closes) }
  })
  return { paragraphs, runs, captions, masthead }
}

const sectionName = /^\p{Script=Han}{2,4}(?:[·・]\p{Script=Han}{2,4}){0,3}$/u

/** A short line beside masthead lines can only be the section's name, or the number of the page. */
export function claimSection(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => piece.look === "paragraph")
  const out = pieces.map((piece, i): Piece => {
    // A bare date below the first text signs a notice; the head of a page tells the weekday too.
    const { date, weekday, editors } = readMasthead(piece.text)
    const noticed = pieces.slice(Math.max(0, i - 12), i).some(({ look }) => look === "notice")
    return piece.look === "masthead" && i > first && first >= 0 && noticed && date && !weekday && !editors
      ? { ...piece, look: "title" }
      : piece
  })
  const claim = (i: number, what: RegExp, near: (piece: Piece | undefined) => boolean) => {
    const piece = out[i] as Piece
    if (piece.look !== "title" && piece.look !== "names") return
    if (what.test(piece.text.replace(/\s/gu, "")) && [out[i - 1], out[i + 1]].some(near))
      out[i] = { ...piece, look: "masthead" }
  }
  const isMasthead = (piece: Piece | undefined) => piece?.look === "masthead"
  const tellsIssue = (piece: Piece | undefined) => isMasthead(piece) && !readMasthead(piece?.text ?? "").editors
  const claimNumbers = () => {
    for (const i of out.keys()) claim(i, /^[A-Z]?\d{1,2}$/u, isMasthead)
  }
  claimNumbers()
  for (const i of out.keys()) claim(i, sectionName, tellsIssue)
  claimNumbers()
  return out
}
