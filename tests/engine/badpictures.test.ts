import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { afterAll, expect, it } from "vitest"
import { makeEnginePool } from "../../electron/engine/pool.ts"
import { end, greyTags, header, overwritten, pngOf, rows, tiffOf, withSegment } from "../support/badpictures.ts"
import { tempFolder } from "../support/tempfolder.ts"

const pool = makeEnginePool({ size: 1, memoryLimit: 600_000_000, timeoutMs: 20_000, log() {} })
afterAll(() => pool.close())

const [width, height] = [300, 200]
const pixels = Buffer.from(Array.from({ length: width * height }, (_, i) => (i * 7919 * (i % 91)) & 255))

/** The code with which a picture is refused as a page, or its size. */
async function outcome(bytes: Buffer): Promise<string> {
  const folder = tempFolder()
  const path = join(folder, "page")
  writeFileSync(path, bytes)
  try {
    await pool.run({ op: "inspect", path })
    const page = await pool.run({ op: "preview", path, pageIndex: 0, width: 8000, out: join(folder, "out.jpg") })
    return `${page.width} × ${page.height}`
  } catch (error) {
    return (error as { code: string }).code
  }
}

const whole = `${width} × ${height}`
const jpeg = await sharp(pixels, { raw: { width, height, channels: 1 } })
  .toColourspace("b-w")
  .jpeg()
  .toBuffer()
const at = (marker: string) => jpeg.indexOf(Buffer.from(marker, "hex"))
const [frame, tables, quantities, scan] = [at("ffc0"), at("ffc4"), at("ffdb"), at("ffda")]
const tenMegabytes = Array.from({ length: 160 })

it.each([
  ["nothing but its two marks", Buffer.from("ffd8ffd9", "hex"), "file-damaged"],
  ["no last mark", jpeg.subarray(0, -2), "file-damaged"],
  ["sides of 65 500", overwritten(jpeg, frame + 5, 255, 220, 255, 220), "file-too-large"],
  ["sides of 0", overwritten(jpeg, frame + 5, 0, 0, 0, 0), "file-damaged"],
  ["12 bits", overwritten(jpeg, frame + 4, 12), "file-damaged"],
  ["no components", overwritten(jpeg, frame + 9, 0), "file-damaged"],
  ["impossible codes", overwritten(jpeg, tables + 5, ...Array<number>(16).fill(255)), "file-damaged"],
  ["no quantities", overwritten(jpeg, quantities + 1, 0xfe), "file-damaged"],
  ["some other bytes in its scan", overwritten(jpeg, scan + 200, ...pixels.subarray(0, 40)), whole],
  ["a segment longer than itself", withSegment(jpeg, 0xe1, Buffer.from("Exif\0\0"), 65_535), "file-damaged"],
  [
    "an EXIF that holds itself",
    withSegment(jpeg, 0xe1, Buffer.from("45786966000049492a00080000000100698704000100000008000000", "hex")),
    whole,
  ],
  [
    "ten megabytes of comments",
    tenMegabytes.reduce<Buffer>((file) => withSegment(file, 0xfe, Buffer.alloc(65_533)), jpeg),
    whole,
  ],
  ["a megabyte after its end", Buffer.concat([jpeg, Buffer.alloc(1 << 20, 7)]), whole],
  ["itself after its end", Buffer.concat([jpeg, jpeg]), whole],
  [
    "a profile of noise",
    withSegment(jpeg, 0xe2, Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01"), pixels.subarray(0, 3000)])),
    whole,
  ],
])("[O65] a JPEG with %s is shown or refused with a reason", async (_, bytes, wanted) => {
  expect(await outcome(bytes)).toBe(wanted)
})

const head = header(width, height)
const [named, sized] = head
const body = ["IDAT", rows(width, height)] as [string, Buffer]
const swelling = Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(100 << 20))])

it.each([
  ["a wrong checksum of its header", pngOf([[named, sized, true], body, end]), "file-damaged"],
  ["a wrong checksum of its rows", pngOf([head, [...body, true], end]), "file-damaged"],
  ["rows that cannot be unpacked", pngOf([head, ["IDAT", Buffer.from("nonsense")], end]), "file-damaged"],
  ["sides of 0", pngOf([header(0, 0), body, end]), "file-damaged"],
  ["sides of 2 147 483 647", pngOf([header(2 ** 31 - 1, 2 ** 31 - 1), body, end]), "file-damaged"],
  ["no palette where one is needed", pngOf([header(width, height, 8, 3), body, end]), "file-damaged"],
  ["3 bits", pngOf([header(width, height, 3), body, end]), "file-damaged"],
  ["no rows", pngOf([head, end]), "file-damaged"],
  ["no end", pngOf([head, body]), whole],
  ["nothing but its name", pngOf([]), "file-damaged"],
  ["100 megabytes of words", pngOf([head, ["zTXt", swelling], body, end]), whole],
  ["a profile of 100 megabytes", pngOf([head, ["iCCP", swelling], body, end]), whole],
])("[O65] a PNG with %s is shown or refused with a reason", async (_, bytes, wanted) => {
  expect(await outcome(bytes)).toBe(wanted)
})

const tags = (changes: Record<number, number> = {}) => greyTags(width, height, changes)

it.each([
  ["nothing wrong", tiffOf(tags(), pixels), whole],
  ["nothing but its name", Buffer.from("49492a00", "hex"), "file-damaged"],
  ["a directory beyond its end", Buffer.from("4d4d002a7fffffff", "hex"), "file-damaged"],
  ["an empty directory", tiffOf([], pixels), "file-damaged"],
  ["a directory that follows itself", tiffOf(tags(), pixels, 8), whole],
  ["rows beyond its end", tiffOf(tags({ 273: 99_999_999 }), pixels), "file-damaged"],
  ["sides of 4 294 967 295", tiffOf(greyTags(2 ** 32 - 1, 2 ** 32 - 1), pixels), "file-damaged"],
  [
    "2 500 megapixels in few bytes",
    tiffOf(greyTags(50_000, 50_000, { 258: 1, 259: 8, 279: 300 }), pixels),
    "file-too-large",
  ],
  ["LZW of noise", tiffOf(tags({ 259: 5 }), pixels), "file-damaged"],
  ["a fax that ends early", tiffOf(tags({ 258: 1, 259: 4, 279: 20 }), pixels), "file-damaged"],
  ["100 samples a pixel", tiffOf(tags({ 277: 100 }), pixels), "file-damaged"],
  ["64 bits a sample", tiffOf(tags({ 258: 64 }), pixels), "file-damaged"],
  ["an impossible kind of number", tiffOf([...tags().slice(0, 8), [279, 99, 2 ** 32 - 1, 5]], pixels), "file-damaged"],
  [
    "281 474 976 710 656 entries",
    Buffer.from("49492b000800000010000000000000000000000000000100", "hex"),
    "file-damaged",
  ],
])("[O65] a TIFF with %s is shown or refused with a reason", async (_, bytes, wanted) => {
  expect(await outcome(bytes)).toBe(wanted)
})
