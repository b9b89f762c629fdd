// Originals by content: `scans/ab/abcd….jpg`, never changed, never overwritten. Names of people's files are only labels.
import { rmSync } from "node:fs"
import { access, mkdir } from "node:fs/promises"
import { dirname, join } from "node:path"
import { copyFileSafely, hashFile, syncFolder } from "../safefile.ts"

export interface Scans {
  pathOf(sha256: string, extension: string): string
  /** Copies a file in; what is there already stays. Every use of it is ended by `release`. */
  keep(file: string, extension: string): Promise<string>
  /** Ends one use; the last one removes the copy where no page was made of it. */
  release(sha256: string, extension: string, isWanted: () => Promise<boolean>): Promise<void>
}

export function makeScans(folder: string): Scans {
  const pathOf = (sha256: string, extension: string) => join(folder, sha256.slice(0, 2), `${sha256}.${extension}`)
  const uses = new Map<string, number>()
  const count = (path: string, by: number): number => {
    const now = (uses.get(path) ?? 0) + by
    if (now) uses.set(path, now)
    else uses.delete(path)
    return now
  }
  return {
    pathOf,
    async keep(file, extension) {
      const sha256 = await hashFile(file)
      const path = pathOf(sha256, extension)
      count(path, 1)
      // A new folder is on the disk only when the folder above it is.
      if (await mkdir(dirname(path), { recursive: true })) await syncFolder(folder)
      const there = await access(path).then(
        () => true,
        () => false,
      )
      if (!there) await copyFileSafely(file, path, sha256)
      return sha256
    },
    async release(sha256, extension, isWanted) {
      const path = pathOf(sha256, extension)
      if (count(path, -1) || (await isWanted())) return
      // Somebody may have begun to use it while we asked.
      if (!uses.has(path)) rmSync(path, { force: true })
    },
  }
}
