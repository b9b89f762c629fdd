// What the title bar holds: where one is, and the ways to what is done most.
import type { CommandId } from "../shared/commands/table.ts"
import type { PageSummary } from "../shared/contract.ts"
import { neighbour } from "./state/order.ts"
import { useSession, useWords } from "./state/session.ts"
import { useStore } from "./state/store.ts"
import { Icon } from "./ui/icon.tsx"
import { useKeyHint } from "./ui/keyhint.ts"
import { useCommands } from "./ui/keys.ts"
import { pageName } from "./ui/pagename.ts"

/** The page's name between the ways to its neighbours. */
export function Where({ page }: { page: PageSummary }) {
  const { pages, routes } = useSession()
  const { words } = useWords()
  const list = useStore(pages.store, (now) => now.pages)
  const go = (step: 1 | -1) => {
    const next = neighbour(list, page.id, step)
    if (next) routes.go({ view: "page", pageId: next.id, articleId: null })
  }
  useCommands({ "page.next": () => go(1), "page.previous": () => go(-1) })
  return (
    <>
      <Turn id="page.previous" icon="left" next={neighbour(list, page.id, -1)} go={() => go(-1)} />
      <h1>{pageName(page, words)}</h1>
      <Turn id="page.next" icon="right" next={neighbour(list, page.id, 1)} go={() => go(1)} />
    </>
  )
}

interface TurnProps {
  id: CommandId
  icon: "left" | "right"
  next: PageSummary | null
  go: () => void
}

function Turn({ id, icon, next, go }: TurnProps) {
  const { words } = useWords()
  const hint = useKeyHint(id)
  return (
    <button type="button" className="quiet" aria-label={words.command[id]} title={hint} disabled={!next} onClick={go}>
      <Icon name={icon} />
    </button>
  )
}

export function Tools() {
  const { routes, commands, pages } = useSession()
  const { words } = useWords()
  const view = useStore(routes.store, (route) => route.view)
  const some = useStore(pages.store, (now) => now.pages.length > 0)
  const searchHint = useKeyHint("search.open")
  const exportHint = useKeyHint("export.open")
  return (
    <>
      {some && (
        <button
          type="button"
          aria-current={view === "export" ? "page" : undefined}
          title={exportHint}
          data-action="export"
          onClick={() => commands.run("export.open")}
        >
          <Icon name="export" /> <span className="label">{words.exportPage}</span>
        </button>
      )}
      <button
        type="button"
        aria-current={view === "queue" ? "page" : undefined}
        aria-label={words.importPages}
        data-action="import"
        onClick={() => routes.go({ view: "queue" })}
      >
        <Icon name="import" /> <span className="label">{words.importPages}</span>
      </button>
      <button
        type="button"
        aria-current={view === "search" ? "page" : undefined}
        title={searchHint}
        aria-label={words.search}
        data-action="search"
        onClick={() => routes.go({ view: "search", query: "" })}
      >
        <Icon name="search" /> <span className="label">{words.search}</span>
      </button>
    </>
  )
}
