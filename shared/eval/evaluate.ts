// How good a result is, held against the truth of the same page. An article of the result is paired with the article of
// the truth that shares most 4-grams of its body with it, each once. Text is compared by `scoreKey` unless said otherwise.
import type { Article, Caption } from "../model/article.ts"
import { distance, distanceWithin, scoreKey } from "../text/score.ts"
import { bodyOf, type Pair, pairArticles } from "./pairs.ts"
import { judgeSeams, type SeamJudgement } from "./seams.ts"
import type { Judged } from "./truth.ts"

/** `right` of `found` that are right, `wanted` that should be there: precision right/found, recall right/wanted. */
export interface Tally {
  right: number
  found: number
  wanted: number
}

/** Of what the truth has, so many were treated rightly. */
export interface Share {
  right: number
  wanted: number
}

/** Edits over characters of the truth: a character error rate. */
export interface ErrorRate {
  errors: number
  length: number
}

/** Fields are exact or wrong; those of an article without a partner are not right. */
export interface Evaluation {
  /** Articles paired with a Dice coefficient of 0.9 or more. */
  articles: Tally
  headlines: Tally
  kickers: Tally
  subheadlines: Tally
  columns: Tally
  datelines: Tally
  /** Names, one by one. */
  bylines: Tally
  /** With or without the photographer, who may be a part of the text. */
  captions: Tally
  headings: Tally
  /** Paragraphs and notes within 5 % edits of one of the truth. */
  paragraphs: Tally
  /** Paragraphs and notes the same to the letter, width and quotes and all. */
  exactParagraphs: Tally
  /** Captions of no article that the result has somewhere as a caption, or among what it could not place. */
  looseCaptions: Share
  /** Notices whose beginning is in no body. */
  noticesKeptOut: Share
  /** Between paired bodies, headings and all; a body that was missed counts whole, and none counts more than that. */
  bodyCer: ErrorRate
  /**
   * Order-free: each printed line of the truth against whatever stretch of all lines of the result, one after another, is
   * most like it, at most its own length. Null where truth or result has no lines.
   */
  lineCer: ErrorRate | null
  seams: SeamJudgement
}

/** Items of two bags that are the same, each used once. */
function tally<T>(wanted: readonly T[], found: readonly T[], same: (a: T, b: T) => boolean): Tally {
  const left = [...found]
  let right = 0
  for (const item of wanted) {
    const at = left.findIndex((other) => same(item, other))
    if (at < 0) continue
    left.splice(at, 1)
    right++
  }
  return { right, found: found.length, wanted: wanted.length }
}

const equal = (a: string, b: string): boolean => a === b

const some = (value: string | null): string[] => (value ? [scoreKey(value)] : [])

/** A caption may be printed with the photographer before or behind it. */
function sameCaption(a: Caption, b: Caption): boolean {
  const forms = ({ text, credit }: Caption) => [text, text + (credit ?? ""), (credit ?? "") + text].map(scoreKey)
  return forms(a).some((form) => forms(b).includes(form))
}

function nearParagraphs(truth: string[], result: string[]): Tally {
  const right = truth.filter((want) =>
    result.some(
      (got) =>
        Math.abs(got.length - want.length) <= 0.05 * want.length + 1 &&
        distance(want, got) <= 0.05 * Math.max(want.length, got.length),
    ),
  ).length
  return { right, found: result.length, wanted: truth.length }
}

function bodyCer(truth: Article[], pairs: Pair[]): ErrorRate {
  const sum: ErrorRate = { errors: 0, length: 0 }
  for (const article of truth) {
    const body = bodyOf(article)
    const partner = pairs.find((pair) => pair.truth === article)
    sum.errors += partner ? Math.min(distance(body, bodyOf(partner.result)), body.length) : body.length
    sum.length += body.length
  }
  return sum
}

function lineCer(truth: Judged, result: Judged): ErrorRate | null {
  const read = result.lines?.map((line) => scoreKey(line.text)).join("")
  if (!truth.lines?.length || read === undefined) return null
  const sum: ErrorRate = { errors: 0, length: 0 }
  for (const { text } of truth.lines) {
    const line = scoreKey(text)
    sum.errors += distanceWithin(line, read)
    sum.length += line.length
  }
  return sum
}

