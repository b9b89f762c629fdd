import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { afterAll, expect, it } from "vitest"
import { readInput } from "../../electron/engine/files/input.ts"
import { decode } from "../../electron/engine/image/decode.ts"
import { inspect } from "../../electron/engine/inspect.ts"
import { textOrScan } from "../../electron/engine/pdf/textlayer.ts"
import { makeEnginePool } from "../../electron/engine/pool.ts"
import { preview } from "../../electron/engine/preview.ts"
import { tiles } from "../../electron/engine/tiles.ts"
import { documentOf, hex, jpegImage, line, over, pdfOf, type Sheet } from "../support/pdf.ts"
import { tempFolder } from "../support/tempfolder.ts"

const put = (bytes: Uint8Array | string, name = "a.pdf"): string => {
  const file = join(tempFolder(), name)
  writeFileSync(file, bytes)
  return file
}
const textOf = async (bytes: Uint8Array, pageIndex = 0) => {
  const { text } = await textOrScan(await readInput(put(bytes)), pageIndex)
  return text
}
const linesOf = async (...sheets: Sheet[]) => (await textOf(documentOf(sheets)))?.lines ?? []
const scanOf = async (bytes: Uint8Array, pageIndex = 0) => {
  const { scan } = await textOrScan(await readInput(put(bytes)), pageIndex)
  return scan
}
const codeOf = (bytes: Uint8Array | string) =>
  inspect(put(bytes)).then(
    () => "fine",
    (error) => error.code as string,
  )

const pool = makeEnginePool({ size: 1, memoryLimit: 1.5e9, timeoutMs: 60_000, log() {} })
afterAll(() => pool.close())

/** A picture of 80 × 60: black on the left of its upper half, grey below. */
const pixels = Buffer.from(
  Array.from({ length: 80 * 60 }, (_, i) => (Math.floor(i / 80) < 30 ? (i % 80 < 40 ? 0 : 255) : 120)),
)
const picture = () => sharp(pixels, { raw: { width: 80, height: 60, channels: 1 } }).toColourspace("b-w")
const jpeg = async () => jpegImage(await picture().jpeg({ quality: 98 }).toBuffer(), 80, 60, "Gray")
const corners = ({ data, width, height }: { data: Uint8Array; width: number; height: number }) =>
  [0.2, 0.8].flatMap((y) =>
    [0.2, 0.8].map((x) => Math.round((data[Math.floor(y * height) * width + Math.floor(x * width)] ?? 0) / 30)),
  )

it("[O50] a PDF is inspected by its bytes and tells its pages; a page is picked by its number", async () => {
  const sheets = ["第一页", "第二页", "第三页"].map((text) => ({ content: line(text, 40, 300) }))
  const file = put(documentOf(sheets), "页.jpg")
  expect(await inspect(file)).toMatchObject({ kind: "pdf", mime: "application/pdf", extension: "pdf", pages: 3 })
  const job = { op: "recognize", path: file, engine: "auto", script: "auto", direction: "auto" } as const
  const { lines, engine, width, height } = await pool.run({ ...job, pageIndex: 1 })
  expect([lines.map((one) => one.text), engine.name]).toEqual([["第二页"], "pdf"])
  expect([width, height]).toEqual([1667, 1667])
  await expect(pool.run({ ...job, pageIndex: 3 })).rejects.toMatchObject({ code: "file-damaged" })
})

