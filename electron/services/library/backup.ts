// Backups are made by SQLite's own backup call, verified at once, and restored only into place after they were verified
// again. Originals are linked or copied beside the database, so that a backup is a whole library.
import { existsSync } from "node:fs"
import { link, mkdir, readdir, rename, rm, rmdir } from "node:fs/promises"
import { dirname, join } from "node:path"
import { AppError } from "../../../shared/errors.ts"
import { copyFileSafely, hashFile, putInPlace, syncFolder } from "../safefile.ts"
import { connect } from "./database.ts"
import { drawDatabase, dropDraft, settle, verify } from "./databasefile.ts"
import { databaseFile, type Library } from "./library.ts"

const stamp = (now: Date): string => now.toISOString().replace(/[-:]/g, "").replace(/\..*/, "Z")
const keptBackups = 7

/** The originals that a database knows, by their path below `scans`. */
function scansIn(file: string): { sha256: string; path: string }[] {
  const raw = connect(file, true)
  try {
    const rows = raw.prepare("select sha256, extension from scan").all() as { sha256: string; extension: string }[]
    return rows.map(({ sha256, extension }) => ({ sha256, path: join(sha256.slice(0, 2), `${sha256}.${extension}`) }))
  } finally {
    raw.close()
  }
}

const isWhole = async (file: string, sha256: string): Promise<boolean> =>
  (await hashFile(file).catch(() => null)) === sha256

/** One that is gone or damaged where it comes from stops nothing: the check of the library names it. */
async function placeScan(source: string, target: string, sha256: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  try {
    // A hard link costs nothing and originals never change; another disk needs a copy.
    await link(source, target)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT" || (code === "EEXIST" && (await isWhole(target, sha256)))) return
    await copyFileSafely(source, target, sha256).catch((failed: NodeJS.ErrnoException) => {
      if (failed.code && failed.code !== "ENOENT") throw failed
    })
  }
}

/** Links are on the disk when their folders are. */
async function syncScans(folder: string, paths: string[]): Promise<void> {
  for (const name of new Set(paths.map(dirname))) await syncFolder(join(folder, name))
  if (paths.length) await syncFolder(folder)
}

/** Backs a library up to `to`, or to a stamped folder of its own. Returns the backup's folder. */
export async function backup(library: Library, to?: string): Promise<{ path: string; pages: number }> {
  const path = to ?? join(library.dir, "backups", stamp(library.now()))
  const [file, draft] = [join(path, databaseFile), join(path, `${databaseFile}.tmp`)]
  await mkdir(path, { recursive: true })
  if ((await readdir(path)).includes(databaseFile)) throw new AppError("library-unusable", { path })
  try {
    await dropDraft(draft)
    await library.raw.backup(draft)
    const { pages } = settle(draft)
    const known = scansIn(draft)
    for (const scan of known)
      await placeScan(join(library.dir, "scans", scan.path), join(path, "scans", scan.path), scan.sha256)
    await syncScans(
      join(path, "scans"),
      known.map((scan) => scan.path),
    )
    await putInPlace(draft, file)
    if (!to) await prune(join(library.dir, "backups"))
    return { path, pages }
  } catch (error) {
    await dropDraft(draft)
    throw error
  }
}

/** Keeps the newest stamped backups; one that was never finished does not count. */
async function prune(folder: string): Promise<void> {
  const finished = (await readdir(folder)).filter(
    (name) => /^\d{8}T\d{6}Z$/.test(name) && existsSync(join(folder, name, databaseFile)),
  )
  for (const name of finished.sort().slice(0, -keptBackups)) await rm(join(folder, name), { recursive: true })
}

const isOurs = (name: string): boolean =>
  /^(?:scans|cache|backups|\..*)$|^(?:library\.sqlite|restoring\.sqlite|writer\.lock|damaged-)/.test(name)

/**
 * Makes `dir` the library that `from` backed up. What lies in `dir` already is set aside as `damaged-…`, never deleted.
 * The caller must hold no open library there. Until all of it has arrived, what was there stays in place.
 */
export async function restore(
  from: string,
  dir: string,
  now: Date,
): Promise<{ pages: number; setAside: string | null }> {
  const there: string[] = await readdir(dir).catch(() => [])
  if (!there.includes(databaseFile) && !there.every(isOurs)) throw new AppError("library-unusable", { path: dir })
  const made = await mkdir(dir, { recursive: true })
  const draft = join(dir, "restoring.sqlite")
  const aside = join(dir, `damaged-${stamp(now)}`)
  try {
    await dropDraft(draft)
    await drawDatabase(join(from, databaseFile), draft)
    const { pages } = settle(draft)
    await restoreScans(draft, from, dir, aside)
    await setAside(
      there.filter((name) => name.startsWith(databaseFile)),
      dir,
      aside,
    )
    await putInPlace(draft, join(dir, databaseFile))
    verify(join(dir, databaseFile))
    return { pages, setAside: existsSync(aside) ? aside : null }
  } catch (error) {
    await dropDraft(draft)
    if (made) await rmdir(dir).catch(() => {})
    throw error
  }
}

/** Brings in the originals that are missing or damaged in `dir`; whole ones stay as they are. */
async function restoreScans(database: string, from: string, dir: string, aside: string): Promise<void> {
  const placed: string[] = []
  for (const { sha256, path } of scansIn(database)) {
    const [source, target] = [join(from, "scans", path), join(dir, "scans", path)]
    if (await isWhole(target, sha256)) continue
    if (!(await isWhole(source, sha256))) continue
    if (existsSync(target)) await setAside([path], join(dir, "scans"), join(aside, "scans"))
    await placeScan(source, target, sha256)
    placed.push(path)
  }
  await syncScans(join(dir, "scans"), placed)
}

async function setAside(names: string[], from: string, to: string): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(to, name)), { recursive: true })
    await rename(join(from, name), join(to, name))
  }
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
