// Double quotation marks stand outside, single ones inside. A recognizer looks at each by itself and takes one for the other;
// what else it thought of says which it is where the line itself shows that the first choice cannot be.
import type { Glyph } from "../../../shared/model/recognition.ts"

const leastScore = 0.02
const single: Record<string, string> = { "“": "‘", "”": "’" }

/** The line with “ inside of “ read as ‘, and ” that would close ‘ read as ’. */
export function withPairedQuotes(glyphs: Glyph[]): Glyph[] {
  const open: string[] = []
  return glyphs.map((glyph) => {
    const impossible = (glyph.text === "“" && open.includes("“")) || (glyph.text === "”" && open.at(-1) === "‘")
    const other =
      impossible && glyph.candidates.find(({ text, score }) => text === single[glyph.text] && score >= leastScore)
    const read = other ? { ...glyph, text: other.text, score: other.score } : glyph
    if (read.text === "“" || read.text === "‘") open.push(read.text)
    if (read.text === "”" || read.text === "’") open.pop()
    return other ? { ...read, candidates: [other, ...glyph.candidates.filter((each) => each !== other)] } : glyph
  })
}
