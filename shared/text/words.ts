// What a word list tells of two characters that stand side by side: whether one word goes over both. Measured as pointwise
// mutual information (Church and Hanks 1990) of neighbours inside words, each word counting as often as it is used.
import { isHan } from "./han.ts"

export interface Words {
  /** Name and version of the list: what was decided with it says so. */
  readonly source: string
  /** Log odds that `right` goes on from `left` rather than standing beside it by chance; 0 where the list cannot tell. */
  binds(left: string, right: string): number
  /** Natural logarithm of the share that a character has in running text; that of one never met is about -17. */
  commonness(char: string): number
}

/** A list that knows no word. */
export const noWords: Words = { source: "none", binds: () => 0, commonness: () => 0 }

/** What it says for a word that goes on when the neighbours never stand so in any word. */
const unseen = -0.5

const space = 0x20
const feed = 0x0a

/** Reads a list of lines `word frequency tag`, as jieba's dictionary has them. */
export function readWords(list: string, source: string): Words {
  const pairs = new Map<number, number>()
  const [alone, met] = [new Float64Array(0x10000), new Float64Array(0x10000)]
  let [all, every] = [0, 0]
  for (const [start, end, count] of entries(list)) {
    for (let i = start; i < end; i++) met[list.charCodeAt(i)]! += count
    every += count * (end - start)
    if (end - start < 2 || end - start > 6 || count < 3) continue
    for (let i = start; i < end; i++) {
      alone[list.charCodeAt(i)]! += count
      if (i === start) continue
      const pair = pairOf(list.charCodeAt(i - 1), list.charCodeAt(i))
      pairs.set(pair, (pairs.get(pair) ?? 0) + count)
    }
    all += count
  }
  return {
    source,
    binds(left, right) {
      const [a, b] = [[...left].at(-1) ?? "", [...right][0] ?? ""]
      if (!isHan(a) || !isHan(b)) return 0
      const [one, other] = [alone[a.charCodeAt(0)], alone[b.charCodeAt(0)]]
      if (!one || !other) return 0
      const together = pairs.get(pairOf(a.charCodeAt(0), b.charCodeAt(0)))
      if (!together) return unseen
      return Math.max(unseen, Math.min(3.5, 0.45 * Math.log((together * all) / (one * other)) + 0.6))
    },
    commonness: (char) => Math.log(((met[char.charCodeAt(0)] ?? 0) + 3) / (every + 3)),
  }
}

/** Where each word begins and ends, and how often it is met; without cutting the list up, for it is long. */
function* entries(list: string): Generator<[start: number, end: number, count: number]> {
  for (let at = 0; at < list.length; at++) {
    const start = at
    while (at < list.length && list.charCodeAt(at) !== space && list.charCodeAt(at) !== feed) at++
    const end = at
    let count = 0
    while (++at < list.length && isDigit(list.charCodeAt(at))) count = 10 * count + list.charCodeAt(at) - 0x30
    while (at < list.length && list.charCodeAt(at) !== feed) at++
    yield [start, end, count]
  }
}

/** Characters outside the first plane are in no word of a list: their halves count as any other. */
const pairOf = (left: number, right: number): number => left * 0x10000 + right

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
