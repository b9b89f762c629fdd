// The order of pages everywhere: newspaper, newest day first, page number as people count it; the unknown at the end.
import type { PageSummary } from "../../shared/contract.ts"

const words = new Intl.Collator("zh-CN", { numeric: true })

/** Known values by `compare`, null after them. */
const nullLast =
  (compare: (a: string, b: string) => number) =>
  (a: string | null, b: string | null): number =>
    a === null || b === null ? Number(a === null) - Number(b === null) : compare(a, b)

const byName = nullLast(words.compare)
const byDay = nullLast((a, b) => (a < b ? 1 : a > b ? -1 : 0))

const comparePages = (a: PageSummary, b: PageSummary): number =>
  byName(a.newspaper, b.newspaper) ||
  byDay(a.date, b.date) ||
  byName(a.pageNumber, b.pageNumber) ||
  words.compare(a.source, b.source) ||
  (a.id < b.id ? -1 : 1)

const cache = new WeakMap<readonly PageSummary[], PageSummary[]>()

export function inOrder(pages: readonly PageSummary[]): readonly PageSummary[] {
  let sorted = cache.get(pages)
  if (!sorted) {
    sorted = [...pages].sort(comparePages)
    cache.set(pages, sorted)
  }
  return sorted
}

/** The page `step` places from `pageId`; null beyond either end. */
export function neighbour(pages: readonly PageSummary[], pageId: string, step: 1 | -1): PageSummary | null {
  const sorted = inOrder(pages)
  const at = sorted.findIndex((page) => page.id === pageId)
  return at < 0 ? null : (sorted[at + step] ?? null)
}
