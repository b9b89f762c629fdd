// The order of pages everywhere: newspaper, newest day first, page number as people count it; the unknown at the end.
import type { PageSummary } from "../../shared/contract.ts"

const words = new Intl.Collator("zh-CN", { numeric: true })

export const compareWords = words.compare

/** Known values by `compare`, null after them. */
export const nullLast =
  <T>(compare: (a: T, b: T) => number) =>
  (a: T | null, b: T | null): number =>
    a === null || b === null ? Number(a === null) - Number(b === null) : compare(a, b)

const digits = "〇一二三四五六七八九"

/** 十二 is 12; null for what is no number below a hundred. */
function hanNumber(text: string): number | null {
  const found = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text)
  const [, tens, ten, ones] = found ?? []
  if (!found || !text || (!ten && tens && ones)) return null
  const value = (digit: string | undefined) => (digit ? digits.indexOf(digit) : 0)
  return ten ? (value(tens) || 1) * 10 + value(ones) : value(tens)
}

interface Counted {
  /** The letters of the part of the paper, mostly none. */
  part: string
  number: number
  rest: string
}

/** `第10版` is 10, `A05` is 5 of A; a number without digits and Han numerals counts as infinite. */
function counted(printed: string): Counted {
  const text = printed.normalize("NFKC").replace(/\s/g, "").replace(/^第/, "").replace(/版$/, "")
  const [, part = "", number, rest = ""] = /^(\p{L}*)[-.·]?(\d+)(.*)$/u.exec(text) ?? []
  if (number !== undefined) return { part, number: Number(number), rest }
  const han = text === "头" ? 1 : hanNumber(text)
  return { part: "", number: han ?? Number.POSITIVE_INFINITY, rest: han === null ? text : "" }
}

const unnumbered = ({ number }: Counted): number => Number(number === Number.POSITIVE_INFINITY)

/** Plain numbers first, then each part of the paper by its own numbers, words last: 02, 第10版, A2, A10, B1, 中缝. */
export function comparePageNumbers(a: string, b: string): number {
  const [one, two] = [counted(a), counted(b)]
  return (
    unnumbered(one) - unnumbered(two) ||
    words.compare(one.part, two.part) ||
    byNumber(one.number, two.number) ||
    words.compare(one.rest, two.rest)
  )
}

const byNumber = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

const byName = nullLast(words.compare)
const byPageNumber = nullLast(comparePageNumbers)
const byDay = nullLast<string>((a, b) => (a < b ? 1 : a > b ? -1 : 0))

const comparePages = (a: PageSummary, b: PageSummary): number =>
  byName(a.newspaper, b.newspaper) ||
  byDay(a.date, b.date) ||
  byPageNumber(a.pageNumber, b.pageNumber) ||
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
