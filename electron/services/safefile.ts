// The one way files are written: beside their place, to the disk, then renamed. The old file is whole until the new
// one is.
import { createHash, randomBytes } from "node:crypto"
import { constants, createReadStream } from "node:fs"
import { type FileHandle, open, readdir, rename, rm } from "node:fs/promises"
import { basename, dirname, join } from "node:path"

const temporary = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`)

const exclusive = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0)

export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its rename is durable by itself.
  if (process.platform === "win32") return
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes by `fill` to a temporary file and puts it in place of `path`. */
async function replace(path: string, mode: number, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const draft = temporary(path)
  const file = await open(draft, exclusive, mode)
  try {
    await fill(file)
    await file.sync()
    await file.close()
    await rename(draft, path)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

export const writeFileSafely = (path: string, data: Uint8Array | string): Promise<void> =>
  replace(path, 0o644, (file) => file.writeFile(data))

/** Copies a file; the copy's sha256 must be `sha256`, or nothing is put in place. */
export async function copyFileSafely(from: string, to: string, sha256: string): Promise<void> {
  await replace(to, 0o444, async (file) => {
    const hash = createHash("sha256")
    for await (const chunk of createReadStream(from)) {
      hash.update(chunk)
      // Not `write`, which on a full disk writes less than it was given and says so only in its answer.
      await file.writeFile(chunk)
    }
    if (hash.digest("hex") !== sha256) throw new Error(`${from} changed while it was copied`)
  })
}

/** Puts a finished file in place of `path`, in the same folder. */
export async function putInPlace(draft: string, path: string): Promise<void> {
  const file = await open(draft, "r+")
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  await syncFolder(dirname(path))
}

/** sha256 of a file, in hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256")
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest("hex")
}

/** Removes what a killed program left half written in a folder. */
export async function sweepTemporaries(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (/^\..*\.[0-9a-f]{12}\.tmp$/.test(name)) await rm(join(folder, name), { force: true })
}
