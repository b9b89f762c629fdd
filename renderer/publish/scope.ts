// Which pages an export takes.
import type { PageSummary } from "../../shared/contract.ts"
import { inOrder } from "../state/order.ts"
import type { Scope } from "../state/route.ts"

/** The pages of a scope in their order; those that are not there any more are left out. */
export function pagesOf(scope: Scope, pages: readonly PageSummary[], selected: ReadonlySet<string>): PageSummary[] {
  return inOrder(pages).filter((page) => {
    if (scope.of === "page") return page.id === scope.pageId
    if (scope.of === "selected") return selected.has(page.id)
    return scope.of === "all" || (page.newspaper === scope.newspaper && page.date === scope.date)
  })
}

export interface Issue {
  newspaper: string | null
  date: string | null
  count: number
}

/** Every newspaper and day that there is, in the order of the pages. */
export function issuesOf(pages: readonly PageSummary[]): Issue[] {
  const issues: Issue[] = []
  for (const { newspaper, date } of inOrder(pages)) {
    const last = issues.at(-1)
    if (last && last.newspaper === newspaper && last.date === date) last.count++
    else issues.push({ newspaper, date, count: 1 })
  }
  return issues
}
