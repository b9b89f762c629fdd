// Pages that are being read again, whole or a region of them, and how the last reading of each ended.
import type { Client } from "../../shared/client.ts"
import type { RecognitionJob, Request } from "../../shared/contract.ts"
import { makeStore, type Store } from "./store.ts"

/** How a region is read; chosen anew only where it was not right. */
export type RegionReading = Required<Pick<Request<"page.recognize">, "engine" | "script" | "direction">>

type Jobs = Readonly<Record<string, RecognitionJob>>

export interface Recognizing {
  /** The newest job of each page, by page id. */
  store: Store<Jobs>
  /** As was chosen last. */
  region: Store<RegionReading>
  /** Reads what is running, after a time without events: what is not, has ended unheard. */
  refresh(): Promise<void>
  /** Sends what was just typed, then begins. */
  start(input: Request<"page.recognize">): Promise<void>
  cancel(pageId: string): Promise<void>
}

export function makeRecognizing(client: Client, flush: () => Promise<unknown>): Recognizing {
  const store = makeStore<Jobs>({})
  client.on("recognition.progress", (job) => store.change((now) => ({ ...now, [job.pageId]: job })))
  return {
    store,
    region: makeStore<RegionReading>({ engine: "auto", script: "auto", direction: "auto" }),
    refresh: async () => {
      const { jobs } = await client.call("recognition.list", {})
      const ended = Object.values(store.get()).filter((job) => job.state !== "running")
      store.set(Object.fromEntries([...ended, ...jobs].map((job) => [job.pageId, job])))
    },
    start: async (input) => {
      await flush()
      await client.call("page.recognize", input)
    },
    cancel: async (pageId) => {
      const job = store.get()[pageId]
      if (job?.state === "running") await client.call("recognition.cancel", { jobId: job.id })
    },
  }
}
