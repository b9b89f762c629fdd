// Datelines: the words before a report that say where it comes from, and the reporters in the bracket after them.
import { type Named, parseByline } from "./bylines.ts"

const day = String.raw`\s?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日|[一二三四五六七八九十廿卅]{1,3}日`
const own = String.raw`本[报刊社台网](?:[\p{Script=Han}]{2,6}?)?(?:${day})?(?:讯|电(?=[\s（(]))`
const agency = String.raw`据?(?:新华社|中新社|中新网|中央社|新華社|路透社|法新社|美联社|[\p{Script=Han}]{2,4}(?:日报|晚报))[\p{Script=Han}]{0,10}?(?:${day})(?:专)?[电電讯訊]|据?(?:新华社|中新社)[电讯]`
const pattern = new RegExp(String.raw`^\s*(${agency}|${own}|本報訊|本報[\p{Script=Han}]{2,6}[電訊])\s*`, "u")
/** Recognition takes the bracket for its likes now and then. */
const bracket = /^[（(〈《<]{1,2}([^（()）〈〉《》]{2,60})[）)〉》>]\s*/u

export interface Dateline {
  /** `本报讯`, `新华社洪州8月3日电`. */
  text: string
  /** Code units: where the dateline begins and ends, and where the report itself begins. */
  from: number
  to: number
  /** The bracket with its reporters, if it names any. */
  bracket: { from: number; to: number; named: Named[] } | null
  end: number
}

/** The dateline that a report's first paragraph begins with. */
export function findDateline(text: string): Dateline | null {
  const match = pattern.exec(text)
  if (!match?.[1]) return null
  const from = match[0].indexOf(match[1])
  const to = from + match[1].length
  const rest = bracket.exec(text.slice(match[0].length))
  const named = rest?.[1] ? parseByline(rest[1], true) : null
  if (!rest || !named) return { text: match[1], from, to, bracket: null, end: match[0].length }
  const begin = match[0].length
  const length = rest[0].trimEnd().length
  return { text: match[1], from, to, bracket: { from: begin, to: begin + length, named }, end: begin + rest[0].length }
}
