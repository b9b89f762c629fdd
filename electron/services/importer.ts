// Works through imports: one file after another, each page one transaction, each file one outcome. Killed anywhere and
// started again it goes on where it was: what is in the library is found by its content and not done twice.
import type { ImportItem, ImportOptions } from "../../shared/contract.ts"
import { type AppError, type Failure, failure } from "../../shared/errors.ts"
import type { EnginePool, RunOptions } from "../engine/pool.ts"
import type { Inspection } from "../engine/protocol.ts"
import type { Announcer } from "./announcer.ts"
import { digitizePage, eachPage, inspect, readAsUsual } from "./digitize.ts"
import { withKnown } from "./filenames.ts"
import type { Candidate } from "./intake.ts"
import {
  batchOptions,
  claimItem,
  createBatch,
  finishItem,
  hasWaiting,
  type ItemRow,
  itemOf,
  moveItems,
  summarize,
} from "./library/batches.ts"
import { type Db, sqliteError } from "./library/database.ts"
import type { Library } from "./library/library.ts"
import { addPage, findPage, hasScan } from "./library/pages.ts"
import { errorDetail, type Log } from "./log.ts"

export interface Importer {
  /** Begins a batch; it goes on by itself. */
  start(files: Candidate[], options: ImportOptions): Promise<string>
  /** Goes on with what is waiting; `again` also with what failed or was cancelled, or with one item of that. */
  resume(batchId: string, again: boolean, itemId?: number): Promise<void>
  cancel(batchId: string): Promise<void>
  running(batchId: string): boolean
  /** Settles when nothing of the batch is left to do. */
  finished(batchId: string): Promise<void>
  close(): Promise<void>
}

interface Work {
  stop: AbortController
  done: Promise<void>
}

export interface ImporterParts {
  library: Library
  pool: EnginePool
  announcer: Announcer
  log: Log
  /** How many files are read at a time. */
  jobs: number
}

export function makeImporter(parts: ImporterParts): Importer {
  const { library, announcer, jobs } = parts
  const working = new Map<string, Work>()

  const tell = async (batchId: string, row: ItemRow | null) => {
    const summary = await summarize(library.db, batchId, working.has(batchId))
    announcer.announce("import.progress", { ...summary, item: row ? itemOf(row) : null })
  }

  const begin = async (batchId: string) => {
    const options = await batchOptions(library.db, batchId)
    if (working.has(batchId)) return
    const stop = new AbortController()
    const lanes = Array.from({ length: jobs }, () => workThrough(parts, batchId, options, stop.signal, tell))
    const done = Promise.all(lanes)
      .then(
        () => true,
        (error) => void parts.log("import failed", errorDetail(error)),
      )
      .then(async (whole) => {
        working.delete(batchId)
        if (stop.signal.aborted) return
        // Something was put back to work just as the last lane ended.
        if (whole && (await hasWaiting(library.db, batchId))) {
          await begin(batchId)
          await working.get(batchId)?.done
        } else await tell(batchId, null)
      })
    working.set(batchId, { stop, done })
    await tell(batchId, null)
  }

  return {
    async start(files, options) {
      const batchId = await createBatch(library.db, files, options, library.random, library.now())
      await begin(batchId)
      return batchId
    },
    async resume(batchId, again, itemId) {
      await batchOptions(library.db, batchId)
      if (again) await moveItems(library.db, batchId, ["failed", "cancelled"], "waiting", itemId)
      await begin(batchId)
    },
    async cancel(batchId) {
      await batchOptions(library.db, batchId)
      const work = working.get(batchId)
      work?.stop.abort()
      await work?.done
      await moveItems(library.db, batchId, ["waiting", "working"], "cancelled")
      await tell(batchId, null)
    },
    running: (batchId) => working.has(batchId),
    finished: async (batchId) => working.get(batchId)?.done,
    async close() {
      for (const work of working.values()) work.stop.abort()
      await Promise.all([...working.values()].map((work) => work.done))
    },
  }
}

