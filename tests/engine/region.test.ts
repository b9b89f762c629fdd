import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import sharp from "sharp"
import { afterAll, expect, it } from "vitest"
import { ppocr } from "../../electron/engine/ocr/ppocr/reader.ts"
import { columnReader } from "../../electron/engine/ocr/vertical/reader.ts"
import type { Job } from "../../electron/engine/protocol.ts"
import { recognize } from "../../electron/engine/recognize.ts"
import type { Box } from "../../shared/geometry/box.ts"

// The engine has shut every loader but its own three; the pictures of these tests are drawn as SVG.
sharp.unblock({ operation: ["VipsForeignLoadSvg"] })

const folder = mkdtempSync(path.join(tmpdir(), "region-"))
const first = ppocr()
afterAll(async () => {
  await first.close()
  rmSync(folder, { recursive: true })
})

const [wide, high] = [1000, 900]
const story = [
  "入秋以后西坡的柿子",
  "一天红过一天村里的",
  "合作社添了三台机器",
  "每台一天能出两百斤",
  "老支书说熟一批摘一",
  "批急不得年轻人听着",
]
const columns = ["老城的茶馆里", "每天都有人来", "有一位老先生", "说走一步看三"]

const row = (text: string, x: number, y: number, size: number) =>
  `<text x="${x}" y="${y}" font-size="${size}">${text}</text>`
/** A title, two columns of rows in a frame, and a block of vertical type. */
const page = [
  row("桥头早市有了新规矩", 60, 130, 90),
  `<rect x="40" y="170" width="920" height="320" fill="none" stroke="#000" stroke-width="3"/>`,
  ...[0, 1].flatMap((side) => story.map((text, i) => row(text, 60 + side * 460, 220 + 48 * i, 32))),
  ...columns.flatMap((text, n) => [...text].map((char, i) => row(char, 400 - n * 60, 570 + i * 44, 36))),
]

/** Turned about its middle by some degrees, or by quarters. */
async function drawn(name: string, degrees = 0): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}"
    font-family="Noto Serif CJK SC"><rect width="100%" height="100%" fill="#fff"/>${page.join("")}</svg>`
  const file = path.join(folder, name)
  await sharp(Buffer.from(svg)).rotate(degrees, { background: "#fff" }).png().toFile(file)
  return file
}

async function read(file: string, boxes: Box[], turned = 0, direction: "auto" | "vertical" = "auto") {
  const job = {
    op: "recognize",
    path: file,
    pageIndex: 0,
    engine: "ppocr",
    script: "hans",
    direction,
    region: { boxes: boxes.map(([...box]) => box), turned },
  } satisfies Job
  const context = { signal: new AbortController().signal, onProgress() {}, onWarning() {} }
  return (await recognize(job, { across: first, down: columnReader(first, null) }, context)).lines
}

const texts = (lines: { text: string }[]) => lines.map(({ text }) => text)

/** Around the rows of the right column with these numbers. */
const rows = (from: number, to: number): Box => [510, 185 + 48 * from, 950, 185 + 48 * to]

it("[E90] only what stands in a region is read, at its places of the scan", async () => {
  const file = await drawn("page.png")
  const lines = await read(file, [rows(1, 3)])
  expect(texts(lines)).toEqual(story.slice(1, 3))
  for (const { box } of lines) expect([box![0] > 515, box![2] < 815, box![1] > 233, box![3] < 330]).not.toContain(false)
  expect(texts(await read(file, [rows(4, 5), rows(0, 1)])).sort()).toEqual([story[0], story[4]].sort())
})

it("[E90] also where its type is of another size than the page's, or a frame runs through it", async () => {
  expect(texts(await read(path.join(folder, "page.png"), [[50, 40, 960, 160]]))).toEqual(["桥头早市有了新规矩"])
  expect(texts(await read(path.join(folder, "page.png"), [[500, 150, 980, 280]]))).toEqual(story.slice(0, 2))
})

it("[E90] and its columns are read as such", async () => {
  for (const direction of ["auto", "vertical"] as const) {
    const lines = await read(path.join(folder, "page.png"), [[200, 520, 460, 830]], 0, direction)
    expect(lines.map((line) => line.direction)).toEqual(columns.map(() => "vertical"))
    expect(texts(lines).join("")).toContain("老城的茶馆里每天")
  }
})

it("[E90] on a page that is slanted, and on one that lies on its side", async () => {
  const slope = await drawn("slanted.png", 2)
  // Where the middle of the region's rows has gone.
  const [sin, cos] = [Math.sin(Math.PI / 90), Math.cos(Math.PI / 90)]
  const meta = await sharp(slope).metadata()
  const [dx, dy] = [730 - wide / 2, 185 + 48 * 2 - high / 2]
  const [x, y] = [meta.width / 2 + dx * cos - dy * sin, meta.height / 2 + dx * sin + dy * cos]
  expect(texts(await read(slope, [[x - 220, y - 54, x + 220, y + 54]]))).toEqual(story.slice(1, 3))
  const side = await drawn("side.png", 90)
  const [x0, y0, x1, y1] = rows(1, 3)
  expect(texts(await read(side, [[high - y1, x0, high - y0, x1]], 270))).toEqual(story.slice(1, 3))
})

it("[E90] a region without text says so", async () => {
  await expect(read(path.join(folder, "page.png"), [[600, 600, 900, 800]])).rejects.toMatchObject({ code: "no-text" })
})
