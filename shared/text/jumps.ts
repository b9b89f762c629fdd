// Jump lines: where an article goes on, or comes from.

export interface JumpParts {
  direction: "to" | "from"
  page: string
}

const pattern =
  /^[\s（(【▶▼]*(下转|转|紧接|上接|接)\s*第?\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版页]?[^\p{Script=Han}]*$/u

/** Reads a jump line; null where `text` is none. */
export function parseJump(text: string): JumpParts | null {
  const match = pattern.exec(text.trim())
  if (!match?.[1] || !match[2]) return null
  if (match[1].length === 1 && !/[版页]/u.test(text)) return null
  return { direction: match[1].includes("转") ? "to" : "from", page: match[2] }
}
