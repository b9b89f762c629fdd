// How two lines of one paragraph are put together: as they are, with a space, or without the printed hyphen.
import type { SeamDecision } from "../model/seam.ts"
import { forbiddenEnd, forbiddenStart, isDigit, isLatin, openBrackets } from "../text/han.ts"
import type { ReasonCode } from "./reasons.ts"

export interface Join {
  decision: Extract<SeamDecision, "join" | "join-space" | "drop-hyphen">
  /** How sure the manner of joining is, given that the lines are joined. */
  confidence: number
  reasons: ReasonCode[]
}

const lastWord = /[A-Za-z\u00c0-\u024f0-9.+-]*$/
const firstWord = /^[A-Za-z\u00c0-\u024f0-9.+-]*/
const unit = /^(?:[%％‰℃°]|[万亿千百十]?[元岁人名个家项次年月日时分秒度吨米克台套件户亩公万亿])/u

const joined = (reasons: ReasonCode[], confidence = 0.99): Join => ({ decision: "join", confidence, reasons })

/** A hyphen at the line end: part of the word (Wi-Fi, e-CNY, COVID-19), or put there by the typesetter. */
function hyphen(head: string, tail: string): Join {
  const before = head.slice(0, -1).split("-").at(-1) ?? ""
  if (isDigit(before.at(-1) ?? "") || isDigit(tail[0] ?? ""))
    return joined([isDigit(before.at(-1) ?? "") ? "range-dash" : "hyphen-kept"])
  const printedPart = before.length < 2 || /^[A-Z]/.test(tail) || /[A-Z]$/.test(before) || tail.includes("-")
  if (printedPart) return joined(["hyphen-kept"], 0.9)
  return { decision: "drop-hyphen", confidence: 0.9, reasons: ["word-hyphenated"] }
}

/** Two runs of Latin letters or digits that meet: two words, one word cut, or one model name cut. */
function latin(head: string, tail: string): Join {
  const [a = "", b = ""] = [head.at(-1), tail[0]]
  if (isDigit(a) && isDigit(b)) return joined(["number-continues"])
  if (isDigit(a) !== isDigit(b)) {
    const letters = isDigit(a) ? tail : head
    return /^[A-Z]{0,3}[a-z]?[\d.+-]*$/.test(letters) || letters.length <= 2
      ? joined(["model-name"], 0.95)
      : { decision: "join-space", confidence: 0.75, reasons: ["latin-space"] }
  }
  if (head.length === 1 && /[A-Z]/.test(head) && /^[A-Z]/.test(tail)) return joined(["model-name"], 0.8)
  return { decision: "join-space", confidence: 0.85, reasons: ["latin-space"] }
}

/** How `a` and the line after it are joined, if they are. */
export function joinLines(a: string, b: string): Join {
  const left = a.trimEnd()
  const right = b.trimStart()
  const [last = "", next = ""] = [left.at(-1), right[0]]
  const head = lastWord.exec(left)?.[0] ?? ""
  const tail = firstWord.exec(right)?.[0] ?? ""
  if (/[A-Za-z0-9]-$/.test(left) && /^[A-Za-z0-9]/.test(right)) return hyphen(head, tail)
  if ((isLatin(last) || isDigit(last)) && (isLatin(next) || isDigit(next))) return latin(head, tail)
  if (/\d[.+]$/.test(left) && isDigit(next)) return joined(["number-continues"])
  if (/[—–\-~～至]$/u.test(left) && isDigit(next)) return joined(["range-dash"])
  if (isDigit(last) && (unit.test(right) || /^[.%]\d?/.test(right))) return joined(["unit-follows"])
  if (forbiddenStart.test(right)) return joined(["forbidden-start"])
  if (forbiddenEnd.test(left)) return joined(["forbidden-end"])
  if (openBrackets(left).length) return joined(["bracket-open"])
  return joined([])
}
