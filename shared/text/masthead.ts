// The strip at the head of a page: paper, date, weekday, page number, section, editors.
import { findDate, findWeekday, withoutDates } from "./dates.ts"
import { type Editor, readEditors } from "./editors.ts"
import { nameScore } from "./names.ts"
import { pageNumber, readPageNumber } from "./pagenumbers.ts"

export interface MastheadFacts {
  newspaper?: string
  date?: string
  weekday?: string
  pageNumber?: string
  section?: string
  editors?: Editor[]
}

/** No strip is longer. */
const longest = 160

const kinds =
  "日报|晚报|早报|晨报|午报|夜报|商报|时报|都市报|青年报|周报|周刊|导报|电视报|法制报|法治报|科技报|经济报|消费报|邮报|快报|新报|公报|画报|文摘报|农民报|工人报|教育报|体育报|健康报|少年报|老年报|妇女报|" +
  "日報|晚報|晨報|早報|商報|時報|新聞報|導報|週報|週刊|公報|新報|畫報"
const named = new RegExp(String.raw`\p{Script=Han}{1,6}(?:${kinds})|参考消息`, "u")
/** `东湖报`, alone between spaces; not what else ends so. */
const plain = /^\p{Script=Han}{1,6}[报報]$/u
const noPaper =
  /(?:汇|举|通|情|预|捷|海|喜|申|电|上|回|简|墙|板|谍|播|警|填|谎|误|密|战|急|呈|禀|线|年|月|简|直|快|画|公|读|看|办|登|见|本|投|订|党|机关)[报報]$/u
const english =
  /^[A-Z][A-Za-z\s.'-]*\b(?:DAILY|NEWS|TIMES|POST|HERALD|WEEKLY|MORNING|EVENING|JOURNAL|GAZETTE|PRESS|RIBAO|WANBAO|ZAOBAO|CHENBAO|SHANGBAO|SHIBAO|BAO)\b[A-Za-z\s.'-]*$/iu
/** What a masthead tells of the issue and how to reach the paper. */
const imprint = new RegExp(
  [
    String.raw`(?:国内统一(?:连续出版物号|刊号)|國內統一刊號|刊号)\s*[：:]?\s*(?:CN\s?[\d-]+(?:/\w+)?)?`,
    String.raw`CN\s?\d{2}\s?-\s?\d{4}`,
    String.raw`ISSN\s?[\d-]+`,
    String.raw`(?:邮发代号|邮政编码|邮编)\s*[：:]?\s*[\d-]*`,
    String.raw`第\s?[一二三四五六七八九十\d]{1,2}\s?[张張]`,
    String.raw`(?:总)?第\s?\d{2,6}\s?[期号號]`,
    String.raw`(?:今日|今天|本期|本报今日|共)+\s?(?:共)?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?[版张]`,
    String.raw`(?:\p{Script=Han}{2}热线|发行电话|广告电话|投稿邮箱|本版邮箱|\p{Script=Han}{0,2}(?:邮箱|信箱)|E-?mail)\s*[：:]?\s*(?:[\w.@-]{5,40})`,
    String.raw`(?:主管|主办|出版)\s*[：:]\s*\p{Script=Han}{4,20}`,
  ].join("|"),
  "giu",
)

const numbered = new RegExp(String.raw`^第?\s?(${pageNumber})\s?版$|^([A-Z]\d{1,3}|\d{2})$`, "u")
const glued = new RegExp(
  String.raw`^第(${pageNumber})版(\p{Script=Han}{2,6})$|^([A-Z]?0\d)版?(\p{Script=Han}{2,6})$`,
  "u",
)
const gluedAfter = new RegExp(String.raw`^(\p{Script=Han}{2,6})(?:第(${pageNumber})版|([A-Z]\d{1,2}|0\d))$`, "u")

/** `第 2 版`, as text extraction parts it. */
const spacedNumber = new RegExp(String.raw`第\s*(${pageNumber})\s*版`, "gu")

interface Strip extends MastheadFacts {
  /** Pieces that tell nothing known. */
  rest: string[]
  /** Whether it tells of the issue or how to reach the paper. */
  imprint: boolean
}

const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚ]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0))

function paperIn(text: string): { name: string; rest: string } | null {
  const match = named.exec(text)
  if (match && !noPaper.test(match[0].replace(new RegExp(`(?:${kinds})$`, "u"), "报")))
    return { name: match[0], rest: text.replace(match[0], " ") }
  return null
}

