// Double quotation marks stand outside, single ones inside. A recognizer looks at each by itself and takes one for the other;
// what else it thought of says which it is where the line itself shows that the first choice cannot be; the width of the ink, two
// strokes or one, says it in the end.
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

const double: Record<string, string> = { "‘": "“", "’": "”" }
/** Ink of a single mark is narrower, that of a double one wider, in ems: measured over nine faces and sizes. */
const widestSingle = 0.23
const narrowestDouble = 0.27
/** What the ink shows is rather sure. */
const shown = 0.95
/** Half of a double mark may be taken for a part of its neighbour: that its ink is narrow is no more than a hint. */
const leastHinted = 0.005
const leastShown = 0.0005

/** The glyph as the width of its ink says; `em` in pixels. */
export function quoteByInk(glyph: Glyph, em: number): Glyph {
  const width = (glyph.box[2] - glyph.box[0]) / em
  const text = width < widestSingle ? single[glyph.text] : width > narrowestDouble ? double[glyph.text] : undefined
  const known = glyph.candidates.find((one) => one.text === text)
  if (!known || known.score < (width < widestSingle ? leastHinted : leastShown)) return glyph
  const score = Math.max(shown, known.score)
  return { ...glyph, text: known.text, score, candidates: [known, ...glyph.candidates.filter((one) => one !== known)] }
}
