// Who made the page: 责任编辑, 美编, 校对 and the rest, in the strip at its head or foot.
import { nameScore, nameWords } from "./names.ts"

const roles =
  "责任编辑|责任校对|责任编审|責任編輯|责编|責編|执行编辑|值班编辑|值班编委|值班总编|值班主任|值班|首席编辑|美术编辑|图片编辑|新闻编辑|版面编辑|见习编辑|实习编辑|编辑|編輯|" +
  "美术设计|版式设计|版面设计|美编|美編|图编|版式|视觉设计|视觉|制图|设计|校对|校對|检校|审校|组版|排版|拼版|执行主编|副主编|主编|主編|总编辑|统筹|编审|审读|审签|终审|二审|一审|监制|出版人|发行人|發行人"
const role = new RegExp(`(?:本版|本报|本期)?(${roles})(?=\\s*[：:／/|｜]|\\s+|\\p{Script=Han}{2})`, "gu")

/** No strip is longer. */
const longest = 160

export interface Editor {
  role: string
  name: string
}

/** The names at the head of `said`; a colon before them makes names of words that do not look like it. */
function namesAt(said: string): string[] {
  const sure = /^\s*[：:／/|｜]/u.test(said)
  const names: string[] = []
  const list = said.replace(/^[\s：:／/|｜]+/u, "").split(/[^\p{Script=Han}·\s、，,；;／/|｜]/u)[0] ?? ""
  for (const word of nameWords(list.replace(/[/|｜]/gu, " "))) {
    const likely = nameScore(word) > (sure ? -2.5 : 0.5)
    if (!likely) break
    names.push(word)
  }
  return names
}

/** The editors that a printed line names, in order. Words around them are left aside. */
export function readEditors(text: string): Editor[] {
  const line = text.slice(0, longest)
  const found = [...line.matchAll(role)]
  return found.flatMap((match, i) => {
    const said = line.slice(match.index + match[0].length, found[i + 1]?.index ?? line.length)
    return namesAt(said).map((name) => ({ role: match[1] ?? "", name }))
  })
}
