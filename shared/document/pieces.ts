// Stretches of printed lines on their way into the document: cut and joined as read, cleaned at the very end.
import type { Mark } from "prosemirror-model"
import type { Joining } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import type { LineEdit } from "../model/seam.ts"
import { applyEdits, codePoints, type Setting } from "../text/edit.ts"
import { proposeEdits } from "../text/rules/all.ts"
import { schema } from "./schema.ts"

/** Code points `from` to `to` of a line. */
export interface Stretch {
  line: Line
  from: number
  to: number
}

export const wholeLine = (line: Line): Stretch => ({ line, from: 0, to: codePoints(line.text) })

const rawText = ({ line, from, to }: Stretch): string =>
  from === 0 && to >= line.text.length ? line.text : [...line.text].slice(from, to).join("")

/** The text of stretches as read, ends of lines trimmed; `at` maps its code units back to a stretch and code point. */
export function textOf(stretches: Stretch[]): { text: string; at: { stretch: number; point: number }[] } {
  let text = ""
  const at: { stretch: number; point: number }[] = []
  stretches.forEach((stretch, index) => {
    const raw = rawText(stretch)
    const lead = raw.length - raw.trimStart().length
    let point = stretch.from + codePoints(raw.slice(0, lead))
    for (const char of raw.trim()) {
      for (let unit = 0; unit < char.length; unit++) at.push({ stretch: index, point })
      text += char
      point++
    }
  })
  return { text, at }
}

/** Cuts stretches in two at code unit `offset` of their text. */
export function cutAt(stretches: Stretch[], offset: number): [Stretch[], Stretch[]] {
  const { at } = textOf(stretches)
  const place = at[offset]
  const cut = place ? stretches[place.stretch] : undefined
  if (!place || !cut) return offset <= 0 ? [[], stretches] : [stretches, []]
  const left = { ...cut, to: place.point }
  const right = { ...cut, from: place.point }
  return [
    [...stretches.slice(0, place.stretch), left].filter((one) => one.to > one.from),
    [right, ...stretches.slice(place.stretch + 1)].filter((one) => one.to > one.from),
  ]
}

/** What a stretch says once cleaned and joined to the next one, and the edits that led there. */
export function cleaned(stretch: Stretch, setting: Setting, join: Joining): { text: string; edits: LineEdit[] } {
  const raw = rawText(stretch)
  const edits = proposeEdits(raw, setting)
  if (join === "drop-hyphen") {
    const end = codePoints(raw.trimEnd())
    edits.push({ from: end - 1, to: end, insert: "", rule: "drop-hyphen" })
  }
  const ordered = edits.sort((a, b) => a.from - b.from)
  const joint = join === "join-space" ? " " : join === "break" ? "\n" : ""
  const { line, from } = stretch
  return {
    text: raw ? applyEdits(raw, ordered) + joint : "",
    edits: ordered.map((edit) => ({ line: line.id, ...edit, from: edit.from + from, to: edit.to + from })),
  }
}

export const lineMark = (id: LineId): Mark => schema.mark("line", { id })
