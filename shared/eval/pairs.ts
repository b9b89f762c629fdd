// Which article of the result is which of the truth: by how many runs of four letters their bodies share.
import type { Article, Block } from "../model/article.ts"
import { scoreKey } from "../text/score.ts"

export interface Pair {
  truth: Article
  result: Article
  /** Dice's coefficient of their 4-grams, 0 to 1. */
  likeness: number
}

export const bodyOf = (article: Article): string => lettersIn(article.body)

export const lettersIn = (blocks: readonly Block[]): string => blocks.map(({ text }) => scoreKey(text)).join("")

export function grams(text: string): Set<string> {
  const out = new Set<string>()
  for (let i = 0; i + 4 <= text.length; i++) out.add(text.slice(i, i + 4))
  return out
}

export function shared(a: Set<string>, b: Set<string>): number {
  let count = 0
  for (const gram of a) if (b.has(gram)) count++
  return count
}

const dice = (a: Set<string>, b: Set<string>): number => (2 * shared(a, b)) / Math.max(1, a.size + b.size)

/** Pairs articles, the likest first, each once. */
export function pairArticles(truth: Article[], result: Article[]): Pair[] {
  const wanted = truth.map((article) => grams(bodyOf(article)))
  const found = result.map((article) => grams(bodyOf(article)))
  const cells = wanted.flatMap((a, i) => found.map((b, j) => ({ i, j, likeness: dice(a, b) })))
  const [usedTruth, usedResult] = [new Set<number>(), new Set<number>()]
  const pairs: Pair[] = []
  for (const { i, j, likeness } of cells.sort((a, b) => b.likeness - a.likeness)) {
    const [one, other] = [truth[i], result[j]]
    if (likeness <= 0.2 || usedTruth.has(i) || usedResult.has(j) || !one || !other) continue
    usedTruth.add(i)
    usedResult.add(j)
    pairs.push({ truth: one, result: other, likeness })
  }
  return pairs
}
