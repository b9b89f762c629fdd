// The library at a glance: how much there is in which state, where to go on, and every page in a list.
import { useEffect, useMemo, useRef } from "react"
import type { PageSummary } from "../../shared/contract.ts"
import type { PageState } from "../../shared/model/page.ts"
import { listed } from "../state/listing.ts"
import { inOrder } from "../state/order.ts"
import { withinList } from "../state/selection.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { pageName } from "../ui/pagename.ts"
import { Filters } from "./filters.tsx"
import { SelectionBar } from "./selectionbar.tsx"
import { PageTable } from "./table.tsx"

/** What waits for a person, the most begun first. */
const pending: readonly PageState[] = ["proof", "attention", "recognized"]

export function Home() {
  const { pages } = useSession()
  const { words } = useWords()
  const list = useStore(pages.store, (now) => now.pages)
  const rows = useRows(list)
  const main = useRef<HTMLElement>(null)
  const toList = () => focusList(main.current)
  useEffect(() => {
    if (document.activeElement === document.body) focusList(main.current)
  }, [])
  return (
    <main className="home" data-pane="home" tabIndex={-1} aria-label={words.library} ref={main}>
      <header className="home-head">
        <h1>{words.listing.title(list.length)}</h1>
        <ContinueWith list={list} />
      </header>
      <Filters list={list} shown={rows.length} toList={toList} />
      <div className="table-place">
        <PageTable rows={rows} />
        {rows.length === 0 && <p className="muted no-rows">{words.listing.none}</p>}
      </div>
      <SelectionBar rows={rows} toList={toList} />
    </main>
  )
}

const focusList = (main: HTMLElement | null) =>
  main?.querySelector<HTMLElement>("[role=gridcell][tabindex='0']")?.focus()

/** The pages of the list; what falls out of it is not selected any more. */
function useRows(list: readonly PageSummary[]): readonly PageSummary[] {
  const { listing, selection } = useSession()
  const wanted = useStore(listing)
  const rows = useMemo(() => listed(list, wanted), [list, wanted])
  useEffect(() => {
    const order = rows.map((page) => page.id)
    selection.change((now) => withinList(now, order))
  }, [rows, selection])
  return rows
}

function ContinueWith({ list }: { list: readonly PageSummary[] }) {
  const { routes } = useSession()
  const { words } = useWords()
  const next = pending.map((state) => inOrder(list).find((page) => page.state === state)).find(Boolean)
  if (!next) return null
  return (
    <button
      type="button"
      className="primary"
      onClick={() => routes.go({ view: "page", pageId: next.id, articleId: null })}
    >
      {words.continueWith}
      {words.colon}
      {pageName(next, words)}
    </button>
  )
}
