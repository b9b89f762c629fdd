// How the list of pages is filtered and sorted.
import type { PageSummary } from "../../shared/contract.ts"
import { type PageState, pageStates } from "../../shared/model/page.ts"
import { comparePageNumbers, compareWords, inOrder, nullLast } from "./order.ts"

export const columns = ["state", "newspaper", "date", "pageNumber", "section", "headlines", "source"] as const
export type Column = (typeof columns)[number]

export interface Listing {
  /** Words that all must occur somewhere in what is known of the page. */
  text: string
  state: PageState | null
  /** Null: the order of the rail. */
  sort: { by: Column; descending: boolean } | null
}

export const wholeList: Listing = { text: "", state: null, sort: null }

/** Up, down, then the order of the rail again. */
export function nextSort(sort: Listing["sort"], by: Column): Listing["sort"] {
  if (sort?.by !== by) return { by, descending: false }
  return sort.descending ? null : { by, descending: true }
}

const asSearched = (text: string): string => text.normalize("NFKC").toLowerCase()

const haystack = ({ newspaper, date, pageNumber, section, source, headlines }: PageSummary): string =>
  asSearched([newspaper, date, pageNumber, pageNumber && `${pageNumber}版`, section, source, ...headlines].join("\n"))

const compareText = nullLast(compareWords)
const compareNumber = nullLast(comparePageNumbers)

/** Sorts by a column, the unknown last whichever way. */
const comparison: Record<Column, (a: PageSummary, b: PageSummary) => number> = {
  state: (a, b) => pageStates.indexOf(a.state) - pageStates.indexOf(b.state),
  newspaper: (a, b) => compareText(a.newspaper, b.newspaper),
  date: (a, b) => compareText(a.date, b.date),
  pageNumber: (a, b) => compareNumber(a.pageNumber, b.pageNumber),
  section: (a, b) => compareText(a.section, b.section),
  headlines: (a, b) => a.headlines.length - b.headlines.length,
  source: (a, b) => compareWords(a.source, b.source),
}

const unknown = (page: PageSummary, by: Column): boolean => page[by] === null

function sorted(pages: readonly PageSummary[], { by, descending }: NonNullable<Listing["sort"]>): PageSummary[] {
  const compare = comparison[by]
  return [...pages].sort((a, b) => (descending && !unknown(a, by) && !unknown(b, by) ? compare(b, a) : compare(a, b)))
}

export function listed(pages: readonly PageSummary[], { text, state, sort }: Listing): readonly PageSummary[] {
  const words = asSearched(text).split(/\s+/).filter(Boolean)
  const wanted = (page: PageSummary): boolean => {
    if (state !== null && page.state !== state) return false
    if (words.length === 0) return true
    const hay = haystack(page)
    return words.every((word) => hay.includes(word))
  }
  const kept = inOrder(pages).filter(wanted)
  return sort ? sorted(kept, sort) : kept
}
