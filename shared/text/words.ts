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

/** Two characters as one number; those beyond the basic plane are in no pair. */
const pairOf = (left: number, right: number): number => (left << 16) | right

const beyond = (code: number): boolean => code >= 0xd800 && code < 0xe000

/**
 * How often every character is met, and how often it and every pair stand in a word of two to six characters that is
 * used at all.
 */
class Counts {
  readonly pairs = new Map<number, number>()
  readonly alone = new Uint32Array(0x10000)
  readonly met = new Uint32Array(0x10000)
  all = 0
  every = 0

  add(word: string, times: number) {
    if (!(times > 0)) return
    for (let i = 0; i < word.length; i++) this.met[word.charCodeAt(i)]! += times
    this.every += times * word.length
    if (word.length < 2 || word.length > 6 || times < 3) return
    for (let i = 0, before = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      if (beyond(code)) return
      this.alone[code]! += times
      if (i) this.pairs.set(pairOf(before, code), (this.pairs.get(pairOf(before, code)) ?? 0) + times)
      before = code
    }
    this.all += times
  }
}

/** Reads a list of lines `word frequency tag`, as jieba's dictionary has them. */
export function readWords(list: string, source: string): Words {
  const counts = new Counts()
  // Not taken apart into lines: there are hundreds of thousands of them.
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = list.indexOf("\n", start)
    const space = list.indexOf(" ", start)
    if (space < 0) break
    counts.add(list.slice(start, space), Number.parseInt(list.slice(space + 1, space + 12), 10))
  }
  return {
    source,
    binds: (left, right) => binding(counts, left, right),
    commonness: (char) => Math.log(((counts.met[char.charCodeAt(0)] ?? 0) + 3) / (counts.every + 3)),
  }
}

function binding({ pairs, alone, all }: Counts, left: string, right: string): number {
  const [a, b] = [[...left].at(-1) ?? "", [...right][0] ?? ""]
  if (!isHan(a) || !isHan(b) || a.length > 1 || b.length > 1) return 0
  const [one, other] = [alone[a.charCodeAt(0)], alone[b.charCodeAt(0)]]
  if (!one || !other) return 0
  const together = pairs.get(pairOf(a.charCodeAt(0), b.charCodeAt(0)))
  if (!together) return unseen
  return Math.max(unseen, Math.min(3.5, 0.45 * Math.log((together * all) / (one * other)) + 0.6))
}
