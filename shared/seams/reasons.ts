// Why a seam is proposed as it is: codes that travel with the proposal, and their words.
import type { Language, Words } from "../i18n/language.ts"

const words = {
  "line-full": { zh: "本行排满", en: "the line is full" },
  "line-short": { zh: "本行未满", en: "the line ends short" },
  "next-indented": { zh: "下一行缩进", en: "the next line is indented" },
  "next-flush": { zh: "下一行顶格", en: "the next line is flush left" },
  "next-may-indent": { zh: "下一行比本栏短约两字", en: "the next line is about two characters narrower" },
  "sentence-ended": { zh: "句子已结束", en: "the sentence has ended" },
  "sentence-open": { zh: "句子未结束", en: "the sentence goes on" },
  "full-unsure": { zh: "句末恰好排满，难以断定", en: "the sentence ends just where the line is full" },
  "bracket-open": { zh: "引号、括号或书名号未闭合", en: "a quote or bracket is still open" },
  "forbidden-start": {
    zh: "下一行以不能起行的标点开头",
    en: "the next line begins with a mark that cannot begin a line",
  },
  "forbidden-end": { zh: "本行以不能结行的标点结尾", en: "the line ends with a mark that cannot end a line" },
  "number-continues": { zh: "数字跨行", en: "a number continues" },
  "unit-follows": { zh: "数字与单位跨行", en: "a unit follows its number" },
  "address-continues": { zh: "网址或邮箱跨行", en: "a web or mail address continues" },
  abbreviation: { zh: "外文缩写跨行", en: "an abbreviation continues" },
  "word-continues": { zh: "外文单词跨行", en: "a Latin word continues" },
  "word-hyphenated": { zh: "外文单词因断行加了连字符", en: "a Latin word was hyphenated at the line end" },
  "hyphen-kept": { zh: "连字符是词的一部分", en: "the hyphen belongs to the word" },
  "range-dash": { zh: "数字间的连接号跨行", en: "a dash between numbers stands at the line end" },
  "latin-space": { zh: "两个外文词之间有空格", en: "a space stands between two Latin words" },
  "model-name": { zh: "型号或代号跨行", en: "a model name continues" },
  "same-row": { zh: "两段文字印在同一行", en: "both are printed in one row" },
  "next-column": { zh: "下一行另起一栏", en: "the next line begins another column" },
  heading: { zh: "小标题单独成行", en: "a section heading stands alone" },
  "size-changes": { zh: "字号变化", en: "the type size changes" },
  "shape-between": { zh: "两行之间隔开较远", en: "the lines stand apart" },
  person: { zh: "人工决定", en: "decided by a person" },
} satisfies Record<string, Words>

export type ReasonCode = keyof typeof words

export const reasonText = (code: ReasonCode, language: Language): string => words[code][language]
