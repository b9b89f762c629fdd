// Pages as files to keep: one page is the file itself, several are a zip with one file a page. An export goes on while
// the person works elsewhere, and a page that fails is named with its reason and left out.
import { strToU8, Zip, ZipDeflate } from "fflate"
import type { Client } from "../../shared/client.ts"
import type { exportFormats, Output, PageSummary } from "../../shared/contract.ts"
import { type Failure, failure } from "../../shared/errors.ts"
import { uniqueName } from "../../shared/export/filenames.ts"
import { atMost } from "../bridge/limit.ts"
import { Unreachable } from "../bridge/loopback.ts"
import { makeStore, type Store } from "./store.ts"

export type Format = (typeof exportFormats)[number]

/** `error` is null where the host could not be reached. */
export interface Unexported {
  page: PageSummary
  error: Failure | null
}

export interface ExportJob {
  state: "running" | "ended" | "cancelled"
  total: number
  done: number
  failed: readonly Unexported[]
  /** Name of the file that was handed over; null where there was nothing to hand over. */
  file: string | null
}

export interface Exporting {
  /** The last export; null before the first. */
  store: Store<ExportJob | null>
  format: Store<Format>
  /** Exports pages; several go into a zip called `name`. One export runs at a time. */
  start(pages: readonly PageSummary[], name: string): Promise<void>
  cancel(): void
}

type Exported = Output<"export.page">

/** A zip that grows by one text at a time, so that never all texts are in memory. */
export function makeZip(): { add(name: string, text: string): void; end(): Blob } {
  const parts: BlobPart[] = []
  const taken = new Set<string>()
  const zip = new Zip((error, data) => {
    if (error) throw error
    parts.push(data as Uint8Array<ArrayBuffer>)
  })
  return {
    add: (name, text) => {
      const file = new ZipDeflate(uniqueName(name, taken), { level: 6 })
      zip.add(file)
      file.push(strToU8(text), true)
    },
    end: () => {
      zip.end()
      return new Blob(parts, { type: "application/zip" })
    },
  }
}

type Keep = (name: string, content: Blob) => void

/** `flush` commits what was just typed, so that it is in what is exported; `keep` hands the file over. */
export function makeExporting(client: Client, flush: () => Promise<unknown>, keep: Keep): Exporting {
  const store = makeStore<ExportJob | null>(null)
  const format = makeStore<Format>("txt")
  let stop = new AbortController()
  return {
    store,
    format,
    start: async (pages, name) => {
      if (store.get()?.state === "running") return
      stop = new AbortController()
      const { signal } = stop
      let job: ExportJob = { state: "running", total: pages.length, done: 0, failed: [], file: null }
      const become = (change: Partial<ExportJob>) => store.set((job = { ...job, ...change }))
      become({})
      await flush()
      const take = (page: PageSummary) => client.call("export.page", { pageId: page.id, format: format.get() })
      const zip = makeZip()
      let last: Exported | null = null
      await inTurn(pages, take, signal, (page, outcome) => {
        if ("error" in outcome) return become({ failed: [...job.failed, { page, error: outcome.error }] })
        if (pages.length > 1) zip.add(outcome.file.name, outcome.file.text)
        last = outcome.file
        become({ done: job.done + 1 })
      })
      if (signal.aborted) return void become({ state: "cancelled" })
      const file = last === null ? null : handedOver(last, pages.length > 1 ? { name, zip } : null, keep)
      become({ state: "ended", file })
    },
    cancel: () => stop.abort(),
  }
}

function handedOver(
  last: Exported,
  whole: { name: string; zip: ReturnType<typeof makeZip> } | null,
  keep: Keep,
): string {
  const name = whole ? `${whole.name}.zip` : last.name
  keep(name, whole ? whole.zip.end() : new Blob([last.text], { type: last.mime }))
  return name
}

type Outcome = { file: Exported } | { error: Failure | null }

/** Asks for two pages at a time, and hears the answers in the order of the pages. */
async function inTurn(
  pages: readonly PageSummary[],
  take: (page: PageSummary) => Promise<Exported>,
  signal: AbortSignal,
  hear: (page: PageSummary, outcome: Outcome) => void,
): Promise<void> {
  const oneOfTwo = atMost(2)
  const ask = (page: PageSummary): Promise<Outcome | null> =>
    oneOfTwo(async () => {
      if (signal.aborted) return null
      try {
        return { file: await take(page) }
      } catch (error) {
        return { error: error instanceof Unreachable ? null : failure(error) }
      }
    })
  const answers = pages.map((page) => ({ page, answer: ask(page) }))
  for (const { page, answer } of answers) {
    const outcome = await answer
    if (signal.aborted) return
    if (outcome) hear(page, outcome)
  }
}
