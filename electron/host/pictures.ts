// Scans as pictures for the page: smaller copies in JPEG, made once by the engine and cached by content.
import { access, mkdir } from "node:fs/promises"
import { join } from "node:path"
import { AppError } from "../../shared/errors.ts"
import { pageRow } from "../services/library/pages.ts"
import type { Workspace } from "../services/workspace.ts"

const widths = [400, 800, 1600, 3200, 6400]

/** A JPEG of a page at least `wanted` pixels wide, or as wide as the scan is. Returns its path. */
export type Pictures = (pageId: string, wanted: number, signal: AbortSignal) => Promise<string>

export function makePictures({ library, pool }: Workspace): Pictures {
  const making = new Map<string, Promise<unknown>>()
  return async (pageId, wanted, signal) => {
    const row = await pageRow(library.db, pageId)
    const scan = await library.db
      .selectFrom("scan")
      .selectAll()
      .where("sha256", "=", row.scan_sha256)
      .executeTakeFirst()
    if (!scan || row.width === null) throw new AppError("not-found", { what: "scan" })
    const width = Math.min(row.width, widths.find((one) => one >= wanted) ?? row.width)
    const folder = join(library.cacheDir, "pictures", scan.sha256.slice(0, 2))
    const out = join(folder, `${scan.sha256}-${row.page_index}-${width}.jpg`)
    if (
      await access(out).then(
        () => true,
        () => false,
      )
    )
      return out
    await mkdir(folder, { recursive: true })
    const path = library.scans.pathOf(scan.sha256, scan.extension)
    // Whoever asks second waits for the first; the picture is made even if the first goes away.
    const made =
      making.get(out) ??
      pool.run({ op: "preview", path, pageIndex: row.page_index, width, out }).finally(() => making.delete(out))
    making.set(out, made)
    await made
    signal.throwIfAborted()
    return out
  }
}
