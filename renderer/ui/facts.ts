// Facts of a page as people give them, in its own fields and in the list alike.
import { useMemo } from "react"
import { useSession } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { isoDate } from "./date.ts"

export type Fact = "newspaper" | "date" | "pageNumber" | "section" | "state"

/** What was typed as the fact is kept: null for an empty field; undefined where it is not understood. */
export function factFrom(fact: Fact, typed: string): string | null | undefined {
  const text = typed.trim()
  if (!text) return null
  return fact === "date" ? (isoDate(text) ?? undefined) : text
}

/** Names of the newspapers in the library, to choose from. */
export function useNewspapers(): string[] {
  const list = useStore(useSession().pages.store, (now) => now.pages)
  return useMemo(() => [...new Set(list.flatMap((page) => page.newspaper ?? []))].sort(), [list])
}
