// What a cell of the list shows.
import type { PageSummary } from "../../shared/contract.ts"
import type { Column } from "../state/listing.ts"
import { routeHash } from "../state/route.ts"
import { useSession, useWords } from "../state/session.ts"
import type { Fact } from "../ui/facts.ts"
import { StateIcon } from "../ui/stateicon.tsx"

export const isEditable = (column: Column): column is Fact => column !== "headlines" && column !== "source"

export function CellValue({ page, column }: { page: PageSummary; column: Column }) {
  const { words } = useWords()
  if (column === "headlines") return <Headlines page={page} />
  if (column === "state")
    return (
      <>
        <StateIcon state={page.state} /> <span aria-hidden="true">{words.pageState[page.state]}</span>
      </>
    )
  return (
    <span className="value" title={page[column] ?? undefined} lang={column === "source" ? undefined : "zh"}>
      {page[column]}
    </span>
  )
}

/** The first headline, which opens the page, and how many there are. */
function Headlines({ page }: { page: PageSummary }) {
  const { routes } = useSession()
  const { words } = useWords()
  const route = { view: "page", pageId: page.id, articleId: null } as const
  return (
    <>
      <a
        className="value"
        href={routeHash(route)}
        tabIndex={-1}
        title={page.headlines.join("\n")}
        lang={page.headlines.length > 0 ? "zh" : undefined}
        onClick={(event) => {
          event.preventDefault()
          event.stopPropagation()
          routes.go(route)
        }}
      >
        {page.headlines[0] || words.listing.noHeadline}
      </a>
      {page.headlines.length > 1 && <span className="count">{page.headlines.length}</span>}
    </>
  )
}
