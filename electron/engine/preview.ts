// A small JPEG of a page for lists and screens.
import { randomUUID } from "node:crypto"
import { open, rename, rm } from "node:fs/promises"
import { readInput } from "./files/input.ts"
import { decoding, openPicture } from "./image/decode.ts"

/** Written beside its final name and renamed, so that nobody ever sees half a picture. Never larger than the page. */
export async function preview(file: string, pageIndex: number, width: number, out: string) {
  const input = await readInput(file)
  const { image } = await openPicture(input, pageIndex)
  const { data, info } = await decoding(input, () =>
    image.resize({ width, withoutEnlargement: true }).jpeg({ quality: 82 }).toBuffer({ resolveWithObject: true }),
  )
  const draft = `${out}.${randomUUID()}.tmp`
  try {
    await writeWhole(draft, data)
    await rename(draft, out)
  } finally {
    await rm(draft, { force: true })
  }
  return { width: info.width, height: info.height }
}

async function writeWhole(file: string, data: Buffer) {
  const handle = await open(file, "wx")
  try {
    await handle.writeFile(data)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
