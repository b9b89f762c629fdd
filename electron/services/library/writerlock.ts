// One program writes a library at a time. The lock is a small SQLite file: its holder writes down who it is, then keeps
// a write transaction open. Others can still read who that is, and the system drops the lock when the holder dies.
import { hostname } from "node:os"
import Database from "better-sqlite3"
import { AppError } from "../../../shared/errors.ts"

export interface WriterLock {
  release(): void
}

export interface Holder {
  pid: number
  host: string
  since: string
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY")

const holderIn = (db: Database.Database): Holder | undefined => {
  try {
    return db.prepare("select pid, host, since from holder").get() as Holder | undefined
  } catch {
    return undefined
  }
}

/** Locks that are held. One that nobody points at would be closed with its object, and the lock with it. */
const held = new Set<Database.Database>()

/** Takes the lock, or throws AppError `library-busy` that names who has it. */
export function takeWriterLock(path: string, now: () => Date): WriterLock {
  const db = new Database(path, { timeout: 1000 })
  try {
    db.pragma("journal_mode = delete")
    db.exec("create table if not exists holder (pid integer, host text, since text)")
    db.transaction(() => {
      db.exec("delete from holder")
      db.prepare("insert into holder values (?, ?, ?)").run(process.pid, hostname(), now().toISOString())
    }).immediate()
    db.exec("begin immediate")
  } catch (error) {
    const holder = holderIn(db)
    db.close()
    if (!isBusy(error)) throw error
    throw new AppError("library-busy", {
      pid: holder?.pid ?? 0,
      host: holder?.host ?? "?",
      since: holder?.since ?? "?",
    })
  }
  held.add(db)
  const release = () => {
    held.delete(db)
    db.close()
  }
  return { release }
}
