import sharp from "sharp"
import { expect, it } from "vitest"
import { analyse } from "../../electron/engine/image/analyse.ts"
import { binarize } from "../../electron/engine/image/binarize.ts"
import { components } from "../../electron/engine/image/components.ts"
import { edgesOf, edgesOfBitmap, skewOf } from "../../electron/engine/image/deskew.ts"
import { bodyGlyph } from "../../electron/engine/image/glyphsize.ts"
import { type Bitmap, type Grey, turn } from "../../electron/engine/image/grey.ts"
import { straighten } from "../../electron/engine/image/straighten.ts"
import type { Box } from "../../shared/geometry/box.ts"

/** A white page to draw on. */
function sheet(width: number, height: number): Grey & { fill(box: Box, value?: number): void } {
  const data = new Uint8Array(width * height).fill(250)
  const fill = (box: Box, value = 20) => {
    for (let y = box[1]; y < box[3]; y++) data.fill(value, y * width + box[0], y * width + box[2])
  }
  return { data, width, height, fill }
}

/** A mock glyph: the outline of a square and a stroke through it, so that it has paper inside. */
function glyph(page: ReturnType<typeof sheet>, x: number, y: number, size: number) {
  const t = Math.max(2, Math.round(size / 10))
  page.fill([x, y, x + size, y + t])
  page.fill([x, y + size - t, x + size, y + size])
  page.fill([x, y, x + t, y + size])
  page.fill([x + size - t, y, x + size, y + size])
  page.fill([x + Math.round(size / 2), y, x + Math.round(size / 2) + t, y + size])
}

function line(page: ReturnType<typeof sheet>, x: number, y: number, count: number, size = 20, space = 2) {
  for (let i = 0; i < count; i++) glyph(page, x + i * (size + space), y, size)
}

function column(page: ReturnType<typeof sheet>, x: number, y: number, rows: number, count = 12) {
  for (let row = 0; row < rows; row++) line(page, x, y + row * 32, count)
}

const bitmap = (rows: string[]): Bitmap => ({
  data: Uint8Array.from(rows.join("").replaceAll(".", "0").replaceAll("#", "1"), Number),
  width: rows[0]!.length,
  height: rows.length,
})

it("[E30] pieces of ink are connected across corners and know their box and size", () => {
  const found = components(bitmap(["#..##", ".#..#", "....#", "#.#..", "###.."]))
  expect(found.map(({ box, count }) => [...box, count]).sort()).toEqual([
    [0, 0, 2, 2, 2],
    [0, 3, 3, 5, 5],
    [3, 0, 5, 3, 4],
  ])
})

it("[E31] ink is told from paper under a shadow that is darker than the ink elsewhere", () => {
  const page = sheet(400, 60)
  for (let x = 0; x < 400; x++) page.fill([x, 0, x + 1, 60], 250 - Math.floor(x / 2.2))
  for (let i = 0; i < 15; i++)
    page.fill([20 + i * 25, 20, 30 + i * 25, 40], Math.max(0, 250 - Math.floor(i * 11.4) - 90))
  expect(components(binarize(page, 28)).filter(({ count }) => count > 100)).toHaveLength(15)
})

it.each([-10, -7.3, -5, -1.2, -0.35, 0, 0.4, 2.75, 5, 10])(
  "[E32] a page turned by %s° is found out to 0.05°",
  async (degrees) => {
    const page = sheet(1000, 1300)
    column(page, 120, 150, 30)
    column(page, 420, 150, 30)
    const turned = await turn(page, degrees, 250)
    expect(Math.abs(skewOf(await edgesOf(turned)) + degrees)).toBeLessThanOrEqual(0.05)
  },
)

it("[E32] an empty page is not turned", () => {
  const empty = edgesOfBitmap({ data: new Uint8Array(10_000), width: 100, height: 100 })
  expect(skewOf(empty)).toBe(0)
})

