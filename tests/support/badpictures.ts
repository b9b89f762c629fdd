// Pictures that are cut, spoilt, immense or odd: made from sound ones by changing bytes.
import { crc32, deflateSync } from "node:zlib"

const word = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}

export type Chunk = [name: string, data: Buffer, spoilt?: boolean]

/** A PNG of such chunks; a spoilt one has a wrong checksum. */
export const pngOf = (chunks: Chunk[]): Buffer =>
  Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    ...chunks.flatMap(([name, data, spoilt = false]) => {
      const body = Buffer.concat([Buffer.from(name), data])
      return [word(data.length), body, word(crc32(body) ^ (spoilt ? 1 : 0))]
    }),
  ])

export const header = (width: number, height: number, depth = 8, colour = 0): Chunk => [
  "IHDR",
  Buffer.concat([word(width), word(height), Buffer.from([depth, colour, 0, 0, 0])]),
]
export const end: Chunk = ["IEND", Buffer.alloc(0)]

/** Rows of one value, packed. */
export const rows = (bytes: number, height: number, value = 0xff): Buffer => {
  const row = Buffer.alloc(bytes + 1, value)
  row[0] = 0
  return deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
}

/** `bytes` with others written over them at a place, or after the first place where `find` stands. */
export function overwritten(bytes: Buffer, at: number | string, ...values: number[]): Buffer {
  const out = Buffer.from(bytes)
  const from = typeof at === "number" ? at : out.indexOf(Buffer.from(at, "hex")) + at.length / 2
  Buffer.from(values).copy(out, from)
  return out
}

/** Bytes put in after the first two, where a JPEG takes segments. */
export const withSegment = (jpeg: Buffer, marker: number, data: Buffer, length = data.length + 2): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, marker, length >> 8, length & 255]), data, jpeg.subarray(2)])

type Tag = [tag: number, type: number, count: number, value: number]

/** A little-endian TIFF of one strip; `next` is where its second directory is said to be. */
export function tiffOf(tags: Tag[], data: Buffer, next = 0): Buffer {
  const directory = Buffer.alloc(2 + 12 * tags.length + 4)
  directory.writeUInt16LE(tags.length)
  for (const [i, [tag, type, count, value]] of tags.entries()) {
    directory.writeUInt16LE(tag, 2 + 12 * i)
    directory.writeUInt16LE(type, 4 + 12 * i)
    directory.writeUInt32LE(count, 6 + 12 * i)
    directory.writeUInt32LE(value, 10 + 12 * i)
  }
  directory.writeUInt32LE(next, directory.length - 4)
  return Buffer.concat([Buffer.from("49492a0008000000", "hex"), directory, data])
}

/** The tags of a grey picture whose data follows its directory. */
export function greyTags(width: number, height: number, changes: Record<number, number> = {}): Tag[] {
  const usual: Record<number, number> = {
    256: width,
    257: height,
    258: 8,
    259: 1,
    262: 1,
    273: 8 + 2 + 12 * 9 + 4,
    277: 1,
    278: height,
    279: (width * height) % 2 ** 32,
    ...changes,
  }
  return Object.entries(usual).map(([tag, value]) => [Number(tag), 4, 1, value])
}
