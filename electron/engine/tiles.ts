// The deep-zoom pyramid of a page: what the screen needs of a scan of any size, a few tiles at a time.
import { mkdir, open, readdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { tileSize } from "../../shared/geometry/tiles.ts"
import { readInput } from "./files/input.ts"
import { decoding, openPicture } from "./image/decode.ts"

/**
 * Made in a folder beside `out`, a folder for each level, and renamed whole: who finds it finds all of it. The picture
 * runs through in strips; it is never in memory as a whole unless it lies on its side.
 */
export async function tiles(file: string, pageIndex: number, out: string) {
  const input = await readInput(file)
  const { image, width, height, grey } = await openPicture(input, pageIndex)
  // Always the same name: what a kill left is not left for ever.
  const draft = `${out}.tmp`
  await rm(draft, { recursive: true, force: true })
  try {
    await mkdir(draft)
    await decoding(input, () =>
      image
        .toColourspace(grey ? "b-w" : "srgb")
        .jpeg({ quality: 82 })
        .tile({ size: tileSize, overlap: 0, layout: "dz", container: "fs", depth: "onetile", background: "#fff" })
        .toFile(join(draft, "page.dz")),
    )
    const pyramid = join(draft, "page_files")
    await syncFiles(pyramid)
    await rename(pyramid, out)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return { width, height }
}

/** After a loss of power a tile is whole or the pyramid is not there. */
async function syncFiles(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const handle = await open(join(entry.parentPath, entry.name), "r+")
    try {
      await handle.datasync()
    } finally {
      await handle.close()
    }
  }
}
