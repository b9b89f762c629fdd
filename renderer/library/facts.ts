// Facts as people type them.
import { isoDate } from "../ui/date.ts"
import type { Fact } from "./cell.tsx"

/** States that a person can give a page. */
export const settable = ["recognized", "proof", "final"] as const

/** What was typed as the fact is kept: null for an empty field; undefined where it is not understood. */
export function factFrom(fact: Fact, typed: string): string | null | undefined {
  const text = typed.trim()
  if (!text) return null
  return fact === "date" ? (isoDate(text) ?? undefined) : text
}
