// Bylines in the forms that papers use. A byline block keeps its printed text; who is named is derived from it here.
import { together } from "./apart.ts"
import { dutyOf, isCollective, isManner, isUnit, partDuties, takeCraft, withoutManner } from "./duties.ts"
import { givenRank } from "./givennames.ts"
import { cutNames, nameScore } from "./names.ts"
import { noticeTitle } from "./notices.ts"
import { sourceNote } from "./sources.ts"

export interface Named {
  name: string
  /** 记者, 通讯员, 文, 图, 摄 …; null where none is printed. */
  role: string | null
}

const longest = 80
const marks = /^[▶►▷▸□■●○◎⊙△▲◆◇★☆※✎＊*\s]+/u
/** What recognition makes of ▶ and □ before a name that stands alone, or before a duty. */
const misread =
  /^(?:[|｜!Il1eP>\])]{1,3}\s*(?=\p{Script=Han}{2,3}$)|[口回日目OD0]\s*(?=(?:本报|本報)?(?:记者|記者|通讯员|通訊員)))/u
const wrapped = /^[（(【〔［[](.*)[）)】〕］\]]$/u

/** How sure it is that the words are names: their place says so, a mark or duty does, or nothing but themselves. */
type Trust = "place" | "duty" | "none"
/** A mark, a bracket or a reporter's duty, and then nothing but words that could be names. */
const opensByline =
  /^(?:[▶►▷▸□■●○◎⊙△▲◆◇★☆※]\s*|[（(【〔［[]\s*|(?=(?:本[报報])?(?:记者|記者|通讯员|通訊員)\s))(?=[\p{Script=Han}·/：:、\s]+[）)】〕］\]]?$)/u
/** A reporter's duty, a space, and nothing but words as long as names: `文/本报记者 时光`. */
const opensDuty =
  /^(?:[▶►▷▸□■●○◎⊙△▲◆◇★☆※]\s*)?(?:[文图圖]{1,2}[／/]\s*)?(?:本[报報]|晚报|日报)?(?:见习|見習|实习|實習|首席|特约|特約)?(?:记者|記者|通讯员|通訊員|实习生|實習生)\s+\p{Script=Han}{2,3}(?:\s+\p{Script=Han}{2,3}){0,2}$/u
/** A mark and one word as long as a name; even a word of the language may be a pen name there. */
const opensMark = /^[▶►▷□●○◎]\s*(?:\p{Script=Han}{2,3}|\p{Script=Han}\s+\p{Script=Han})$/u
const leastAfterMark = -4
/** What stands in brackets, or after a mark, and is nobody. */
const noName = /图|圖|照|版|期|接|转|轉|续|續|完|调查|观察|手记|来信|见闻|专栏|链接/u

/** Log odds that do where a mark or a duty stands before the word: pen names and rare names are unlikely by themselves. */
const leastAfterDuty = -2.5
/** What a reporter does in the sentence that only begins like a byline: `记者张江说`. */
const tells = /[说称讲谈问看听获到从在向对将与就了的昨今說稱講談問聽獲從對將與]/u

function namesIn(word: string, trust: Trust): string[] | null {
  const name = word.replace(/[（(]\p{Script=Han}{1,6}[）)]$/u, "").replace(/[•‧・]/gu, "·")
  if (isCollective(name)) return [name]
  if (trust === "none") return nameScore(name) > 0 ? [name] : null
  const cut = cutNames(name)
  if (cut) return cut
  if (nameScore(name) > leastAfterDuty && !tells.test(name)) return [name]
  const told = /^[\p{Script=Han}·]{2,5}$/u.test(name) && [...name].filter((char) => givenRank(char) < 0).length < 2
  return trust === "place" && told ? [name] : null
}

interface Reading {
  named: Named[]
  /** The duty that what follows is named with. */
  role: string | null
  /** How many of `named` a craft printed after them (`甲 乙 摄`) no longer reaches. */
  done: number
  duties: number
}

