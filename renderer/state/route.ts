// Where the person is, as an address in the fragment: the browser's own back and forward keys work.
import { makeStore, type Store } from "./store.ts"

/** What is to be exported. */
export type Scope =
  | { of: "page"; pageId: string }
  | { of: "selected" }
  | { of: "issue"; newspaper: string | null; date: string | null }
  | { of: "all" }

export type Route =
  | { view: "home" }
  | { view: "queue" }
  | { view: "libraries" }
  | { view: "export"; scope: Scope }
  | { view: "settings" }
  | { view: "keys" }
  | { view: "search"; query: string }
  | { view: "page"; pageId: string; articleId: string | null }

export function parseRoute(hash: string): Route {
  const [view, ...rest] = hash.replace(/^#\/?/, "").split("/").map(decoded)
  const [first, second] = rest
  if (view === "queue" || view === "libraries" || view === "settings" || view === "keys") return { view }
  if (view === "export") return { view: "export", scope: parseScope(rest) }
  if (view === "search") return { view: "search", query: first ?? "" }
  if (view === "page" && first) return { view: "page", pageId: first, articleId: second || null }
  return { view: "home" }
}

function parseScope([of, first, second]: string[]): Scope {
  if (of === "page" && first) return { of, pageId: first }
  if (of === "issue") return { of, newspaper: first || null, date: second || null }
  return of === "selected" ? { of } : { of: "all" }
}

function scopeHash(scope: Scope): string {
  if (scope.of === "page") return `page/${scope.pageId}`
  if (scope.of === "issue") return `issue/${encodeURIComponent(scope.newspaper ?? "")}/${scope.date ?? ""}`
  return scope.of
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function routeHash(route: Route): string {
  if (route.view === "home") return "#/"
  if (route.view === "export") return `#/export/${scopeHash(route.scope)}`
  if (route.view === "search") return `#/search/${encodeURIComponent(route.query)}`
  if (route.view !== "page") return `#/${route.view}`
  return `#/page/${route.pageId}${route.articleId ? `/${encodeURIComponent(route.articleId)}` : ""}`
}

export interface Routes {
  store: Store<Route>
  go(route: Route): void
  /** Changes the address without a step to come back to. */
  replace(route: Route): void
  back(): void
}

/** Follows the window's address and moves it. */
export function makeRoutes(page: Window): Routes {
  const store = makeStore(parseRoute(page.location.hash))
  let depth = 0
  page.addEventListener("popstate", () => {
    depth = Number((page.history.state as { depth?: number } | null)?.depth ?? 0)
    store.set(parseRoute(page.location.hash))
  })
  const replace = (route: Route) => {
    page.history.replaceState({ depth }, "", routeHash(route))
    store.set(route)
  }
  return {
    store,
    replace,
    go: (route) => {
      if (routeHash(route) === routeHash(store.get())) return
      page.history.pushState({ depth: ++depth }, "", routeHash(route))
      store.set(route)
    },
    back: () => {
      if (depth > 0) page.history.back()
      else replace({ view: "home" })
    },
  }
}
