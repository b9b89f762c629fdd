// Imports as the host knows them, and the items of those that are looked at.
import type { Client } from "../../shared/client.ts"
import type { EventData, ImportItem, ImportReading, ImportSummary } from "../../shared/contract.ts"
import { type Pace, paceAfter } from "./pace.ts"
import { makeStore, type Store } from "./store.ts"

export interface ImportList {
  /** The newest first. */
  imports: readonly ImportSummary[]
  /** Items of imports that have been looked at, by import id. */
  items: Readonly<Record<string, readonly ImportItem[]>>
}

export type Readings = Readonly<Record<number, ImportReading>>

export interface Imports {
  store: Store<ImportList>
  /** By import id, of those that were seen running. */
  paces: Store<Readonly<Record<string, Pace>>>
  /** How far files are that are being read, by item id. */
  readings: Store<Readings>
  refresh(): Promise<void>
  /** Reads the items of one import. */
  look(importId: string): Promise<void>
  cancel(importId: string): Promise<unknown>
  /** Works again on what failed or was cancelled: everything, or one file of it. */
  resume(importId: string, itemId?: number): Promise<unknown>
  /** Begins an import of the sample pages. */
  sample(): Promise<void>
}

export const finished = (one: ImportSummary): number => one.done + one.duplicate + one.failed + one.cancelled

/** What the list becomes when the host reports progress. */
export function withProgress(now: ImportList, { item, ...summary }: EventData<"import.progress">): ImportList {
  const known = now.imports.some((one) => one.id === summary.id)
  const imports = known ? now.imports.map((one) => (one.id === summary.id ? summary : one)) : [summary, ...now.imports]
  const items = now.items[summary.id]
  if (!item || !items) return { ...now, imports }
  const at = items.findIndex((one) => one.id === item.id)
  return { imports, items: { ...now.items, [summary.id]: at < 0 ? [...items, item] : items.with(at, item) } }
}

/** What is known of files being read when the state of one has changed. */
export function withoutEnded(now: Readings, item: ImportItem | null): Readings {
  if (!item || item.state === "working" || !now[item.id]) return now
  const { [item.id]: _, ...others } = now
  return others
}

export function makeImports(client: Client): Imports {
  const store = makeStore<ImportList>({ imports: [], items: {} })
  const paces = makeStore<Readonly<Record<string, Pace>>>({})
  const readings = makeStore<Readings>({})
  client.on("import.reading", (said) => readings.change((now) => ({ ...now, [said.itemId]: said })))
  client.on("import.progress", (said) => {
    const before = store.get().imports.find((one) => one.id === said.id)
    paces.change((now) => ({ ...now, [said.id]: paceAfter(now[said.id], before, said, Date.now()) }))
    store.change((now) => withProgress(now, said))
    readings.change((now) => withoutEnded(now, said.item))
  })
  const look = async (importId: string) => {
    const { items, ...summary } = await client.call("import.get", { importId })
    store.change((now) => {
      const { imports } = withProgress(now, { ...summary, item: null })
      return { imports, items: { ...now.items, [importId]: items } }
    })
  }
  return {
    store,
    paces,
    readings,
    look,
    refresh: async () => {
      const { imports } = await client.call("import.list", {})
      store.change((now) => ({ ...now, imports }))
      await Promise.all(Object.keys(store.get().items).map(look))
    },
    cancel: (importId) => client.call("import.cancel", { importId }),
    resume: async (importId, itemId) => {
      await client.call("import.resume", { importId, itemId })
      await look(importId)
    },
    sample: async () => look((await client.call("import.sample", {})).importId),
  }
}
