// Spaces that typesetting or recognition left. Between Han a space means something only where lines stand alone
// (`智慧工厂 降本增效`, names side by side), and not even there when every character has one (`通　知`).
import { together } from "../apart.ts"
import { dutyOf } from "../duties.ts"
import type { Edit, Rule, Setting } from "../edit.ts"
import { isDigit, isHan } from "../han.ts"
import { nameScore } from "../names.ts"
import { findNote } from "../notes.ts"

/** White space inside a line: code points `from` to `to`, and which words stand on its sides. */
interface Gap {
  from: number
  to: number
  /** Wider than a word space: an ideographic space, or several. */
  broad: boolean
  text: string
}

interface Spaced {
  chars: string[]
  words: string[]
  /** `gaps[i]` stands after `words[i]`. */
  gaps: Gap[]
  setting: Setting
}

const space = /^\s$/u
const wide = (char: string): boolean =>
  isHan(char) || /[\u3001-\u3011\u2014\u2018-\u201d\u2026\uff01-\uff5e]/u.test(char)
const sign = /[A-Za-z\d+\-%‰℃°.,:]/u

function readSpaces(text: string, setting: Setting): Spaced {
  const chars = [...text]
  const spaced: Spaced = { chars, words: [], gaps: [], setting }
  let word = ""
  for (let at = 0; at < chars.length; ) {
    let end = at
    while (end < chars.length && space.test(chars[end] ?? "")) end++
    if (end === at) {
      word += chars[at++]
      continue
    }
    if (word && end < chars.length) {
      const said = chars.slice(at, end).join("")
      spaced.words.push(word)
      spaced.gaps.push({ from: at, to: end, broad: said.length > 1 || said === "\u3000", text: said })
      word = ""
    }
    at = end
  }
  if (word) spaced.words.push(word)
  return spaced
}

const single = (word: string | undefined): boolean => word !== undefined && [...word].length === 1

/** Which gaps stand inside a row of names, between the characters of one (`张　鑫`) or between two; null for no such row. */
function nameGaps({ words, setting }: Spaced): ("inside" | "between")[] | null {
  if (words.length < 2 || words.length > 60) return null
  const bare = words.map((word) => word.replace(/[（(][女男]?[，,、]?\p{Script=Han}{0,4}[）)]$|[，、。]$/gu, ""))
  const names = together(bare)
  const duties = names.filter((name) => dutyOf(name)).length
  const persons = names.length - duties
  if (persons < (setting === "running" ? 4 : duties ? 1 : 2)) return null
  if (!names.every((name) => dutyOf(name) || nameScore(name) > 0)) return null
  const out: ("inside" | "between")[] = []
  let at = 0
  for (const name of names) {
    let length = 0
    while (length < [...name].length && at < bare.length) {
      length += [...(bare[at++] ?? "")].length
      out.push(length < [...name].length ? "inside" : "between")
    }
  }
  return out
}

/** For each gap whether it stands in a stretch that was set apart, character by character. */
function apart({ words, setting }: Spaced): boolean[] {
  const out = words.map(() => false)
  for (let from = 0; from < words.length; from++) {
    let to = from
    while (single(words[to])) to++
    const han = words.slice(from, to).filter(isHan).length
    const whole = setting === "display" && to - from === words.length
    if (han >= 2 && han * 2 >= to - from && (whole || to - from >= 4)) out.fill(true, from, to - 1)
    from = Math.max(from, to - 1)
  }
  return out
}

const opens = /[（《〈「『【〔“‘]$/u
const pauses = /[，。、；：！？]$/u
const closes = /^[，。、；：！？）》〉」』】〕”’％…]/u

/** A number or a sign of it that was pulled apart: `28 .6`, `3 ,200`, `60 %`, `9 : 30`. */
function insideNumber(left: string, right: string): boolean {
  if (/\d$/u.test(left) && /^(?:[%‰℃°]|[.,:]\d|[:,.]$)/u.test(right)) return true
  if (/(?:^|\D)\d{1,3},$/u.test(left)) return /^\d{3}(?!\d)/u.test(right)
  return /\d[.:]$/u.test(left) && !/^\d{1,2}\.$/u.test(left) && /^\d/u.test(right)
}

/** `5 G`, `C 919`: a single capital and a number are one name, unless a Latin word stands beside them. */
const model = (left: string, right: string): boolean =>
  (/\d$/u.test(left) && /^[A-Z](?![A-Za-z])/u.test(right)) ||
  (/(?<![A-Za-z])[A-Z]$/u.test(left) && /^\d{2}/u.test(right) && left.length === 1)

type Decision = { insert: string; rule: string } | null

const joined = (rule: string): Decision => ({ insert: "", rule })
/** A space that stays is one ordinary space. */
const kept = (gap: Gap): Decision => (gap.text === " " ? null : { insert: " ", rule: "one-space" })

function betweenWide(left: string, right: string, gap: Gap, setting: Setting): Decision {
  if (setting === "running") return joined("letter-spacing")
  return opens.test(left) || pauses.test(left) || closes.test(right) ? joined("letter-spacing") : kept(gap)
}

function decide(spaced: Spaced, i: number, inStretch: boolean, stretchBroad: boolean): Decision {
  const { words, gaps, setting } = spaced
  const [left = "", right = "", gap] = [words[i], words[i + 1], gaps[i] as Gap]
  const [last, first] = [left.at(-1) ?? "", [...right][0] ?? ""]
  if (inStretch && (setting === "running" || !gap.broad || stretchBroad)) return joined("spaced-title")
  const [leftWide, rightWide] = [wide([...left].at(-1) ?? ""), wide(first)]
  // What an editor's note begins with is set apart from its text.
  if (i === 0 && findNote(left)?.end === left.length) return kept(gap)
  if (leftWide && rightWide) return betweenWide(left, right, gap, setting)
  if (leftWide !== rightWide && sign.test(leftWide ? first : last))
    return setting === "display" && gap.broad ? kept(gap) : joined("mixed-spacing")
  if (insideNumber(left, right)) return joined("number-spacing")
  if (isDigit(last) === isDigit(first)) return kept(gap)
  return model(left, right) ? joined("number-spacing") : kept(gap)
}

/** What becomes of each space inside a line. */
export const innerSpace: Rule = {
  id: "inner-space",
  propose(text, setting) {
    if (!/\s/u.test(text)) return []
    const spaced = readSpaces(text, setting)
    if (!spaced.gaps.length) return []
    const names = nameGaps(spaced)
    const stretches = apart(spaced)
    const inStretch = spaced.gaps.filter((_, i) => stretches[i])
    // Where all gaps are broad, breadth says nothing.
    const broad = inStretch.every((gap) => gap.broad)
    return spaced.gaps.flatMap((gap, i): Edit[] => {
      const made = names
        ? names[i] === "inside"
          ? joined("spaced-name")
          : kept(gap)
        : decide(spaced, i, stretches[i] ?? false, broad)
      return made ? [{ from: gap.from, to: gap.to, ...made }] : []
    })
  },
}

/** White space at the ends of a line. */
export const outerSpace: Rule = {
  id: "outer-space",
  propose(text) {
    if (!/^\s|\s$/u.test(text)) return []
    const chars = [...text]
    let [from, to] = [0, chars.length]
    while (from < to && space.test(chars[from] ?? "")) from++
    while (to > from && space.test(chars[to - 1] ?? "")) to--
    const ends = [
      [0, from],
      [to, chars.length],
    ] as const
    return ends.flatMap(([a, b]) => (b > a ? [{ from: a, to: b, insert: "", rule: "outer-space" }] : []))
  },
}
