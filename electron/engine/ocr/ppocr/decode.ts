// Connectionist temporal classification (Graves et al. 2006), read greedily: at every time step the likeliest class; the same
// class in steps side by side is one glyph, the blank stands between. What else each glyph might be is kept.
import type { Candidate } from "../../../../shared/model/recognition.ts"
import { blank } from "./letters.ts"
import type { Output } from "./session.ts"

export interface DecodedGlyph {
  text: string
  /** Of the step at which it is likeliest. */
  score: number
  /** Middle of its steps, 0 to 1 along its picture. */
  at: number
  /** The likeliest first, itself among them; the blank is none. */
  candidates: Candidate[]
}

export interface Decoded {
  glyphs: DecodedGlyph[]
  /** Indexes of the glyphs before which a space was read, and of the first. */
  starts: Set<number>
}

const mostCandidates = 5

/** `stretch`: how many times longer than the picture the steps are, for pictures are made a little wider. */
export function decodePicture(output: Output, letters: string[], stretch: number): Decoded {
  const decoded: Decoded = { glyphs: [], starts: new Set([0]) }
  const classes = Array.from({ length: output.steps }, (_, step) => likeliest(output, step * output.classes))
  for (let step = 0; step < output.steps; step++) {
    const found = classes[step]!
    const first = step
    while (classes[step + 1] === found) step++
    if (found === blank) continue
    if (!letters[found]!.trim()) decoded.starts.add(decoded.glyphs.length)
    else {
      const at = (stretch * ((first + step) / 2 + 0.5)) / output.steps
      const row = peak(output, first, step, found) * output.classes
      decoded.glyphs.push({ at, ...readingOf(output, row, found, letters) })
    }
  }
  return decoded
}

function likeliest({ data, classes }: Output, row: number): number {
  let [best, most] = [0, data[row]!]
  for (let i = 1; i < classes; i++) if (data[row + i]! > most) [best, most] = [i, data[row + i]!]
  return best
}

/** The step from `first` to `last` at which `found` is likeliest. */
function peak({ data, classes }: Output, first: number, last: number, found: number): number {
  let best = first
  for (let step = first; step <= last; step++)
    if (data[step * classes + found]! > data[best * classes + found]!) best = step
  return best
}

const readingOf = (output: Output, row: number, found: number, letters: string[]) => ({
  text: letters[found]!,
  score: Math.min(1, output.data[row + found]!),
  candidates: ranked(output, row, letters),
})

function ranked({ data, classes }: Output, row: number, letters: string[]): Candidate[] {
  const best: Candidate[] = []
  // Looked at for every class of every glyph: nearly all are less than this.
  let least = -1
  for (let i = 1; i < classes; i++) {
    const score = data[row + i]!
    if (score <= least || !letters[i]!.trim()) continue
    const place = best.findIndex((other) => other.score < score)
    best.splice(place < 0 ? best.length : place, 0, { text: letters[i]!, score: Math.min(1, score) })
    best.length = Math.min(best.length, mostCandidates)
    if (best.length === mostCandidates) least = best.at(-1)!.score
  }
  return best
}
