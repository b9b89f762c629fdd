// The library's list of pages, kept in step with the host.
import type { Client } from "../../shared/client.ts"
import type { PageSummary, Request } from "../../shared/contract.ts"
import { AppError, type Failure, failure } from "../../shared/errors.ts"
import { atMost } from "../bridge/limit.ts"
import { Unreachable } from "../bridge/loopback.ts"
import { makeStore, type Store } from "./store.ts"

interface PageList {
  /** False until the list has been read once. */
  known: boolean
  pages: readonly PageSummary[]
}

export type Correction = Omit<Request<"page.update">, "pageId" | "revision">

/** `error` is null where the host could not be reached. */
export interface Uncorrected {
  page: PageSummary
  error: Failure | null
}

export interface Corrected {
  changed: number
  failed: readonly Uncorrected[]
}

export interface Pages {
  store: Store<PageList>
  /** Whether a correction is on its way, or was committed last. */
  saving: Store<"saving" | "saved" | null>
  refresh(): Promise<void>
  /** Corrects facts on the revision the person saw. Throws AppError `conflict` after fetching the newer one. */
  correct(page: PageSummary, facts: Correction): Promise<void>
  /**
   * Gives many pages the same facts. A page that was changed meanwhile is taken as it now is: what the person asked for
   * does not depend on what was there.
   */
  correctAll(pages: readonly PageSummary[], facts: Correction): Promise<Corrected>
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
  // Pages whose change this page has asked for itself: their answers say what became of them.
  const own = new Set<string>()
  client.on("page.changed", ({ pageId }) => own.has(pageId) || changed(pageId))
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
    correctAll: async (chosen, facts) => {
      saving.set("saving")
      for (const page of chosen) own.add(page.id)
      const result = await correctEach(client, chosen, facts)
      for (const page of chosen) own.delete(page.id)
      const byId = new Map(result.corrected.map((page) => [page.id, page]))
      store.change((now) => ({ ...now, pages: now.pages.map((page) => byId.get(page.id) ?? page) }))
      saving.set(result.corrected.length > 0 ? "saved" : null)
      for (const { page } of result.failed) changed(page.id)
      return { changed: result.corrected.length, failed: result.failed }
    },
  }
}

async function correctEach(client: Client, chosen: readonly PageSummary[], facts: Correction) {
  const corrected: PageSummary[] = []
  const failed: Uncorrected[] = []
  const update = (page: PageSummary) =>
    client.call("page.update", { ...facts, pageId: page.id, revision: page.revision })
  const one = async (page: PageSummary) => {
    try {
      corrected.push(
        await update(page).catch(async (error) => {
          if (!(error instanceof AppError && error.code === "conflict")) throw error
          return update(await client.call("page.get", { pageId: page.id }))
        }),
      )
    } catch (error) {
      failed.push({ page, error: error instanceof Unreachable ? null : failure(error) })
    }
  }
  const oneOfTwo = atMost(2)
  await Promise.all(chosen.map((page) => oneOfTwo(() => one(page))))
  failed.sort((a, b) => chosen.indexOf(a.page) - chosen.indexOf(b.page))
  return { corrected, failed }
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
