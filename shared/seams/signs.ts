// What speaks for and against the decision on a seam, as numbers that its confidence is reckoned from.
import type { LineEvidence } from "./evidence.ts"

/**
 * What was decided: lines of one paragraph, two paragraphs, a heading's end or beginning, two headings, two lines of one
 * heading, two lines in one row.
 */
export const decided = ["join", "paragraph", "heading", "headings", "oneHeading", "row"] as const
export type Decided = (typeof decided)[number]

const places = ["join", "paragraph", "heading"] as const

export const signNames = [
  ...decided,
  /** Log odds of the decision by the model of lines; the same, counted up to a few only. */
  ...places.flatMap((place) => [`${place}Odds`, `${place}FirstOdds`] as const),
  /** Log odds that the second line follows the first at all, less those of lines right under one another; the low part. */
  ...places.flatMap((place) => [`${place}Elsewhere`, `${place}FarElsewhere`] as const),
  /** For lines that are joined: log odds that a word goes over, and the same where they do not stand under one another. */
  "word",
  "wordElsewhere",
  /** For lines that are joined: the first one ends short; the second one is set in. */
  "short",
  "setIn",
  /** Log probability that joined lines meet as proposed. */
  "manner",
  /** For lines that are joined: neither has any mark in it, as running text seldom goes on. */
  "unmarked",
  /** For a heading: it is the first line of its text, or the last. */
  "outermost",
  /** By how much the type of the second line differs in size, as a logarithm. */
  "size",
] as const
export type SeamSigns = Record<(typeof signNames)[number], number>

const mark = /[，。、；：！？“”《》（）「」『』…,.;:]/u

const bounded = (x: number, low: number, high: number): number => Math.max(low, Math.min(high, x))

/** Log odds of lines right under one another, of which nobody doubts that they follow. */
const surelyFollows = 8

/** A decision with its log odds, how sure the manner is that lines are joined in, and whether a text begins or ends here. */
export interface Verdict {
  what: Decided
  odds: number
  manner: number
  outermost: boolean
}

/** Signs of the seam between lines `a` and `b`. */
export function signsOf({ what, odds, manner, outermost }: Verdict, a: LineEvidence, b: LineEvidence): SeamSigns {
  const joins = what === "join"
  const doubted = b.follows < 1
  const follows = Math.log(Math.max(1e-9, b.follows) / Math.max(1e-9, 1 - b.follows))
  const elsewhere = doubted ? bounded(follows, -6, surelyFollows) - surelyFollows : 0
  const model = bounded(odds, -8, 20)
  const is = (one: Decided) => Number(what === one)
  return {
    join: is("join"),
    paragraph: is("paragraph"),
    heading: is("heading"),
    headings: is("headings"),
    oneHeading: is("oneHeading"),
    row: is("row"),
    joinOdds: is("join") * model,
    joinFirstOdds: is("join") * Math.min(3, model),
    joinElsewhere: is("join") * elsewhere,
    joinFarElsewhere: is("join") * Math.min(0, elsewhere + 4.5),
    paragraphOdds: is("paragraph") * model,
    paragraphFirstOdds: is("paragraph") * Math.min(3, model),
    paragraphElsewhere: is("paragraph") * elsewhere,
    paragraphFarElsewhere: is("paragraph") * Math.min(0, elsewhere + 4.5),
    headingOdds: is("heading") * model,
    headingFirstOdds: is("heading") * Math.min(3, model),
    headingElsewhere: is("heading") * elsewhere,
    headingFarElsewhere: is("heading") * Math.min(0, elsewhere + 4.5),
    word: joins ? b.word : 0,
    wordElsewhere: joins && doubted ? b.word : 0,
    short: Number(joins && a.edges !== null && a.edges.slack > 1.2),
    setIn: Number(joins && b.edges !== null && Math.abs(b.edges.indent) > 0.8),
    unmarked: Number(joins && !mark.test(a.text) && !mark.test(b.text)),
    outermost: Number(outermost && (what === "heading" || what === "headings")),
    manner: Math.log(manner),
    size: Math.abs(Math.log(bounded(b.size, 0.2, 5))),
  }
}