it("[E33] a box found on the straightened page lies on the same ink of the scan", async () => {
  const page = sheet(1000, 1300)
  column(page, 120, 150, 30)
  const scan = await turn(page, 0.8, 250)
  const { grey, toScan } = await straighten(scan)
  const { blocks } = await analyse(grey)
  expect(blocks).toHaveLength(1)
  for (const box of blocks[0]!.lines) {
    const [x0, y0, x1, y1] = toScan(box)
    const row = (y: number) => scan.data.subarray(y * scan.width + x0, y * scan.width + x1).some((v) => v < 128)
    expect([row(y0 - 4), row(Math.round((y0 + y1) / 2)), row(y1 + 4)]).toEqual([false, true, false])
    expect(y1 - y0).toBeLessThan(20 + 12)
  }
})

it("[E34] the commonest glyph is the body glyph", () => {
  const page = sheet(900, 600)
  column(page, 40, 150, 10)
  line(page, 40, 40, 6, 60)
  expect(bodyGlyph(components(binarize(page, 28)))).toBe(20)
})

const boxes = async (page: Grey) =>
  (await analyse(page)).blocks
    .map(({ box, lines }) => [...box, lines.length])
    .sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)

it("[E35] two columns with a gutter of little more than one glyph stay apart", async () => {
  const page = sheet(700, 600)
  column(page, 40, 100, 12)
  column(page, 40 + 12 * 22 + 24, 100, 12)
  expect(await boxes(page)).toEqual([
    [40, 100, 302, 472, 12],
    [328, 100, 590, 472, 12],
  ])
})

it("[E35] a printed rule parts even what stands close, and is reported", async () => {
  const page = sheet(700, 600)
  column(page, 40, 100, 12)
  column(page, 40 + 12 * 22 + 10, 100, 12)
  page.fill([306, 80, 308, 500])
  const { blocks, shapes } = await analyse(page)
  expect(blocks).toHaveLength(2)
  expect(shapes).toEqual([{ kind: "rule", box: [306, 80, 308, 500] }])
})

/** A comma at the left of the room of a glyph. */
const comma = (page: ReturnType<typeof sheet>, x: number, y: number) => page.fill([x + 1, y + 14, x + 6, y + 22])

it("[E91] commas one above the other part no line", async () => {
  const page = sheet(500, 600)
  for (let row = 0; row < 5; row++) {
    line(page, 40, 100 + row * 32, 6)
    comma(page, 40 + 6 * 22, 100 + row * 32)
    line(page, 40 + 7 * 22, 100 + row * 32, 5)
  }
  column(page, 40, 400, 3)
  expect(await boxes(page)).toEqual([
    [40, 100, 302, 250, 5],
    [40, 400, 302, 484, 3],
  ])
})

it("[E91] a gutter parts also where first and last lines stand beside it", async () => {
  const page = sheet(700, 700)
  column(page, 40, 100, 5)
  line(page, 40, 100 + 5 * 32, 6)
  line(page, 328 + 44, 100 + 2 * 32, 10)
  column(page, 328, 100 + 3 * 32, 8)
  expect(await boxes(page)).toEqual([
    [40, 100, 302, 280, 6],
    [328, 164, 590, 440, 9],
  ])
})

it("[E91] one line that bridges a gutter joins no others", async () => {
  const page = sheet(700, 600)
  column(page, 40, 100, 6)
  column(page, 328, 100, 6)
  page.fill([303, 260, 327, 280])
  expect((await analyse(page)).blocks.flatMap(({ lines }) => lines)).toHaveLength(11)
})

it("[E36] a line spaced out over its column is one line of it", async () => {
  const page = sheet(500, 600)
  column(page, 40, 100, 6)
  line(page, 40, 100 + 6 * 32, 5, 20, 40)
  column(page, 40, 100 + 7 * 32, 4)
  expect(await boxes(page)).toEqual([[40, 100, 302, 440, 11]])
})

it("[E37] a headline across the columns is a block of its own, in larger type", async () => {
  const page = sheet(700, 600)
  line(page, 60, 20, 9, 50, 6)
  column(page, 40, 100, 12)
  column(page, 328, 100, 12)
  const { blocks } = await analyse(page)
  const headline = blocks.find(({ glyph }) => glyph > 40)
  expect(blocks).toHaveLength(3)
  expect(headline).toMatchObject({ box: [60, 20, 558, 70], glyph: 50 })
})