it("[O51] every character has its box in pixels of the picture that is shown", async () => {
  const bytes = documentOf([{ content: line("清晨的河边", 60, 200, 24), width: 300, height: 400 }])
  const [only] = (await textOf(bytes))?.lines ?? []
  const scale = 300 / 72
  expect(only?.glyphs?.map((glyph) => glyph.text).join("")).toBe("清晨的河边")
  only?.glyphs?.forEach(({ box }, i) => {
    expect(Math.abs(box[0] - (60 + 24 * i) * scale)).toBeLessThanOrEqual(1)
    expect(Math.abs(box[2] - box[0] - 24 * scale)).toBeLessThanOrEqual(2)
    expect(Math.abs(box[3] - (400 - 200 + 24 * 0.08) * scale)).toBeLessThanOrEqual(1)
  })
  const drawn = await decode(await readInput(put(bytes)), 0)
  const [x0, y0, x1, y1] = only?.box ?? [0, 0, 0, 0]
  const ink = (from: number, to: number) =>
    drawn.data.subarray(from * drawn.width, to * drawn.width).filter((value) => value < 128).length
  expect(ink(y0, y1)).toBeGreaterThan(500)
  expect(ink(0, y0 - 8) + ink(y1 + 8, drawn.height)).toBe(0)
  expect([x0 > 0, x1 < drawn.width]).toEqual([true, true])
})

it("[O51] text goes on over changes of font and matrix, nested forms and turned pages", async () => {
  const scaled = `q 2 0 0 2 10 20 cm BT /H 5 Tf 1 0 0 1 20 30 Tm ${hex("大字")} Tj 12 TL T* ${hex("下行")} Tj ET Q\n`
  const mixed = `BT /H 10 Tf 50 300 Td ${hex("共有")} Tj /L 10 Tf (5G) Tj /H 10 Tf ${hex("基站")} Tj ET\n`
  const lines = await linesOf({ content: scaled + mixed, page: "/Rotate 90" })
  expect(lines.map(({ text, direction }) => [text, direction])).toEqual([
    ["大字", "vertical"],
    ["下行", "vertical"],
    ["共有5G基站", "vertical"],
  ])
  const upright = await linesOf({ content: scaled + mixed })
  expect(upright.map(({ text }) => text)).toEqual(["大字", "下行", "共有5G基站"])
  const [first] = upright
  expect(first?.box).toEqual(
    [208, 1298, 292, 1337].map((edge) => expect.toSatisfy((v: number) => Math.abs(v - edge) < 3)),
  )
})

it("[O52] a gutter parts two columns, also where they are drawn row by row", async () => {
  const row = (y: number) =>
    `BT /H 10 Tf 40 ${y} Td [${hex("左栏十个字写在这里呢")} -1500 ${hex("右栏的字也在这一行上")}] TJ ET\n`
  const lines = await linesOf({ content: [300, 285, 270].map(row).join("") })
  expect(new Set(lines.map(({ text }) => text))).toEqual(new Set(["左栏十个字写在这里呢", "右栏的字也在这一行上"]))
  expect(lines).toHaveLength(6)
})

it("[O52] a line spaced out stays whole, and so do spaces between names", async () => {
  const wide = `q BT /H 10 Tf 25 Tc 40 300 Td ${hex("清除项目")} Tj ET Q\n`
  const kerned = `BT /H 10 Tf 40 280 Td [${hex("春")} -2000 ${hex("夏")} -2000 ${hex("秋")} -2000 ${hex("冬")}] TJ ET\n`
  const names = line("曹鹏飞　李广涛", 40, 260) + line("读 Open Source 的书", 40, 240)
  expect((await linesOf({ content: wide + kerned + names })).map(({ text }) => text)).toEqual([
    "清除项目",
    "春夏秋冬",
    "曹鹏飞 李广涛",
    "读 Open Source 的书",
  ])
})

it("[O52] pieces of a line that are drawn apart, and heavy type drawn twice, are one line", async () => {
  const pieces = line("在后面", 70, 300) + line("另一行", 40, 260) + line("写前面", 40, 300)
  const heavy = line("粗体字", 40, 200) + line("粗体字", 40.3, 200)
  expect((await linesOf({ content: pieces + heavy })).map(({ text }) => text).sort()).toEqual(
    ["写前面在后面", "另一行", "粗体字"].sort(),
  )
})

