// From a file's bytes to an upright grey page at full resolution. Every box of a recognition refers to this picture:
// the scan after its EXIF orientation, the way every viewer shows it.
import sharp, { type Sharp } from "sharp"
import { AppError } from "../../../shared/errors.ts"
import type { Input } from "../files/input.ts"
import { jpeg2000 } from "../files/sniff.ts"
import { drawPage } from "../pdf/draw.ts"
import type { Grey } from "./grey.ts"
import { decodeJpeg2000, sizeOf } from "./jpeg2000.ts"
import { imageOf, type Pixels } from "./pixels.ts"

export const maxPixels = 200_000_000
export const maxSide = 30_000

// Only the loaders we mean to offer; whatever a file pretends to be, nothing else is ever run on it.
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({
  operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadTiff", "VipsForeignLoadWebp"],
})
sharp.cache(false)
sharp.concurrency(1)

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

/** The sides are checked before a pixel is decoded. */
export function requireSize(input: Input, width: number, height: number) {
  if (width > maxSide || height > maxSide || width * height > maxPixels)
    throw new AppError("file-too-large", { file: input.name })
}

export interface Picture {
  /** Upright and on white; read as it is asked for, so that a long picture need never be in memory as a whole. */
  image: Sharp
  /** Upright. */
  width: number
  height: number
  /** Without colour. */
  grey: boolean
}

/** One page of a file as a picture. Text has no pixels: asking for them is a mistake in the file's kind, not damage. */
export function openPicture(input: Input, pageIndex: number): Promise<Picture> {
  return decoding(input, () => {
    if (input.type.kind === "pdf") return drawPage(input, pageIndex).then(fromPixels)
    if (input.type.kind !== "image") throw new AppError("file-unsupported", { file: input.name, kind: "text" })
    return input.type.mime === jpeg2000 ? openJpeg2000(input, pageIndex) : openFile(input, pageIndex)
  })
}

/** The second page of a file that has one picture is the right half of a double page: it has the same picture. */
async function openFile(input: Input, pageIndex: number): Promise<Picture> {
  const pictures = await countPictures(input)
  if (pageIndex > 1 && pictures === 1) throw new Error("no such page")
  const image = sharp(input.bytes, {
    failOn: "error",
    limitInputPixels: maxPixels,
    sequentialRead: true,
    page: pictures === 1 ? 0 : pageIndex,
  })
  const { width, height, space, autoOrient } = await image.metadata()
  requireSize(input, width, height)
  return {
    image: image.autoOrient().flatten({ background: "#fff" }),
    width: autoOrient.width,
    height: autoOrient.height,
    grey: space === "b-w" || space === "grey16",
  }
}

async function openJpeg2000(input: Input, pageIndex: number): Promise<Picture> {
  const { width, height } = sizeOf(input.bytes)
  requireSize(input, width, height)
  if (pageIndex > 1) throw new Error("no such page")
  return fromPixels(await decodeJpeg2000(input))
}

export const fromPixels = (pixels: Pixels): Picture => ({
  image: imageOf(pixels).flatten({ background: "#fff" }),
  width: pixels.width,
  height: pixels.height,
  grey: pixels.channels < 3,
})

/** How many pictures a file has; the frames of a moving picture are one. */
export async function countPictures(input: Input): Promise<number> {
  if (input.type.kind !== "image" || input.type.mime !== "image/tiff") return 1
  const { pages } = await decoding(input, () => sharp(input.bytes, { limitInputPixels: maxPixels }).metadata())
  return pages ?? 1
}

export async function decode(input: Input, pageIndex: number): Promise<Grey> {
  const { image } = await openPicture(input, pageIndex)
  return decoding(input, () => greyOf(image))
}

export async function greyOf(image: Sharp): Promise<Grey> {
  const { data, info } = await image.toColourspace("b-w").raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true })
  return {
    data: info.channels === 1 ? data : firstChannel(data, info.channels),
    width: info.width,
    height: info.height,
  }
}

function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  const out = new Uint8Array(data.length / channels)
  for (let i = 0; i < out.length; i++) out[i] = data[i * channels]!
  return out
}
