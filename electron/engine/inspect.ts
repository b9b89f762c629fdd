// What a file is and whether it can be worked on at all, before anything is kept of it.
import { pagesOf } from "./files/alto.ts"
import { type Input, readInput } from "./files/input.ts"
import { decodeText } from "./files/text.ts"
import { decoding, measure, openImage } from "./image/decode.ts"
import type { Inspection } from "./protocol.ts"

export async function inspect(file: string): Promise<Inspection> {
  const input = await readInput(file)
  const bytes = input.bytes.length
  if (input.type.kind === "image") return { ...(await inspectImage(input)), bytes }
  const noPicture = { width: null, height: null, bytes }
  if (input.type.kind === "xml")
    return { kind: "alto", mime: "application/xml", extension: "xml", pages: pagesOf(input).length, ...noPicture }
  decodeText(input)
  return { kind: "text", mime: "text/plain", extension: "txt", pages: 1, ...noPicture }
}

type ImageFacts = Omit<Inspection, "bytes">

/** The first page is decoded to its last row: a cut file often starts well. Later pages are met when they are read. */
async function inspectImage(input: Input): Promise<ImageFacts> {
  const { width, height, pages } = await measure(input)
  await decoding(input, () => openImage(input).stats())
  const { mime, extension } = input.type as { mime: string; extension: string }
  return { kind: "image", mime, extension, width, height, pages }
}
