import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sharp from "sharp"
import { afterAll, expect, it } from "vitest"
import { clearBorders } from "../../electron/engine/image/borders.ts"
import { edgesOf, skewOf } from "../../electron/engine/image/deskew.ts"
import { type Grey, turn } from "../../electron/engine/image/grey.ts"
import { leanOf } from "../../electron/engine/image/perspective.ts"
import { turnBack, turnedBy } from "../../electron/engine/image/quarters.ts"
import { straighten } from "../../electron/engine/image/straighten.ts"
import { warp } from "../../electron/engine/image/warp.ts"
import type { OcrEngine } from "../../electron/engine/ocr/engine.ts"
import { byBlocks } from "../../electron/engine/ocr/read.ts"
import { recognize } from "../../electron/engine/recognize.ts"
import { after, inverse, type Mapping, mapped } from "../../shared/geometry/mapping.ts"
import type { PreparationStep } from "../../shared/model/preparation.ts"

const folder = mkdtempSync(join(tmpdir(), "straight-"))
afterAll(() => rmSync(folder, { recursive: true }))

const paper = 235
const blank = (width: number, height: number): Grey => ({
  data: new Uint8Array(width * height).fill(paper),
  width,
  height,
})
const fill = ({ data, width }: Grey, x0: number, y0: number, x1: number, y1: number, value = 30) => {
  for (let y = y0; y < y1; y++) data.fill(value, y * width + x0, y * width + x1)
}

/** Three columns of glyphs with strokes on the left and below, so that one sees which way up they are. */
function printed(width = 1400, height = 1900): Grey {
  const page = blank(width, height)
  for (let column = 0; column < 3; column++)
    for (let row = 0; row < 45; row++)
      for (let i = 0; i < (row % 9 === 8 ? 7 : 15); i++) {
        const [x, y] = [150 + column * 380 + i * 23, 180 + row * 34]
        fill(page, x, y, x + 4, y + 20)
        fill(page, x, y + 14, x + 20, y + 20)
        fill(page, x + 9, y + 4, x + 11, y + 14)
      }
  return page
}

/** Takes the straight page to a scan of the same size on which its corners lie elsewhere. */
const photographed = (l: number, m: number): Mapping => {
  const middle: Mapping = [1, 0, 700, 0, 1, 950, 0, 0, 1]
  const lean: Mapping = [0.93, 0.01, 0, -0.02, 0.93, 0, l / 1900, m / 1900, 1]
  return after(middle, after(lean, inverse(middle)))
}

it.each([-11, -4.35, -0.1, 0.15, 3.2, 11])(
  "[E32] three columns turned by %s° are found out to 0.05°",
  async (degrees) => {
    const turned = await turn(printed(), degrees, paper)
    expect(Math.abs(skewOf(await edgesOf(turned)) + degrees)).toBeLessThanOrEqual(0.05)
  },
)

it.each([
  [0.08, 0],
  [0, -0.08],
  [0.06, 0.05],
])("[O62] the lean of a photographed page (%s, %s) is found and taken out", async (l, m) => {
  const map = photographed(l, m)
  const scan = warp(printed(), inverse(map), 1400, 1900, paper)
  const { map: found, grey } = await straighten(scan)
  expect(found).not.toBeNull()
  const [a, b, c, d] = [
    [150, 180],
    [1250, 180],
    [150, 1700],
    [1250, 1700],
  ].map(([x, y]) => mapped(inverse(found!), ...mapped(map, x!, y!)))
  const fall = (from: [number, number], to: [number, number]) => Math.abs(to[1] - from[1]) / 1100
  const drift = (from: [number, number], to: [number, number]) => Math.abs(to[0] - from[0]) / 1520
  // A third of a glyph over the whole page.
  for (const slope of [fall(a!, b!), fall(c!, d!), drift(a!, c!), drift(b!, d!)]) expect(slope).toBeLessThan(0.006)
  expect(Math.abs(skewOf(await edgesOf(grey)))).toBeLessThan(0.15)
})

it("[O62] a page that is only turned does not lean, nor does one with too little on it", async () => {
  for (const degrees of [-6, 0, 2]) {
    const edges = await edgesOf(await turn(printed(), degrees, paper))
    expect(leanOf(edges, skewOf(edges))).toBeNull()
  }
  expect(leanOf(await edgesOf(blank(1400, 1900)), 0)).toBeNull()
})

it("[O63] the dark around a page is taken for paper; pictures, rules and the page's own edge stay", async () => {
  const scan = await turn(printed(), 1.5, 20)
  fill(scan, 0, 0, scan.width, 25, 12)
  fill(scan, 600, 700, 900, 1000, 60)
  const before = Uint8Array.from(scan.data)
  await clearBorders(scan, paper)
  const dark = (x0: number, y0: number, x1: number, y1: number, data = scan.data) => {
    let count = 0
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (data[y * scan.width + x]! < 110) count++
    return count
  }
  expect(dark(0, 0, scan.width, 60, before)).toBeGreaterThan(20_000)
  expect(dark(0, 0, scan.width, 60)).toBe(0)
  expect(dark(0, 0, 20, scan.height)).toBeLessThan(60)
  expect(dark(100, 150, 1300, 1800)).toBe(dark(100, 150, 1300, 1800, before))
})

