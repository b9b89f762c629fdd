// Datelines: the words before a report that say where it comes from, and the reporters in the bracket after them.
import { type Named, parseByline } from "./bylines.ts"

/** No dateline with its bracket is longer. */
export const longest = 120

const numerals = "[一二三四五六七八九十廿卅〇○]{1,3}"
const digits = String.raw`[\d０-９]{1,2}`
export const day = String.raw`(?:(?:${digits}\s?月\s?)?${digits}\s?[日号]|(?:${numerals}月)?${numerals}日)(?:凌晨|清晨|晨|上午|正午|中午|下午|午[後后夜]?|晚|夜)?(?:[\d一二三四五六七八九十]{1,3}[時时點点](?:半|[一二三]刻|[\d一二三四五六七八九十]{1,3}分)?)?[發发]?`
export const place = String.raw`[\p{Script=Han}·]{2,10}?`
export const sent = "(?:专|專|特|急|快|综合|綜合)?[电電讯訊]"
export const paper = String.raw`(?:本[报報刊社台网網]|\p{Script=Han}{2,4}(?:日报|晚报|早报|晨报|商报|时报|都市报|日報|晚報|時報|融媒))`
export const agency =
  "(?:新华社|新華社|新华网|中新社|中新网|中国新闻社|人民网|央视新闻|央视网|央视|央广网|中央社|中央通[讯訊]社|路透社?|法新社|美联社|美聯社|合众社|合眾社|" +
  "塔斯社|哈瓦斯社?|同盟社|德新社|共同社|时事社|俄新社|安莎社|埃菲社|彭博社|朝中社|韩联社|申时社|申時社|国民社|國民社|国新社|海通社|国际社|通讯社)"
const from = "(?:本[报報](?:综合|綜合)|综合|綜合|另?[据據])?"

const forms = [
  `${from}${agency}(?:[、/]?${agency}){0,2}\\s?(?:${place})??\\s?(?:${day})?\\s?(?:(?<=日)\\p{Script=Han}{2,4}?)?(?:${sent}|消息(?=[\\s（(]))`,
  `${paper}\\s?(?:${place})??\\s?(?:${day})?\\s?(?:${sent}|(?:综合)?消息(?=[\\s（(])|特稿(?=[\\s（(]))`,
  `\\p{Script=Han}{1,8}(?:[报報台网網]|周刊|中心)${sent}(?=[\\s（(】〕］〗）)」])`,
  `${place}\\s?${day}(?:${agency}|${paper})?${sent}(?=[\\s（(】〕］〗）)」：:]|$)`,
]
/** What only a bracket makes a dateline: `【上海訊】`, `〔漢口航訊〕`, `（本市訊）`. */
const inBracket = `(?:${[
  "(?:本[市埠省縣县京港]|又|另|特|\\p{Script=Han}{2,4}?)(?:航|快|專|专|特|電|电|綜合|综合|外)?(?:[訊讯電电]|消息|通[信訊讯]|特[寫写稿])",
  "(?:本[报報刊])?(?:[專专](?:[訪访稿電电]|[題题][報报][導导道])|特[稿寫写訊讯]|(?:綜合|综合)(?:外[電电]|消息))",
].join("|")})(?=[】〕］〗）)」])`
const pattern = new RegExp(
  String.raw`^\s*([【〔［〖（(「]?)\s*(${forms.join("|")}|(?<=[【〔［〖（(「]\s*)${inBracket})\s*([】〕］〗）)」]?)\s*`,
  "u",
)

/** Words that begin a sentence about the paper, where a dateline has the name of a place. */
const sentence =
  /读者|讀者|记者|記者|编辑|編輯|热线|熱線|通[讯訊][员員]|订户|今|昨|明日|近日|日前|收到|接到|来[电電]|來電|推出|举|舉|将|將|从(?!化)|從|自[一二三四五六七八九十\d]|[获獲]|发起|发出|刊[登发]|就|与|與|的|了|报道|報道/u
/** What makes another word of the last character: 通讯员, 来电话. */
const goesOn = /^(?:[员員号號息问問飞飛]|[话話视視影网網力]|子|台|商)/u

/** Recognition takes the bracket for its likes now and then. */
const bracket = /^[（(〈《<【〔［]{1,2}([^（()）〈〉《》【】〔〕［］]{2,60})[）)〉》>】〕］]\s*/u
/** `记者张江报道：` as the report's first words. */
const told = /^(?:本[报報])?(?:记者|記者)[\p{Script=Han}\s、·]{2,24}?(?:报道|報道|報導)\s?[：:]\s*/u

export interface Dateline {
  /** `本报讯`, `新华社洪州8月3日电`, without a bracket around it. */
  text: string
  /** Code units: where the dateline begins and ends, and where the report itself begins. */
  from: number
  to: number
  /** The bracket with its reporters, if it names any. */
  bracket: { from: number; to: number; named: Named[] } | null
  end: number
}

function opening(line: string): { text: string; from: number; end: number } | null {
  const match = pattern.exec(line)
  const [whole = "", open = "", text = "", close = ""] = match ?? []
  if (!match || Boolean(open) !== Boolean(close)) return null
  const rest = line.slice(whole.length)
  if (sentence.test(text.replace(/^本[报報]综合/u, ""))) return null
  if (!close && /[讯訊电電]$/u.test(whole) && goesOn.test(rest)) return null
  return { text, from: whole.indexOf(text, whole.indexOf(open) + open.length), end: whole.length }
}

/** The dateline that a report's first paragraph begins with. */
export function findDateline(text: string): Dateline | null {
  const line = text.slice(0, longest)
  const found = opening(line)
  if (!found) return null
  const to = found.from + found.text.length
  const dateline = { text: found.text, from: found.from, to }
  const after = line.slice(found.end)
  const rest = bracket.exec(after) ?? told.exec(after)
  const named = rest ? parseByline(rest[1] ?? rest[0].replace(/[：:]\s*$/u, ""), rest[1] !== undefined) : null
  if (!rest || !named) return { ...dateline, bracket: null, end: found.end }
  const begin = found.end
  const length = rest[0].trimEnd().length
  return { ...dateline, bracket: { from: begin, to: begin + length, named }, end: begin + rest[0].length }
}
