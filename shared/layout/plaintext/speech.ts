// Of what a text speaks: pairs of neighbouring characters, and single ones for less, rare ones counting most (inverse
// document frequency, Spärck Jones 1972, over the paragraphs of the page).
import { isHan } from "../../text/han.ts"
import { bigrams } from "../words.ts"

/** Weights of what a text says. */
type Terms = Map<string, number>

export interface Speech {
  /** How much `text` and paragraph `k` say the same. */
  shared(text: string, k: number): number
  /** Whether two texts speak loudly, and of other paragraphs than one another. */
  apart(a: string, b: string): boolean
  /** How alike what is said is in the paragraphs before `k` and from `k` on, 0 to 1. */
  cohesion(k: number): number
  /** For each paragraph how much it, and those around it, share with `text`; a direction, of length one. */
  direction(text: string): number[]
}

const single = 0.22
/** About two rare pairs of characters in one paragraph. */
const loud = 6

function termsOf(text: string): Set<string> {
  const out = bigrams(text)
  for (const char of text) if (isHan(char)) out.add(char)
  return out
}

const dot = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

/** The cosine of the angle between two directions. */
export const likeness = (a: number[], b: number[]): number => dot(a, b)

export function listen(paragraphs: string[]): Speech {
  const said = paragraphs.map(termsOf)
  const frequency = new Map<string, number>()
  for (const set of said) for (const term of set) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const weight = (term: string) =>
    (term.length === 1 ? single : 1) *
    Math.max(0, Math.log((paragraphs.length + 1) / ((frequency.get(term) ?? 0.5) + 0.5)))
  // The same titles are held against every paragraph.
  const heard = new Map<string, Set<string>>()
  const termsIn = (text: string): Set<string> => {
    const terms = heard.get(text) ?? termsOf(text)
    heard.set(text, terms)
    return terms
  }
  const shared = (text: string, k: number) => {
    let sum = 0
    for (const term of termsIn(text)) if (said[k]?.has(term)) sum += weight(term)
    return sum
  }
  /** Terms of a few paragraphs together. */
  const together = (from: number, to: number): Terms => {
    const out: Terms = new Map()
    for (let k = Math.max(0, from); k < Math.min(said.length, to); k++)
      for (const term of said[k] ?? []) out.set(term, weight(term))
    return out
  }
  const norm = (terms: Terms) => Math.sqrt([...terms.values()].reduce((sum, value) => sum + value * value, 0)) || 1
  const directions = new Map<string, number[]>()
  return {
    shared,
    apart(a, b) {
      const [of, and] = [a, b].map((text) => paragraphs.map((_, k) => shared(text, k))) as [number[], number[]]
      const [top, other] = [Math.max(0, ...of), Math.max(0, ...and)]
      const [at, there] = [of.indexOf(top), and.indexOf(other)]
      return Math.min(top, other) > loud && (and[at] ?? 0) < 0.4 * other && (of[there] ?? 0) < 0.4 * top
    },
    cohesion(k) {
      const [before, after] = [together(k - 3, k), together(k, k + 3)]
      let sum = 0
      for (const [term, value] of before) if (after.has(term)) sum += value * value
      return sum / norm(before) / norm(after)
    },
    direction(text) {
      const known = directions.get(text)
      if (known) return known
      const bare = paragraphs.map((_, k) => shared(text, k))
      const smooth = bare.map((_, k) =>
        [0.4, 0.7, 1, 0.7, 0.4].reduce((sum, share, d) => sum + share * (bare[k + d - 2] ?? 0), 0),
      )
      const length = Math.sqrt(dot(smooth, smooth)) || 1
      const found = smooth.map((value) => value / length)
      directions.set(text, found)
      return found
    },
  }
}
