// A hyphen at a line end: the word's own (Wi-Fi, e-CNY, COVID-19, state-of-the-art), or put there by the typesetter.
import { closedParts, firstParts, isName, isWord, lastParts } from "../../text/latinwords.ts"
import { type Join, type JoinRule, joined } from "./meeting.ts"

const hyphenated = /[A-Za-z\d][-‐‑\u00ad]$/u

const dropped = (confidence: number): Join => ({ decision: "drop-hyphen", confidence, reasons: ["word-hyphenated"] })

export const hyphens: JoinRule = ({ head, tail }) => {
  if (!tail || !/^[A-Za-z\d-]/.test(tail)) return null
  // The hyphen was carried over to the next line.
  if (/^-[A-Za-z\d]/.test(tail) && /[A-Za-z\d]$/.test(head)) return joined("hyphen-kept", 0.97)
  if (!hyphenated.test(head)) return null
  if (head.endsWith("\u00ad")) return dropped(0.99)
  const before = /[A-Za-z\d]*$/.exec(head.slice(0, -1))?.[0] ?? ""
  const after = /^[A-Za-z\d]*/.exec(tail)?.[0] ?? ""
  if (/\d/.test(before) || /^\d/.test(after)) return joined(/^\d+$/.test(before) ? "range-dash" : "hyphen-kept")
  return isCompound(before, after, head, tail) ? joined("hyphen-kept", 0.93) : dropped(0.93)
}

/** Whether a hyphen between two runs of letters belongs to the word. */
function isCompound(before: string, after: string, head: string, tail: string): boolean {
  if (isWord(before + after)) return false
  if (isName(`${before}-${after}`)) return true
  // Another hyphen nearby: `state-of-` ¦ `the-art`.
  if (head.slice(0, -1).includes("-") || tail.startsWith(`${after}-`)) return true
  if (before.length < 2 || after.length < 2 || before === after) return true
  // Capitals in the middle: `Wi-` ¦ `Fi`, `AI-` ¦ `driven`; a word set in capitals only is cut like any other.
  if (/[A-Z]$/.test(before) || /^[A-Z]/.test(after)) return !(/^[A-Z]{3,}$/.test(before) && /^[A-Z]{3,}$/.test(after))
  if (lastParts.has(after) || firstParts.has(before.toLowerCase())) return true
  return isWord(before) && !closedParts.has(before.toLowerCase()) && before.length > 2 && standsByItself(before, after)
}

/** `machine-` ¦ `learning`, `air-` ¦ `conditioned`: two words, or a word and a participle. */
const standsByItself = (before: string, after: string): boolean =>
  (before.length > 3 && after.length > 3 && isWord(after)) || /^[a-z]{3,}(?:ed|ing)$/.test(after)
