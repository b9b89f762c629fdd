// Two runs of Latin letters or digits that meet without any mark: two words, one word cut, or one model name cut.
import { isDigit, isLatin } from "../../text/han.ts"
import { isFragment, isName, isWord, openCompound } from "../../text/latinwords.ts"
import { type Join, type JoinRule, joined, spaced } from "./meeting.ts"

const units =
  /^(?:[kcmnμ]?m|[kmμ]?g|[kMG]?W[hp]?|[kM]?V|[mk]?Ah|[kMGT]B|[kMGT]?bps|[kMG]?Hz|[kM]?Pa|m?L|ml|h|s|t|ms|min|km\/h|rpm|ppm|dB|cal|kcal|nits?|mph|fps|a\.m\.|p\.m\.)(?![A-Za-z])/u

export const latin: JoinRule = ({ head, tail }) => {
  const [a, b] = [head.at(-1) ?? "", tail[0] ?? ""]
  if (!(isLatin(a) || isDigit(a)) || !(isLatin(b) || isDigit(b))) return null
  const [left, right] = [
    /[\p{Script=Latin}\d.-]*$/u.exec(head)?.[0] ?? "",
    /^[\p{Script=Latin}\d.-]*/u.exec(tail)?.[0] ?? "",
  ]
  if (isDigit(a)) return digitsThenLetters(left, tail)
  if (isDigit(b)) return lettersThenDigits(left)
  return words(left, right.replace(/[.-]+$/u, ""))
}

/** `5` ¦ `G`, `17` ¦ `Pro`, `5` ¦ `km`. */
function digitsThenLetters(left: string, right: string): Join {
  if (/^\d[\d.,]*$/.test(left) && units.test(right)) return spaced(0.85)
  return /^(?:[A-Z]{1,3}|[a-z])(?![A-Za-z])/u.test(right) || /^[A-Z]{1,2}\d/.test(right)
    ? joined("model-name", 0.95)
    : spaced(0.85)
}

/** `C` ¦ `919`, `CR` ¦ `450`, `PM` ¦ `2.5`; but `iPhone` ¦ `17`, `Windows` ¦ `11`. */
const lettersThenDigits = (left: string): Join =>
  /(?:^|[\d-])[A-Z]{1,3}$/.test(left) || /\d[A-Za-z]$/.test(left) ? joined("model-name", 0.95) : spaced(0.85)

function words(left: string, right: string): Join {
  const whole = left + right
  if (isName(whole)) return joined("model-name", 0.95)
  // `i` ¦ `Phone`, `e` ¦ `CNY`; `A` ¦ `I`, `GD` ¦ `P`.
  if (/^[a-z]$/.test(left) && /^[A-Z]/.test(right)) return joined("model-name", 0.9)
  if (/^[A-Z]+$/.test(left) && /^[A-Z]+-?\d/.test(right)) return joined("model-name", 0.9)
  if (/^[A-Z]+$/.test(left) && /^[A-Z]+$/.test(right) && whole.length <= 6 && !(isWord(left) && isWord(right)))
    return joined("model-name", 0.8)
  if (/^[a-z]/.test(right) && cutWord(left, right)) return joined("word-continues", 0.9)
  return spaced(0.9)
}

/** Whether two runs of letters are one word that was cut without a hyphen. */
function cutWord(left: string, right: string): boolean {
  if (isWord(left) && isWord(right)) return isWord(left + right) && !openCompound(left, right)
  return isWord(left + right) || isFragment(left, "head") || isFragment(right, "tail")
}