it("[O53] vertical lines run down, whether the font or the hand sets them so", async () => {
  const font = `BT /V 12 Tf 300 350 Td ${hex("竖着排的一行字")} Tj ET\n`
  const hand = [..."手工竖排"].map((char, i) => line(char, 200, 340 - 14 * i, 12)).join("")
  const lines = await linesOf({ content: font + hand })
  expect(lines.map(({ text, direction }) => [text, direction])).toEqual([
    ["竖着排的一行字", "vertical"],
    ["手工竖排", "vertical"],
  ])
  for (const { glyphs } of lines)
    for (const [i, { box }] of glyphs?.slice(1).entries() ?? [])
      expect(box[1]).toBeGreaterThanOrEqual((glyphs?.[i]?.box[3] ?? 0) - 3)
  const scale = 300 / 72
  expect(Math.abs((lines[0]?.box?.[0] ?? 0) - 294 * scale)).toBeLessThan(3)
})

it("[O53] rules and pictures of a page that was set are found too", async () => {
  const rows = Array.from({ length: 12 }, (_, i) => line("正文一行有十二个字在此", 40, 300 - 15 * i)).join("")
  const text = await textOf(documentOf([{ content: `${rows} 170 100 1 220 re f` }]))
  expect(text?.shapes.map(({ kind }) => kind)).toEqual(["rule"])
})

it("[O54] the scan of a page is taken as it is, pixel for pixel, upright as the page is shown", async () => {
  const images = [await jpeg()]
  const shown = async (content: string, page = "") =>
    scanOf(documentOf([{ content, page, width: 160, height: 120, images }]))
  const plain = await shown(over(160, 120))
  expect([plain?.width, plain?.height]).toEqual([80, 60])
  expect(corners(plain!)).toEqual([0, 9, 4, 4])
  const turned = await shown(over(160, 120), "/Rotate 90")
  expect([turned?.width, turned?.height]).toEqual([60, 80])
  expect(corners(turned!)).toEqual([4, 0, 4, 9])
  expect(corners((await shown(over(160, 120), "/Rotate 180"))!)).toEqual([4, 4, 9, 0])
  expect(corners((await shown("q -160 0 0 120 160 0 cm /I0 Do Q"))!)).toEqual([9, 0, 4, 4])
  expect(corners((await shown("q 160 0 0 -120 0 120 cm /I0 Do Q"))!)).toEqual([4, 4, 0, 9])
  const quarter = await scanOf(
    documentOf([{ content: "q 0 160 -120 0 120 0 cm /I0 Do Q", width: 120, height: 160, images }]),
  )
  expect([quarter?.width, quarter?.height]).toEqual([60, 80])
  expect(corners(quarter!)).toEqual([9, 4, 0, 4])
})

it("[O54] one bit a pixel, as picture and as stencil", async () => {
  const bits = Buffer.alloc(10 * 60, 0xff)
  for (let y = 0; y < 30; y++) bits.fill(0, y * 10, y * 10 + 5)
  const image = (dict: string) => ({ dict: `/Width 80/Height 60/BitsPerComponent 1${dict}`, data: bits })
  for (const dict of ["/ColorSpace/DeviceGray", "/ImageMask true"]) {
    const scan = await scanOf(documentOf([{ content: over(160, 120), width: 160, height: 120, images: [image(dict)] }]))
    expect([scan?.width, scan?.height]).toEqual([80, 60])
    expect(corners(scan!)).toEqual([0, 9, 9, 9])
  }
})

it("[O54] text that is only there to be searched does not make a page of a scan", async () => {
  const images = [await jpeg()]
  const hidden = line("看不见的字".repeat(60), 10, 60, 2, "3 Tr")
  const scan = await scanOf(documentOf([{ content: over(160, 120) + hidden, width: 160, height: 120, images }]))
  expect([scan?.width, scan?.height]).toEqual([80, 60])
  const stamped = await scanOf(
    documentOf([{ content: over(160, 120) + line("某某数据库", 10, 5, 4), width: 160, height: 120, images }]),
  )
  expect([stamped?.width, stamped?.height]).toEqual([80, 60])
})

