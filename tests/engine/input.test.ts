import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { crc32, deflateSync } from "node:zlib"
import sharp from "sharp"
import { afterAll, beforeAll, expect, it } from "vitest"
import { readInput } from "../../electron/engine/files/input.ts"
import { sniff } from "../../electron/engine/files/sniff.ts"
import { decode } from "../../electron/engine/image/decode.ts"
import { inspect } from "../../electron/engine/inspect.ts"
import { preview } from "../../electron/engine/preview.ts"

const folder = mkdtempSync(path.join(tmpdir(), "input-"))
const at = (name: string) => path.join(folder, name)
const put = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(at(name), bytes)
  return at(name)
}
const codeOf = (file: string) =>
  inspect(file).then(
    () => "fine",
    (error) => `${error.code} ${JSON.stringify(error.detail)}`,
  )
const refused = (code: string, name: string, kind?: string) => `${code} ${JSON.stringify({ file: name, kind })}`

const noise = (width: number, height: number) => {
  const data = Buffer.alloc(width * height, 0)
  for (let i = 0, seed = 1; i < data.length; i++) {
    seed = (seed * 48271) % 2147483647
    data[i] = seed & 255
  }
  return sharp(data, { raw: { width, height, channels: 1 } }).toColourspace("b-w")
}

/** A white PNG of one bit a pixel: large sides in few bytes. */
function whitePng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const header = Buffer.from([...Array(8).fill(0), 1, 0, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
  const magic = Buffer.from("89504e470d0a1a0a", "hex")
  return Buffer.concat([magic, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))])
}

const pictures: Record<string, Buffer> = {}
beforeAll(async () => {
  pictures.jpg = await noise(300, 200).jpeg().toBuffer()
  pictures.png = await noise(300, 200).png().toBuffer()
  pictures.tif = await noise(300, 200).tiff({ compression: "lzw" }).toBuffer()
})
afterAll(() => rmSync(folder, { recursive: true }))

it.each(["jpg", "png", "tif"])("[E10] a %s is inspected by its bytes, not by its name", async (extension) => {
  const file = put(`misnamed-${extension}.txt`, pictures[extension]!)
  expect(await inspect(file)).toMatchObject({ kind: "image", extension, width: 300, height: 200, pages: 1 })
})

it("[E10] a TIFF tells how many pages it has, and each can be read", async () => {
  const pages = await Promise.all([noise(80, 60), noise(80, 60), noise(80, 60)].map((page) => page.png().toBuffer()))
  const file = put(
    "pages.tif",
    await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer(),
  )
  expect(await inspect(file)).toMatchObject({ pages: 3, width: 80, height: 60 })
  expect(await decode(await readInput(file), 2)).toMatchObject({ width: 80, height: 60 })
  await expect(decode(await readInput(file), 3)).rejects.toMatchObject({ code: "file-damaged" })
})

it("[E10] a text file is text", async () => {
  expect(await inspect(put("a.jpg", "一行字\n"))).toMatchObject({ kind: "text", extension: "txt", width: null })
})

it("[E11] a file that is not there, is a folder or holds nothing is refused by name", async () => {
  mkdirSync(at("folder.jpg"))
  expect(await codeOf(at("none.jpg"))).toBe(refused("file-missing", "none.jpg"))
  expect(await codeOf(path.join(put("plain", "字"), "inside.jpg"))).toBe(refused("file-missing", "inside.jpg"))
  expect(await codeOf(at("folder.jpg"))).toBe(refused("file-directory", "folder.jpg"))
  expect(await codeOf(put("empty.jpg", ""))).toBe(refused("file-empty", "empty.jpg"))
  expect(await codeOf(put("blank.txt", " \n\t\r\n　\n"))).toBe(refused("file-empty", "blank.txt"))
})

it.skipIf(process.getuid?.() === 0 || process.platform === "win32")("[E11] a file one may not read", async () => {
  const file = put("secret.jpg", pictures.jpg!)
  spawnSync("chmod", ["000", file])
  expect(await codeOf(file)).toBe(refused("file-unreadable", "secret.jpg"))
})

it.skipIf(process.platform === "win32")("[E11] pipes and devices are refused without waiting for them", async () => {
  spawnSync("mkfifo", [at("pipe.jpg")])
  symlinkSync("/dev/zero", at("zero.jpg"))
  symlinkSync(at("loop.jpg"), at("loop.jpg"))
  expect(await codeOf(at("pipe.jpg"))).toBe(refused("file-unreadable", "pipe.jpg"))
  expect(await codeOf(at("zero.jpg"))).toBe(refused("file-unreadable", "zero.jpg"))
  expect(await codeOf(at("loop.jpg"))).toBe(refused("file-unreadable", "loop.jpg"))
})

