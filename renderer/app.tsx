// The main screen: title bar, rail, what the address asks for, status line. Panes meet here and nowhere else.
import { useEffect } from "react"
import type { PageSummary } from "../shared/contract.ts"
import { Home } from "./library/home.tsx"
import { Libraries } from "./library/libraries.tsx"
import { Rail } from "./library/rail.tsx"
import { NoToken } from "./notoken.tsx"
import { PageView } from "./pageview.tsx"
import { Export } from "./publish/export.tsx"
import { Choosers } from "./queue/choosers.tsx"
import { DropZone } from "./queue/dropzone.tsx"
import { useEndedUnseen } from "./queue/finished.ts"
import { Queue } from "./queue/queue.tsx"
import { Welcome } from "./queue/welcome.tsx"
import { Search } from "./search/search.tsx"
import { neighbour } from "./state/order.ts"
import type { Scope } from "./state/route.ts"
import { type Session, SessionProvider, useSession, useWords } from "./state/session.ts"
import { useStore } from "./state/store.ts"
import { Icon } from "./ui/icon.tsx"
import { focusPane, useCommandKeys, useCommands } from "./ui/keys.ts"
import { pageName } from "./ui/pagename.ts"
import { StatusBar } from "./ui/statusbar.tsx"
import { TitleBar } from "./ui/titlebar.tsx"

export function App({ session }: { session: Session }) {
  const denied = useStore(session.connection, (state) => state === "denied")
  if (denied) return <NoToken settings={session.settings} denied />
  return (
    <SessionProvider value={session}>
      <Screen />
    </SessionProvider>
  )
}

function Screen() {
  const session = useSession()
  const { pages, routes } = session
  const { words } = useWords()
  const { known, pages: list } = useStore(pages.store)
  const page = usePage()
  const ended = useEndedUnseen()
  const title = `${ended ? "✓ " : ""}${page ? `${pageName(page, words)} · ` : ""}${words.app}`
  useEffect(() => {
    document.title = title
  }, [title])
  useCommandKeys()
  useCommands({
    "pane.next": () => focusPane(1),
    "pane.previous": () => focusPane(-1),
    "search.open": () => routes.go({ view: "search", query: "" }),
    "queue.open": () => routes.go({ view: "queue" }),
    "import.open": () => routes.go({ view: "queue" }),
    "library.open": () => routes.go({ view: "libraries" }),
    "export.open": {
      run: () => routes.go({ view: "export", scope: usualScope(session) }),
      enabled: () => pages.store.get().pages.length > 0,
    },
    "home.open": () => routes.go({ view: "home" }),
    "view.back": { run: routes.back, enabled: () => routes.store.get().view !== "home" },
  })
  return (
    <div className={list.length > 0 ? "screen" : "screen no-rail"} data-known={known}>
      <TitleBar where={page && <Where page={page} />}>
        <Tools />
      </TitleBar>
      {list.length > 0 && <Rail />}
      <View page={page} />
      <StatusBar />
      <DropZone />
      <Choosers />
    </div>
  )
}

/** What a person who asks for an export most likely means: the open page, what is selected, else everything. */
function usualScope({ routes, selection }: Session): Scope {
  const route = routes.store.get()
  if (route.view === "page") return { of: "page", pageId: route.pageId }
  return selection.get().ids.size > 0 ? { of: "selected" } : { of: "all" }
}

/** The page the address names, if the library has it. */
function usePage(): PageSummary | null {
  const { pages, routes } = useSession()
  const pageId = useStore(routes.store, (route) => (route.view === "page" ? route.pageId : null))
  return useStore(pages.store, (now) => now.pages.find((page) => page.id === pageId) ?? null)
}

function View({ page }: { page: PageSummary | null }) {
  const { pages, imports, sending, routes } = useSession()
  const { words } = useWords()
  const route = useStore(routes.store)
  const { known, pages: list } = useStore(pages.store)
  const importing = useStore(imports.store, (now) => now.imports.length > 0)
  const busy = useStore(sending.store, (now) => now.length > 0)
  if (!known) return <main className="waiting" aria-busy="true" />
  if (page) return <PageView page={page} articleId={route.view === "page" ? route.articleId : null} />
  if (route.view === "page") return <main className="waiting">{words.pageGone}</main>
  if (route.view === "search") return <Search query={route.query} />
  if (route.view === "queue") return <Queue />
  if (route.view === "libraries") return <Libraries />
  if (route.view === "export") return <Export scope={route.scope} />
  if (list.length === 0) return importing || busy ? <Queue /> : <Welcome />
  return <Home />
}

/** The page's name between the ways to its neighbours. */
function Where({ page }: { page: PageSummary }) {
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
      <Turn
        name={words.previousPage}
        keys="Alt+PageUp"
        icon="left"
        next={neighbour(list, page.id, -1)}
        go={() => go(-1)}
      />
      <h1>{pageName(page, words)}</h1>
      <Turn
        name={words.nextPage}
        keys="Alt+PageDown"
        icon="right"
        next={neighbour(list, page.id, 1)}
        go={() => go(1)}
      />
    </>
  )
}

interface TurnProps {
  name: string
  keys: string
  icon: "left" | "right"
  next: PageSummary | null
  go: () => void
}

function Turn({ name, keys, icon, next, go }: TurnProps) {
  return (
    <button type="button" className="quiet" aria-label={name} title={`${name} (${keys})`} disabled={!next} onClick={go}>
      <Icon name={icon} />
    </button>
  )
}

function Tools() {
  const { routes, commands, pages } = useSession()
  const { words } = useWords()
  const view = useStore(routes.store, (route) => route.view)
  const some = useStore(pages.store, (now) => now.pages.length > 0)
  return (
    <>
      {some && (
        <button
          type="button"
          aria-current={view === "export" ? "page" : undefined}
          title={`${words.exportPage} (Ctrl+E)`}
          data-action="export"
          onClick={() => commands.run("export.open")}
        >
          <Icon name="export" /> {words.exportPage}
        </button>
      )}
      <button
        type="button"
        aria-current={view === "queue" ? "page" : undefined}
        data-action="import"
        onClick={() => routes.go({ view: "queue" })}
      >
        <Icon name="import" /> {words.importPages}
      </button>
      <button
        type="button"
        aria-current={view === "search" ? "page" : undefined}
        title={`${words.searchFor} (Ctrl+Shift+F)`}
        data-action="search"
        onClick={() => routes.go({ view: "search", query: "" })}
      >
        <Icon name="search" /> {words.search}
      </button>
    </>
  )
}