type Tell = (batchId: string, row: ItemRow | null) => Promise<void>

async function workThrough(
  parts: ImporterParts,
  batchId: string,
  options: ImportOptions,
  signal: AbortSignal,
  tell: Tell,
): Promise<void> {
  while (!signal.aborted) {
    const item = await claimItem(parts.library.db, batchId)
    if (!item) return
    await tell(batchId, item)
    const row = await importItem(parts, item, options, signal)
    if (row) await tell(batchId, row)
  }
}

/** Takes one file in; null where the work was stopped and the file is left for later. */
async function importItem(
  parts: ImporterParts,
  item: ItemRow,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<ItemRow | null> {
  const { library, log } = parts
  const end = (state: ImportItem["state"], outcome?: { error?: Failure; pageId?: string }) =>
    finishItem(library.db, item.id, state, outcome)
  try {
    const pages = await takeIn(parts, item, options, signal)
    for (const reason of pages.failed) log("page failed", { file: item.path, ...errorDetail(reason) })
    if (pages.failed[0]) return await end("failed", { error: named(failure(pages.failed[0]), item.name) })
    if (!pages.added.length) return await end("duplicate", { pageId: pages.known ?? "" })
    return await end("done", { pageId: pages.added[0] ?? "" })
  } catch (error) {
    if (signal.aborted) return null
    log("file failed", { file: item.path, ...errorDetail(error) })
    return end("failed", { error: named(failure(sqliteError(error, "")), item.name) })
  }
}

/** A reason names its file as the person knows it. */
const named = (reason: Failure, name: string): Failure => ({ ...reason, detail: { ...reason.detail, file: name } })

interface Taken {
  added: string[]
  /** A page that was there already. */
  known: string | null
  /** Why others are not there. */
  failed: AppError[]
}

async function takeIn(parts: ImporterParts, item: ItemRow, options: ImportOptions, signal: AbortSignal) {
  const { library, pool, log } = parts
  const run = { signal, onWarning: (text: string) => log("engine warning", { file: item.path, text }) }
  const inspection = await inspect(pool, item.path, run)
  const { extension } = inspection
  const sha256 = await library.scans.keep(item.path, extension)
  try {
    return await takePages(parts, item, options, inspection, sha256, run)
  } finally {
    await library.scans.release(sha256, extension, () => hasScan(library.db, sha256))
  }
}

async function takePages(
  { library, pool, announcer }: ImporterParts,
  item: ItemRow,
  options: ImportOptions,
  inspection: Inspection,
  sha256: string,
  run: RunOptions,
): Promise<Taken> {
  const { extension, bytes, pages } = inspection
  const { engine = readAsUsual.engine, script = readAsUsual.script, without = readAsUsual.without } = options
  const taken: Taken = { added: [], known: null, failed: [] }
  taken.failed = await eachPage(pages, async (pageIndex) => {
    const there = await findPage(library.db, sha256, pageIndex)
    if (there) {
      taken.known = there.id
      return
    }
    const kept = library.scans.pathOf(sha256, extension)
    const place = { importId: item.batch_id, itemId: item.id, page: pageIndex + 1, pages }
    const page = await digitizePage(
      pool,
      kept,
      inspection,
      pageIndex,
      { ...readAsUsual, engine, script, without },
      { ...run, onProgress: (progress) => announcer.announce("import.reading", { ...place, ...progress }) },
    )
    const facts = withKnown(page.facts, item.name, options, pages)
    const picture = inspection.kind === "image" || inspection.kind === "pdf"
    const whole = { ...page, facts, picture, scan: { sha256, extension, bytes }, sourceName: item.name }
    const pageId = await library.db.transaction().execute(async (trx) => {
      // Another file with the same bytes may have come first meanwhile.
      const first = await findPage(trx as Db, sha256, pageIndex)
      if (first) taken.known = first.id
      return first ? null : addPage(trx as Db, whole, library.random, library.now())
    })
    if (!pageId) return
    taken.added.push(pageId)
    announcer.announce("page.changed", { pageId })
  })
  return taken
}