it("[O54] scans in several pieces are drawn in their own resolution, drawings in 300 dots an inch", async () => {
  const images = [await jpeg(), await jpeg()]
  const halves = "q 40 0 0 60 0 0 cm /I0 Do Q q 40 0 0 60 40 0 cm /I1 Do Q"
  const pieces = await scanOf(documentOf([{ content: halves, width: 80, height: 60, images }]))
  expect([pieces?.width, pieces?.height]).toEqual([111, 83])
  const drawn = await scanOf(documentOf([{ content: "20 20 30 30 re f", width: 72, height: 144 }]))
  expect([drawn?.width, drawn?.height]).toEqual([300, 600])
})

it("[O54] a text layer that means nothing is not believed: the page is read as it looks", async () => {
  const han = line("这一行字是好的而且相当长", 40, 300)
  const wrong = "BT /L 10 Tf 40 280 Td (\\377\\357\\337) Tj ET"
  expect(await scanOf(documentOf([{ content: han + wrong }]))).toMatchObject({ width: 1667, height: 1667 })
  expect((await textOf(documentOf([{ content: wrong }])))?.lines[0]?.text).toBe("ÿïß")
  expect((await linesOf({ content: line("阿·波罗", 40, 300) }))[0]?.text).toBe("阿·波罗")
})

it("[O55] preview, tiles and recognition agree on the picture of a page", async () => {
  const images = [await jpeg()]
  const bytes = documentOf([
    { content: line("有字的页", 40, 300) },
    { content: over(160, 120), width: 160, height: 120, images },
  ])
  const file = put(bytes)
  const folder = tempFolder()
  expect(await tiles(file, 0, join(folder, "0"))).toEqual({ width: 1667, height: 1667 })
  expect(await preview(file, 0, 5000, join(folder, "0.jpg"))).toEqual({ width: 1667, height: 1667 })
  expect(await tiles(file, 1, join(folder, "1"))).toEqual({ width: 80, height: 60 })
  expect(await sharp(readFileSync(join(folder, "1", "0", "0_0.jpeg"))).metadata()).toMatchObject({ width: 80 })
  const text = await textOf(bytes)
  expect([text?.width, text?.height]).toEqual([1667, 1667])
})

it("[O56] a document that opens only with a password is refused as such; one that is only protected is read", async () => {
  const sheet = { content: "BT /L 20 Tf 40 300 Td (protected) Tj ET" }
  expect(await codeOf(documentOf([sheet], { lock: "user" }))).toBe("file-locked")
  expect((await textOf(documentOf([sheet], { lock: "owner" })))?.lines[0]?.text).toBe("protected")
})

it("[O56] scripts, actions and links of a document are not followed, and fonts run no code", async () => {
  const evil = "globalThis.PWNED = 1"
  const bytes = documentOf([
    {
      content: line("无害", 40, 300),
      page: `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 400 400]/A<</S/Launch/F(file:///bin/true)>>>>]/AA<</O<</S/JavaScript/JS(${evil})>>>>`,
    },
  ])
  const open = Buffer.from(
    bytes
      .toString("latin1")
      .replace("/Type/Catalog", `/Type/Catalog/OpenAction<</S/JavaScript/JS(${evil})>>`)
      .replace("/BaseFont/Helvetica", `/BaseFont/Helvetica/FontMatrix[1 2 3 4 5 (1\\); ${evil})]`),
    "latin1",
  )
  expect((await textOf(open))?.lines.map(({ text }) => text)).toEqual(["无害"])
  expect((globalThis as { PWNED?: number }).PWNED).toBeUndefined()
})

const good = documentOf([{ content: line("好的一页", 40, 300) }])
const goodText = good.toString("latin1")
const swapped = (from: string | RegExp, to: string) => Buffer.from(goodText.replace(from, to), "latin1")
const treeOf = (kids: string, count: number) =>
  pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]>>",
  ])
const noise = Buffer.alloc(900, 0x41)
const outcome = async (bytes: Buffer, pages = pool) => {
  const path = put(bytes)
  try {
    await pages.run({ op: "inspect", path })
    const job = { op: "recognize", path, pageIndex: 0, engine: "auto", script: "hans", direction: "auto" } as const
    return (await pages.run(job)).lines.map(({ text }) => text).join()
  } catch (error) {
    return (error as { code: string }).code
  }
}

