import { join } from "node:path"
import sharp from "sharp"
import { expect, it } from "vitest"
import { foldOf, pageBeside } from "../../electron/engine/image/fold.ts"
import { type Grey, turn } from "../../electron/engine/image/grey.ts"
import { inspect } from "../../electron/engine/inspect.ts"
import { tempFolder } from "../support/tempfolder.ts"

const paper = 235
const [width, height] = [2400, 1700]

const blank = (width: number, height: number): Grey => ({
  data: new Uint8Array(width * height).fill(paper),
  width,
  height,
})
const fill = (page: Grey, x0: number, y0: number, x1: number, y1: number, value = 30) => {
  for (let y = y0; y < y1; y++) page.data.fill(value, y * page.width + x0, y * page.width + x1)
}

/** Columns of glyphs that begin at `lefts`, each 230 pixels wide. */
function columns(lefts: number[], width = 2400, height = 1700): Grey {
  const page = blank(width, height)
  for (const left of lefts)
    for (let y = 180; y < height - 120; y += 26)
      for (let x = left; x < left + 230; x += 23) {
        fill(page, x, y, x + 4, y + 18)
        fill(page, x, y + 12, x + 18, y + 18)
      }
  return page
}

const left = [90, 340, 590, 840]
const right = [1330, 1580, 1830, 2080]
const doublePage = () => columns([...left, ...right])

it.each([
  ["straight", 0],
  ["turned a little to the left", -0.8],
  ["turned a little to the right", 1.2],
])("[O70] two pages on one scan, %s, are parted at the fold", async (_, degrees) => {
  const page = doublePage()
  const scan = degrees ? await turn(page, degrees, paper) : page
  const fold = await foldOf(scan)
  expect(Math.abs((fold!.top + fold!.bottom) / 2 - scan.width / 2)).toBeLessThan(25)
  expect(fold!.bottom - fold!.top).toBeCloseTo(-Math.tan((degrees * Math.PI) / 180) * scan.height, -1.5)
})

it("[O70] the shadow of the fold and its crease are no print", async () => {
  const page = doublePage()
  for (let x = 1150; x < 1250; x++) fill(page, x, 0, x + 1, height, paper - 100 + Math.abs(x - 1200) * 2)
  fill(page, 1199, 0, 1201, height, 20)
  expect(await foldOf(page)).not.toBeNull()
})

it("[O70] one page is not cut: whatever its gutters, under a headline over all of it, upright, or cut out of one", async () => {
  const even = columns([90, 380, 670, 960, 1250, 1540, 1830, 2080])
  expect(await foldOf(even)).toBeNull()
  const spread = doublePage()
  for (let x = 500; x < 1900; x += 70) for (let y = 40; y < 150; y += 22) fill(spread, x, y, x + 50, y + 11)
  for (let y = 700; y < 1000; y += 10) fill(spread, 900, y, 1500, y + 4, 90)
  expect(await foldOf(spread)).toBeNull()
  expect(await foldOf(columns([60, 500], 800, 600))).toBeNull()
  expect(await foldOf({ data: new Uint8Array(1000 * 1400).fill(paper), width: 1000, height: 1400 })).toBeNull()
  expect(await foldOf(columns(left))).toBeNull()
})

it("[O70] each half keeps its own print and its place on the scan", async () => {
  const page = doublePage()
  const fold = (await foldOf(page))!
  const ink = ({ data }: Grey, x: number) => data[200 * width + x]! < 100 || data[195 * width + x]! < 100
  const [one, other] = [pageBeside(page, fold, "left", paper), pageBeside(page, fold, "right", paper)]
  expect([ink(one, 92), ink(one, 1332), ink(other, 92), ink(other, 1332)]).toEqual([true, false, false, true])
})

it("[O71] a double page is a file of two pages, any other picture of one", async () => {
  const folder = tempFolder()
  const save = async (name: string, { data, width, height }: Grey) => {
    const file = join(folder, name)
    await sharp(data, { raw: { width, height, channels: 1 } }).toFile(file)
    return file
  }
  expect(await inspect(await save("double.png", doublePage()))).toMatchObject({ pages: 2, width, height })
  expect(await inspect(await save("single.jpg", columns(left)))).toMatchObject({ pages: 1 })
})
