// Reads pages of the library again, or regions of them, as they are asked for: with another engine, or with a better one
// than then. What a person made of the page is carried over to the new reading; where somebody types meanwhile, it is
// merged once more.
import { type Input, type RecognitionJob, readingClient } from "../../shared/contract.ts"
import { adoptLines, merge, mergeRegion } from "../../shared/document/merge.ts"
import { linesWithin, withRegion } from "../../shared/document/regionreading.ts"
import { AppError, failure } from "../../shared/errors.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import { makeId } from "../../shared/model/ids.ts"
import type { Recognition } from "../../shared/model/recognition.ts"
import type { EnginePool } from "../engine/pool.ts"
import { wordList } from "../engine/words.ts"
import type { Announcer } from "./announcer.ts"
import { inspect, recognize } from "./digitize.ts"
import { type Db, sqliteError } from "./library/database.ts"
import { conflictsOf } from "./library/documents.ts"
import type { Library } from "./library/library.ts"
import { pageRow } from "./library/pages.ts"
import { keepReading, readBase } from "./library/readings.ts"
import { errorDetail, type Log } from "./log.ts"

export interface Rereader {
  /** Begins a job, or joins the one that the page has; it goes on by itself. */
  start(input: Input<"page.recognize">): Promise<string>
  /** Jobs that are running. */
  jobs(): RecognitionJob[]
  cancel(jobId: string): Promise<void>
  /** Settles when the job has ended. */
  finished(jobId: string): Promise<void>
  close(): Promise<void>
}

interface Work {
  job: RecognitionJob
  stop: AbortController
  done: Promise<void>
}

export interface RereaderParts {
  library: Library
  pool: EnginePool
  announcer: Announcer
  log: Log
}

export function makeRereader(parts: RereaderParts): Rereader {
  const { library, announcer, log } = parts
  const working = new Map<string, Work>()

  const become = (work: Work, change: Partial<RecognitionJob>) => {
    work.job = { ...work.job, ...change }
    announcer.announce("recognition.progress", work.job)
  }

  const run = async (work: Work, input: Input<"page.recognize">) => {
    const { signal } = work.stop
    try {
      const progress = (done: number, total: number) => become(work, { progress: { done, total } })
      const fresh = await readAgain(parts, input, signal, progress)
      const conflicts = await mergeAndKeep(parts, input, fresh, work.job.id, signal)
      become(work, { state: "done", conflicts })
    } catch (error) {
      if (signal.aborted) return become(work, { state: "cancelled" })
      log("reading failed", { page: input.pageId, ...errorDetail(error) })
      become(work, { state: "failed", error: failure(sqliteError(error, "")) })
    } finally {
      working.delete(work.job.id)
    }
  }

  return {
    async start(input) {
      const { id: pageId } = await pageRow(library.db, input.pageId)
      const same = [...working.values()].find(({ job }) => job.pageId === pageId)
      if (same) return same.job.id
      const id = makeId(library.random)
      const job: RecognitionJob = { id, pageId, state: "running", progress: null, conflicts: 0, error: null }
      const work: Work = { job, stop: new AbortController(), done: Promise.resolve() }
      working.set(id, work)
      become(work, {})
      work.done = run(work, input)
      return id
    },
    jobs: () => [...working.values()].map(({ job }) => job),
    async cancel(jobId) {
      const work = working.get(jobId)
      if (!work) throw new AppError("not-found", { what: "recognition" })
      work.stop.abort()
      await work.done
    },
    finished: async (jobId) => working.get(jobId)?.done,
    async close() {
      for (const { stop } of working.values()) stop.abort()
      await Promise.all([...working.values()].map(({ done }) => done))
    },
  }
}

async function readAgain(
  { library, pool, log }: RereaderParts,
  { pageId, engine, script, direction, without, region }: Input<"page.recognize">,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<Recognition> {
  const row = await pageRow(library.db, pageId)
  const { extension } = await library.db
    .selectFrom("scan")
    .select("extension")
    .where("sha256", "=", row.scan_sha256)
    .executeTakeFirstOrThrow()
  const path = library.scans.pathOf(row.scan_sha256, extension)
  const run = {
    signal,
    onWarning: (text: string) => log("engine warning", { page: pageId, text }),
    onProgress: ({ done, total, stage }: { done: number; total: number; stage: string }) => {
      if (stage === "read") progress(done, total)
    },
  }
  const { kind } = await inspect(pool, path, run)
  const options = { engine, script, direction, without }
  if (!region) return recognize(pool, path, kind, row.page_index, options, run)
  const { prepared } = (await library.documents.read(pageId)).recognition
  const turned = prepared?.find(({ step }) => step === "upright")?.amount ?? 0
  return recognize(pool, path, kind, row.page_index, { ...options, region: { boxes: region, turned } }, run)
}

/** Returns in how many places a person and the new reading said different things. */
async function mergeAndKeep(
  { library, announcer }: RereaderParts,
  { pageId, region }: Input<"page.recognize">,
  read: Recognition,
  jobId: string,
  signal: AbortSignal,
): Promise<number> {
  const { db, documents, random } = library
  const words = await wordList()
  const clientId = `${readingClient}${jobId}`
  for (;;) {
    const before = await documents.read(pageId)
    const old = { recognition: before.recognition, base: await readBase(db, before.id), person: before.doc }
    const recognition = region ? withRegion(old.recognition, read, region) : adoptLines(old.recognition, read)
    if (!recognition) throw new AppError("no-text")
    const merged = (region ? mergeRegion : merge)(old, recognition, arrange(recognition, words))
    const reread = new Set(region ? linesWithin(old.recognition, region).map(({ id }) => id) : [])
    const elsewhere = region ? (await conflictsOf(db, before.id)).filter(({ line }) => !reread.has(line)) : []
    const conflicts = [...elsewhere, ...merged.conflicts]
    const reading = { recognition, merged: { ...merged, conflicts }, clientId }
    if (signal.aborted) throw new AppError("cancelled")
    try {
      const version = await db
        .transaction()
        .execute((trx) => keepReading(trx as Db, before, reading, random, library.now()))
      announcer.announce("page.changed", { pageId })
      announcer.announce("document.changed", { documentId: before.id, version, clientId })
      return merged.conflicts.length
    } catch (error) {
      // Somebody wrote meanwhile: what they wrote is merged too.
      if (!(error instanceof AppError && error.code === "conflict")) throw error
    }
  }
}
