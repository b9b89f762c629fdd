// ASCII quotes in Chinese become “ ” and ‘ ’, where they pair up inside the line.
import type { Edit, Rule } from "../edit.ts"
import { isHan } from "../han.ts"

interface Kind {
  ascii: string
  open: string
  close: string
}

const kinds: Kind[] = [
  { ascii: '"＂〝〞〟', open: "“", close: "”" },
  { ascii: "'＇", open: "‘", close: "’" },
]

const edit = (at: number, insert: string): Edit => ({ from: at, to: at + 1, insert, rule: "quote" })

/** An apostrophe stands inside a Latin word or after a number. */
const apostrophe = (chars: string[], at: number): boolean =>
  chars[at] === "'" && /[A-Za-z\d]/.test(chars[at - 1] ?? "") && !isHan(chars[at + 1] ?? "")

/**
 * Whether `from` can open and `to` close a quotation in Chinese. A quote after the end of a sentence may as well close
 * what began in an earlier line, so that one does not count.
 */
function quotes(chars: string[], from: number, to: number, nested: boolean): boolean {
  const [before = "", first = "", last = "", after = ""] = [
    chars[from - 1],
    chars[from + 1],
    chars[to - 1],
    chars[to + 1],
  ]
  if (to - from < 2 || /[\s，。、；：！？,;:!?”’）)]/u.test(first) || /[\s，：,:（(“‘]/u.test(last)) return false
  if (/[。！？!?…”]/u.test(before) && !nested) return false
  const inside = chars.slice(from + 1, to)
  return inside.some(isHan) || isHan(before) || isHan(after) || /[：，]/u.test(before)
}

function pair(chars: string[], { ascii, open, close }: Kind): Edit[] {
  const marks = chars.flatMap((char, at) =>
    (ascii + open + close).includes(char) && !apostrophe(chars, at) ? [at] : [],
  )
  const plain = marks.filter((at) => ascii.includes(chars[at] ?? ""))
  if (!plain.length) return []
  const edits: Edit[] = []
  for (let i = 0; i < marks.length; i++) {
    const [from = 0, to] = [marks[i], marks[i + 1]]
    const char = chars[from] ?? ""
    if (char === close) continue
    // One that finds no partner makes all that follow doubtful.
    if (to === undefined || chars[to] === open || !quotes(chars, from, to, i > 0)) return char === open ? edits : []
    if (char !== open) edits.push(edit(from, open))
    if (chars[to] !== close) edits.push(edit(to, close))
    i++
  }
  return edits
}

export const quoteMarks: Rule = {
  id: "quote",
  propose(text) {
    if (!/["＂〝〞〟'＇]/u.test(text)) return []
    const chars = [...text]
    return kinds.flatMap((kind) => pair(chars, kind))
  },
}
