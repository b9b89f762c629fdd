// Where people's names stand in a line as it was read. Names are where recognizers fail most: their characters are seldom met
// elsewhere, and are read as common ones that look like them. So a name is told from what stands around it more than from what
// was read: after a reporter's title, before a word of saying, between commas of a list.
import type { Glyph } from "../../../shared/model/recognition.ts"
import { nameScore } from "../../../shared/text/names.ts"
import { isCompoundSurname } from "../../../shared/text/surnames.ts"

/** Glyphs `from` up to, but not, `to`; `given` is the first after the surname. */
export interface NameAt {
  from: number
  given: number
  to: number
  /** Natural log odds that it is a name, rough ones. */
  odds: number
}

const titled =
  /(?:记者|通讯员|实习生|特派员|摄影|编辑|责编|美编|校对|版式|组版|制图|作者|撰文|编译|主编|评论员|摄影报道|[摄文图][／/：:])[：:／/▶▷■□◆·.]*$/u
const called = /(?:^|\p{Script=Han})[长员师授理任人兵手匠友生家者官嫂爷叔姐哥民席士]$/u
const listed = /[、和与及叫是（(“：:]$/u
const mark = /[\p{P}\p{S}]/u
const saying =
  /^(?:校对|美编|编辑|版式|摄影|报道|记者|通讯员|实习生|说|介绍|表示|告诉|坦言|认为|指出|回忆|感慨|摄|等[人。，、）]|[（(][左右前后中])/u
const goesOn = /^[带在从是的也又就把被为对向]/u
const han = /^\p{Script=Han}$/u

const surely = 5

/** Natural log odds, rough ones, that a name may begin after `before`, or end before `after`. */
function leftOf(before: string): number {
  if (titled.test(before)) return surely
  if (called.test(before)) return 1.5
  if (listed.test(before)) return 1
  return !before || mark.test(before.at(-1)!) ? 0.5 : -3
}

function rightOf(after: string): number {
  if (saying.test(after)) return 2.5
  if (/^[、）)和与]/u.test(after)) return 1
  if (!after || mark.test(after[0]!)) return 0.5
  return goesOn.test(after) ? 0 : -2
}

/** Names that do not share a glyph, the likeliest first come. `likely` is what a name rather has at a place than what was read. */
export function namesIn(glyphs: Glyph[], likely: (at: number, isSurname: boolean) => string): NameAt[] {
  const read = glyphs.map(({ text }) => text)
  const apart = glyphs.map((glyph, i) => i > 0 && isApart(glyphs[i - 1]!, glyph))
  const lefts = read.map((_, i) => {
    const before = read.slice(Math.max(0, i - 8), i).join("")
    const follows = apart[i] && /(?:记者|通讯员|实习生|编辑)\p{Script=Han}{2,3}$/u.test(before)
    return follows ? 4 : leftOf(before)
  })
  const found: NameAt[] = []
  for (let from = 0; from < read.length; from++) {
    if (lefts[from]! < -2) continue
    // The end of a line may cut a name after its first character.
    const least = lefts[from] === surely && from === read.length - 1 ? 1 : 2
    for (
      let to = from + least;
      to <= Math.min(from + 4, read.length) && han.test(read[to - 1]!) && han.test(read[from]!);
      to++
    ) {
      const chars = read.slice(from, to)
      const given = chars.length > 2 && isCompoundSurname(chars.slice(0, 2).join("")) ? from + 2 : from + 1
      if (to - given > 2) continue
      const better = chars.map((_, k) => likely(from + k, from + k < given)).join("")
      const ends = to < read.length && apart[to] ? 1 : rightOf(read.slice(to, to + 3).join(""))
      const odds =
        lefts[from]! + ends + (least === 1 ? 0 : Math.max(nameScore(chars.join("")), nameScore(better) - 1.5))
      if (odds > 0) found.push({ from, given, to, odds })
    }
  }
  return withoutOverlap(found)
}

function withoutOverlap(found: NameAt[]): NameAt[] {
  const taken: NameAt[] = []
  for (const name of found.sort((a, b) => b.odds - a.odds))
    if (taken.every((other) => other.to <= name.from || name.to <= other.from)) taken.push(name)
  return taken
}

const isApart = ({ box: left }: Glyph, { box: right }: Glyph): boolean =>
  right[0] - left[2] > 0.5 * Math.max(left[2] - left[0], right[2] - right[0])