it.each([1, 2, 3])("[O64] a picture turned by %s quarters knows the way back", (quarters) => {
  const page: Grey = { data: Uint8Array.from({ length: 35 }, (_, i) => i), width: 7, height: 5 }
  const turned = turnedBy(page, quarters)
  const back = turnBack(quarters, page)
  for (let y = 0; y < turned.height; y++)
    for (let x = 0; x < turned.width; x++) {
      const [u, v] = mapped(back, x + 0.5, y + 0.5)
      expect(turned.data[y * turned.width + x]).toBe(page.data[Math.floor(v) * 7 + Math.floor(u)])
    }
  expect([turned.width, turned.height]).toEqual(quarters === 2 ? [7, 5] : [5, 7])
})

/** Sum of what stands 8 pixels before each heavy place less what stands 8 after it. */
function leaning(profile: number[]): number {
  return profile.reduce((sum, ink, i) => sum + ink ** 2 * ((profile[i - 8] ?? 0) - (profile[i + 8] ?? 0)), 0)
}

/** Reads well where strokes are heavy below and on the left, as they are in the glyphs of these tests. */
const seeing: OcrEngine = {
  info: { name: "stub", version: "1" },
  lanes: 1,
  async recognize({ data, width, height }) {
    const ink = (x: number, y: number) => (data[y * width + x]! < 128 ? 1 : 0)
    const along = (count: number, of: number, at: (i: number, j: number) => number) =>
      Array.from({ length: count }, (_, i) => Array.from({ length: of }, (_, j) => at(i, j)).reduce((a, b) => a + b, 0))
    const below = leaning(along(height, width, (y, x) => ink(x, y))) > 0
    const left = leaning(along(width, height, (x, y) => ink(x, y))) < 0
    const score = below && left ? 0.98 : 0.8
    const box = [10, 10, width - 10, 40] as const
    return [{ box, glyphs: [{ text: "字", box, score, candidates: [] }], starts: new Set([0]) }]
  },
  async close() {},
}

/** What reads columns finds none that it can read. */
const blind: OcrEngine = {
  ...seeing,
  async recognize({ width }) {
    const box = [10, 10, width - 10, 40] as const
    return [{ box, glyphs: [{ text: "字", box, score: 0.3, candidates: [] }], starts: new Set([0]) }]
  },
}

it.each([0, 1, 2, 3])(
  "[O64] a page that lies turned by %s quarters is read upright, its boxes on the scan",
  async (quarters) => {
    const page = printed()
    fill(page, 150, 60, 900, 120)
    const { data, width, height } = quarters ? turnedBy(page, quarters) : page
    const file = join(folder, `${quarters}.png`)
    await sharp(data, { raw: { width, height, channels: 1 } })
      .toColourspace("b-w")
      .png()
      .toFile(file)
    const job = {
      op: "recognize",
      path: file,
      pageIndex: 0,
      engine: "auto",
      script: "hans",
      direction: "auto",
    } as const
    const context = { signal: new AbortController().signal, onProgress() {}, onWarning() {} }
    const {
      lines,
      straight,
      width: w,
      height: h,
    } = await recognize(job, { across: byBlocks(seeing), down: byBlocks(blind) }, context)
    expect([w, h]).toEqual([width, height])
    expect(lines.every((line) => line.score === 0.98)).toBe(true)
    const [x, y] = straight ? mapped(straight, 10, 10) : [10, 10]
    const corner = [x < width / 2 ? "left" : "right", y < height / 2 ? "top" : "bottom"]
    expect(corner).toEqual(
      [
        ["left", "top"],
        ["right", "top"],
        ["right", "bottom"],
        ["left", "bottom"],
      ][quarters],
    )
  },
)

it("[O73] what is done to a page before it is read is told, and each step can be left out", async () => {
  const askew = async () => {
    const scan = await turn(printed(), 2, paper)
    fill(scan, 0, 0, 40, scan.height, 20)
    return scan
  }
  const steps = async (...without: PreparationStep[]) => (await straighten(await askew(), without)).done
  expect(await steps()).toEqual([
    { step: "borders", amount: null },
    { step: "straight", amount: expect.closeTo(-2, 0) },
  ])
  expect(await steps("straight")).toEqual([{ step: "borders", amount: null }])
  expect((await steps("borders")).map(({ step }) => step)).toEqual(["straight"])
  const scan = await askew()
  expect(await straighten(scan, ["borders", "straight"])).toMatchObject({ map: null, done: [] })
})
