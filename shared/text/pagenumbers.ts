// Page numbers (版次) as papers print them: 3, 03, A05, 三, 叁.

/** A page number without 第 and 版, for use inside a pattern. */
export const pageNumber = String.raw`(?:[A-ZＡ-Ｚ]?[\d０-９]{1,3}|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾貳參陸]{1,3})`

const formal = "壹贰叁肆伍陆柒捌玖拾貳參陸"
const plain = "一二三四五六七八九十二三六"
const numerals = "〇一二三四五六七八九"

const digit = (char: string): number => Math.max(numerals.indexOf(char), "0○零OＯ".includes(char) ? 0 : -1)

/** 十二 → 12, 三十一 → 31, 廿五 → 25, 二八 → 28, 叁 → 3; ASCII and full-width digits as they are. */
export function chineseNumber(text: string): number {
  const said = text
    .normalize("NFKC")
    .replace(/[壹贰叁肆伍陆柒捌玖拾貳參陸]/gu, (char) => plain[formal.indexOf(char)] ?? char)
    .replace("廿", "二十")
    .replace("卅", "三十")
  if (/^\d+$/u.test(said)) return Number(said)
  if (!said.includes("十")) return Number([...said].map(digit).join(""))
  const [tens = "", ones = ""] = said.split("十")
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)
}

/** A printed page number as it is kept: half width; Chinese numerals as digits. */
export const readPageNumber = (printed: string): string =>
  /\p{Script=Han}/u.test(printed) ? String(chineseNumber(printed)) : printed.normalize("NFKC").toUpperCase()

/** A page number without leading zeros: 03 is 3, A05 is A5. */
export const plainPageNumber = (printed: string): string => readPageNumber(printed).replace(/(?<!\d)0+(?=\d)/gu, "")

export const samePageNumber = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && plainPageNumber(a) === plainPageNumber(b)
