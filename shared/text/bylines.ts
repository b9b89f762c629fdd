// Bylines in the forms that papers use. A byline block keeps its printed text; who is named is derived from it here.
import { nameLike, nameWords } from "./names.ts"
import { noticeTitle } from "./notices.ts"

export interface Named {
  name: string
  /** 记者, 通讯员, 文, 图, 摄 …; null where none is printed. */
  role: string | null
}

const marks = /^[▶►▷□■●○◎△▲◆◇★☆※＊*\s]+/u
/** What recognition makes of ▶ and □ before a name that stands alone, or before a duty. */
const misread = /^(?:[|｜!Il1eP>\])]{1,3}\s*(?=\p{Script=Han}{2,3}$)|[口回日目OD0]\s*(?=(?:本报)?(?:记者|通讯员)))/u
const duty =
  /^(?:本报|本刊|晚报|日报|全媒体|融媒体|特约|特派|首席|见习|实习)*(记者|通讯员|评论员|实习生|撰稿人?|撰文|摄影报道|摄影|供图|制图|整理|编译|作者|文图|图文|文|图|摄)(?:[：:]|$)?/u
const slash = /^(.+?)[/／](.+)$/u
const dutyWord = /^(?:文|图|摄|摄影|撰文|图文|文图|制图|供图|整理)$/u

/** One word of a byline that begins with a duty (`记者张三`, `记者`): the duty and what follows it. */
function splitDuty(word: string): { role: string; rest: string } | null {
  const match = duty.exec(word)
  if (!match?.[1]) return null
  const rest = word.slice(match[0].length)
  // 文 and 图 are surnames or parts of names too; alone before a name they must stand apart.
  if (rest && match[1].length === 1 && !/[：:]$/u.test(match[0])) return null
  return { role: match[1], rest }
}

function slashed(word: string): Named | { role: string } | null {
  const [, left = "", right = ""] = slash.exec(word) ?? []
  if (!left || !right) return null
  if (dutyWord.test(left) && dutyWord.test(right)) return { role: `${left}/${right}` }
  if (dutyWord.test(right) && nameLike(left)) return { name: left, role: right }
  if (dutyWord.test(left) && nameLike(right)) return { name: right, role: left }
  return null
}

/**
 * Who a byline names, in order; null where `text` is no byline. `trusted` says the place alone makes it one (after
 * ▶, in the bracket of a dateline), so that names need not look like names.
 */
export function parseByline(text: string, trusted = false): Named[] | null {
  const whole = text.trim()
  const marked = whole.replace(misread, "").replace(marks, "")
  const bare = marked.replace(/^[（(](.*)[）)]$/u, "$1").trim()
  const sure = trusted || marked !== whole
  const named: Named[] = []
  let role: string | null = null
  let duties = 0
  for (const word of nameWords(bare)) {
    const pair = slashed(word)
    if (pair) {
      duties++
      if ("name" in pair) named.push(pair)
      else role = pair.role
      continue
    }
    const begun = splitDuty(word)
    if (begun) {
      role = begun.role
      duties++
      if (!begun.rest) continue
    }
    const name = (begun ? begun.rest : word).replace(/[：:]/gu, "")
    if (/^(?:报道|文|图|摄|摄影|整理)$/u.test(name) && named.length) {
      for (const one of named) one.role ??= name === "报道" ? null : name
      duties++
    } else if (nameLike(name) || ((sure || duties) && /^[\p{Script=Han}·]{2,5}$/u.test(name)))
      named.push({ name, role })
    else return null
  }
  if (!named.length || named.length > 8) return null
  return named
}

/** Whether a line that stands alone is a byline for certain by its marks or duties, or by names only. */
export function bylineShape(text: string): "marked" | "names" | null {
  const line = text.trim()
  if ([...line].length > 40 || noticeTitle(line)) return null
  if (!parseByline(line)) return null
  return marks.test(line) ||
    misread.test(line) ||
    nameWords(line.replace(marks, "")).some((word) => splitDuty(word) || slashed(word))
    ? "marked"
    : "names"
}

const tail = /^(.*[。！？!?…][”’」』）》]*)(\s+|(?=[（(]))([（(]?[\p{Script=Han}·\s/／]{2,24}[）)]?)\s*$/u

/**
 * A byline at the end of an article's last line: `…第一。　张鑫`, `…第一。（张鑫 李萌）`.
 * Returns the code unit offset where it begins, and who is named.
 */
export function tailByline(text: string): { at: number; named: Named[] } | null {
  const match = tail.exec(text)
  if (!match) return null
  const said = match[3] ?? ""
  const bracketed = /^[（(]/u.test(said)
  const named = parseByline(said, false)
  if (!named || (!bracketed && named.length > 4)) return null
  return { at: text.length - said.length - (text.length - text.trimEnd().length), named }
}