it.each([
  ["a header and an end", Buffer.from("%PDF-1.7\n%%EOF\n"), "file-damaged"],
  ["half of a file", good.subarray(0, good.length / 2), "file-damaged"],
  ["a mark and 900 odd bytes before it", Buffer.concat([Buffer.from("\ufeff"), noise, good]), "好的一页"],
  ["two megabytes after it", Buffer.concat([good, Buffer.alloc(2 << 20, 0x41)]), "好的一页"],
  ["a wrong start of its table", swapped(/startxref\n\d+/, "startxref\n99999999"), "好的一页"],
  ["a table that follows itself", swapped("/Root 1 0 R", `/Root 1 0 R/Prev ${goodText.indexOf("xref\n")}`), "好的一页"],
  ["pages that hold themselves", swapped(/\/Kids\[\d+ 0 R\]/, "/Kids[2 0 R]"), "file-damaged"],
  ["no pages", treeOf("", 0), "file-damaged"],
  ["999 999 999 pages, as it says", swapped("/Count 1", "/Count 999999999"), "好的一页"],
  ["3000 blank pages", treeOf("3 0 R ".repeat(3000), 3000), "no-text"],
  ["10 001 pages", treeOf("3 0 R ".repeat(10_001), 10_001), "file-too-large"],
  ["a page without content", swapped(/\/Contents \d+ 0 R/, ""), "no-text"],
  ["a page as long as a street", swapped("[0 0 400 400]", "[0 0 10000000 400]"), "file-too-large"],
  ["a page without area", swapped("[0 0 400 400]", "[0 0 0.01 0.01]"), "file-damaged"],
  ["corners the wrong way round", swapped("[0 0 400 400]", "[400 400 0 0]"), "好的一页"],
  ["corners that are no numbers", swapped("[0 0 400 400]", "[/a /b (c) null]"), "好的一页"],
  ["a unit of 100 000", documentOf([{ content: "", page: "/UserUnit 100000" }]), "file-too-large"],
  ["a turn by 45°", documentOf([{ content: line("好的一页", 40, 300), page: "/Rotate 45" }]), "好的一页"],
])("[O57] a PDF with %s is read or refused with a reason", async (_, bytes, wanted) => {
  expect(await outcome(bytes)).toBe(wanted)
})

it("[O57] an image of 1.6 thousand million pixels is not decoded, and one that ends early leaves no page", async () => {
  const image = (side: number) => ({
    dict: `/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
    data: deflateSync(Buffer.alloc(1000)),
  })
  expect(await outcome(documentOf([{ content: over(400, 400), images: [image(40_000)] }]))).toBe("no-text")
  expect(await outcome(documentOf([{ content: over(400, 400), images: [image(2000)] }]))).toBe("no-text")
})

// It is tried twice.
it("[O57] a form that draws itself ends, and a stream that swells without end is stopped by its memory", {
  timeout: 180_000,
}, async () => {
  const [catalog, pages] = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"]
  const resources = "/Resources<</XObject<</F 5 0 R>>>>"
  const form = { dict: `/Type/XObject/Subtype/Form/BBox[0 0 400 400]${resources}`, data: Buffer.from("/F Do") }
  const page = (more: string) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]${resources}/Contents 4 0 R${more}>>`
  expect(await outcome(pdfOf([catalog, pages, page(""), { dict: "", data: Buffer.from("/F Do") }, form]))).toBe(
    "no-text",
  )
  const thrice = [1, 2, 3].reduce((data) => deflateSync(data), Buffer.alloc(600 << 20, 0x20))
  const swelling = { dict: "/Filter[/FlateDecode/FlateDecode/FlateDecode]", data: thrice }
  const small = makeEnginePool({ size: 1, memoryLimit: 6e8, timeoutMs: 60_000, log() {} })
  expect(thrice.length).toBeLessThan(5000)
  expect(await outcome(pdfOf([catalog, pages, page(""), swelling, form]), small)).toBe("engine-memory")
  await small.close()
})
