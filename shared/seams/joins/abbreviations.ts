// Latin marks at a line end: points of abbreviations, commas and points of foreign sentences, apostrophes, `&`.
import { type JoinRule, joined, spaced } from "./meeting.ts"

/** `U.` ¦ `S.`, `a.` ¦ `m.`, `Ph.` ¦ `D.` */
const initials = /(?:^|[^A-Za-z])(?:[A-Za-z]\.)+$|(?:^|[^A-Za-z])Ph\.$/u
const initial = /^[A-Za-z]\.(?![a-z])/u

export const abbreviations: JoinRule = ({ left, right, head, tail }) => {
  const [last, next] = [head.at(-1) ?? "", tail[0] ?? ""]
  if (!/[A-Za-z\d]/.test(head) || !tail) return null
  if (
    /^['’](?:s|t|re|ve|ll|d|m)?(?![A-Za-z])/u.test(tail) ||
    (/[A-Za-z]['’]$/u.test(head) && /^(?:s|t|re|ve|ll|d|m)(?![A-Za-z])/.test(tail))
  )
    return joined("word-continues", 0.97)
  if (initials.test(head) && initial.test(tail)) return joined("abbreviation", 0.97)
  if (/^[A-Za-z]{1,3}&$/.test(head) && /^[A-Z]/.test(tail)) return joined("abbreviation", 0.97)
  if (/^&[A-Z]/.test(tail) && /[A-Za-z]$/.test(head)) return joined("abbreviation", 0.95)
  // `No.` ¦ `5`, `Hello,` ¦ `world`: what follows such a mark in foreign text is set apart.
  if (/[A-Za-z)\d][.,;:!?)]$/u.test(head) && /[A-Za-z\d("“]/u.test(next))
    return latinText(left, right) ? spaced(0.93) : null
  if (last === "&" && /\s&$/u.test(left)) return spaced(0.93)
  return null
}

/** Whether words of Latin letters stand at both sides, or a numbered thing. */
const latinText = (left: string, right: string): boolean =>
  /[A-Za-z][.,;:!?)]$/u.test(left) || (/[A-Za-z]\s\d+[.,;:!?)]$/u.test(left) && /^[A-Za-z\d]/.test(right))
