// Loose lines put into stacks: what is printed over one article, its label, kicker, headline, subheadline and byline.
import { openBrackets } from "../../text/han.ts"
import type { Words } from "../../text/words.ts"
import type { Piece } from "./pieces.ts"
import { isSignature, type Run } from "./runs.ts"
import type { Segment, Stack } from "./segment.ts"
import { likeness, type Speech } from "./speech.ts"

/** A row of slogans (`送政策　送资金　送服务`) is a kicker. */
export const rowOfParts = (title: string): boolean => {
  const parts = title.trim().split(/\s+/u)
  return parts.length >= 3 && parts.every((part) => [...part].length <= 6)
}

/** A subheadline begins with a dash, and is nothing else. */
export const afterDash = (title: string): boolean => /^——/u.test(title)

const named = (piece: Piece): boolean => piece.look === "byline" || piece.look === "names"

export const lengthOf = (piece: Piece): number => [...piece.text.replace(/\s/gu, "")].length

/** Longest line in characters of a headline that is set in several. */
const longestLine = 12

/**
 * Log odds that two titles are lines of one headline, not a kicker and a headline: a word goes over, a bracket or a phrase
 * is open, or both are short and about as long as one another. A kicker is longer, and likes figures.
 */
export function oneHeadline(a: Piece, b: Piece, words: Words): number {
  if (afterDash(b.text) || rowOfParts(a.text)) return -3
  const word = words.binds(a.text, b.text)
  const difference = Math.abs(lengthOf(a) - lengthOf(b))
  const short = Math.max(lengthOf(a), lengthOf(b)) <= longestLine
  const alike = !short
    ? -0.4 * Math.max(1, Math.min(4, difference))
    : difference <= 1
      ? 0.9
      : difference <= 4
        ? 0.1
        : -1
  const open = /[，、：]$/u.test(a.text) || openBrackets(a.text).length > 0
  return (word > 1 ? 1.2 * word : 0) + alike + (open ? 1.5 : 0) - (/\d/u.test(a.text) && !short ? 0.5 : 0)
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
    (speech.apart(a.text, b.text) ? -3 : Math.max(0, oneHeadline(a, b, words)))
  )
}

const stackOf = (pieces: Piece[], run: number): Stack => ({
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
  const last = stacks.at(-1)
  if (last && inside) last.last = true
  for (const stack of stacks) stack.swept = stacks.length > 2 || !inside
  return stacks
}

/** All stacks of a text. */
export const findStacks = (runs: Run[], speech: Speech, words: Words): Stack[] =>
  runs.flatMap((run, k) => stacksOf(run, k, k < runs.length - 1, speech, words))

/** Titles in a stack that no longer one may have. */
const most = 4

const titlesIn = (stack: Stack): number => stack.pieces.filter((piece) => piece.look === "title").length

/**
 * Stacks that were cut too finely: what stands right before or after a used stack, is used by nobody and speaks of no
 * other article more, is a part of it. Returns the stacks left.
 */
export function absorb(stacks: Stack[], segments: Segment[], speech: Speech): Stack[] {
  const left = [...stacks]
  const home = new Map(segments.flatMap((segment) => (segment.stack ? [[segment.stack, segment] as const] : [])))
  const used = new Set(home.keys())
  const speaks = (stack: Stack, of: Stack): number => {
    const { from, to } = home.get(of) as Segment
    let sum = 0
    for (let k = from; k < to; k++) sum += speech.shared(stack.text, k)
    return sum
  }
  const mine = (other: Stack | undefined, stack: Stack): other is Stack => {
    if (!other || used.has(other) || other.notice || other.run !== stack.run) return false
    if (titlesIn(other) + titlesIn(stack) > most) return false
    const own = speaks(other, stack)
    return [...used].every((one) => one === stack || 0.7 * speaks(other, one) <= Math.max(own, 1.5))
  }
  for (const stack of stacks) {
    if (!used.has(stack) || stack.notice) continue
    const before = left[left.indexOf(stack) - 1]
    if (mine(before, stack) && !before.pieces.some(named)) {
      stack.pieces.unshift(...before.pieces)
      left.splice(left.indexOf(before), 1)
    }
    const after = left[left.indexOf(stack) + 1]
    const closed = stack.pieces.some((piece) => named(piece) || afterDash(piece.text))
    if (mine(after, stack) && (!closed || after.pieces.every(named)) && speaks(after, stack) > 1.5) {
      stack.pieces.push(...after.pieces)
      left.splice(left.indexOf(after), 1)
    }
  }
  return left
}