/** A craft after names is theirs, unless a duty before them said what they are. */
function credit(reading: Reading, role: string | null): void {
  for (const one of reading.named.slice(reading.done)) one.role ??= role
  reading.done = reading.named.length
  reading.role = null
}

function push(reading: Reading, words: string[], role: string | null, trust: Trust): boolean {
  const names = words.map((word) => namesIn(word, trust))
  if (!words.length || names.some((one) => one === null)) return false
  reading.named.push(...names.flatMap((one) => one ?? []).map((name) => ({ name, role })))
  return true
}

/** `张江/文`, `文/张江`, `张江/李河`, `张江/台北報導`. */
function readSlashed(parts: string[], reading: Reading, trust: Trust): boolean {
  const duties = parts.filter((part) => dutyOf(part))
  const names = parts.filter((part) => !dutyOf(part) && !isManner(part))
  if (duties.length || names.length < parts.length) reading.duties++
  const role = duties.length ? duties.join("/").replace(/:/gu, "") : null
  if (role && dutyOf(parts[0] ?? "")) {
    reading.role = role
    return push(reading, names, role, "duty")
  }
  const sure = role || names.length < parts.length ? "duty" : trust
  if (!push(reading, names, reading.role, trust === "place" ? trust : sure)) return false
  if (role) credit(reading, role)
  return true
}

/** Takes in one word; false where it cannot be part of a byline. `after` says that crafts stand after their names. */
function readWord(word: string, reading: Reading, trust: Trust, after: boolean): boolean {
  const duty = dutyOf(word.replace(/(?<=.)\/$/u, ""))
  if (duty) {
    reading.duties++
    if (duty.kind === "craft" && after && reading.named.length > reading.done) credit(reading, duty.role)
    else reading.role = duty.role
    return true
  }
  if (isUnit(word) && trust !== "none") return true
  const parts = word.split(/[/:]/u).filter(Boolean)
  if (word.includes(":") && !parts.some(dutyOf)) return false
  if (parts.length > 1) return readSlashed(parts, reading, trust)
  const crafted = takeCraft(word)
  if (crafted && push(reading, [crafted.name], reading.role, "duty")) {
    reading.duties++
    credit(reading, crafted.role)
    return true
  }
  if (reading.named.length && isManner(word)) return true
  return push(reading, [reading.duties ? withoutManner(word) : word], reading.role, trust)
}

function read(text: string, trusted: boolean): Reading | null {
  const whole = text.trim()
  if (!whole || whole.length > longest || sourceNote(whole)) return null
  const marked = whole.replace(misread, "").replace(marks, "")
  const bare = marked
    .replace(wrapped, "$1")
    .replace(/[／|｜]/gu, "/")
    .replace(/：/gu, ":")
    .replace(/\s*([/:])\s*/gu, "$1")
  // `記者甲、乙／花蓮、台東報導`: where from, and how, names nobody.
  const told = bare.replace(/\/[^/]*(?:报道|報導|報道|专访|專訪|专电|專電)$/u, "")
  const words = together(
    partDuties(told)
      .split(/[\s、，,；;]+/u)
      .filter(Boolean),
  )
  const reading: Reading = { named: [], role: null, done: 0, duties: 0 }
  if (words.length === 1 && isCollective(words[0] ?? ""))
    return { ...reading, named: [{ name: words[0] ?? "", role: null }], duties: 1 }
  const after = dutyOf(words.at(-1) ?? "")?.kind === "craft"
  // Brackets around who works where, and a name, make a byline.
  const signed = wrapped.test(marked) && isUnit(words[0] ?? "") && words.length > 1
  for (const word of words) {
    const trust = trusted ? "place" : marked !== whole || reading.duties || signed ? "duty" : "none"
    if (!readWord(word, reading, trust, after)) return null
  }
  if (!reading.named.length || reading.named.length > 12) return null
  if (marked !== whole || signed || told !== bare) reading.duties++
  return reading
}

/**
 * Who a byline names, in order; null where `text` is no byline. `trusted` says the place alone makes it one (after
 * ▶, in the bracket of a dateline), so that names need not look like names.
 */
