// Spaces that typesetting or recognition left. Between Han a space means something only where lines stand alone
// (`智慧工厂 降本增效`, names side by side), and not even there when every character has one (`通　知`).
import { patternRule, type Rule } from "../edit.ts"

const wide = String.raw`[\p{Script=Han}\u3001-\u3011\u2014\u2018-\u201d\u2026\uff01-\uff5e]`

/** Letter-spaced characters are put together again: `清 除 项 目` → `清除项目`. */
export const letterSpacing: Rule = patternRule(
  "letter-spacing",
  new RegExp(String.raw`(?<=${wide})\s+(?=${wide})`, "gu"),
  (_, setting) => (setting === "running" ? "" : null),
)

/** A line that stands alone loses its spaces only where all its characters are set apart. */
export const spacedTitle: Rule = {
  id: "spaced-title",
  propose(text, setting) {
    const parts = text.trim().split(/\s+/u)
    if (setting !== "display" || parts.length < 2 || parts.some((part) => [...part].length > 1)) return []
    return patternRule("spaced-title", /(?<=\S)\s+(?=\S)/gu, () => "").propose(text, setting)
  },
}

/** Thin spaces that extraction leaves around numbers and Latin words inside Chinese: `约 1 微米` → `约1微米`. */
export const mixedSpacing: Rule = patternRule(
  "mixed-spacing",
  new RegExp(String.raw`(?<=${wide})\s+(?=[0-9A-Za-z+\-])|(?<=[0-9A-Za-z%+\-])\s+(?=${wide})`, "gu"),
  (_, setting) => (setting === "running" ? "" : null),
)

/** A number that was pulled apart: `1 000` stays, `28 .6` and `3 ,200` do not. */
export const numberSpacing: Rule = patternRule(
  "number-spacing",
  /(?<=\d)\s+(?=[.,%]\d?)|(?<=\d[.,])\s+(?=\d)/gu,
  () => "",
)

/** White space at the ends of a line. */
export const outerSpace: Rule = patternRule("outer-space", /^\s+|\s+$/gu, () => "")
