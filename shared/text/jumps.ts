// Jump lines: where an article goes on, or comes from.
import { pageNumber, readPageNumber } from "./pagenumbers.ts"

export interface JumpParts {
  direction: "to" | "from"
  page: string
}

const longest = 60
const verb = "(?:本文|文|全文)?(?:下[转轉接]|[转轉]|[续續]见?|紧接|緊接|上接|接)"
const target = String.raw`\s*第?\s*(${pageNumber})\s*([版页頁])?`
/** The jump may name the article, or where on the page it stands. */
const named = String.raw`\s*(?:《[^《》]{1,40}》|头条|报眼|文章)?`
const whole = new RegExp(String.raw`^[\s（(【［\[▶►▼→]*(${verb})${target}${named}[^\p{Script=Han}\p{L}\d]*$`, "u")
const tail = new RegExp(
  String.raw`[\s（(【［\[▶►▼→]*(?<=[\s（(【［\[▶►▼→。！？”])(?:本文|文)?(?:下[转轉接]|[转轉])${target}[\s）)】］\]◀]*$`,
  "u",
)
const head = new RegExp(String.raw`^\s*[（(【［\[]\s*(?:紧接|緊接|上接|接)${target}${named}\s*[）)】］\]]\s*`, "u")

function partsOf(verbs: string, page: string, unit: string | undefined): JumpParts | null {
  const bare = verbs.replace(/^(?:本文|文|全文)/u, "")
  if (bare.length === 1 && !unit) return null
  return { direction: /[转轉续續]|下接/u.test(bare) ? "to" : "from", page: readPageNumber(page) }
}

/** Reads a jump line; null where `text` is none. Chinese page numbers are given in digits. */
export function parseJump(text: string): JumpParts | null {
  const line = text.trim()
  const match = line.length <= longest ? whole.exec(line) : null
  return match?.[1] && match[2] ? partsOf(match[1], match[2], match[3]) : null
}

/** A jump at the end of a paragraph, `…进一步（下转第3版）`: the code unit where it begins. */
export function tailJump(text: string): { at: number; jump: JumpParts } | null {
  const from = Math.max(0, text.length - longest)
  const match = tail.exec(text.slice(from))
  const jump = match ? parseJump(match[0]) : null
  return match && jump ? { at: from + match.index, jump } : null
}

/** A jump at the beginning of a paragraph, `（上接第一版）会议指出…`: the code unit where the text goes on. */
export function headJump(text: string): { end: number; jump: JumpParts } | null {
  const match = head.exec(text.slice(0, longest))
  const jump = match ? parseJump(match[0]) : null
  return match && jump ? { end: match[0].length, jump } : null
}
