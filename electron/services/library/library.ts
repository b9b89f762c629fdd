// A library is a folder: `library.sqlite`, `scans/`, `cache/`, `backups/`, `writer.lock`. Opened in one place, closed in
// reverse.
import { mkdirSync, readdirSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import { AppError } from "../../../shared/errors.ts"
import { makeId, type RandomBytes } from "../../../shared/model/ids.ts"
import { sweepTemporaries } from "../safefile.ts"
import { releaseItems } from "./batches.ts"
import { connect, type Db, openDatabase, sqliteError } from "./database.ts"
import { type Documents, makeDocuments } from "./documents.ts"
import { checkShape, hasNoShape, migrate } from "./migrations.ts"
import { makeScans, type Scans } from "./scans.ts"
import { takeWriterLock, type WriterLock } from "./writerlock.ts"

export interface LibraryOptions {
  dir: string
  /** Make a library where there is none. Without it a missing one is an error: never an empty one in its place. */
  create: boolean
  /** Read only: no lock is taken, and a writer may be at work. */
  readOnly: boolean
  random: RandomBytes
  now: () => Date
}

export interface Library {
  dir: string
  readOnly: boolean
  db: Db
  raw: import("better-sqlite3").Database
  scans: Scans
  documents: Documents
  cacheDir: string
  random: RandomBytes
  now: () => Date
  close(): Promise<void>
}

export const databaseFile = "library.sqlite"

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** Nothing in it, or only what a program leaves that was killed while it made a library here; `ends` of its files. */
const isUnused = (dir: string, ends: string[] = []): boolean =>
  readdirSync(dir).every((name) =>
    ["scans", "cache", "backups"].includes(name)
      ? !readdirSync(join(dir, name)).length
      : name.startsWith("writer.lock") || ends.some((end) => name === databaseFile + end),
  )

/** Refuses a newer file, and an empty one where a library was: it would be filled as if nothing had been lost. */
function lookAt(raw: import("better-sqlite3").Database, dir: string, mayBegin: boolean): void {
  checkShape(raw)
  if (!hasNoShape(raw)) return
  const hasTables = raw.prepare("select count(*) from sqlite_schema").pluck().get() !== 0
  if (hasTables || !isUnused(dir, ["", "-wal", "-shm", "-journal"]))
    throw new AppError("library-damaged", { path: dir })
  if (!mayBegin) throw new AppError("library-missing", { path: dir })
}

/** Makes sure that the folder is a library or, with `create`, may become one. */
export function checkFolder(dir: string, create: boolean): void {
  if (hasLibrary(dir)) {
    // SQLite would throw away the journal of an emptied file, and with it the newest edits.
    if (statSync(join(dir, databaseFile)).size === 0 && !isUnused(dir, ["", "-journal"]))
      throw new AppError("library-damaged", { path: dir })
    return
  }
  const found = statSync(dir, { throwIfNoEntry: false })
  if (!create) throw new AppError("library-missing", { path: dir })
  if (found && (!found.isDirectory() || !isUnused(dir))) throw new AppError("library-unusable", { path: dir })
}

function makeFolders(dir: string): void {
  try {
    for (const name of [".", "scans", "cache", "backups"]) mkdirSync(join(dir, name), { recursive: true })
  } catch {
    throw new AppError("library-unusable", { path: dir })
  }
}

export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { create, readOnly, random, now } = options
  const dir = resolve(options.dir)
  checkFolder(dir, create && !readOnly)
  if (!readOnly) makeFolders(dir)
  let lock: WriterLock | null = null
  let raw: ReturnType<typeof connect> | null = null
  try {
    if (!readOnly) lock = takeWriterLock(join(dir, "writer.lock"), now)
    raw = connect(join(dir, databaseFile), readOnly, (opened) => lookAt(opened, dir, create && !readOnly))
    if (!readOnly) migrate(raw)
  } catch (error) {
    raw?.close()
    lock?.release()
    throw sqliteError(error, dir)
  }
  const { db, close } = openDatabase(raw)
  const library: Library = {
    dir,
    readOnly,
    db,
    raw,
    scans: makeScans(join(dir, "scans")),
    documents: makeDocuments(db),
    cacheDir: join(dir, "cache"),
    random,
    now,
    close: async () => {
      try {
        await close()
      } finally {
        lock?.release()
      }
    },
  }
  try {
    if (!readOnly) await tidy(library)
  } catch (error) {
    await library.close()
    throw sqliteError(error, dir)
  }
  return library
}

/** Made with the library and never changed, wherever its folder goes. */
export async function libraryId({ db }: Library): Promise<string> {
  const row = await db.selectFrom("meta").select("value").where("key", "=", "id").executeTakeFirstOrThrow()
  return row.value
}

/** Whether there is a library in the folder, in whatever state. */
export const hasLibrary = (dir: string): boolean => isFile(join(dir, databaseFile))

/** What every start of a writer does, after a clean end or a kill alike. */
async function tidy(library: Library): Promise<void> {
  const { db, dir, now, random } = library
  const created = [
    { key: "id", value: makeId(random) },
    { key: "created_at", value: now().toISOString() },
  ]
  await db
    .insertInto("meta")
    .values(created)
    .onConflict((on) => on.doNothing())
    .execute()
  await releaseItems(db)
  for (const name of readdirSync(join(dir, "scans"))) await sweepTemporaries(join(dir, "scans", name))
}
