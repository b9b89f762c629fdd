// Loose lines put into stacks: what is printed over one article, its label, kicker, headline, subheadline and byline.
import { openBrackets } from "../../text/han.ts"
import type { Words } from "../../text/words.ts"
import { afterDash, rowOfParts, shortLabel } from "../titleshapes.ts"
import type { Piece } from "./piece.ts"
import { isSignature, type Run } from "./runs.ts"
import type { Stack } from "./segment.ts"
import { likeness, type Speech } from "./speech.ts"

export const named = (piece: Piece): boolean => piece.look === "byline" || piece.look === "names"

export const lengthOf = (piece: Piece): number => [...piece.text.replace(/\s/gu, "")].length

/** What tells whether two lines are one title. */
export interface Print {
  speech: Speech
  words: Words
  /** Whether lines of one title were kept together: others are titles of their own. */
  blocks: boolean
}

/** Whether the text keeps lines of one title together: it does somewhere. */
export const keepsBlocks = (pieces: Piece[]): boolean =>
  pieces.some(({ look, parts }) => look === "title" && parts.length > 1)

/** Longest line in characters of a headline that is set in several. */
const longestLine = 14

/** What a line that ends so, or begins so, is torn from. */
const torn = /[，、：的与和及将在为是把被向对从]$/u
const tornOff = /^(?:[的了着过们里]|[，。、：！？”》）])/u

/**
 * Log odds that two titles are lines of one headline, not a kicker and a headline: a word goes over, a bracket or a phrase
 * is open, or both are about as long as one another. A kicker is longer, and likes figures.
 */
export function oneHeadline(a: Piece, b: Piece, { words, blocks }: Print): number {
  if (afterDash(b.text) || rowOfParts(a.text)) return -3
  const word = words.binds(a.text, b.text)
  const difference = Math.abs(lengthOf(a) - lengthOf(b))
  const short = Math.max(lengthOf(a), lengthOf(b)) <= longestLine
  const alike = difference <= 1 ? (short ? 0.9 : 0.3) : difference <= 4 ? (short ? 0.1 : -0.6) : -1.2
  const open = torn.test(a.text) || tornOff.test(b.text) || openBrackets(a.text).length > 0
  if (blocks) return -2 + (open ? 1 : 0)
  return (word > 1 ? 1.2 * word : 0) + alike + (open ? 2 : 0) - (/\d/u.test(a.text) && !short ? 0.5 : 0)
}

/** Log odds that two pieces in a row belong to one stack. */
function sameStack(a: Piece, b: Piece, few: boolean, speech: Speech, words: Words): number {
  if (b.look === "column") return -4
  if (b.look === "notice") return isSignature(a) ? 4 : -4
  if (a.look === "notice") return isSignature(b) || /[，。；：]/u.test(b.text) ? 4 : named(b) ? -2 : -3
  if (named(a)) return named(b) ? (a.look === "byline" && b.look === "byline" ? -1 : 0.5) : b.look === "note" ? 2 : -4
  if (a.look === "column" || named(b) || b.look === "note" || afterDash(b.text)) return 3
  if (afterDash(a.text)) return words.binds(a.text, b.text) > 1 ? 2 : -3
  if (a.look === "note") return -3
  const alike = likeness(speech.direction(a.text), speech.direction(b.text))
  return (
    (few ? 1.6 : -1.6) +
    3.2 * (alike - 0.45) +
    (speech.apart(a.text, b.text) ? -3 : Math.max(0, oneHeadline(a, b, { speech, words, blocks: false })))
  )
}

/** Whether a byline goes on with the one before it: no mark, another duty. */
export const goesOnNaming = (a: Piece, b: Piece): boolean =>
  a.look === "byline" && /[摄攝]$|^(?:实习生|實習生|通讯员|通訊員|摄影|攝影|文|图)(?!\s*[／/]?\s*[文图])/u.test(b.text)

/** Log odds that piece `i` stands under piece `i - 1` in one stack, whatever the two speak of. */
export function hangTogether(pieces: Piece[], i: number, print: Print): number {
  const [a, b, next] = [pieces[i - 1] as Piece, pieces[i] as Piece, pieces[i + 1]]
  if (b.look === "column" || b.parted) return -4
  if (b.parts[0]?.tied) return 5
  if (named(a)) return named(b) ? (goesOnNaming(a, b) ? 3 : -1.5) : b.look === "note" ? 2 : -12
  // Of two bylines in a row one at least is of another text.
  if (named(b)) return next && named(next) && !goesOnNaming(b, next) ? -0.5 : 3
  if (a.look === "column" || b.look === "note" || b.look === "jump" || afterDash(b.text)) return 3
  if (afterDash(a.text)) return print.words.binds(a.text, b.text) > 1 ? 2 : -3
  if (a.look === "note") return -3
  // A short title over a longer one opens a stack.
  if (shortLabel(b.text) && next?.look === "title" && lengthOf(next) > lengthOf(b) + 2) return -2
  const { speech } = print
  const alike = likeness(speech.direction(a.text), speech.direction(b.text))
  const apart = speech.apart(a.text, b.text) ? -4 : 0
  if (shortLabel(a.text) && lengthOf(b) > 5) return 1.2
  const few = pieces.filter(({ look }) => look === "title").length <= 3 ? 1.2 : 0
  return few + (print.blocks ? -0.5 : 0) + 3.2 * (alike - 0.45) + apart + Math.max(0, oneHeadline(a, b, print))
}

export const stackOf = (pieces: Piece[], run: number): Stack => ({
  pieces,
  run,
  last: false,
  swept: false,
  notice: pieces.some((piece) => piece.look === "notice"),
  text: pieces
    .filter((piece) => piece.look === "title" || piece.look === "notice")
    .map((piece) => piece.text)
    .join(" "),
})

/** Stacks of a run. `inside` says that text stands before and after it. */
function stacksOf(run: Run, at: number, inside: boolean, speech: Speech, words: Words): Stack[] {
  const titles = run.rest.filter((piece) => piece.look === "title").length
  const few = inside && titles <= 3
  const stacks: Stack[] = []
  let open: Piece[] = []
  const close = () => {
    if (open.length) stacks.push(stackOf(open, at))
    open = []
  }
  for (const piece of run.rest) {
    const before = open.at(-1)
    const crowded = open.filter((one) => one.look === "title").length >= 4 && piece.look === "title"
    const notice = before && open.some((one) => one.look === "notice")
    const joins = before && sameStack(notice ? { ...before, look: "notice" } : before, piece, few, speech, words) > 0
    if (before && (crowded || !joins)) close()
    open.push(piece)
  }
  close()
  return stacks
}

/** Says of each stack whether it stands right before a text, and whether many were swept together there. */
export function markPlaces(stacks: Stack[], runs: Run[]): Stack[] {
  return stacks.map((stack, i) => {
    const inside = stack.run < runs.length - 1
    const beside = stacks.filter(({ run }) => run === stack.run).length
    return { ...stack, last: inside && stacks[i + 1]?.run !== stack.run, swept: beside > 2 || !inside }
  })
}

/** All stacks of a text. */
export const findStacks = (runs: Run[], speech: Speech, words: Words): Stack[] =>
  markPlaces(
    runs.flatMap((run, k) => stacksOf(run, k, k < runs.length - 1, speech, words)),
    runs,
  )
