// Scans as pictures for the page, made once by the engine and cached by content: smaller copies in JPEG, and the tiles
// of a deep-zoom pyramid of the original.
import { access, mkdir } from "node:fs/promises"
import { dirname, join } from "node:path"
import { AppError } from "../../shared/errors.ts"
import { hasTile, type Tile } from "../../shared/geometry/tiles.ts"
import { pageRow } from "../services/library/pages.ts"
import type { Workspace } from "../services/workspace.ts"
import { makeSharing } from "./sharing.ts"

const widths = [400, 800, 1600, 3200, 6400]

/** All answer with the path of a file in the cache. */
export interface Pictures {
  /** A JPEG of a page at least `wanted` pixels wide, or as wide as the scan is. */
  whole(pageId: string, wanted: number, signal: AbortSignal): Promise<string>
  tile(pageId: string, tile: Tile, signal: AbortSignal): Promise<string>
}

export function makePictures({ library, pool }: Workspace): Pictures {
  const share = makeSharing()

  /** Makes `out` unless it is there. Who asks second waits for the first; when all have gone nobody works on. */
  const make = async (out: string, signal: AbortSignal, work: (run: { signal: AbortSignal }) => Promise<unknown>) => {
    const there = await access(out).then(
      () => true,
      () => false,
    )
    if (there) return out
    await mkdir(dirname(out), { recursive: true })
    await share(out, signal, (everyoneLeft) => work({ signal: everyoneLeft }))
    return out
  }

  const find = async (pageId: string) => {
    const { page_index: pageIndex, width, height, scan_sha256 } = await pageRow(library.db, pageId)
    const scan = await library.db.selectFrom("scan").selectAll().where("sha256", "=", scan_sha256).executeTakeFirst()
    if (!scan || width === null || height === null) throw new AppError("not-found", { what: "scan" })
    const cached = (kind: string, name: string) => join(library.cacheDir, kind, scan.sha256.slice(0, 2), name)
    const name = `${scan.sha256}-${pageIndex}`
    return { path: library.scans.pathOf(scan.sha256, scan.extension), pageIndex, width, height, name, cached }
  }

  return {
    async whole(pageId, wanted, signal) {
      const { path, pageIndex, width: full, name, cached } = await find(pageId)
      const width = Math.min(full, widths.find((one) => one >= wanted) ?? full)
      const out = cached("pictures", `${name}-${width}.jpg`)
      return make(out, signal, (run) => pool.run({ op: "preview", path, pageIndex, width, out }, run))
    },
    async tile(pageId, tile, signal) {
      const { path, pageIndex, width, height, name, cached } = await find(pageId)
      if (!hasTile(width, height, tile)) throw new AppError("not-found", { what: "tile" })
      const out = cached("tiles", name)
      await make(out, signal, (run) => pool.run({ op: "tiles", path, pageIndex, out }, run))
      return join(out, String(tile.level), `${tile.x}_${tile.y}.jpeg`)
    },
  }
}
