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

/** What each paragraph says, and what every term weighs. */
interface Page {
  said: Set<string>[]
  weights: Terms
  /** Numbers of the paragraphs that have a term. */
  places: Map<string, number[]>
}

function readPage(paragraphs: string[]): Page {
  const said = paragraphs.map(termsOf)
  const places = new Map<string, number[]>()
  said.forEach((terms, k) => {
    for (const term of terms) {
      const known = places.get(term)
      if (known) known.push(k)
      else places.set(term, [k])
    }
  })
  const weight = (term: string, often: number) =>
    (term.length === 1 ? single : 1) * Math.max(0, Math.log((paragraphs.length + 1) / (often + 0.5)))
  return { said, places, weights: new Map([...places].map(([term, { length }]) => [term, weight(term, length)])) }
}

/** How alike what is said is in the paragraphs before `k` and from `k` on. */
function cohesionAt(k: number, { said, weights }: Page): number {
  /** Terms of a few paragraphs together. */
  const together = (from: number, to: number): Terms => {
    const out: Terms = new Map()
    for (const terms of said.slice(Math.max(0, from), to))
      for (const term of terms) out.set(term, weights.get(term) ?? 0)
    return out
  }
  const norm = (terms: Terms) => {
    let sum = 0
    for (const value of terms.values()) sum += value * value
    return Math.sqrt(sum) || 1
  }
  const [before, after] = [together(k - 3, k), together(k, k + 3)]
  let sum = 0
  for (const [term, value] of before) if (after.has(term)) sum += value * value
  return sum / norm(before) / norm(after)
}

/** Keeps what was found out about a text: the same titles are asked about again and again. */
function remembering<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text) ?? find(text)
    known.set(text, found)
    return found
  }
}

export function listen(paragraphs: string[]): Speech {
  const page = readPage(paragraphs)
  /** How much each paragraph shares with a text. */
  const sharing = remembering((text) => {
    const out = paragraphs.map(() => 0)
    for (const term of termsOf(text))
      for (const k of page.places.get(term) ?? []) out[k]! += page.weights.get(term) ?? 0
    return out
  })
  const cohesion = paragraphs.map((_, k) => cohesionAt(k, page))
  return {
    shared: (text, k) => sharing(text)[k] ?? 0,
    apart(a, b) {
      const [of, and] = [sharing(a), sharing(b)]
      const [top, other] = [Math.max(0, ...of), Math.max(0, ...and)]
      const [at, there] = [of.indexOf(top), and.indexOf(other)]
      return Math.min(top, other) > loud && (and[at] ?? 0) < 0.4 * other && (of[there] ?? 0) < 0.4 * top
    },
    cohesion: (k) => cohesion[k] ?? 0,
    direction: remembering((text) => {
      const bare = sharing(text)
      const smooth = bare.map((_, k) =>
        [0.4, 0.7, 1, 0.7, 0.4].reduce((sum, share, d) => sum + share * (bare[k + d - 2] ?? 0), 0),
      )
      const length = Math.sqrt(dot(smooth, smooth)) || 1
      return smooth.map((value) => value / length)
    }),
  }
}
