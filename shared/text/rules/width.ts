// Full and half width by context: digits and Latin letters are half width, marks in Chinese are full width.
import { type Edit, patternRule, type Rule } from "../edit.ts"
import { isHan } from "../han.ts"

const shifted = (char: string, by: number): string => String.fromCodePoint((char.codePointAt(0) ?? 0) + by)

/** `２０２６` → `2026`, `ＡＩ` → `AI`; percent signs, the point inside a number and marks of Latin text go with them. */
export const halfWidth: Rule = patternRule(
  "half-width",
  /[０-９Ａ-Ｚａ-ｚ％]|(?<=[0-9０-９])．(?=[0-9０-９])|(?<=[A-Za-zＡ-Ｚａ-ｚ0-9０-９])[＠＿](?=[A-Za-zＡ-Ｚａ-ｚ])/gu,
  (char) => shifted(char, -0xfee0),
)

/** `1，200` → `1,200` and `9：30` → `9:30`: a comma before thousands, a colon inside a time. */
export const numberMarks: Rule = patternRule(
  "number-mark",
  /(?<=(?<!\d)\d{1,3}(?:[,，]\d{3}){0,4})，(?=\d{3}(?!\d))|(?<=(?<!\d)(?:[01]?\d|2[0-3]))：(?=[0-5]\d(?!\d))/gu,
  (char) => shifted(char, -0xfee0),
)

/** Half-width Katakana-block marks and small forms: `｡` → `。`, `﹐` → `，`. */
const odd: Record<string, string> = {
  "｡": "。",
  "､": "、",
  "｢": "「",
  "｣": "」",
  "﹐": "，",
  "﹑": "、",
  "﹔": "；",
  "﹕": "：",
  "﹖": "？",
  "﹗": "！",
  "﹙": "（",
  "﹚": "）",
}
export const oddMarks: Rule = patternRule("odd-mark", /[｡､｢｣﹐﹑﹔﹕﹖﹗﹙﹚]/gu, (char) => odd[char] ?? null)

const wide = /[\p{Script=Han}〇、。，；：？！“”‘’（）《》〈〉【】「」『』…—]/u

/** The nearest character that is no space, at most a few spaces away. */
function beside(chars: string[], at: number, step: 1 | -1): string {
  for (let i = at + step, n = 0; n < 3; i += step, n++) if (!/^\s$/u.test(chars[i] ?? "")) return chars[i] ?? ""
  return ""
}

/** Whether the mark between two characters stands in Chinese, not inside a number, an address or Latin text. */
function inChinese(mark: string, before: string, after: string): boolean {
  if (!before) return false
  if (wide.test(before) || before === "%") return after === "" || wide.test(after) || /[\dA-Za-z"']/.test(after)
  // `:` after Latin letters may begin an address; at a line's end a number may go on in the next.
  return /[\dA-Za-z"')]/.test(before) && isHan(after) && !(mark === ":" && /\d/.test(before))
}

/** A half-width mark in Chinese: `今年,全市` → `今年，全市`; between digits and in Latin text it stays. */
export const fullWidthMarks: Rule = {
  id: "full-width-mark",
  propose(text) {
    if (!/[,;:?!]/.test(text)) return []
    const chars = [...text]
    return chars.flatMap((char, at) => {
      if (!",;:?!".includes(char)) return []
      if (!inChinese(char, beside(chars, at, -1), beside(chars, at, 1))) return []
      return [{ from: at, to: at + 1, insert: shifted(char, 0xfee0), rule: "full-width-mark" }]
    })
  },
}

/** Round brackets are full width where they hold Chinese or follow it; both of a pair alike. */
export const fullWidthBrackets: Rule = {
  id: "full-width-bracket",
  propose(text) {
    if (!/[()]/.test(text)) return []
    const chars = [...text]
    const edits: Edit[] = []
    const widen = (at: number) => {
      const char = chars[at] ?? ""
      if (char === "(" || char === ")")
        edits.push({ from: at, to: at + 1, insert: char === "(" ? "（" : "）", rule: "full-width-bracket" })
    }
    const open: { at: number; han: number }[] = []
    let han = 0
    chars.forEach((char, at) => {
      if (isHan(char)) han++
      if (char === "(" || char === "（") open.push({ at, han })
      if (char !== ")" && char !== "）") return
      const begun = open.pop()
      const chinese = begun
        ? han > begun.han || wide.test(chars[begun.at - 1] ?? "") || char === "）" || chars[begun.at] === "（"
        : wide.test(chars[at - 1] ?? "")
      if (!chinese) return
      if (begun) widen(begun.at)
      widen(at)
    })
    for (const { at } of open) if (isHan(chars[at + 1] ?? "")) widen(at)
    return edits
  },
}
