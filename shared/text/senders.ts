// Who sent a report, and from where, in a bracket in the place of a dateline: `〔記者王大同／台北報導〕`.
import { type Named, parseByline } from "./bylines.ts"
import { agency, day, longest, paper, place, sent } from "./datelines.ts"
import { nameScore } from "./names.ts"

const duty = "(?:特[約约派邀]|駐|驻)?(?:記者|记者|特派[員员]|通[訊讯][員员])"
const sender = new RegExp(
  `^\\s*[【〔［〖（(]\\s*(?:${agency}|${paper})?(?:${place})??(${duty})\\s*([\\p{Script=Han}·・、\\s]{2,20}?)\\s*([／/]\\s*[\\p{Script=Han}、]{2,12}?)?(?:${day})?(?:${sent}|(?:連線|连线|綜合|综合)?(?:報導|报导|報道|报道)|[專专][訪访]|特稿|[攝摄]影)\\s*[】〕］〗）)]\\s*`,
  "u",
)

/**
 * The bracket that a report begins with: `〔記者王大同／台北報導〕`, `（中央社記者王大同台北三日電）`. `end` is the code unit where the report itself begins.
 */
export function findSender(text: string): { end: number; named: Named[] } | null {
  const match = sender.exec(text.slice(0, longest))
  if (!match) return null
  const [whole, role = "", said = "", parted] = match
  // Where nothing parts the last name from the place, places of two characters are likelier than of three, or of none.
  const cuts = parted ? [0] : [2, 3, 0]
  for (const cut of cuts) {
    const names = said.slice(0, said.length - cut)
    const named = parseByline(`${role} ${names}`)
    if (named?.every(({ name }) => nameScore(name) > -1)) return { end: whole.length, named }
  }
  return null
}

/** Who is named by a byline that was printed by itself, in any form; what cannot be read is one name. */
export const bylineNames = (text: string): Named[] =>
  findSender(text)?.named ?? parseByline(text, true) ?? [{ name: text, role: null }]
