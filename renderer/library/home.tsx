// The library at a glance: how much there is in which state, and where to go on.
import type { ReactNode } from "react"
import { type PageState, pageStates } from "../../shared/model/page.ts"
import { inOrder } from "../state/order.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"
import { pageName } from "../ui/pagename.ts"
import { StateIcon } from "../ui/stateicon.tsx"

/** What waits for a person, the most begun first. */
const pending: readonly PageState[] = ["proof", "attention", "recognized"]

export function Home({ children }: { children: ReactNode }) {
  const { pages, routes } = useSession()
  const { words } = useWords()
  const list = useStore(pages.store, (now) => now.pages)
  const next = pending.map((state) => inOrder(list).find((page) => page.state === state)).find(Boolean)
  return (
    <main className="home" data-pane="home" tabIndex={-1}>
      <p className="muted">{words.libraryIs}</p>
      <p className="total">{words.pageCount(list.length)}</p>
      <ul className="states">
        {pageStates.map((state) => {
          const count = list.filter((page) => page.state === state).length
          if (count === 0) return null
          return (
            <li key={state}>
              <StateIcon state={state} /> {words.pageState[state]} <b>{count}</b>
            </li>
          )
        })}
      </ul>
      {next && (
        <button
          type="button"
          className="primary"
          onClick={() => routes.go({ view: "page", pageId: next.id, articleId: null })}
        >
          {words.continueWith}
          {words.colon}
          {pageName(next, words)}
        </button>
      )}
      {children}
    </main>
  )
}
