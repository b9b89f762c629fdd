// The library's list of pages, kept in step with the host.
import type { Client } from "../../shared/client.ts"
import type { PageSummary, Request } from "../../shared/contract.ts"
import { AppError } from "../../shared/errors.ts"
import { makeStore, type Store } from "./store.ts"

interface PageList {
  /** False until the list has been read once. */
  known: boolean
  pages: readonly PageSummary[]
}

export type Correction = Omit<Request<"page.update">, "pageId" | "revision">

export interface Pages {
  store: Store<PageList>
  /** Whether a correction is on its way, or was committed last. */
  saving: Store<"saving" | "saved" | null>
  refresh(): Promise<void>
  /** Corrects facts on the revision the person saw. Throws AppError `conflict` after fetching the newer one. */
  correct(page: PageSummary, facts: Correction): Promise<void>
}

const batch = 1000
/** Above this many changed pages at once the whole list is cheaper than each page by itself. */
const few = 5

/** `pages` with one of them replaced; a page not yet in the list is added at its end. */
export function withPage(pages: readonly PageSummary[], page: PageSummary): PageSummary[] {
  const at = pages.findIndex((one) => one.id === page.id)
  if (at < 0) return [...pages, page]
  return pages.map((one) => (one.id === page.id && one.revision <= page.revision ? page : one))
}

async function readAll(client: Client): Promise<PageSummary[]> {
  const all: PageSummary[] = []
  for (;;) {
    const { pages, total } = await client.call("page.list", { offset: all.length, limit: batch })
    all.push(...pages)
    if (pages.length === 0 || all.length >= total) return all
  }
}

export function makePages(client: Client): Pages {
  const store = makeStore<PageList>({ known: false, pages: [] })
  const saving = makeStore<"saving" | "saved" | null>(null)
  const put = (page: PageSummary) => store.change((now) => ({ ...now, pages: withPage(now.pages, page) }))
  const refresh = async () => store.set({ known: true, pages: await readAll(client) })
  const fetchOne = async (pageId: string) => {
    try {
      put(await client.call("page.get", { pageId }))
    } catch (error) {
      if (!(error instanceof AppError && error.code === "not-found")) throw error
      store.change((now) => ({ ...now, pages: now.pages.filter((page) => page.id !== pageId) }))
    }
  }
  const changed = gather((ids) => (ids.length > few ? refresh() : Promise.all(ids.map(fetchOne))))
  client.on("page.changed", ({ pageId }) => changed(pageId))
  return {
    store,
    saving,
    refresh,
    correct: async (page, facts) => {
      saving.set("saving")
      try {
        put(await client.call("page.update", { ...facts, pageId: page.id, revision: page.revision }))
        saving.set("saved")
      } catch (error) {
        saving.set(null)
        if (error instanceof AppError && error.code === "conflict") await fetchOne(page.id)
        throw error
      }
    },
  }
}

/** Collects ids for a moment, so that a burst of events costs one request. Losses are repaired by the next refresh. */
function gather(work: (ids: string[]) => Promise<unknown>): (id: string) => void {
  const ids = new Set<string>()
  return (id) => {
    ids.add(id)
    if (ids.size > 1) return
    setTimeout(() => {
      const all = [...ids]
      ids.clear()
      work(all).catch(() => {})
    }, 150)
  }
}
