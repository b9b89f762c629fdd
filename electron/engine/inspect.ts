// What a file is and whether it can be worked on at all, before anything is kept of it.
import { type Input, readInput } from "./files/input.ts"
import { decodeText } from "./files/text.ts"
import { countPages, decoding, openPicture } from "./image/decode.ts"
import { withPdf } from "./pdf/open.ts"
import type { Inspection } from "./protocol.ts"

export async function inspect(file: string): Promise<Inspection> {
  const input = await readInput(file)
  const { type, bytes } = input
  if (type.kind === "image") return { ...type, ...(await inspectImage(input)), bytes: bytes.length }
  if (type.kind === "pdf")
    return { ...type, pages: await inspectPdf(input), width: null, height: null, bytes: bytes.length }
  decodeText(input)
  return {
    kind: "text",
    mime: "text/plain",
    extension: "txt",
    width: null,
    height: null,
    pages: 1,
    bytes: bytes.length,
  }
}

/** The first page is decoded to its last row: a cut file often starts well. Later pages are met when they are read. */
async function inspectImage(input: Input) {
  const pages = await countPages(input)
  const { image, width, height } = await openPicture(input, 0)
  await decoding(input, () => image.stats())
  return { width, height, pages }
}

const inspectPdf = (input: Input): Promise<number> =>
  decoding(input, () => withPdf(input, async (document) => document.numPages))
