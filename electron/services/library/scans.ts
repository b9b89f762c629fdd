// Originals by content: `scans/ab/abcd….jpg`, never changed, never overwritten. Names of people's files are only labels.
import { access, mkdir } from "node:fs/promises"
import { dirname, join } from "node:path"
import { copyFileSafely, hashFile } from "../safefile.ts"

export interface Scans {
  pathOf(sha256: string, extension: string): string
  /** Copies a file in; what is there already stays. */
  keep(file: string, extension: string): Promise<string>
}

export function makeScans(folder: string): Scans {
  const pathOf = (sha256: string, extension: string) => join(folder, sha256.slice(0, 2), `${sha256}.${extension}`)
  return {
    pathOf,
    async keep(file, extension) {
      const sha256 = await hashFile(file)
      const path = pathOf(sha256, extension)
      await mkdir(dirname(path), { recursive: true })
      const there = await access(path).then(
        () => true,
        () => false,
      )
      if (!there) await copyFileSafely(file, path, sha256)
      return sha256
    },
  }
}
