// Of what a text speaks: pairs of neighbouring characters, and single ones for less, rare ones counting most (inverse
// document frequency, Spärck Jones 1972, over the paragraphs of the page).
import { isHan } from "../../text/han.ts"
import { bigrams } from "../words.ts"

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

/** What each paragraph says, as numbers of terms. */
interface Page {
  said: number[][]
  numbers: Map<string, number>
  /** Of every term: what it weighs, and the paragraphs that have it. */
  weights: number[]
  places: number[][]
}

function readPage(paragraphs: string[]): Page {
  const numbers = new Map<string, number>()
  const places: number[][] = []
  const said = paragraphs.map((text, k) =>
    Array.from(termsOf(text), (term) => {
      const number = numbers.get(term) ?? places.push([]) - 1
      numbers.set(term, number)
      places[number]?.push(k)
      return number
    }),
  )
  const weights = Array.from(
    numbers.keys(),
    (term, number) =>
      (term.length === 1 ? single : 1) *
      Math.max(0, Math.log((paragraphs.length + 1) / ((places[number]?.length ?? 0) + 0.5))),
  )
  return { said, numbers, weights, places }
}

/** For each paragraph how alike what is said is in the three before it and in the three from it on. */
function cohesions({ said, weights }: Page): number[] {
  const few = 3
  const squares = weights.map((weight) => weight * weight)
  const norm = (terms: Set<number>) => {
    let sum = 0
    for (const term of terms) sum += squares[term] ?? 0
    return Math.sqrt(sum) || 1
  }
  const spoken = Array.from({ length: said.length + few }, (_, k) => {
    const terms = new Set(said.slice(Math.max(0, k - few), k).flat())
    return { terms, norm: norm(terms) }
  })
  return said.map((_, k) => {
    const [before, after] = [spoken[k]!, spoken[k + few]!]
    let sum = 0
    for (const term of before.terms) if (after.terms.has(term)) sum += squares[term] ?? 0
    return sum / before.norm / after.norm
  })
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
    for (const term of termsOf(text)) {
      const number = page.numbers.get(term)
      if (number !== undefined) for (const k of page.places[number]!) out[k]! += page.weights[number]!
    }
    return out
  })
  const cohesion = cohesions(page)
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
