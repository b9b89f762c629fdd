// Everything the page knows and can do, built in one place and handed to the panes.
import { createContext, use } from "react"
import { type Client, makeClient } from "../../shared/client.ts"
import type { Language } from "../../shared/i18n/language.ts"
import type { PageDesktop } from "../bridge/desktop.ts"
import type { StreamState } from "../bridge/eventstream.ts"
import type { Host } from "../bridge/loopback.ts"
import { en } from "../i18n/en.ts"
import { type Dictionary, zh } from "../i18n/zh.ts"
import { type Commands, makeCommands } from "./commands.ts"
import { type CurrentPage, makeCurrent } from "./current.ts"
import { type Desk, makeDesk } from "./desk.ts"
import { download } from "./download.ts"
import { type Elsewhere, makeElsewhere } from "./elsewhere.ts"
import { watchEnding } from "./ending.ts"
import { type Exporting, makeExporting } from "./exporting.ts"
import { type Imports, makeImports } from "./imports.ts"
import { joinWindow } from "./inwindow.ts"
import { type Link, makeLink } from "./link.ts"
import { type Listing, wholeList } from "./listing.ts"
import { makeNotices, type Notices } from "./notices.ts"
import { makePages, type Pages } from "./pages.ts"
import { makeRecognizing, type Recognizing } from "./recognizing.ts"
import { makeRoutes, type Routes } from "./route.ts"
import { nothingSelected, type Selection } from "./selection.ts"
import { makeSending, type Sending } from "./sending.ts"
import type { Settings } from "./settings.ts"
import { makeStore, type Store, useStore } from "./store.ts"
import { makeUnsent, type Unsent } from "./unsent.ts"
import { makeWork, type Work } from "./work.ts"

export interface Session {
  host: Host
  client: Client
  /** Null in a browser. */
  desktop: PageDesktop | null
  settings: Store<Settings>
  commands: Commands
  routes: Routes
  connection: Store<StreamState>
  notices: Notices
  pages: Pages
  imports: Imports
  recognizing: Recognizing
  sending: Sending
  listing: Store<Listing>
  selection: Store<Selection>
  exporting: Exporting
  desk: Desk
  current: CurrentPage
  unsent: Unsent
  elsewhere: Elsewhere
  work: Work
  link: Link
}

export function makeSession(host: Host, desktop: PageDesktop | null, settings: Store<Settings>, page: Window): Session {
  const client = makeClient(host)
  /** Names this window to the host, so that it knows its own edits. */
  const clientId = crypto.randomUUID()
  const unsent = makeUnsent(page.sessionStorage)
  const desk = makeDesk(client, clientId, unsent)
  const session: Session = {
    host,
    client,
    desktop,
    settings,
    commands: makeCommands(),
    routes: makeRoutes(page),
    connection: makeStore<StreamState>("connecting"),
    notices: makeNotices(),
    pages: makePages(client),
    imports: makeImports(client),
    recognizing: makeRecognizing(client, desk.flush),
    sending: makeSending(host, client),
    listing: makeStore(wholeList),
    selection: makeStore(nothingSelected),
    exporting: makeExporting(client, desk.flush, download),
    desk,
    current: makeCurrent(client, desk, clientId),
    unsent,
    elsewhere: makeElsewhere(clientId, "BroadcastChannel" in page ? new BroadcastChannel("jiaoyang") : null),
    work: makeWork(),
    link: makeLink(),
  }
  follow(session, page)
  watchEnding(page, session, clientId)
  if (desktop) joinWindow(desktop, session)
  return session
}

/**
 * Whatever was missed while there was no stream is read again as soon as there is one. Where another library stands behind
 * the address by then, nothing that is known here is true any more: the page begins anew.
 */
function follow(
  { host, client, connection, routes, pages, imports, recognizing, current }: Session,
  page: Window,
): void {
  let library: string | null = null
  const opened = async () => {
    const { libraryId } = await client.call("app.info", {})
    library ??= libraryId
    if (library !== libraryId) {
      routes.replace({ view: "home" })
      page.location.reload()
    } else for (const part of [pages, imports, recognizing, current]) part.refresh().catch(() => {})
  }
  host.events.watch((state) => {
    connection.set(state)
    if (state === "open") opened().catch(() => {})
  })
}

const Context = createContext<Session | null>(null)
export const SessionProvider = Context.Provider

export function useSession(): Session {
  const session = use(Context)
  if (!session) throw new Error("no session")
  return session
}

export const dictionary = (language: Language): Dictionary => (language === "zh" ? zh : en)

/** The words of the present language, and the language itself. */
export function useWords(): { words: Dictionary; language: Language } {
  const language = useStore(useSession().settings, (settings) => settings.language)
  return { words: dictionary(language), language }
}
