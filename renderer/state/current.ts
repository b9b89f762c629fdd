// The page that is open: its document and what was read on its scan.
import type { Node } from "prosemirror-model"
import type { Client } from "../../shared/client.ts"
import { parseDocument } from "../../shared/document/saved.ts"
import { type Failure, failure } from "../../shared/errors.ts"
import type { Recognition } from "../../shared/model/recognition.ts"
import { Unreachable } from "../bridge/loopback.ts"
import { makeStore, type Store } from "./store.ts"

export interface OpenPage {
  pageId: string
  documentId: string
  version: number
  doc: Node
  recognition: Recognition
}

type Current =
  | { state: "none" }
  | { state: "opening"; pageId: string }
  | { state: "failed"; pageId: string; error: Failure }
  | { state: "open"; pageId: string; page: OpenPage }

export interface CurrentPage {
  store: Store<Current>
  open(pageId: string): Promise<void>
  /** Reads the open page again; what is shown stays until the new one has come. */
  refresh(): Promise<void>
}

export function makeCurrent(client: Client): CurrentPage {
  const store = makeStore<Current>({ state: "none" })
  const read = (pageId: string) => readInto(store, client, pageId)
  client.on("document.changed", ({ documentId, version }) => {
    const now = store.get()
    if (now.state !== "open" || now.page.documentId !== documentId || now.page.version >= version) return
    void read(now.pageId)
  })
  client.on("page.changed", ({ pageId }) => {
    const now = store.get()
    if (now.state === "failed" && now.pageId === pageId) void read(pageId)
  })
  return {
    store,
    open: async (pageId) => {
      const now = store.get()
      if (now.state !== "none" && now.state !== "failed" && now.pageId === pageId) return
      store.set({ state: "opening", pageId })
      await read(pageId)
    },
    refresh: async () => {
      const now = store.get()
      if (now.state !== "none") await read(now.pageId)
    },
  }
}

/** Puts the answer into the store, unless another page was asked for meanwhile. */
async function readInto(store: Store<Current>, client: Client, pageId: string): Promise<void> {
  const wanted = () => {
    const now = store.get()
    return now.state !== "none" && now.pageId === pageId
  }
  try {
    const { documentId, version, doc, recognition } = await client.call("document.open", { pageId })
    const page = { pageId, documentId, version, doc: parseDocument(doc), recognition: recognition as never }
    if (wanted()) store.set({ state: "open", pageId, page })
  } catch (error) {
    // Without a connection nothing is known to be wrong: what is shown stays, and the next connection reads again.
    if (wanted() && !(error instanceof Unreachable)) store.set({ state: "failed", pageId, error: failure(error) })
  }
}
