// The main screen: title bar, rail, what the address asks for, status line. Panes meet here and nowhere else.
import { useEffect, useState } from "react"
import type { PageSummary } from "../shared/contract.ts"
import { Home } from "./library/home.tsx"
import { Libraries } from "./library/libraries.tsx"
import { Rail } from "./library/rail.tsx"
import { NoToken } from "./notoken.tsx"
import { PageView } from "./pageview.tsx"
import { Palette } from "./palette/palette.tsx"
import { Export } from "./publish/export.tsx"
import { Choosers } from "./queue/choosers.tsx"
import { DropZone } from "./queue/dropzone.tsx"
import { useEndedUnseen } from "./queue/finished.ts"
import { Queue } from "./queue/queue.tsx"
import { Welcome } from "./queue/welcome.tsx"
import { Search } from "./search/search.tsx"
import { KeySheet } from "./settings/keysheet.tsx"
import { SettingsPage } from "./settings/settings.tsx"
import type { Scope } from "./state/route.ts"
import { type Session, SessionProvider, useSession, useWords } from "./state/session.ts"
import { changePanes, nextTheme, usualPanes } from "./state/settings.ts"
import { useStore } from "./state/store.ts"
import { Tools, Where } from "./titletools.tsx"
import { Boundary } from "./ui/boundary.tsx"
import { Drawer } from "./ui/drawer.tsx"
import { focusMain, focusPane, useCommandKeys, useCommands, useMainFocus } from "./ui/keys.ts"
import { useNarrow } from "./ui/medium.ts"
import { pageName } from "./ui/pagename.ts"
import { Split } from "./ui/split.tsx"
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
  const { known } = useStore(pages.store)
  const page = usePage()
  const ended = useEndedUnseen()
  const title = `${ended ? "✓ " : ""}${page ? `${pageName(page, words)} · ` : ""}${words.app}`
  useEffect(() => {
    document.title = title
  }, [title])
  useCommandKeys()
  useFrameCommands()
  useMainFocus(useStore(routes.store, (route) => (route.view === "page" ? `page ${route.pageId}` : route.view)))
  return (
    <div className="screen" data-known={known}>
      <button type="button" className="skip" onClick={focusMain}>
        {words.frame.skip}
      </button>
      <TitleBar where={page && <Where page={page} />}>
        <Tools />
      </TitleBar>
      <Body page={page} />
      <StatusBar />
      <DropZone />
      <Choosers />
      <Palette />
    </div>
  )
}

/** What can be done whatever is shown. */
function useFrameCommands(): void {
  const session = useSession()
  const { pages, routes, settings } = session
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
    "settings.open": () => routes.go({ view: "settings" }),
    "keys.open": () => routes.go({ view: "keys" }),
    // A page is left by going elsewhere: Escape belongs to what is open on it.
    "view.back": { run: routes.back, enabled: () => !["home", "page"].includes(routes.store.get().view) },
    "theme.next": () => settings.change((now) => ({ ...now, theme: nextTheme(now.theme) })),
    "language.switch": () => settings.change((now) => ({ ...now, language: now.language === "zh" ? "en" : "zh" })),
  })
}

/** The rail beside the view; in a narrow window it lies over the view while it is asked for. */
function Body({ page }: { page: PageSummary | null }) {
  const { pages, routes, settings } = useSession()
  const { words } = useWords()
  const narrow = useNarrow()
  const { rail, railWidth } = useStore(settings, (now) => now.panes)
  const some = useStore(pages.store, (now) => now.pages.length > 0)
  const [drawn, draw] = useState(false)
  const route = useStore(routes.store)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was chosen, the drawer has served
  useEffect(() => draw(false), [route, narrow])
  useCommands({
    "rail.toggle": {
      run: () => (narrow ? draw(!drawn) : changePanes(settings, (panes) => ({ rail: !panes.rail }))),
      checked: () => (narrow ? drawn : settings.get().panes.rail),
      enabled: () => some,
    },
  })
  const library = some && (narrow ? drawn : rail) && (
    <Boundary>
      <Rail />
    </Boundary>
  )
  return (
    <div className="body">
      {narrow && library && <Drawer close={() => draw(false)}>{library}</Drawer>}
      <Split
        name={words.frame.resizeRail}
        first={library && !narrow ? { key: "rail", content: library } : null}
        second={{
          key: "view",
          content: (
            <Boundary key={route.view}>
              <View page={page} />
            </Boundary>
          ),
        }}
        apart
        unit="px"
        size={railWidth}
        usual={usualPanes.railWidth}
        min={160}
        max={480}
        least={[160, 722]}
        remember={(width) => changePanes(settings, () => ({ railWidth: width }))}
      />
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
  if (route.view === "settings") return <SettingsPage />
  if (route.view === "keys") return <KeySheet />
  if (list.length === 0) return importing || busy ? <Queue /> : <Welcome />
  return <Home />
}
