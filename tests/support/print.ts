// Prints clean paragraphs as a newspaper would: cut into lines of one measure, first lines indented by two characters,
// columns of so many lines. Characters are full width, so that a line's length is its width in em.
import type { Line, Recognition } from "../../shared/model/recognition.ts"

export interface PrintOptions {
  /** Characters in a full line. */
  measure: number
  /** Lines in a column. */
  depth: number
  /** Pixels of one character. */
  em?: number
}

export interface Cut {
  text: string
  first: boolean
  heading: boolean
}

/** Lines of paragraphs; a paragraph that begins with `#` is a section heading. */
export function cutLines(paragraphs: string[], measure: number): Cut[] {
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.startsWith("#")) return [{ text: paragraph.slice(1), first: false, heading: true }]
    const chars = [...paragraph]
    const lines: Cut[] = []
    for (let at = 0; at < chars.length; ) {
      const room = lines.length ? measure : measure - 2
      lines.push({ text: chars.slice(at, at + room).join(""), first: !lines.length, heading: false })
      at += room
    }
    return lines
  })
}

const lineOf = (id: number, text: string, box: Line["box"]): Line => ({
  id: `l${id}`,
  text,
  box,
  direction: "horizontal",
  score: 1,
  glyphs: null,
  gap: 0,
})

/** A page of one article with boxes: a headline over all columns, then the text. */
export function printPage(
  headline: string,
  paragraphs: string[],
  { measure, depth, em = 40 }: PrintOptions,
): Recognition {
  const cuts = cutLines(paragraphs, measure)
  const columns = Math.ceil(cuts.length / depth)
  const [pitch, gutter] = [em * 1.5, em * 2]
  const left = (column: number) => 200 + column * (measure * em + gutter)
  const lines = cuts.map((cut, i) => {
    const [column, row] = [Math.floor(i / depth), i % depth]
    const width = [...cut.text].length * em
    const indent = cut.heading ? (measure * em - width) / 2 : cut.first ? 2 * em : 0
    const [x, y] = [left(column) + indent, 800 + row * pitch]
    return lineOf(i + 2, cut.text, [x, y, x + width, y + em])
  })
  const wide = [...headline].length * em * 2.2
  const middle = (200 + left(columns) - gutter) / 2
  lines.unshift(lineOf(1, headline, [middle - wide / 2, 600, middle + wide / 2, 600 + em * 2.2]))
  return { engine: { name: "print", version: "1" }, width: 6000, height: 8000, lines, shapes: [] }
}

/** The same lines as text extraction gives them: no boxes, no indents. */
export function printText(headline: string, paragraphs: string[], measure: number): string {
  return [headline, ...cutLines(paragraphs, measure).map((cut) => cut.text)].join("\n\n")
}
