// Opens the library's database. What is acknowledged is on the disk: WAL with synchronous=FULL, and every transaction
// begins immediate, so that it never fails half way because another one wrote meanwhile.
import Database from "better-sqlite3"
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from "kysely"
import { AppError } from "../../../shared/errors.ts"
import type { Tables } from "./schema.ts"

export type Db = Kysely<Tables>

export interface OpenDatabase {
  raw: Database.Database
  db: Db
  close(): Promise<void>
}

class ImmediateDriver extends SqliteDriver {
  private readonly raw: Database.Database

  constructor(raw: Database.Database) {
    super({ database: raw })
    this.raw = raw
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"))
  }

  /** A full disk makes SQLite roll back by itself; rolling back again would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.raw.inTransaction) await super.rollbackTransaction(connection)
  }
}

class ImmediateDialect extends SqliteDialect {
  private readonly raw: Database.Database

  constructor(raw: Database.Database) {
    super({ database: raw })
    this.raw = raw
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.raw)
  }
}

/** Below 3.51.3 two connections that write at once can damage a WAL file. */
function checkSqlite(raw: Database.Database): void {
  const { v } = raw.prepare("select sqlite_version() as v").get() as { v: string }
  const [major = 0, minor = 0, patch = 0] = v.split(".").map(Number)
  if (major * 1e6 + minor * 1e3 + patch < 3051003) throw new Error(`SQLite ${v} is too old`)
}

/** Opens a raw connection. A read-only one can read while a writer works. `look` may refuse before anything is written. */
export function connect(
  path: string,
  readOnly: boolean,
  look: (raw: Database.Database) => void = () => {},
): Database.Database {
  let raw: Database.Database | null = null
  try {
    raw = new Database(path, { readonly: readOnly, timeout: 10_000 })
    checkSqlite(raw)
    look(raw)
    if (!readOnly) raw.pragma("journal_mode = WAL")
    raw.pragma("synchronous = FULL")
    raw.pragma("foreign_keys = ON")
    raw.pragma("mmap_size = 0")
    raw.pragma("cell_size_check = ON")
    raw.pragma("trusted_schema = OFF")
    return raw
  } catch (error) {
    raw?.close()
    throw sqliteError(error, path)
  }
}

export function openDatabase(raw: Database.Database): OpenDatabase {
  const db: Db = new Kysely<Tables>({ dialect: new ImmediateDialect(raw) })
  return { raw, db, close: () => db.destroy() }
}

/** What a person can do about an error of SQLite or of the disk; errors of other kinds pass as they are. */
export function sqliteError(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  if (code.startsWith("SQLITE_FULL") || code === "ENOSPC") return new AppError("disk-full", { path })
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return new AppError("library-damaged", { path })
  if (code.startsWith("SQLITE_READONLY")) return new AppError("read-only", { path })
  // Somebody kept the file locked longer than we wait; SQLite does not say who.
  if (code.startsWith("SQLITE_BUSY")) return new AppError("library-busy", { pid: 0, host: "?", since: "?" })
  if (code.startsWith("SQLITE_CANTOPEN")) return new AppError("library-unusable", { path })
  return error
}