function looseCaptions(truth: Judged, result: Judged): Share {
  const wanted = truth.unplaced.filter(({ role }) => role === "caption")
  const captions = result.articles.flatMap((article) => article.captions)
  const kept = [...captions, ...result.unplaced.map(({ text }) => ({ text, credit: null }))]
  const right = wanted.filter(({ text }) => kept.some((other) => sameCaption({ text, credit: null }, other)))
  return { right: right.length, wanted: wanted.length }
}

function noticesKeptOut(truth: Judged, result: Judged): Share {
  const bodies = result.articles.map(bodyOf).join("\n")
  const right = truth.notices.filter(({ text }) => !bodies.includes(scoreKey(text).slice(0, 40)))
  return { right: right.length, wanted: truth.notices.length }
}

export function evaluate(truth: Judged, result: Judged): Evaluation {
  const pairs = pairArticles(truth.articles, result.articles)
  /** A field's values over all articles: only those of a pair can be right. */
  const over = <T>(read: (article: Article) => T[], same: (a: T, b: T) => boolean): Tally => ({
    right: pairs.reduce((sum, pair) => sum + tally(read(pair.truth), read(pair.result), same).right, 0),
    found: result.articles.flatMap(read).length,
    wanted: truth.articles.flatMap(read).length,
  })
  const fields = (read: (article: Article) => string[]) => over(read, equal)
  const paragraphs = ({ articles }: Judged) =>
    articles.flatMap(({ body }) => body.filter(({ type }) => type !== "heading").map(({ text }) => text.trim()))
  const [want, got] = [paragraphs(truth), paragraphs(result)]
  const whole = pairs.filter((pair) => pair.likeness >= 0.9).length
  return {
    articles: { right: whole, found: result.articles.length, wanted: truth.articles.length },
    headlines: fields((article) => some(article.headline)),
    kickers: fields((article) => some(article.kicker)),
    subheadlines: fields((article) => some(article.subheadline)),
    columns: fields((article) => some(article.column)),
    datelines: fields((article) => some(article.dateline)),
    bylines: fields((article) => article.bylines.map((byline) => scoreKey(byline.name))),
    captions: over((article) => article.captions, sameCaption),
    headings: fields(({ body }) => body.filter(({ type }) => type === "heading").map(({ text }) => scoreKey(text))),
    paragraphs: nearParagraphs(want.map(scoreKey), got.map(scoreKey)),
    exactParagraphs: tally(want, got, equal),
    looseCaptions: looseCaptions(truth, result),
    noticesKeptOut: noticesKeptOut(truth, result),
    bodyCer: bodyCer(truth.articles, pairs),
    lineCer: lineCer(truth, result),
    seams: judgeSeams(truth, result),
  }
}

const both = (a: Tally, b: Tally): Tally => ({
  right: a.right + b.right,
  found: a.found + b.found,
  wanted: a.wanted + b.wanted,
})
const share = (a: Share, b: Share): Share => ({ right: a.right + b.right, wanted: a.wanted + b.wanted })
const rate = (a: ErrorRate, b: ErrorRate): ErrorRate => ({ errors: a.errors + b.errors, length: a.length + b.length })

/** Two pages, or two heaps of pages, as one: counts are added, seams put together. */
export const pooled = (a: Evaluation, b: Evaluation): Evaluation => ({
  articles: both(a.articles, b.articles),
  headlines: both(a.headlines, b.headlines),
  kickers: both(a.kickers, b.kickers),
  subheadlines: both(a.subheadlines, b.subheadlines),
  columns: both(a.columns, b.columns),
  datelines: both(a.datelines, b.datelines),
  bylines: both(a.bylines, b.bylines),
  captions: both(a.captions, b.captions),
  headings: both(a.headings, b.headings),
  paragraphs: both(a.paragraphs, b.paragraphs),
  exactParagraphs: both(a.exactParagraphs, b.exactParagraphs),
  looseCaptions: share(a.looseCaptions, b.looseCaptions),
  noticesKeptOut: share(a.noticesKeptOut, b.noticesKeptOut),
  bodyCer: rate(a.bodyCer, b.bodyCer),
  lineCer: a.lineCer && b.lineCer ? rate(a.lineCer, b.lineCer) : (a.lineCer ?? b.lineCer),
  seams: {
    judged: [...a.seams.judged, ...b.seams.judged],
    displaced: a.seams.displaced + b.seams.displaced,
    unjudged: a.seams.unjudged + b.seams.unjudged,
  },
})
