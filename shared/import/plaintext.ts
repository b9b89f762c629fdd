// A page as text extraction delivers it: printed lines, one a line, blank lines between some of them.
import type { Line, Recognition } from "../model/recognition.ts"
import { printable } from "../text/printable.ts"

/** Lines in the order of the file. Ids count from 1; `gap` keeps the blank lines, form feeds are white space. */
export function readPlaintext(text: string): Recognition {
  const lines: Line[] = []
  let gap = 0
  for (const raw of text.replace(/^\ufeff/, "").split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/u)) {
    if (!raw.trim()) {
      gap++
      continue
    }
    lines.push({
      id: `l${lines.length + 1}`,
      text: printable(raw),
      box: null,
      direction: "horizontal",
      score: null,
      glyphs: null,
      gap,
    })
    gap = 0
  }
  return { engine: { name: "text", version: "1" }, width: null, height: null, lines, shapes: [] }
}
