// The page that is open.
import type { Client } from "../../shared/client.ts"
import { type Failure, failure } from "../../shared/errors.ts"
import { Unreachable } from "../bridge/loopback.ts"
import type { Desk, WorkedPage } from "./desk.ts"
import { makeStore, type Store } from "./store.ts"

type Current =
  | { state: "none" }
  | { state: "opening"; pageId: string }
  | { state: "failed"; pageId: string; error: Failure }
  | { state: "open"; pageId: string; page: WorkedPage }

export interface CurrentPage {
  store: Store<Current>
  open(pageId: string): Promise<void>
  /** Reads the page as it is in the library; what could not be stored is given up. */
  reopen(): void
  /** Leaves the page; it stays on the desk. */
  leave(): void
  /** Reads again what could not be read, and what others may have changed. */
  refresh(): Promise<void>
}

export function makeCurrent(client: Client, desk: Desk, clientId: string): CurrentPage {
  const store = makeStore<Current>({ state: "none" })
  const read = (pageId: string) => readInto(store, desk, pageId)
  client.on("document.changed", ({ documentId, clientId: by }) => {
    if (by === clientId) return
    desk
      .pages()
      .find((page) => page.editing.documentId === documentId)
      ?.saver.catchUp()
  })
  client.on("page.changed", ({ pageId }) => {
    const now = store.get()
    if (now.state === "failed" && now.pageId === pageId) void read(pageId)
  })
  const reopen = () => {
    const now = store.get()
    if (now.state === "none") return
    desk.putAway(now.pageId)
    store.set({ state: "opening", pageId: now.pageId })
    void read(now.pageId)
  }
  whenReread(store, reopen)
  return {
    store,
    reopen,
    open: async (pageId) => {
      const now = store.get()
      if (now.state !== "none" && now.state !== "failed" && now.pageId === pageId) return
      const known = desk.find(pageId)
      store.set(known ? { state: "open", pageId, page: known } : { state: "opening", pageId })
      await read(pageId)
    },
    leave: () => store.set({ state: "none" }),
    refresh: async () => {
      for (const page of desk.pages()) page.saver.catchUp()
      const now = store.get()
      if (now.state === "opening" || now.state === "failed") await read(now.pageId)
    },
  }
}

/** Opens the page anew when it was read again and all that was written here is stored. */
function whenReread(store: Store<Current>, reopen: () => void): void {
  let stop = () => {}
  store.subscribe(() => {
    stop()
    const now = store.get()
    if (now.state !== "open") return
    const { saved, reread } = now.page.saver
    stop = saved.subscribe(() => {
      if (reread.get() && saved.get().state === "saved") reopen()
    })
  })
}

/** Puts the answer into the store, unless another page was asked for meanwhile. */
async function readInto(store: Store<Current>, desk: Desk, pageId: string): Promise<void> {
  const wanted = () => {
    const now = store.get()
    return now.state !== "none" && now.pageId === pageId
  }
  try {
    const page = await desk.open(pageId)
    const now = store.get()
    if (wanted() && !(now.state === "open" && now.page === page)) store.set({ state: "open", pageId, page })
  } catch (error) {
    // Without a connection nothing is known to be wrong: the next connection reads again.
    if (wanted() && !(error instanceof Unreachable)) store.set({ state: "failed", pageId, error: failure(error) })
  }
}
