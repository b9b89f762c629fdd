// Copies of a database as single files: drawn from where they lie, looked over, and without files beside them.
import { copyFile, rm } from "node:fs/promises"
import type Database from "better-sqlite3"
import { AppError } from "../../../shared/errors.ts"
import { connect, sqliteError } from "./database.ts"
import { checkShape, hasNoShape } from "./migrations.ts"

function lookOver(raw: Database.Database, file: string): { pages: number } {
  checkShape(raw)
  if (hasNoShape(raw) || raw.pragma("integrity_check", { simple: true }) !== "ok")
    throw new AppError("library-damaged", { path: file })
  return { pages: (raw.prepare("select count(*) as n from page").get() as { n: number }).n }
}

/** Opens a database file only to see that it is whole. */
export function verify(file: string): { pages: number } {
  const raw = connect(file, true)
  try {
    return lookOver(raw, file)
  } catch (error) {
    throw sqliteError(error, file)
  } finally {
    raw.close()
  }
}

/** Makes a draft one file that is whole by itself, and can be read where nothing can be written. */
export function settle(draft: string): { pages: number } {
  const raw = connect(draft, false)
  try {
    const found = lookOver(raw, draft)
    raw.pragma("journal_mode = DELETE")
    return found
  } catch (error) {
    throw sqliteError(error, draft)
  } finally {
    raw.close()
  }
}

/** Copies a database to `draft`, with what its journal holds. */
export async function drawDatabase(source: string, draft: string): Promise<void> {
  try {
    const raw = connect(source, true)
    try {
      await raw.backup(draft)
    } finally {
      raw.close()
    }
  } catch (error) {
    const refused = sqliteError(error, source)
    if (!(refused instanceof AppError && refused.code === "library-unusable")) throw refused
    // In WAL mode SQLite opens nothing on a read-only volume; a copy elsewhere it does.
    await dropDraft(draft)
    await copyFile(source, draft).catch(() => {
      throw refused
    })
    await copyFile(`${source}-wal`, `${draft}-wal`).catch((failed: NodeJS.ErrnoException) => {
      if (failed.code !== "ENOENT") throw failed
    })
  }
}

export async function dropDraft(draft: string): Promise<void> {
  for (const end of ["", "-wal", "-shm", "-journal"]) await rm(draft + end, { force: true })
}
