// Full and half width by context: digits and Latin letters are half width, marks after Han are full width.
import { patternRule, type Rule } from "../edit.ts"

/** `２０２６` → `2026`, `ＡＩ` → `AI`; percent signs and the point inside a number go with them. */
export const halfWidth: Rule = patternRule(
  "half-width",
  /[０-９Ａ-Ｚａ-ｚ％]|(?<=[0-9０-９])．(?=[0-9０-９])/gu,
  (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0),
)

const full: Record<string, string> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" }

/** A half-width mark in Chinese: `今年,全市` → `今年，全市`; between digits it stays. */
export const fullWidthMarks: Rule = patternRule(
  "full-width-mark",
  /(?<=[\p{Script=Han}”’》）\d%])[,;:?!](?=[\p{Script=Han}“‘《（”’]|$)|\((?=\p{Script=Han})|(?<=\p{Script=Han})\)/gu,
  (char) => full[char] ?? null,
)