/** Display glyphs in pieces lower than the glyph: 六, whose halves lie apart, 告, whose halves touch, and 个 with its tall stroke. */
const pieces: Record<string, Box[]> = {
  六: [
    [0, 0, 50, 16],
    [4, 22, 46, 50],
  ],
  告: [
    [0, 0, 40, 25],
    [42, 12, 48, 34],
    [4, 28, 40, 50],
  ],
  个: [
    [0, 0, 48, 17],
    [20, 20, 26, 50],
  ],
}

for (const [name, boxesOf] of Object.entries(pieces))
  for (const side of ["first", "last"])
    it(`[E92] a headline keeps its ${side} glyph though it is all in pieces: ${name}`, async () => {
      const page = sheet(700, 600)
      line(page, 116, 20, 7, 50, 6)
      const x = side === "first" ? 60 : 508
      for (const [x0, y0, x1, y1] of boxesOf) page.fill([x + x0, 20 + y0, x + x1, 20 + y1])
      column(page, 40, 100, 12)
      column(page, 328, 100, 12)
      const { blocks } = await analyse(page)
      expect(blocks).toHaveLength(3)
      const [x0, , x1] = blocks.find(({ glyph: size }) => size > 40)!.box
      expect(side === "first" ? x0 : x1).toBeCloseTo(side === "first" ? 60 : 555, -1)
    })

it("[E92] type in pieces throughout is one line", async () => {
  const page = sheet(700, 600)
  for (let i = 0; i < 6; i++) {
    const x = 60 + i * 56
    page.fill([x, 20, x + 50, 46])
    page.fill([x + 20, 47, x + 30, 48])
    page.fill([x + 4, 49, x + 46, 70])
    page.fill([x + 49, 45, x + 51, 52])
  }
  column(page, 40, 100, 12)
  const { blocks } = await analyse(page)
  expect(blocks.map(({ lines }) => lines.length).sort((a, b) => a - b)).toEqual([1, 12])
})

it("[E38] frames and pictures are reported and hold no text of their own", async () => {
  const page = sheet(900, 700)
  column(page, 60, 60, 12)
  for (let x = 400; x < 640; x++) page.fill([x, 60, x + 1, 260], 40 + ((x * 7) % 90))
  for (const edge of [
    [380, 300, 860, 303],
    [380, 597, 860, 600],
    [380, 300, 383, 600],
    [857, 300, 860, 600],
  ] as const)
    page.fill(edge)
  column(page, 420, 330, 7)
  const { blocks, shapes } = await analyse(page)
  expect(blocks).toHaveLength(2)
  expect(shapes).toContainEqual({ kind: "frame", box: [380, 300, 860, 600] })
  const picture = shapes.find(({ kind }) => kind === "picture")!
  for (const [i, edge] of [400, 60, 640, 260].entries()) expect(Math.abs(picture.box[i]! - edge)).toBeLessThan(22)
})

it("[O11] halves of a glyph that stand alone before white are one glyph of their line", async () => {
  const page = sheet(500, 300)
  column(page, 60, 30, 3)
  page.fill([60, 126, 80, 131])
  page.fill([60, 135, 80, 146])
  page.fill([60, 131, 80, 133], 250)
  line(page, 126, 126, 9)
  column(page, 60, 158, 3)
  const { blocks } = await analyse(page)
  expect(blocks.flatMap((block) => block.lines)).toHaveLength(7)
})

it("[E34] the same page gives the same blocks at any resolution", async () => {
  const page = sheet(700, 600)
  column(page, 40, 100, 12)
  column(page, 328, 100, 12)
  const raw = { width: page.width, height: page.height, channels: 1 } as const
  const { data, info } = await sharp(page.data, { raw })
    .resize(2800, 2400, { kernel: "nearest" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true })
  const large = await boxes({ data, width: info.width, height: info.height })
  expect(large.map((box) => Math.round(box[0]! / 40))).toEqual([4, 33])
})
