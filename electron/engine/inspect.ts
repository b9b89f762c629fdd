// What a file is and whether it can be worked on at all, before anything is kept of it.
import { pagesOf } from "./files/alto.ts"
import { type Input, readInput } from "./files/input.ts"
import { decodeText } from "./files/text.ts"
import { countPictures, decode, decoding, openPicture } from "./image/decode.ts"
import { foldOf, mayBeDouble } from "./image/fold.ts"
import { withPdf } from "./pdf/open.ts"
import type { Inspection } from "./protocol.ts"

export async function inspect(file: string): Promise<Inspection> {
  const input = await readInput(file)
  const { type } = input
  const bytes = input.bytes.length
  if (type.kind === "image") return { ...type, ...(await inspectImage(input)), bytes }
  const noPicture = { width: null, height: null, bytes }
  if (type.kind === "pdf") return { ...type, pages: await inspectPdf(input), ...noPicture }
  if (type.kind === "xml")
    return { kind: "alto", mime: "application/xml", extension: "xml", pages: pagesOf(input).length, ...noPicture }
  decodeText(input)
  return { kind: "text", mime: "text/plain", extension: "txt", pages: 1, ...noPicture }
}

/** The first page is decoded to its last row: a cut file often starts well. Later pages are met when they are read. */
async function inspectImage(input: Input) {
  const pictures = await countPictures(input)
  const { image, width, height } = await openPicture(input, 0)
  if (pictures === 1 && mayBeDouble(width, height))
    return { width, height, pages: (await foldOf(await decode(input, 0))) ? 2 : 1 }
  await decoding(input, () => image.stats())
  return { width, height, pages: pictures }
}

const inspectPdf = (input: Input): Promise<number> =>
  decoding(input, () => withPdf(input, async (document) => document.numPages))
