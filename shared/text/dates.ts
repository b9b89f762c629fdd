// Dates and weekdays as papers print them.
import { chineseNumber } from "./pagenumbers.ts"

/** No date is looked for beyond this many code units. */
const longest = 400

const digits = String.raw`[\d０-９]`
const month = String.raw`(${digits}{1,2}|[一二三四五六七八九十正元]{1,3})\s*月\s*`
const monthDay = String.raw`${month}(${digits}{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*[日号號]`
const western = new RegExp(
  String.raw`([12１２]${digits}{3}|[一二][〇○零一二三四五六七八九OＯ0]{3})\s*年\s*${monthDay}`,
  "u",
)
const dotted = /(?<!\d)([12]\d{3})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/u
const republic = new RegExp(
  String.raw`(?:[中][华華])?民[国國]\s*(元|[一二三四五六七八九十廿卅〇○]{1,4}|${digits}{1,2})\s*年\s*${monthDay}`,
  "u",
)
/** `农历丙午年三月廿六`, `夏历三月初五`: what else a masthead says of the day. */
const lunar =
  /[（(]?(?:[农農夏阴陰旧舊][历曆]|歲次|岁次)[\p{Script=Han}\s]{2,14}[）)]?|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年(?:[闰閏]?[正一二三四五六七八九十冬腊臘]{1,2}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?)?/u
const yearless = new RegExp(`(?<![年\\d])${monthDay}`, "u")
const names = "january february march april may june july august september october november december"
const english = new RegExp(
  String.raw`\b(${names.split(" ").join("|")})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+([12]\d{3})\b`,
  "iu",
)

const iso = (year: number, monthOfYear: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, monthOfYear - 1, day))
  return date.getUTCMonth() === monthOfYear - 1 && date.getUTCDate() === day && year > 1800 && year < 2200
    ? `${year}-${String(monthOfYear).padStart(2, "0")}-${String(day).padStart(2, "0")}`
    : undefined
}

const numberOf = (text = ""): number => (text === "元" || text === "正" ? 1 : chineseNumber(text))

/** The first date printed in `text`, ISO; 民国 years count from 1912. A date without a year is none. */
export function findDate(text: string): string | undefined {
  const said = text.slice(0, longest).replace(lunar, " ")
  const old = republic.exec(said)
  if (old) return iso(1911 + numberOf(old[1]), numberOf(old[2]), numberOf(old[3]))
  const full = western.exec(said)
  if (full) return iso(numberOf(full[1]), numberOf(full[2]), numberOf(full[3]))
  const short = dotted.exec(said.normalize("NFKC"))
  if (short) return iso(Number(short[1]), Number(short[3]), Number(short[4]))
  const foreign = english.exec(said)
  if (!foreign) return undefined
  return iso(Number(foreign[3]), names.split(" ").indexOf((foreign[1] ?? "").toLowerCase()) + 1, Number(foreign[2]))
}

const days =
  /星期\s?([一二三四五六日天])|[礼禮]拜\s?([一二三四五六日天])|(?<![每本上下这])[周週]([一二三四五六日])(?!\p{Script=Han})/u
const englishDays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
const englishDay = new RegExp(`\\b(${englishDays.join("|")})\\b`, "iu")

/** The weekday printed in `text`, as 星期一 to 星期日. */
export function findWeekday(text: string): string | undefined {
  const said = text.slice(0, longest)
  const match = days.exec(said)
  if (match) return `星期${(match[1] ?? match[2] ?? match[3] ?? "").replace("天", "日")}`
  const day = englishDay.exec(said)?.[1]
  return day ? `星期${"日一二三四五六"[englishDays.indexOf(day.toLowerCase())]}` : undefined
}

/** `text` with dates and weekdays, with and without a year, replaced by spaces. */
export function withoutDates(text: string): string {
  let rest = text
  for (const known of [lunar, republic, western, dotted, yearless, english, days, englishDay])
    rest = rest.replace(known, " ")
  return rest
}
