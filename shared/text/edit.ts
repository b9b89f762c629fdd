// Rules propose edits, one function applies them. Nothing rewrites in passing.

/** Replaces code points `from` to `to` of a line by `insert`. */
export interface Edit {
  from: number
  to: number
  insert: string
  rule: string
}

/** What kind of text a rule looks at: running text, or a line that stands alone (headline, heading, names). */
export type Setting = "running" | "display"

export interface Rule {
  id: string
  propose(text: string, setting: Setting): Edit[]
}

/** A rule that replaces every match of a pattern. `replace` returns null to leave a match alone. */
export function patternRule(
  id: string,
  pattern: RegExp,
  replace: (match: string, setting: Setting) => string | null,
): Rule {
  return {
    id,
    propose(text, setting) {
      if (text.search(pattern) < 0) return []
      const edits: Edit[] = []
      let [unit, point] = [0, 0]
      for (const match of text.matchAll(pattern)) {
        const insert = replace(match[0], setting)
        if (insert === null || insert === match[0]) continue
        point += codePoints(text.slice(unit, match.index))
        unit = match.index
        edits.push({ from: point, to: point + codePoints(match[0]), insert, rule: id })
      }
      return edits
    },
  }
}

export const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Edits that do not overlap, in order; of two that overlap the earlier rule wins. Every edit replaces something. */
export function settle(proposed: Edit[]): Edit[] {
  if (!proposed.length) return proposed
  const taken = new Set<number>()
  const free = (edit: Edit): boolean => {
    for (let at = edit.from; at < edit.to; at++) if (taken.has(at)) return false
    for (let at = edit.from; at < edit.to; at++) taken.add(at)
    return true
  }
  return proposed.filter(free).sort((a, b) => a.from - b.from)
}

/** `text` with settled edits applied. */
export function applyEdits(text: string, edits: Edit[]): string {
  if (!edits.length) return text
  const chars = [...text]
  let out = ""
  let at = 0
  for (const edit of edits) {
    out += chars.slice(at, edit.from).join("") + edit.insert
    at = edit.to
  }
  return out + chars.slice(at).join("")
}
