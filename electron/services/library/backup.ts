// Backups are made by SQLite's own backup call, verified at once, and restored only into place after they were verified
// again. Originals are linked or copied beside the database, so that a backup is a whole library.
import { copyFile, link, mkdir, readdir, rename, rm } from "node:fs/promises"
import { dirname, join } from "node:path"
import { AppError } from "../../../shared/errors.ts"
import { connect } from "./database.ts"
import { databaseFile, type Library } from "./library.ts"
import { checkShape } from "./migrations.ts"

const stamp = (now: Date): string => now.toISOString().replace(/[-:]/g, "").replace(/\..*/, "Z")
const keptBackups = 7

/** Opens a database file only to see that it is whole. */
function verify(file: string): { pages: number } {
  const raw = connect(file, true)
  try {
    checkShape(raw)
    if (raw.pragma("integrity_check", { simple: true }) !== "ok") throw new AppError("library-damaged", { path: file })
    return { pages: (raw.prepare("select count(*) as n from page").get() as { n: number }).n }
  } finally {
    raw.close()
  }
}

async function copyScans(from: string, to: string): Promise<void> {
  for (const folder of await readdir(from).catch(() => [])) {
    await mkdir(join(to, folder), { recursive: true })
    for (const name of await readdir(join(from, folder))) {
      const [source, target] = [join(from, folder, name), join(to, folder, name)]
      // A hard link costs nothing and originals never change; another disk needs a copy.
      await link(source, target).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") await copyFile(source, target)
      })
    }
  }
}

/** Backs a library up to `to`, or to a stamped folder of its own. Returns the backup's folder. */
export async function backup(library: Library, to?: string): Promise<{ path: string; pages: number }> {
  const path = to ?? join(library.dir, "backups", stamp(library.now()))
  const file = join(path, databaseFile)
  await mkdir(path, { recursive: true })
  if ((await readdir(path)).includes(databaseFile)) throw new AppError("library-unusable", { path })
  await library.raw.backup(`${file}.tmp`)
  const { pages } = verify(`${file}.tmp`)
  await copyScans(join(library.dir, "scans"), join(path, "scans"))
  await rename(`${file}.tmp`, file)
  if (!to) await prune(join(library.dir, "backups"))
  return { path, pages }
}

async function prune(folder: string): Promise<void> {
  const stamped = (await readdir(folder)).filter((name) => /^\d{8}T\d{6}Z$/.test(name)).sort()
  for (const name of stamped.slice(0, -keptBackups)) await rm(join(folder, name), { recursive: true })
}

/**
 * Makes `dir` the library that `from` backed up. What lies in `dir` already is set aside as `damaged-…`, never deleted.
 * The caller must hold no open library there.
 */
export async function restore(
  from: string,
  dir: string,
  now: Date,
): Promise<{ pages: number; setAside: string | null }> {
  const source = join(from, databaseFile)
  const { pages } = verify(source)
  await mkdir(dir, { recursive: true })
  const old = (await readdir(dir)).filter((name) => name.startsWith(databaseFile))
  const setAside = old.length ? join(dir, `damaged-${stamp(now)}`) : null
  if (setAside) {
    await mkdir(setAside)
    for (const name of old) await rename(join(dir, name), join(setAside, name))
  }
  await copyScans(join(from, "scans"), join(dir, "scans"))
  await copyFile(source, join(dir, `${databaseFile}.tmp`))
  await rename(join(dir, `${databaseFile}.tmp`), join(dir, databaseFile))
  verify(join(dir, databaseFile))
  return { pages, setAside }
}

/** The newest backup that is whole, and where it lies. */
export async function newestBackup(dir: string): Promise<string | null> {
  const names = (await readdir(join(dir, "backups")).catch(() => [])).sort().reverse()
  for (const name of names) {
    const file = join(dir, "backups", name, databaseFile)
    try {
      verify(file)
      return dirname(file)
    } catch {}
  }
  return null
}
