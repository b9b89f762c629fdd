// What a word list tells of two characters that stand side by side: whether one word goes over both. Measured as pointwise
// mutual information (Church and Hanks 1990) of neighbours inside words, each word counting as often as it is used.
import { isHan } from "./han.ts"

export interface Words {
  /** Name and version of the list: what was decided with it says so. */
  readonly source: string
  /** Log odds that `right` goes on from `left` rather than standing beside it by chance; 0 where the list cannot tell. */
  binds(left: string, right: string): number
}

/** A list that knows no word. */
export const noWords: Words = { source: "none", binds: () => 0 }

/** What it says for a word that goes on when the neighbours never stand so in any word. */
const unseen = -0.5

/** Reads a list of lines `word frequency tag`, as jieba's dictionary has them. */
export function readWords(list: string, source: string): Words {
  const pairs = new Map<string, number>()
  const alone = new Map<string, number>()
  let all = 0
  for (const line of list.split("\n")) {
    const [word = "", times = ""] = line.split(" ")
    const count = Number(times)
    const chars = [...word]
    if (chars.length < 2 || chars.length > 6 || count < 3) continue
    for (let i = 0; i < chars.length; i++) {
      const char = chars[i] as string
      alone.set(char, (alone.get(char) ?? 0) + count)
      if (i) pairs.set((chars[i - 1] as string) + char, (pairs.get((chars[i - 1] as string) + char) ?? 0) + count)
    }
    all += count
  }
  return {
    source,
    binds(left, right) {
      const [a, b] = [[...left].at(-1) ?? "", [...right][0] ?? ""]
      if (!isHan(a) || !isHan(b)) return 0
      const together = pairs.get(a + b)
      const [one, other] = [alone.get(a), alone.get(b)]
      if (!one || !other) return 0
      if (!together) return unseen
      return Math.max(unseen, Math.min(3.5, 0.45 * Math.log((together * all) / (one * other)) + 0.6))
    },
  }
}
