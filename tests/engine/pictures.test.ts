import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import sharp, { type Sharp } from "sharp"
import { expect, it } from "vitest"
import { readInput } from "../../electron/engine/files/input.ts"
import { decode } from "../../electron/engine/image/decode.ts"
import { inspect } from "../../electron/engine/inspect.ts"
import { preview } from "../../electron/engine/preview.ts"
import { tiles } from "../../electron/engine/tiles.ts"
import { tempFolder } from "../support/tempfolder.ts"

/** Light above, dark below, with a black square in the upper left corner. */
const [width, height] = [120, 80]
const at = (x: number, y: number) => (x < 20 && y < 20 ? 0 : y < 40 ? 230 : 100)
const grey = () => {
  const data = Buffer.from(Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))))
  return sharp(data, { raw: { width, height, channels: 1 } }).toColourspace("b-w")
}

const coloured = () => grey().toColourspace("srgb")

const put = async (name: string, picture: Sharp | Buffer): Promise<string> => {
  const file = join(tempFolder(), name)
  writeFileSync(file, Buffer.isBuffer(picture) ? picture : await picture.toBuffer())
  return file
}
const read = async (file: string, page = 0) => decode(await readInput(file), page)
const spots = ({ data, width: w, height: h }: { data: Uint8Array; width: number; height: number }) => [
  data[Math.floor(h / 8) * w + Math.floor(w / 12)],
  data[Math.floor(h / 4) * w + Math.floor(w / 2)],
  data[Math.floor((h * 3) / 4) * w + Math.floor(w / 2)],
]
const close = (found: (number | undefined)[], wanted: number[], slack = 6) =>
  expect(found.filter((value, i) => Math.abs((value ?? -99) - (wanted[i] ?? 0)) > slack)).toEqual([])
const plain = [0, 230, 100]

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "[O40] orientation %s: what is read, previewed and cut up is one upright picture",
  async (orientation) => {
    const [turn, mirrored] = [
      [0, 0, 180, 180, 90, 270, 270, 90][orientation - 1] ?? 0,
      [2, 4, 5, 7].includes(orientation),
    ]
    // Stored the other way round, so that the tag puts it right.
    const stored = sharp(await grey().png().toBuffer()).rotate(turn)
    const upright = await (mirrored ? sharp(await stored.png().toBuffer()).flop() : stored)
      .jpeg({ quality: 95 })
      .toBuffer()
    const file = await put("turned.jpg", sharp(upright).withMetadata({ orientation }).jpeg({ quality: 95 }))
    const page = await read(file)
    expect(await inspect(file)).toMatchObject({ width, height })
    close(spots(page), plain)
    const small = join(tempFolder(), "small.jpg")
    expect(await preview(file, 0, 4000, small)).toEqual({ width, height })
    close(spots(await read(small)), plain)
    const pyramid = join(tempFolder(), "tiles")
    expect(await tiles(file, 0, pyramid)).toEqual({ width, height })
    close(spots(await read(join(pyramid, "0", "0_0.jpeg"))), plain)
  },
)

it("[O41] colours of print, 16 bits, palettes and interlacing all give the same grey", async () => {
  close(spots(await read(await put("a.jpg", coloured().toColourspace("cmyk").jpeg({ quality: 95 })))), plain, 12)
  close(spots(await read(await put("b.png", grey().toColourspace("grey16").png()))), plain)
  close(spots(await read(await put("c.png", coloured().toColourspace("rgb16").png()))), plain)
  close(spots(await read(await put("d.png", coloured().png({ palette: true, progressive: true })))), plain)
  close(spots(await read(await put("e.jpg", coloured().jpeg({ progressive: true, quality: 95 })))), plain)
})

