// How good a result is, held against the truth of the same page. Both are files of articles. An article of the result is
// paired with the article of the truth that shares most 4-grams of its body with it (Dice coefficient), each once.
import type { Article, ArticlesFile } from "../model/article.ts"
import { distance, scoreKey } from "../text/score.ts"

/** `right` of `found` that are right, `wanted` that should be there: precision right/found, recall right/wanted. */
export interface Tally {
  right: number
  found: number
  wanted: number
}

export interface Evaluation {
  /** Articles paired with a Dice coefficient of 0.9 or more. */
  articles: Tally
  headlines: Tally
  kickers: Tally
  subheadlines: Tally
  columns: Tally
  datelines: Tally
  bylines: Tally
  captions: Tally
  headings: Tally
  /** Paragraphs within 5 % edits of one of the truth. */
  paragraphs: Tally
  /** Paragraphs the same to the letter, width and quotes and all. */
  exactParagraphs: Tally
  /** Edits between paired bodies, bodies missed counting whole, over the length of the truth's bodies. */
  bodyCer: { errors: number; length: number }
}

const bodyOf = (article: Article): string => article.body.map((block) => scoreKey(block.text)).join("")

function grams(text: string): Set<string> {
  const out = new Set<string>()
  for (let i = 0; i + 4 <= text.length; i++) out.add(text.slice(i, i + 4))
  return out
}

function dice(a: Set<string>, b: Set<string>): number {
  let shared = 0
  for (const gram of a) if (b.has(gram)) shared++
  return (2 * shared) / Math.max(1, a.size + b.size)
}

/** Pairs articles, the likest first. */
export function pairArticles(
  truth: Article[],
  result: Article[],
): { truth: Article; result: Article; likeness: number }[] {
  const wanted = truth.map((article) => grams(bodyOf(article)))
  const found = result.map((article) => grams(bodyOf(article)))
  const cells = wanted.flatMap((a, i) => found.map((b, j) => ({ i, j, likeness: dice(a, b) })))
  const [usedTruth, usedResult] = [new Set<number>(), new Set<number>()]
  const pairs: { truth: Article; result: Article; likeness: number }[] = []
  for (const { i, j, likeness } of cells.sort((a, b) => b.likeness - a.likeness)) {
    const [one, other] = [truth[i], result[j]]
    if (likeness <= 0.2 || usedTruth.has(i) || usedResult.has(j) || !one || !other) continue
    usedTruth.add(i)
    usedResult.add(j)
    pairs.push({ truth: one, result: other, likeness })
  }
  return pairs
}

/** Items of two bags that are the same, each used once. */
function tally(wanted: string[], found: string[]): Tally {
  const left = [...found]
  let right = 0
  for (const item of wanted) {
    const at = left.indexOf(item)
    if (at < 0) continue
    left.splice(at, 1)
    right++
  }
  return { right, found: found.length, wanted: wanted.length }
}

/** A field's values over all articles: a pair's own, then those of articles without a partner. */
function overArticles(truth: Article[], result: Article[], read: (article: Article) => string[]): Tally {
  const pairs = pairArticles(truth, result)
  const sum: Tally = { right: 0, found: result.flatMap(read).length, wanted: truth.flatMap(read).length }
  for (const pair of pairs) sum.right += tally(read(pair.truth), read(pair.result)).right
  return sum
}

const some = (value: string | null): string[] => (value ? [scoreKey(value)] : [])

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

function bodyCer(truth: Article[], result: Article[]): Evaluation["bodyCer"] {
  const pairs = pairArticles(truth, result)
  let errors = 0
  for (const article of truth) {
    const body = bodyOf(article)
    const partner = pairs.find((pair) => pair.truth === article)
    errors += partner ? Math.min(distance(body, bodyOf(partner.result)), body.length) : body.length
  }
  return { errors, length: truth.reduce((sum, article) => sum + bodyOf(article).length, 0) }
}

export function evaluate(
  truthFile: Pick<ArticlesFile, "articles">,
  resultFile: Pick<ArticlesFile, "articles">,
): Evaluation {
  const [truth, result] = [truthFile.articles, resultFile.articles]
  const fields = (read: (article: Article) => string[]) => overArticles(truth, result, read)
  const texts = (articles: Article[], type: string) =>
    articles.flatMap((article) => article.body.filter((block) => block.type === type).map((block) => block.text))
  const whole = pairArticles(truth, result).filter((pair) => pair.likeness >= 0.9).length
  const [want, got] = [texts(truth, "paragraph"), texts(result, "paragraph")]
  return {
    articles: { right: whole, found: result.length, wanted: truth.length },
    headlines: fields((article) => some(article.headline)),
    kickers: fields((article) => some(article.kicker)),
    subheadlines: fields((article) => some(article.subheadline)),
    columns: fields((article) => some(article.column)),
    datelines: fields((article) => some(article.dateline)),
    bylines: fields((article) => article.bylines.map((byline) => scoreKey(byline.name))),
    captions: fields((article) => article.captions.map((caption) => scoreKey(caption.text))),
    headings: fields((article) =>
      article.body.filter((block) => block.type === "heading").map((block) => scoreKey(block.text)),
    ),
    paragraphs: nearParagraphs(want.map(scoreKey), got.map(scoreKey)),
    exactParagraphs: tally(want, got),
    bodyCer: bodyCer(truth, result),
  }
}