/** Takes a page number, and the section that it is glued to, out of one piece of the strip. */
function readPiece(piece: string, strip: Strip): void {
  const alone = numbered.exec(piece)
  const [, before, beforeName, padded, paddedName] = glued.exec(piece) ?? []
  const [, afterName, after, afterBare] = gluedAfter.exec(piece) ?? []
  // A single digit is a page number only where the strip is known for one.
  const single = (strip.newspaper || strip.date) && /^\d$/u.test(piece) ? piece : undefined
  const number = alone?.[1] ?? alone?.[2] ?? single ?? before ?? padded ?? after ?? afterBare
  if (number === undefined || strip.pageNumber) strip.rest.push(piece)
  else strip.pageNumber = readPageNumber(number)
  const section = beforeName ?? paddedName ?? afterName
  if (number !== undefined && section) strip.rest.push(section)
}

function readStrip(text: string): Strip {
  const strip: Strip = { rest: [], imprint: false }
  const line = halfWidth(text.slice(0, longest).trim()).replace(spacedNumber, "第$1版")
  const editors = readEditors(line)
  if (editors.length) strip.editors = editors
  const date = findDate(line)
  if (date) strip.date = date
  const weekday = findWeekday(line)
  if (weekday) strip.weekday = weekday
  const undated = withoutDates(line)
  const bare = undated.replace(imprint, " ")
  strip.imprint = bare !== undated
  if (editors.length) return strip
  const paper = paperIn(/^(?:\p{Script=Han}\s+){3,}\p{Script=Han}$/u.test(line) ? line.replace(/\s+/gu, "") : bare)
  if (paper) strip.newspaper = paper.name
  for (const piece of (paper?.rest ?? bare).split(/[\s|｜·•／/:：,，\-—()（）]+/u).filter(Boolean)) {
    if (!strip.newspaper && plain.test(piece) && !noPaper.test(piece)) strip.newspaper = piece
    else readPiece(piece, strip)
  }
  return strip
}

/** What one printed piece of a masthead tells. */
export function readMasthead(text: string): MastheadFacts {
  const { rest: _, imprint: __, ...facts } = readStrip(text)
  return facts
}

const isSection = (piece: string): boolean => /^\p{Script=Han}{2,8}$/u.test(piece)

/** Whether a short line can only come from the head or foot of a page. */
export function mastheadShape(text: string): boolean {
  const line = text.trim()
  if (line.length > longest || [...line].length > 70 || /[。；！？]/u.test(line)) return false
  if (english.test(line)) return true
  const strip = readStrip(line)
  if (strip.editors) return true
  const left = strip.rest.join("")
  const sections = strip.rest.filter(isSection)
  if (strip.imprint) return left.length <= 16
  if (!left && undefined === strip.newspaper && line && withoutDates(line).trim() === "") return true
  const dated = strip.date !== undefined || strip.weekday !== undefined
  const told = strip.weekday ?? strip.pageNumber ?? strip.newspaper
  if (dated)
    return standsApart(line) && (told ? sections.length <= 2 && [...left].length <= 12 : signsNothing(strip.rest))
  if (strip.pageNumber) return strip.rest.length <= 1 && sections.length === strip.rest.length && [...left].length <= 8
  return strip.newspaper !== undefined && !left
}

/** Beside a bare date a name or an office signs what is above; a section's name is short. */
const signsNothing = (rest: string[]): boolean =>
  rest.length <= 1 && rest.every((piece) => [...piece].length <= 4 && isSection(piece) && nameScore(piece) <= 0)

const glue = /\p{Script=Han}[：:]?(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年|[日号]\p{Script=Han}|，/u

/** Whether a date and what stands beside it are set apart: `截至2026年5月12日` is no strip. */
function standsApart(line: string): boolean {
  if (/(?:星期|礼拜|禮拜)[一二三四五六日天](?![第农農])\p{Script=Han}/u.test(line)) return false
  const rest = line
    .replace(named, "")
    .replace(/(?:[中][华華])?民[国國]|公元|[农農夏阴陰旧舊][历曆]\S*/gu, "")
    .replace(/(?<=[日号號])\s*[（(]?(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|第)/gu, " ")
  return !glue.test(rest)
}

/** The section name (版名) left in a masthead line when all else is taken away. */
export function sectionIn(text: string): string | undefined {
  const { rest, editors, imprint: told } = readStrip(text)
  if (editors || told) return undefined
  const spaced = rest.every((piece) => [...piece].length === 1) ? [rest.join("")] : rest
  return spaced.length === 1 && isSection(spaced[0] ?? "") ? spaced[0] : undefined
}
