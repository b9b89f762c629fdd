// Numbers, dates, times, ranges, sums of money and percentages stay whole over a line end.
import { isDigit } from "../../text/han.ts"
import { type JoinRule, joined } from "./meeting.ts"

const unit = /^(?:[%％‰℃℉°′″]|[万亿千百十]?[元岁人名个家项次年月日时分秒度吨米克台套件户亩公万亿])/u
const money = /(?:[¥￥$€£]|HK\$|US\$)$/u
/** A sign that stands between the numbers of a date, a time, a score, a ratio, a sum or a telephone number. */
const between = /[\d%℃][+/:：×*~～−-]$/u

/** `3.` ¦ `5`, `1,` ¦ `200`; but `May 5,` ¦ `2026`. */
function insideNumber(left: string, right: string): boolean {
  if (
    isDigit(left.at(-1) ?? "") &&
    (isDigit(right[0] ?? "") || /^[.,，]\d{3}(?!\d)/u.test(right) || /^\.\d/.test(right))
  )
    return true
  if (/(?:^|\D)\d{1,3}(?:[,，]\d{3})*[,，]$/u.test(left)) return /^\d{3}(?!\d)/.test(right)
  return /\d\.$/.test(left) && isDigit(right[0] ?? "") && !/\bNo\.$/i.test(left)
}

export const numbers: JoinRule = ({ left, right }) => {
  const digit = isDigit(right[0] ?? "")
  if (insideNumber(left, right)) return joined("number-continues")
  if (digit && money.test(left)) return joined("number-continues")
  if (digit && /\d[+×*/:：]$/u.test(left)) return joined("number-continues")
  if (/^[+×/:：]\d/u.test(right) && isDigit(left.at(-1) ?? "")) return joined("number-continues")
  if (digit && (between.test(left) || /[—–至]$/u.test(left))) return joined("range-dash")
  if (/[\d%℃]$/u.test(left) && /^[—–~～−-]+\d/u.test(right)) return joined("range-dash")
  if (isDigit(left.at(-1) ?? "") && unit.test(right)) return joined("unit-follows")
  return null
}
