// Which of several texts another one speaks of: shared pairs of characters, those that are rare among the texts
// counting most (inverse document frequency, Spärck Jones 1972).
import { isHan, letterSpaced } from "../text/han.ts"

/** All pairs of neighbouring Han characters or digits of a text; spaces part them unless they part every character. */
export function bigrams(text: string): Set<string> {
  const parts = text.trim().split(/\s+/u)
  const words = parts.some((part) => [...part].length > 1) && !letterSpaced.test(text) ? parts : [parts.join("")]
  const out = new Set<string>()
  for (const word of words) {
    const chars = [...word]
    for (let i = 1; i < chars.length; i++) {
      const [a = "", b = ""] = [chars[i - 1], chars[i]]
      if (tells(a) && tells(b)) out.add(a + b)
    }
  }
  return out
}

const tells = (char: string): boolean => isHan(char) || /[0-9A-Za-z]/.test(char)

/** How much `text` speaks of document `k`: its rare pairs found there, less those found nowhere near. */
export type Affinity = (text: string, k: number) => number

/** Prepares `texts`; the answer grows with the length of what is asked. */
export function affinity(texts: string[]): Affinity {
  const sets = texts.map(bigrams)
  const frequency = new Map<string, number>()
  for (const set of sets) for (const pair of set) frequency.set(pair, (frequency.get(pair) ?? 0) + 1)
  const weight = (pair: string) => Math.log((texts.length + 1) / (frequency.get(pair) ?? 0.7))
  return (text, k) => {
    let sum = 0
    for (const pair of bigrams(text)) sum += sets[k]?.has(pair) ? weight(pair) : -0.12 * weight(pair)
    return sum
  }
}
