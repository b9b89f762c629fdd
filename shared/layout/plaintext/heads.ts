// What each line of a stack is: label, kicker, headline of one or more lines, subheadline, byline, note.
import type { Role } from "../../model/region.ts"
import { afterDash, rowOfParts, shortLabel } from "../titleshapes.ts"
import type { Piece } from "./piece.ts"
import type { Stack } from "./segment.ts"
import { lengthOf, oneHeadline, type Print } from "./stacks.ts"

/** Pieces with the role they were found to have in their article. */
export interface Placed {
  role: Role
  pieces: Piece[]
}

const roles: Partial<Record<Piece["look"], Role>> = {
  column: "column",
  byline: "byline",
  names: "byline",
  note: "note",
  jump: "jump",
}

/** A kicker says that it is one of a series. */
const ofSeries =
  /[（(][一二三四五六七八九十上中下\d①-⑩]{1,2}[）)]$|(?:之[一二三四五六七八九十]|系列(?:报道|報道|谈)?[一二三四五六七八九十①-⑩]?)$/u

/** Log odds that `a` is a kicker over `b`, not a line of the same headline, beyond what oneHeadline says. */
const overHeadline = (a: Piece, b: Piece): number =>
  (ofSeries.test(a.text.trim()) ? 3 : 0) + (rowOfParts(a.text) ? 3 : 0) + (lengthOf(a) > lengthOf(b) ? 0.4 : -0.2)

/** How often headlines have so many pieces; none has more than four. */
const piecesOfHeadline = [0, 0, -0.6, -2.2, -4]

/** How well titles fit a kicker of `kickers` pieces, then a headline, then `subs` pieces of a subheadline. */
function fits(titles: Piece[], kickers: number, subs: number, print: Print): number {
  const headline = titles.length - kickers - subs
  let score = (piecesOfHeadline[headline] ?? -9) - 1.5 * Math.max(0, kickers - 1) - (subs ? 1.6 : 0)
  titles.forEach((title, i) => {
    const next = titles[i + 1]
    if (!next) return
    const one = oneHeadline(title, next, print)
    if (i === kickers - 1) score += overHeadline(title, next) - 0.6 * one
    else if (i === kickers + headline - 1) score -= one
    else score += 0.6 * one
  })
  return score
}

/** Kicker, headline and subheadline among titles that stand over one another. */
function titlesOf(titles: Piece[], print: Print): Placed[] {
  const dash = titles.findIndex((piece) => afterDash(piece.text))
  const [main, after] = dash > 0 ? [titles.slice(0, dash), titles.slice(dash)] : [titles, []]
  let [best, kickers, subs] = [-Infinity, 0, 0]
  for (let k = 0; k < Math.max(1, main.length); k++)
    for (let s = 0; s < Math.max(1, main.length - k) && (s === 0 || !after.length); s++) {
      const score = fits(main, k, s, print)
      if (score > best) [best, kickers, subs] = [score, k, s]
    }
  const end = main.length - subs
  const over = main.slice(0, kickers)
  const label = over.length === 1 && shortLabel(over[0]?.text ?? "")
  return (
    [
      { role: label ? "column" : "kicker", pieces: over },
      { role: "headline", pieces: main.slice(kickers, end) },
      { role: "subheadline", pieces: [...main.slice(end), ...after] },
    ] satisfies Placed[]
  ).filter(({ pieces }) => pieces.length)
}

/** A short line under a longer title, the last of its stack, is the name of the author, whatever its words. */
function lookIn(pieces: Piece[], i: number): Piece["look"] {
  const [before, piece, next] = [pieces[i - 1], pieces[i] as Piece, pieces[i + 1]]
  const name = piece.look === "title" && /^[\p{Script=Han}·]{2,4}$/u.test(piece.text.trim())
  return name && !next && before?.look === "title" && lengthOf(before) >= lengthOf(piece) + 4 ? "names" : piece.look
}

/** The fields of an article that its stack holds. */
export function placeStack(stack: Stack, print: Print): Placed[] {
  const looks = new Map(stack.pieces.map((piece, i) => [piece, lookIn(stack.pieces, i)]))
  const titles = stack.pieces.filter((piece) => looks.get(piece) === "title")
  const others = stack.pieces.flatMap((piece): Placed[] => {
    const role = roles[looks.get(piece) ?? "title"]
    return role ? [{ role, pieces: [piece] }] : []
  })
  // A label with no headline under it is all the headline there is.
  if (!titles.length) for (const one of others) if (one.role === "column") one.role = "headline"
  return [...others, ...titlesOf(titles, print)]
}
