// PDF text layers can hold radicals in place of characters. Kangxi radicals (U+2F00) have a compatibility mapping;
// those of the supplement (U+2E80) that print as a whole character are listed here (Unicode EquivalentUnifiedIdeograph).
import { patternRule, type Rule } from "../edit.ts"

const supplement: Record<string, string> = {
  "⺁": "厂",
  "⺇": "几",
  "⺎": "兀",
  "⺒": "巳",
  "⺓": "幺",
  "⺝": "月",
  "⺟": "母",
  "⺠": "民",
  "⺫": "目",
  "⺬": "示",
  "⺮": "竹",
  "⺯": "糸",
  "⺷": "羊",
  "⺼": "肉",
  "⻁": "虎",
  "⻄": "西",
  "⻅": "见",
  "⻆": "角",
  "⻉": "贝",
  "⻋": "车",
  "⻓": "长",
  "⻔": "门",
  "⻘": "青",
  "⻙": "韦",
  "⻚": "页",
  "⻛": "风",
  "⻜": "飞",
  "⻝": "食",
  "⻢": "马",
  "⻤": "鬼",
  "⻥": "鱼",
  "⻦": "鸟",
  "⻩": "黄",
  "⻬": "齐",
  "⻮": "齿",
  "⻰": "龙",
  "⻳": "龟",
}

export const radicals: Rule = patternRule(
  "radical",
  /[\u2e80-\u2fdf]/gu,
  (char) => supplement[char] ?? char.normalize("NFKC"),
)
