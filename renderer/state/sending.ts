// Files on their way to the host. Each batch of dropped or chosen files becomes one import once they have arrived.
// A file that cannot be sent does not hold up the others: it stays listed with its reason and can be sent again.
import type { Client } from "../../shared/client.ts"
import type { ImportOptions } from "../../shared/contract.ts"
import { type Failure, failure } from "../../shared/errors.ts"
import { type Host, Unreachable } from "../bridge/loopback.ts"
import { makeStore, type Store } from "./store.ts"

export interface NamedFile {
  name: string
  body: Blob
}

/** `error` is null where the host could not be reached. */
interface Unsent {
  file: NamedFile
  error: Failure | null
}

export interface Batch {
  id: number
  total: number
  sent: number
  /** What could not be sent, with the files kept for another try. */
  failed: readonly Unsent[]
  state: "sending" | "failed"
  options: ImportOptions
}

export interface Sending {
  store: Store<readonly Batch[]>
  /** What the person knows of the files to come: newspaper, date, script. */
  options: Store<ImportOptions>
  /** Sends the files and begins their import; gives its id, or null where nothing arrived. */
  send(files: readonly NamedFile[], options: ImportOptions): Promise<string | null>
  cancel(batchId: number): void
  retry(batchId: number): Promise<string | null>
  dismiss(batchId: number): void
}

const tries = 4
const pause = (attempt: number) => new Promise((resolve) => setTimeout(resolve, 1000 * attempt))

async function uploaded(host: Host, file: NamedFile, signal: AbortSignal): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await host.upload(file.name, file.body, signal)
    } catch (error) {
      if (!(error instanceof Unreachable) || attempt === tries) throw error
      await pause(attempt)
    }
  }
}

export function makeSending(host: Host, client: Client): Sending {
  const store = makeStore<readonly Batch[]>([])
  const aborts = new Map<number, AbortController>()
  const dismiss = (id: number) => store.change((now) => now.filter((batch) => batch.id !== id))
  let count = 0
  const send = async (files: readonly NamedFile[], options: ImportOptions): Promise<string | null> => {
    const id = ++count
    const abort = new AbortController()
    aborts.set(id, abort)
    store.change((now) => [{ id, total: files.length, sent: 0, failed: [], state: "sending", options }, ...now])
    const uploads = await sendAll(host, files, abort.signal, (change) =>
      store.change((now) => now.map((batch) => (batch.id === id ? change(batch) : batch))),
    )
    const some = store.get().some((batch) => batch.id === id && batch.state === "failed")
    if (abort.signal.aborted || !some) dismiss(id)
    if (abort.signal.aborted || uploads.length === 0) return null
    return (await client.call("import.start", { uploads, options })).importId
  }
  return {
    store,
    options: makeStore<ImportOptions>({}),
    send,
    dismiss,
    cancel: (id) => aborts.get(id)?.abort(),
    retry: async (id) => {
      const batch = store.get().find((one) => one.id === id)
      dismiss(id)
      return batch ? send(files(batch), batch.options) : null
    },
  }
}

const files = (batch: Batch): NamedFile[] => batch.failed.map((one) => one.file)

/** Sends every file that can be sent; gives their ids in the order of the files. */
async function sendAll(
  host: Host,
  files: readonly NamedFile[],
  signal: AbortSignal,
  update: (change: (batch: Batch) => Batch) => void,
): Promise<string[]> {
  const sendOne = async (file: NamedFile) => {
    try {
      const uploadId = await uploaded(host, file, signal)
      update((batch) => ({ ...batch, sent: batch.sent + 1 }))
      return uploadId
    } catch (error) {
      const unsent = { file, error: error instanceof Unreachable ? null : failure(error) }
      if (!signal.aborted) update((batch) => ({ ...batch, failed: [...batch.failed, unsent] }))
      return null
    }
  }
  const ids = await Promise.all(files.map(sendOne))
  update((batch) => ({ ...batch, state: batch.failed.length > 0 ? "failed" : "sending" }))
  return ids.filter((id) => id !== null)
}
