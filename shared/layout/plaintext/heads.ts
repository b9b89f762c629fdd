// What each line of a stack is: label, kicker, headline of one or more lines, subheadline, byline, note.
import type { Role } from "../../model/region.ts"
import type { Words } from "../../text/words.ts"
import type { Piece } from "./pieces.ts"
import type { Stack } from "./segment.ts"
import { afterDash, oneHeadline } from "./stacks.ts"

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

/** Kicker, headline and subheadline among titles that stand over one another. */
function titlesOf(titles: Piece[], words: Words): Placed[] {
  const dash = titles.findIndex((piece) => afterDash(piece.text))
  const [main, subs] = dash > 0 ? [titles.slice(0, dash), titles.slice(dash)] : [titles, []]
  const placed: Placed[] = subs.length ? [{ role: "subheadline", pieces: subs }] : []
  const [first, second, third] = main
  if (!first || !second) return first ? [{ role: "headline", pieces: [first] }, ...placed] : placed
  const upper = oneHeadline(first, second, words)
  const lower = third ? oneHeadline(second, third, words) : -Infinity
  const joins = Math.max(upper, lower) > 0.5
  if (!third) {
    if (joins) return [{ role: "headline", pieces: main }, ...placed]
    return [{ role: "kicker", pieces: [first] }, { role: "headline", pieces: [second] }, ...placed]
  }
  const after = main.slice(2)
  if (joins && upper > 0.5 && lower > 0.5) return [{ role: "headline", pieces: main }, ...placed]
  if (joins && upper >= lower)
    return [
      { role: "headline", pieces: [first, second] },
      { role: "subheadline", pieces: [...after, ...subs] },
    ]
  if (joins) return [{ role: "kicker", pieces: [first] }, { role: "headline", pieces: main.slice(1) }, ...placed]
  return [
    { role: "kicker", pieces: [first] },
    { role: "headline", pieces: [second] },
    { role: "subheadline", pieces: [...after, ...subs] },
  ]
}

/** The fields of an article that its stack holds. */
export function placeStack(stack: Stack, words: Words): Placed[] {
  const titles = stack.pieces.filter((piece) => piece.look === "title")
  const others = stack.pieces.flatMap((piece): Placed[] => {
    const role = roles[piece.look]
    return role ? [{ role, pieces: [piece] }] : []
  })
  // A label with no headline under it is all the headline there is.
  if (!titles.length) for (const one of others) if (one.role === "column") one.role = "headline"
  return [...others, ...titlesOf(titles, words)]
}
