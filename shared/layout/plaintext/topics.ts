// Which paragraphs a line speaks of: how much likelier its words are in them than on the page as a whole (query likelihood
// with Jelinek-Mercer smoothing, Zhai and Lafferty 2001), over pairs of neighbouring characters and, for less, single ones.
import { isHan, letterSpaced } from "../../text/han.ts"

/** Log odds that what was asked about speaks of paragraphs `from` up to, but not, `to`, rather than of anything. */
export type Spoken = (from: number, to: number) => number
export type Topics = (text: string) => Spoken

/** Share of an article's own words in what is said of it. */
const own = 0.4
const weightOf = (term: string): number => (term.length === 1 ? 0.25 : 0.8)
/** What a term that the article does not have speaks against it. */
const absent = -0.03

const isWord = (char: string): boolean => isHan(char) || /[0-9A-Za-z]/.test(char)

/** Characters and pairs of them, as often as they stand there. */
function termsOf(text: string): string[] {
  const parts = text.trim().split(/\s+/u)
  const words = letterSpaced.test(text) ? [parts.join("")] : parts
  const out: string[] = []
  for (const word of words) {
    const chars = [...word]
    for (const [i, char] of chars.entries()) {
      const next = chars[i + 1]
      if (isHan(char)) out.push(char)
      if (next !== undefined && isWord(char) && isWord(next)) out.push(char + next)
    }
  }
  return out
}

/** Sums of all values before each place. */
function sums(values: number[]): Int32Array {
  let sum = 0
  return Int32Array.from([0, ...values.map((value) => (sum += value))])
}

/** For every term the paragraphs that it stands in, each as often as it does. */
function placesOf(terms: string[][]): Map<string, number[]> {
  const out = new Map<string, number[]>()
  terms.forEach((list, k) => {
    for (const term of list) {
      const places = out.get(term)
      if (places) places.push(k)
      else out.set(term, [k])
    }
  })
  return out
}

/** Of an article's paragraphs the first, where news say what they are, counts twice. */
export function topicsOf(paragraphs: string[]): Topics {
  const terms = paragraphs.map(termsOf)
  const places = placesOf(terms)
  const lengths = sums(terms.map((list) => list.length))
  const all = lengths.at(-1) ?? 0
  const within = (before: Int32Array, from: number, to: number) =>
    (before[to] ?? 0) - 2 * (before[from] ?? 0) + (before[from + 1] ?? 0)
  const ask = (text: string): Spoken => {
    const said = [...new Set(termsOf(text))].map((term) => {
      const counts = paragraphs.map(() => 0)
      for (const k of places.get(term) ?? []) counts[k]!++
      const before = sums(counts)
      return { weight: weightOf(term), before, usual: ((before.at(-1) ?? 0) + 0.5) / Math.max(1, all) }
    })
    return (from, to) => {
      const length = within(lengths, from, to)
      let sum = 0
      for (const { weight, before, usual } of said) {
        const times = within(before, from, to)
        sum += weight * (times ? Math.log(1 - own + (own * times) / length / usual) : absent)
      }
      return sum
    }
  }
  const asked = new Map<string, Spoken>()
  return (text) => {
    const known = asked.get(text) ?? ask(text)
    asked.set(text, known)
    return known
  }
}
