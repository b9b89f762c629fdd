// A library and everything that works on it, built in one place; closing undoes it in reverse.
import { randomBytes } from "node:crypto"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { type EnginePool, makeEnginePool } from "../engine/pool.ts"
import { type Announcer, makeAnnouncer } from "./announcer.ts"
import { type Importer, makeImporter } from "./importer.ts"
import { type Library, openLibrary } from "./library/library.ts"
import { fileLog, type Log } from "./log.ts"
import { makeRereader, type Rereader } from "./rereader.ts"

export interface Workspace {
  library: Library
  pool: EnginePool
  importer: Importer
  rereader: Rereader
  announcer: Announcer
  log: Log
  close(): Promise<void>
}

export interface WorkspaceOptions {
  dir: string
  create: boolean
  /** Files read at a time; two cores are kept busy by one page already. */
  jobs?: number
}

/** Limits of one job in an engine child: a newspaper page in 600 dpi stays well below both, and is never silent for so long. */
const engineLimits = { memoryLimit: 2_500_000_000, timeoutMs: 3 * 60_000 }

export const usualJobs = (): number => Math.max(1, Math.floor(availableParallelism() / 2))

export const makePool = (size: number, log: Log): EnginePool =>
  makeEnginePool({ size, ...engineLimits, log: (text) => log("engine", { text }) })

export async function openWorkspace({ dir, create, jobs = usualJobs() }: WorkspaceOptions): Promise<Workspace> {
  const now = () => new Date()
  const library = await openLibrary({ dir, create, readOnly: false, random: randomBytes, now })
  const log = fileLog(join(library.dir, "cache", "log.jsonl"), now)
  const announcer = makeAnnouncer()
  // Two children more than files in work: a page that is looked at never waits for one that is being read, nor its
  // preview for its tiles.
  const pool = makePool(jobs + 2, log)
  const importer = makeImporter({ library, pool, announcer, log, jobs })
  const rereader = makeRereader({ library, pool, announcer, log })
  return {
    library,
    pool,
    importer,
    rereader,
    announcer,
    log,
    async close() {
      await Promise.all([importer.close(), rereader.close()])
      await pool.close()
      await library.close()
    },
  }
}
