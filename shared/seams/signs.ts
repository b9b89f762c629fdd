// What speaks for and against the decision on a seam, as numbers that its confidence is reckoned from.
import type { LineEvidence } from "./evidence.ts"

/**
 * What was decided: lines of one paragraph, two paragraphs, a heading's end or beginning, two headings, two lines of one
 * heading, two lines in one row.
 */
export const decided = ["join", "paragraph", "heading", "headings", "oneHeading", "row"] as const
export type Decided = (typeof decided)[number]

export const signNames = [
  ...decided,
  /** Log odds of the decision by the model of lines. */
  "odds",
  /** The same, counted up to a few only: what is next to certain is not much surer than what is sure. */
  "firstOdds",
  /** The same where a paragraph ends. */
  "breakOdds",
  /** Log odds that the second line follows the first at all, less than those of lines right under one another. */
  "elsewhere",
  /** For lines that are joined: log odds that a word goes over, and the same where they do not stand under one another. */
  "word",
  "wordElsewhere",
  /** For lines that are joined: the first one ends short; the second one is set in. */
  "short",
  "setIn",
  /** Log probability that joined lines meet as proposed. */
  "manner",
  /** By how much the type of the second line differs in size, as a logarithm. */
  "size",
] as const
export type SeamSigns = Record<(typeof signNames)[number], number>

const bounded = (x: number, low: number, high: number): number => Math.max(low, Math.min(high, x))

/** Log odds of lines right under one another, of which nobody doubts that they follow. */
const surelyFollows = 8

/** Signs of the seam between lines `a` and `b`, decided so with these log odds and joined in a manner that is so sure. */
export function signsOf(what: Decided, odds: number, a: LineEvidence, b: LineEvidence, manner: number): SeamSigns {
  const joins = what === "join"
  const doubted = b.follows < 1
  const follows = Math.log(Math.max(1e-9, b.follows) / Math.max(1e-9, 1 - b.follows))
  const model = bounded(odds, -8, 20)
  const is = (one: Decided) => Number(what === one)
  return {
    join: is("join"),
    paragraph: is("paragraph"),
    heading: is("heading"),
    headings: is("headings"),
    oneHeading: is("oneHeading"),
    row: is("row"),
    odds: model,
    firstOdds: Math.min(4, model),
    breakOdds: joins ? 0 : model,
    elsewhere: doubted ? bounded(follows, -6, surelyFollows) - surelyFollows : 0,
    word: joins ? b.word : 0,
    wordElsewhere: joins && doubted ? b.word : 0,
    short: Number(joins && a.edges !== null && a.edges.slack > 1.2),
    setIn: Number(joins && b.edges !== null && Math.abs(b.edges.indent) > 0.8),
    manner: Math.log(manner),
    size: Math.abs(Math.log(bounded(b.size, 0.2, 5))),
  }
}