export function parseByline(text: string, trusted = false): Named[] | null {
  return (trusted ? read(text, true) : readLine(text))?.named ?? null
}

/**
 * Where a mark, a duty or a bracket opens the line, names beside one that is one for sure need not look like names. In round
 * brackets of its own (`（洛水 章怀远）`) a byline may name more people, and a pen name alone.
 */
function readLine(text: string): Reading | null {
  const line = text.trim()
  const plain = read(text, rowOfNames(line))
  const duty = opensDuty.test(line)
  const [opens, bracketed] = [duty || opensByline.test(line), /^[（(].*[）)]$/u.test(line)]
  const told = plain || !(opens || bracketed) ? null : read(text, true)
  if (!told) return plain
  const names = told.named.map(({ name }) => name)
  const sure = names.some((name) => nameScore(name) > 0)
  if (opens && (sure || duty) && names.length <= 4 && !names.some((name) => tells.test(name) || noName.test(name)))
    return { ...told, duties: told.duties + 1 }
  const penName = names.length === 1 && opensMark.test(line) && nameScore(names[0] ?? "") > leastAfterMark
  if (penName && !tells.test(names[0] ?? "") && !noName.test(line)) return { ...told, duties: told.duties + 1 }
  const likely = sure || (names.length === 1 && nameScore(names[0] ?? "") > leastAfterDuty)
  return bracketed && likely ? told : null
}

/** Two to four words set apart of which one is a name for sure, and none is unlikely to be one. */
function rowOfNames(line: string): boolean {
  // Names of two characters are set as wide as those of three.
  if (
    /^(?:\p{Script=Han}\s\p{Script=Han}\s+\p{Script=Han}{3}|\p{Script=Han}{3}\s+\p{Script=Han}\s\p{Script=Han})$/u.test(
      line,
    )
  )
    return true
  const words = together(line.split(/\s+/u))
  const scores = words.map(nameScore)
  // So are two of two characters side by side, if one of them is a name.
  if (/^(?:\p{Script=Han}\s\p{Script=Han}\s*){2}$/u.test(line) && scores.some((score) => score > 0)) return true
  return (
    words.length > 1 &&
    words.length <= 4 &&
    scores.every((score) => score > leastAfterDuty) &&
    scores.some((score) => score > 0)
  )
}

/** Whether a line that stands alone is a byline for certain by its marks or duties, or by names only. */
export function bylineShape(text: string): "marked" | "names" | null {
  const line = text.trim()
  if (line.length > longest || /[。！？“”]/u.test(line) || [...line].length > 40 || noticeTitle(line)) return null
  const reading = readLine(line)
  if (!reading) return null
  if (reading.duties) return "marked"
  const [first, second] = reading.named
  return second || /^[（(].*[）)]$/u.test(line) || nameScore(first?.name ?? "") > 1 ? "names" : null
}

/** Where a sentence ends and something follows: white space, a bracket, a mark or a reporter's duty. */
const after =
  /(?<=[。！？!?…][”’」』）》]{0,3})(?:\s+(?=\S)|(?=[（(【▶►□■●◎◆])|(?=(?:本报|本報|新华社)?(?:特约|首席|见习|实习)?(?:记者|記者|通讯员|通訊員)[\p{Script=Han}\s]))/gu

/**
 * A byline at the end of an article's last line: `…第一。　张鑫`, `…第一。（张鑫 李萌）`.
 * Returns the code unit offset where it begins, and who is named.
 */
export function tailByline(text: string): { at: number; named: Named[] } | null {
  const end = text.trimEnd().length
  const from = Math.max(0, end - longest)
  const line = text.slice(from, end)
  for (const match of line.matchAll(after)) {
    const at = match.index + match[0].length
    const said = line.slice(at)
    if (/[。！？!?…]/u.test(said)) continue
    const named = parseByline(said)
    if (named && (/^[（(【]/u.test(said) || named.length <= 4)) return { at: from + at, named }
  }
  return null
}
