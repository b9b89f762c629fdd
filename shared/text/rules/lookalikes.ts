// Marks that recognition or a keyboard put in place of those that look like them: `...` for `……`, `--` for `——`.
import { patternRule, type Rule } from "../edit.ts"
import { spelledForeign } from "../givennames.ts"

/** `…`, `...`, `。。。`, `⋯⋯` → `……`; a longer row of dots leads to a page number and stays. */
export const ellipsis: Rule = patternRule(
  "ellipsis",
  /(?<![….。·⋯])(?:(?<=[\p{Script=Han}“”‘’《》（），。、\d%])(?:…{1,3}|⋯{1,3}|\.{3,6}|。{3,6}|·{3,6})|(?<=^)(?:⋯{2}|\.{6}|。{6}))(?![….。·⋯])/gu,
  () => "……",
)

const dash = "[—―─－–-]"
/** Two strokes are a dash wherever they stand beside Chinese; one stroke may join two places or times. */
export const doubledDash: Rule = patternRule(
  "dash",
  new RegExp(
    `(?<!${dash})(?:(?<=[\\p{Script=Han}“”‘’《》（），。、！？…]|^)(?:--|${dash}{2})(?=[\\p{Script=Han}“‘《（\\dA-Za-z]|$)|(?<=[\\dA-Za-z])(?:--|${dash}{2})(?=[\\p{Script=Han}“‘《]))(?!${dash})|(?<!${dash})---?(?!${dash})(?<=[\\p{Script=Han}]---?)(?=\\p{Script=Han})`,
    "gu",
  ),
  () => "——",
)

const strokes = /[—―─]/gu
/** What stands on both sides of a stroke that joins: times, numbers, places on a line. */
const numeral = /[\d一二三四五六七八九十〇零百千万年月日时点号期级届％%A-Za-z]/u
const route =
  /^\p{Script=Han}{1,6}(?:高铁|高速|铁路|公路|国道|航线|航班|城际|专列|班列|快线|线|段|走廊|输油|输气|输电|航道|方向|区间)/u

/** A single stroke between Han is a dash, unless it joins times or places or is one of several. */
export const singleDash: Rule = {
  id: "dash",
  propose(text, setting) {
    if ((text.match(strokes)?.length ?? 0) !== 1) return []
    return patternRule("dash", /(?<![—―─])[—―─](?![—―─])/gu, (stroke) => {
      const at = text.indexOf(stroke)
      const [before, after] = [text.slice(0, at), text.slice(at + 1)]
      const last = before.at(-1) ?? ""
      if (!before.trim()) return setting === "display" && /^[\p{Script=Han}“《]/u.test(after) ? "——" : null
      if (!/^[\p{Script=Han}”’》）！？]$/u.test(last) || !/^[\p{Script=Han}“‘《]/u.test(after)) return null
      return numeral.test(last) || numeral.test(after[0] ?? "") || route.test(after) ? null : "——"
    }).propose(text, setting)
  },
}

/** `一一记东湖的护鸟人` at the head of a line that stands alone: a dash that was read as two characters. */
export const dashAsOne: Rule = patternRule(
  "dash",
  /^\s*一一(?=(?:记|訪|访|写在|来自|读|评|谈|论|纪念|致|献给|走进|看|从|对|关于|兼|“|《))/gu,
  (match, setting) => (setting === "display" ? match.replace("一一", "——") : null),
)

/** The dot between the parts of a name: `马丁•路德` → `马丁·路德`. */
export const nameDot: Rule = patternRule("name-dot", /(?<=\p{Script=Han})[•‧・∙⋅･](?=\p{Script=Han})/gu, () => "·")

/** A full stop read as a point: `全市.今年` → `全市。今年`; between foreign names it is their dot. */
export const pointInChinese: Rule = {
  id: "point",
  propose(text, setting) {
    return patternRule(
      "point",
      /(?<=\p{Script=Han}{2}|[”）》]\p{Script=Han}?)[.．](?=\p{Script=Han}|[“《]|\s*$)/gu,
      () => "。",
    )
      .propose(text, setting)
      .flatMap((edit) => {
        const chars = [...text.slice(0, 400_000)]
        const sides = (chars[edit.from - 1] ?? "") + (chars[edit.to] ?? "")
        if ([...sides].length === 2 && spelledForeign(sides)) return [{ ...edit, insert: "·" }]
        return setting === "running" ? [edit] : []
      })
  },
}

/** `丶` between Han is the comma of a list. */
export const listComma: Rule = patternRule(
  "list-comma",
  /(?<=[\p{Script=Han}”》）\dA-Za-z])丶(?=[\p{Script=Han}“《（\dA-Za-z])/gu,
  () => "、",
)

/** The zero of a Chinese year: `二O二六年` → `二〇二六年`. */
export const yearZero: Rule = patternRule(
  "year-zero",
  /(?<![一二三四五六七八九〇OＯoｏ○◯0\d])[一二][一二三四五六七八九〇OＯoｏ○◯0]{3}(?=\s?[年—－\-～至])/gu,
  (year) => year.replace(/[OＯoｏ○◯0]/gu, "〇"),
)

/** `1－5`, `010﹣123` → `1-5`, `010-123`; `3~5` → `3～5`. */
export const rangeMarks: Rule = patternRule(
  "range-mark",
  /(?<=[\dA-Za-z])[－﹣‐‑](?=[\dA-Za-z])|(?<=[\p{Script=Han}\d%℃])[~〜∼](?=[\p{Script=Han}\d])/gu,
  (mark) => (/[~〜∼]/u.test(mark) ? "～" : "-"),
)
