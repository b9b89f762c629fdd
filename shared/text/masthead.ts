// The strip at the head of a page: paper, date, weekday, page number, section, editors.

export interface MastheadFacts {
  newspaper?: string
  date?: string
  weekday?: string
  pageNumber?: string
  section?: string
  editors?: { role: string; name: string }[]
}

const numerals = "〇一二三四五六七八九"
const digit = (char: string): number => Math.max(numerals.indexOf(char), "0○零".includes(char) ? 0 : -1)

/** 十二 → 12, 三十一 → 31, 廿五 → 25; ASCII digits as they are. */
function chineseNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  const [tens = "", ones = ""] = text.replace("廿", "二十").replace("卅", "三十").split("十")
  if (!/[十廿卅]/u.test(text)) return digit(text)
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)
}

function year(text: string): number {
  if (/^\d{4}$/u.test(text)) return Number(text)
  return Number([...text].map(digit).join(""))
}

const western =
  /([12]\d{3}|[一二][〇○零一二三四五六七八九]{3})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日/u
const dotted = /(?<!\d)([12]\d{3})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/u
const republic =
  /(?:中华)?民国\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日/u

const iso = (y: number, m: number, d: number): string | undefined => {
  const date = new Date(Date.UTC(y, m - 1, d))
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d && y > 1800
    ? `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`
    : undefined
}

/** The first date printed in `text`, ISO; 民国 years count from 1912. */
export function findDate(text: string): string | undefined {
  const old = republic.exec(text.replace("民國", "民国"))
  if (old) return iso(1911 + chineseNumber(old[1] ?? ""), chineseNumber(old[2] ?? ""), chineseNumber(old[3] ?? ""))
  const match = western.exec(text) ?? dotted.exec(text)
  return match ? iso(year(match[1] ?? ""), chineseNumber(match[2] ?? ""), chineseNumber(match[3] ?? "")) : undefined
}

const weekday = /星期[一二三四五六日天]|周[一二三四五六日](?!\p{Script=Han})/u
const pageNumber =
  /^第?\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版|^([A-Z]?\d{2,3}|[A-Z]\d)(?=\s|$|\p{Script=Han})|第\s*([A-Z]?\d{1,3})\s*版/u
const paper =
  /(\p{Script=Han}{2,8}(?:日报|晚报|早报|晨报|午报|商报|时报|都市报|青年报|周报|周刊|导报|电视报|法制报|科技报|日報|晚報|時報|新聞報|導報))/u
const editor =
  /(责任编辑|本版责编|责编|编辑|美术编辑|美编|版式|视觉|校对|值班主任|主编|组版)\s*[：:／/]?\s*(\p{Script=Han}{2,4}|\p{Script=Han}\s\p{Script=Han})(?=[\s　|/／，,、]|$|责|美|校|编|版|视|值|组)/gu

/** What one printed piece of a masthead tells. */
export function readMasthead(text: string): MastheadFacts {
  const facts: MastheadFacts = {}
  const date = findDate(text)
  if (date) facts.date = date
  const day = weekday.exec(text)
  if (day) facts.weekday = day[0].replace("周", "星期").replace("天", "日")
  const editors = [...text.matchAll(editor)].map(([, role = "", name = ""]) => ({
    role,
    name: name.replace(/\s/gu, ""),
  }))
  if (editors.length) facts.editors = editors
  const named = paper.exec(text.replace(/\s+/gu, " "))
  if (named?.[1] && !editors.length) facts.newspaper = named[1]
  const number = editors.length ? null : pageNumber.exec(text.trim())
  if (number) facts.pageNumber = number[1] ?? number[2] ?? number[3] ?? ""
  return facts
}

/** Whether a short line can only come from the head or foot of a page. */
export function mastheadShape(text: string): boolean {
  const line = text.trim()
  if ([...line].length > 60) return false
  const facts = readMasthead(line)
  if (facts.editors) return true
  const bare = line
    .replace(western, "")
    .replace(republic, "")
    .replace(dotted, "")
    .replace(weekday, "")
    .replace(/农历\S{2,8}|星期.?/gu, "")
    .replace(/[\s|·／/]+/gu, "")
  if (facts.date && [...bare].length <= 16 && !/[，。；]/u.test(bare)) return true
  if (facts.pageNumber && [...bare].length <= 8) return true
  return facts.newspaper !== undefined && bare === facts.newspaper
}

/** The section name (版名) left in a masthead line when all else is taken away. */
export function sectionIn(text: string): string | undefined {
  const facts = readMasthead(text)
  let rest = text.trim()
  for (const known of [western, republic, dotted, weekday, paper]) rest = rest.replace(known, " ")
  if (facts.pageNumber) rest = rest.replace(pageNumber, " ")
  rest = rest.replace(/[\s|·／/:：]+/gu, " ").trim()
  return /^\p{Script=Han}{2,8}$/u.test(rest.replace(/\s/gu, "")) ? rest.replace(/\s/gu, "") : undefined
}