it.each([
  ["a.gif", "GIF89a", "GIF"],
  ["a.bmp", Buffer.from("424d36000000000000003600", "hex"), "BMP"],
  ["a.docx", Buffer.from("504b030414000600", "hex"), "zip"],
  ["a.heic", Buffer.from("00000018667479706865696300000000", "hex"), "HEIF or AVIF"],
  ["a.svg", '<?xml version="1.0"?>\n<svg xmlns="x"/>', "SVG"],
  ["a.png", "<!DOCTYPE html><p>", "HTML"],
] as const)("[E12] %s is refused by its kind", async (name, bytes, kind) => {
  expect(await codeOf(put(name, bytes))).toBe(refused("file-unsupported", name, kind))
})

it.each([
  ["zeros", Buffer.alloc(5000)],
  ["one byte", Buffer.from([0xff])],
  ["a program", Buffer.from("4d5a90000300", "hex")],
  ["random bytes", Buffer.from(Array.from({ length: 4000 }, (_, i) => ((i * 7919 * (i + 13)) % 255) + 1))],
  ["a null in the middle", Buffer.from(`${"字".repeat(40_000)}\0`)],
])("[E13] %s is neither text nor a picture", async (_, bytes) => {
  expect(await codeOf(put("b.jpg", bytes))).toBe(refused("file-binary", "b.jpg"))
})

it.each(["jpg", "png", "tif"])("[E14] a %s that was cut off is damaged, wherever it was cut", async (extension) => {
  const whole = pictures[extension]!
  for (const share of [0.02, 0.1, 0.5, 0.95]) {
    const file = put(`cut.${extension}`, whole.subarray(0, Math.max(12, whole.length * share)))
    expect(await codeOf(file)).toBe(refused("file-damaged", `cut.${extension}`))
    await expect(readInput(file).then((input) => decode(input, 0))).rejects.toMatchObject({ code: "file-damaged" })
  }
})

it("[E15] pictures that are too large are refused before they are decoded", async () => {
  expect(await codeOf(put("wide.png", whitePng(30_001, 4)))).toBe(refused("file-too-large", "wide.png"))
  expect(await codeOf(put("bomb.png", whitePng(20_000, 10_001)))).toBe(refused("file-too-large", "bomb.png"))
})

it("[E15] files that are too large are refused before they are read", async () => {
  truncateSync(put("huge.jpg", pictures.jpg!), 400 * 1024 * 1024 + 1)
  truncateSync(put("huge.txt", "字".repeat(30_000)), 20 * 1024 * 1024 + 1)
  expect(await codeOf(at("huge.jpg"))).toBe(refused("file-too-large", "huge.jpg"))
  expect(await codeOf(at("huge.txt"))).toBe(refused("file-too-large", "huge.txt"))
})

it("[E16] a page is upright whatever its EXIF orientation says", async () => {
  const file = put("turned.jpg", await noise(300, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer())
  expect(await inspect(file)).toMatchObject({ width: 200, height: 300 })
  expect(await decode(await readInput(file), 0)).toMatchObject({ width: 200, height: 300 })
})

it("[E16] colour, transparency and depth all become 8-bit grey on white", async () => {
  const clear = sharp({ create: { width: 20, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  const grey = await decode(await readInput(put("clear.png", await clear.png().toBuffer())), 0)
  expect([grey.data.length, grey.data[0]]).toEqual([200, 255])
  const deep = noise(30, 20).toColourspace("rgb16").png()
  expect((await decode(await readInput(put("deep.png", await deep.toBuffer())), 0)).data.length).toBe(600)
})

it("[E17] a preview has the width asked for, never more than the page, and leaves no draft behind", async () => {
  const file = put("page.jpg", pictures.jpg!)
  expect(await preview(file, 0, 120, at("small.jpg"))).toEqual({ width: 120, height: 80 })
  expect(await preview(file, 0, 900, at("small.jpg"))).toEqual({ width: 300, height: 200 })
  expect(await sharp(at("small.jpg")).metadata()).toMatchObject({ format: "jpeg", width: 300 })
  await expect(preview(file, 0, 120, at("nowhere/x.jpg"))).rejects.toThrow()
})

it("[E10] the first bytes decide", () => {
  expect(sniff(Buffer.from("49492a0008000000", "hex"))).toMatchObject({ mime: "image/tiff" })
  expect(sniff(Buffer.from("4d4d002b00080000", "hex"))).toMatchObject({ mime: "image/tiff" })
  expect(sniff(Buffer.from("GIFT is a word"))).toEqual({ kind: "other" })
})
