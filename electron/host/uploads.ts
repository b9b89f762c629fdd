// Files that came from a browser, which has no paths: streamed to the library's cache and named by an id until an
// import takes them. An import that failed keeps its upload, so that it can be tried again.
import { createWriteStream } from "node:fs"
import { mkdir, readdir, rm, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { AppError } from "../../shared/errors.ts"
import { safeName } from "../../shared/export/filenames.ts"
import { makeId } from "../../shared/model/ids.ts"
import type { Candidate } from "../services/intake.ts"
import type { Library } from "../services/library/library.ts"

const limit = 500_000_000

export interface Uploads {
  receive(name: string, body: Readable): Promise<string>
  /** Hands over all of these, or none where one of them is not there. */
  take(ids: string[]): Candidate[]
}

export async function makeUploads(library: Library): Promise<Uploads> {
  const folder = join(library.cacheDir, "uploads")
  await sweep(library, folder)
  const received = new Map<string, Candidate>()
  return {
    async receive(name, body) {
      const id = makeId(library.random)
      const path = join(folder, id, safeName(basename(name.replaceAll("\\", "/"))))
      await mkdir(join(folder, id), { recursive: true })
      try {
        await pipeline(body, limited, createWriteStream(path, { flags: "wx" }))
      } catch (error) {
        await rm(join(folder, id), { recursive: true, force: true })
        throw error
      }
      received.set(id, { path, name: name.normalize("NFC").slice(0, 300) })
      return id
    },
    take(ids) {
      const taken = new Set(ids).size === ids.length ? ids.flatMap((id) => received.get(id) ?? []) : []
      if (taken.length !== ids.length) throw new AppError("not-found", { what: "upload" })
      for (const id of ids) received.delete(id)
      return taken
    },
  }
}

async function* limited(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limit) throw new AppError("too-large", { limit })
    yield chunk
  }
}

const week = 7 * 24 * 3600 * 1000

/** Removes uploads that no unfinished import needs and that are a week old. */
async function sweep(library: Library, folder: string): Promise<void> {
  const open = await library.db
    .selectFrom("item")
    .select("path")
    .where("state", "in", ["waiting", "working", "failed"])
    .execute()
  for (const id of await readdir(folder).catch(() => [])) {
    const path = join(folder, id)
    const old = library.now().getTime() - (await stat(path)).mtimeMs > week
    if (old && !open.some((item) => item.path.startsWith(path))) await rm(path, { recursive: true, force: true })
  }
}
