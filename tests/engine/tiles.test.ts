import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { expect, it } from "vitest"
import { makeEnginePool } from "../../electron/engine/pool.ts"
import { tiles } from "../../electron/engine/tiles.ts"
import { hasTile, topLevel } from "../../shared/geometry/tiles.ts"
import { tempFolder } from "../support/tempfolder.ts"

const paper = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: channels === 4 ? "#0000" : "#c84" } })

const allTiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".jpeg"))
    .sort()

it("[E50] a pyramid has exactly the tiles that its sides ask for, each level half of the next", async () => {
  for (const [width, height] of [
    [1, 1],
    [512, 512],
    [513, 300],
    [1025, 2049],
    [3001, 777],
  ] as const) {
    const folder = tempFolder()
    const out = join(folder, "out")
    writeFileSync(join(folder, "page.png"), await paper(width, height).png().toBuffer())
    expect(await tiles(join(folder, "page.png"), 0, out)).toEqual({ width, height })
    const wanted: string[] = []
    for (let level = 0; level <= 20; level++)
      for (let x = 0; x < 20; x++)
        for (let y = 0; y < 20; y++)
          if (hasTile(width, height, { level, x, y })) wanted.push(join(String(level), `${x}_${y}.jpeg`))
    expect(allTiles(out)).toEqual(wanted.sort())
    const top = topLevel(width, height)
    const corner = await sharp(join(out, String(top), "0_0.jpeg")).metadata()
    expect([corner.width, corner.height]).toEqual([Math.min(512, width), Math.min(512, height)])
    expect(readdirSync(folder).sort()).toEqual(["out", "page.png"])
  }
})

it("[E51] tiles are upright and on white; grey stays grey; of a TIFF of several pages the page asked for", async () => {
  const folder = tempFolder()
  const first = async (name: string, page: Buffer, pageIndex = 0) => {
    writeFileSync(join(folder, name), page)
    const out = join(folder, `${name}-${pageIndex}`)
    const size = await tiles(join(folder, name), pageIndex, out)
    const tile = sharp(join(out, String(topLevel(size.width, size.height)), "0_0.jpeg"))
    const { channels } = await tile.metadata()
    return { ...size, channels, value: (await tile.raw().toBuffer())[0] }
  }
  const turned = await paper(300, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  expect(await first("turned.jpg", turned)).toMatchObject({ width: 200, height: 300, channels: 3 })
  expect(await first("clear.png", await paper(30, 20, 4).png().toBuffer())).toMatchObject({ value: 255 })
  const grey = (value: number) => sharp(Buffer.alloc(600, value), { raw: { width: 30, height: 20, channels: 1 } })
  expect(await first("grey.tif", await grey(90).toColourspace("b-w").tiff().toBuffer())).toMatchObject({ channels: 1 })
  const deep = await grey(90).toColourspace("grey16").png().toBuffer()
  expect(await first("deep.png", deep)).toMatchObject({ channels: 1 })
  const pages = sharp([await grey(10).png().toBuffer(), await grey(200).png().toBuffer()], { join: { animated: true } })
  const both = await pages.tiff().toBuffer()
  expect((await first("pages.tif", both, 0)).value).toBeLessThan(30)
  expect((await first("pages.tif", both, 1)).value).toBeGreaterThan(180)
})

it("[E52] a page that cannot be read leaves nothing; what a kill left is made anew", async () => {
  const folder = tempFolder()
  const whole = await paper(600, 900).jpeg().toBuffer()
  writeFileSync(join(folder, "cut.jpg"), whole.subarray(0, whole.length / 2))
  await expect(tiles(join(folder, "cut.jpg"), 0, join(folder, "out"))).rejects.toMatchObject({ code: "file-damaged" })
  expect(readdirSync(folder)).toEqual(["cut.jpg"])
  writeFileSync(join(folder, "page.jpg"), whole)
  writeFileSync(join(folder, "out.tmp"), "half")
  await tiles(join(folder, "page.jpg"), 0, join(folder, "out"))
  expect(existsSync(join(folder, "out.tmp"))).toBe(false)
  expect(allTiles(join(folder, "out")).length).toBe(5)
})

it("[E53] a page of 140 megapixels is cut up in less than 200 MB", { timeout: 180_000 }, async () => {
  const folder = tempFolder()
  const file = join(folder, "large.tif")
  await sharp({ create: { width: 10_000, height: 14_000, channels: 3, background: "#eee" } })
    .toColourspace("b-w")
    .tiff({ compression: "lzw" })
    .toFile(file)
  const limit = process.platform === "linux" ? 200_000_000 : 2_000_000_000
  const pool = makeEnginePool({ size: 1, memoryLimit: limit, timeoutMs: 100_000, log: () => {} })
  const out = join(folder, "out")
  expect(await pool.run({ op: "tiles", path: file, pageIndex: 0, out })).toEqual({ width: 10_000, height: 14_000 })
  await pool.close()
  expect(readFileSync(join(out, "5", "19_27.jpeg")).length).toBeGreaterThan(100)
})
