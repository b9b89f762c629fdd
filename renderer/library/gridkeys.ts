// What keys do in the list of pages.
import type { KeyboardEvent } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import { type Column, columns } from "../state/listing.ts"
import { choose, everything, none } from "../state/selection.ts"
import type { Session } from "../state/session.ts"

/** The row that a key leads to; -1 for the head of the table, null for keys that lead to none. */
export function rowFor(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  at: number,
  count: number,
  pageful: number,
): number | null {
  const far = ctrlKey || metaKey
  if (key === "ArrowDown" && !far) return Math.min(at + 1, count - 1)
  if (key === "ArrowUp" && !far) return at - 1
  if (key === "PageDown" && !far) return Math.min(at + pageful, count - 1)
  if (key === "PageUp" && !far) return Math.max(at - pageful, 0)
  if (key === "Home" && far) return 0
  if (key === "End" && far) return count - 1
  return null
}

export function columnFor({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, column: Column): Column | null {
  if (ctrlKey || metaKey || shiftKey) return null
  const at = columns.indexOf(column)
  if (key === "ArrowRight") return columns[at + 1] ?? column
  if (key === "ArrowLeft") return columns[at - 1] ?? column
  if (key === "Home") return columns[0]
  if (key === "End") return columns.at(-1) ?? null
  return null
}

/** What other keys do with the row; says whether they did anything. */
export function act(
  { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  { selection, routes }: Session,
  page: PageSummary,
  order: readonly string[],
  edit: () => void,
): boolean {
  const command = ctrlKey || metaKey
  if (key.toLowerCase() === "a" && command && !shiftKey) selection.change((now) => everything(now, order))
  else if (command) return false
  else if (key === " ") selection.change((now) => choose(now, order, page.id, shiftKey ? "range" : "toggle"))
  else if (key === "Enter") routes.go({ view: "page", pageId: page.id, articleId: null })
  else if (key === "F2") edit()
  else if (key === "Escape" && selection.get().ids.size > 0) selection.change(none)
  else return false
  return true
}