it("[O41] what one can see through is laid on white, in 16 bits too", async () => {
  const clear = {
    create: { width: 30, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
  } as const
  for (const image of [
    sharp(clear).png(),
    sharp(clear).toColourspace("rgb16").png(),
    sharp(clear).webp({ lossless: true }),
  ])
    close([(await read(await put("clear", image))).data[0]], [128], 2)
})

it.each(["none", "lzw", "deflate", "jpeg", "packbits"] as const)("[O42] a TIFF packed by %s", async (compression) => {
  const packed = await put("a.tif", grey().tiff({ compression, quality: 95 }))
  close(spots(await read(packed)), plain, 12)
})

it("[O42] a fax in TIFF, and a TIFF for large files", async () => {
  const fax = grey().threshold(150).tiff({ compression: "ccittfax4", bitdepth: 1 })
  close(spots(await read(await put("fax.tif", fax))), [0, 255, 0])
  const big = await put("big.tif", grey().tiff({ bigtiff: true }))
  expect(readFileSync(big).subarray(0, 4).toString("hex")).toBe("49492b00")
  close(spots(await read(big)), plain)
})

it("[O43] WebP is read; of a moving picture the first frame", async () => {
  const still = await put("a.webp", grey().webp({ lossless: true }))
  expect(await inspect(still)).toMatchObject({ extension: "webp", mime: "image/webp", width, height, pages: 1 })
  close(spots(await read(still)), plain)
  const frames = [coloured(), coloured().negate()].map((frame) => frame.png().toBuffer())
  const moving = sharp(await Promise.all(frames), { join: { animated: true } }).webp({ lossless: true })
  const file = await put("b.webp", moving)
  expect(await inspect(file)).toMatchObject({ width, height, pages: 1 })
  close(spots(await read(file)), plain)
})

interface Encoder {
  getDecodedBuffer(frame: object): Uint8Array
  encode(): void
  getEncodedBuffer(): Uint8Array
}
const require = createRequire(import.meta.url)

/** By the encoder of the package whose decoder is used. */
async function jpeg2000(samples: Uint8Array, componentCount: number, bitsPerSample = 8): Promise<Buffer> {
  const start = require("@cornerstonejs/codec-openjpeg/wasmjs") as (
    o: object,
  ) => Promise<{ J2KEncoder: new () => Encoder }>
  const wasmBinary = readFileSync(require.resolve("@cornerstonejs/codec-openjpeg/wasm"))
  const encoder = new (await start({ wasmBinary, print() {} })).J2KEncoder()
  encoder.getDecodedBuffer({ width, height, bitsPerSample, componentCount, isSigned: false }).set(samples)
  encoder.encode()
  return Buffer.from(encoder.getEncodedBuffer())
}

it("[O44] JPEG 2000 is read in grey, in colour and in 16 bits", async () => {
  const pixels = await grey().raw().toBuffer()
  const one = await put("a.j2k", await jpeg2000(pixels, 1))
  expect(await inspect(one)).toMatchObject({ mime: "image/jp2", width, height, pages: 1 })
  close(spots(await read(one)), plain)
  close(
    spots(await read(await put("b.j2k", await jpeg2000(Buffer.from([...pixels].flatMap((v) => [v, v, v])), 3)))),
    plain,
  )
  const deep = new Uint8Array(Uint16Array.from(pixels, (v) => v * 257).buffer)
  close(spots(await read(await put("c.j2k", await jpeg2000(deep, 1, 16)))), plain)
  const out = join(tempFolder(), "tiles")
  expect(await tiles(one, 0, out)).toEqual({ width, height })
})

it("[O44] JPEG 2000 that is cut off, empty, immense or of another kind is refused with the reason", async () => {
  const whole = await jpeg2000(await grey().raw().toBuffer(), 1)
  const changed = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(whole)
    change(bytes)
    return bytes
  }
  const codes = {
    cut: [whole.subarray(0, whole.length / 2), "file-damaged"],
    head: [whole.subarray(0, 30), "file-damaged"],
    empty: [changed((bytes) => bytes.writeUInt32BE(0, 8)), "file-damaged"],
    immense: [changed((bytes) => bytes.writeUInt32BE(70_000, 8)), "file-too-large"],
    halved: [changed((bytes) => bytes.writeUInt16BE(0x0202, 43)), "file-unsupported"],
    noise: [changed((bytes) => bytes.fill(0xa5, 120)), "file-damaged"],
  } as const
  for (const [name, [bytes, code]] of Object.entries(codes))
    await expect(inspect(await put(`${name}.jp2`, bytes)), name).rejects.toMatchObject({ code })
})

const several = (pages: Promise<Buffer>[]) =>
  Promise.all(pages).then((all) =>
    sharp(all, { join: { animated: true } })
      .tiff({ compression: "deflate" })
      .toBuffer(),
  )

it("[O45] a page of a TIFF that cannot be decoded is that page's failure alone", async () => {
  const bytes = await several([coloured(), coloured(), coloured()].map((page) => page.png().toBuffer()))
  // Each page's data is one run of Deflate; the second one is spoilt.
  const second = bytes.indexOf(Buffer.from("789c", "hex"), bytes.indexOf(Buffer.from("789c", "hex")) + 2)
  bytes.fill(0xff, second + 2, second + 30)
  const file = await put("pages.tif", bytes)
  expect(await inspect(file)).toMatchObject({ pages: 3 })
  close(spots(await read(file, 2)), plain)
  await expect(read(file, 1)).rejects.toMatchObject({ code: "file-damaged" })
})
