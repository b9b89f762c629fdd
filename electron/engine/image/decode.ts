// From a file's bytes to an upright grey page at full resolution. Every box of a recognition refers to this picture:
// the scan after its EXIF orientation, the way every viewer shows it.
import sharp from "sharp"
import { AppError } from "../../../shared/errors.ts"
import type { Input } from "../files/input.ts"
import type { Grey } from "./grey.ts"

export const maxPixels = 200_000_000
export const maxSide = 30_000

// Only the three loaders we mean to offer; whatever a file pretends to be, nothing else is ever run on it.
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadTiff"] })
sharp.cache(false)
sharp.concurrency(1)

export const openImage = (input: Input, pageIndex = 0) =>
  sharp(input.bytes, { failOn: "error", limitInputPixels: maxPixels, sequentialRead: true, page: pageIndex })

/** Anything the decoder says is damage; its words are for the log, not for people. */
export async function decoding<T>(input: Input, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    const cause = error instanceof Error ? error.message.split("\n", 1)[0]! : ""
    if (/pixel limit/.test(cause)) throw new AppError("file-too-large", { file: input.name })
    throw Object.assign(new AppError("file-damaged", { file: input.name }), { cause })
  }
}

/** Text has no pixels: asking for them is a mistake in the file's kind, not damage. */
export function requireImage(input: Input): Input {
  if (input.type.kind !== "image") throw new AppError("file-unsupported", { file: input.name, kind: "text" })
  return input
}

interface Measures {
  /** Upright. */
  width: number
  height: number
  pages: number
  /** Without colour. */
  grey: boolean
}

/** The sides are checked before a pixel is decoded. */
export function measure(input: Input, pageIndex = 0): Promise<Measures> {
  return decoding(input, async () => {
    const { width, height, pages, space, autoOrient } = await openImage(input, pageIndex).metadata()
    if (width > maxSide || height > maxSide || width * height > maxPixels)
      throw new AppError("file-too-large", { file: input.name })
    const grey = space === "b-w" || space === "grey16"
    return { width: autoOrient.width, height: autoOrient.height, pages: pages ?? 1, grey }
  })
}

export async function decode(input: Input, pageIndex: number): Promise<Grey> {
  requireImage(input)
  await measure(input, pageIndex)
  return decoding(input, async () => {
    const { data, info } = await openImage(input, pageIndex)
      .autoOrient()
      .flatten({ background: "#fff" })
      .toColourspace("b-w")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true })
    return {
      data: info.channels === 1 ? data : firstChannel(data, info.channels),
      width: info.width,
      height: info.height,
    }
  })
}

function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  const out = new Uint8Array(data.length / channels)
  for (let i = 0; i < out.length; i++) out[i] = data[i * channels]!
  return out
}
