import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import sharp from "sharp"
import { afterAll, expect, it } from "vitest"
import { deepened } from "../../electron/engine/image/contrast.ts"
import type { OcrEngine } from "../../electron/engine/ocr/engine.ts"
import { ppocr } from "../../electron/engine/ocr/ppocr/reader.ts"
import { columnData } from "../../electron/engine/ocr/tessdata.ts"
import { cellsOf } from "../../electron/engine/ocr/vertical/cells.ts"
import { columnReader } from "../../electron/engine/ocr/vertical/reader.ts"
import { intoSquares } from "../../electron/engine/ocr/vertical/squares.ts"
import { chosen, type Readings } from "../../electron/engine/ocr/vertical/vote.ts"
import { recognize } from "../../electron/engine/recognize.ts"
import { distance, scoreKey } from "../../shared/text/score.ts"

// The engine has shut every loader but its own three; the pictures of these tests are drawn as SVG.
sharp.unblock({ operation: ["VipsForeignLoadSvg"] })

const folder = mkdtempSync(path.join(tmpdir(), "vertical-"))
const first = ppocr()
afterAll(async () => {
  await first.close()
  rmSync(folder, { recursive: true })
})

const size = 36
const pitch = 38

/** A character of a column: marks in the upper right corner, brackets on their side. */
function charAt(char: string, x: number, y: number): string {
  const [dx, dy] = /[，。、]/u.test(char) ? [0.55 * size, -0.55 * size] : [0, 0]
  const turned = /[「」]/u.test(char) ? ` transform="rotate(90 ${x + size / 2} ${y + size / 2})"` : ""
  return `<text x="${x + dx}" y="${y + 0.88 * size + dy}"${turned}>${char}</text>`
}

async function drawn(name: string, columns: string[], title = ""): Promise<string> {
  const [width, height] = [120 + columns.length * 60, 160 + 10 * pitch]
  const words = columns.flatMap((text, n) =>
    [...text].map((char, i) => charAt(char, width - 100 - n * 60, 110 + i * pitch)),
  )
  const head = `<text x="60" y="70" font-size="56" letter-spacing="6">${title}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-size="${size}"
    font-family="Noto Serif CJK SC"><rect width="100%" height="100%" fill="#fff"/>${head}${words.join("")}</svg>`
  const file = path.join(folder, name)
  await sharp(Buffer.from(svg)).png().toFile(file)
  return file
}

const story = [
  "老城的茶馆里，",
  "每天都有人下棋。",
  "有一位白发老人",
  "说：「走一步，",
  "要看三步。」众",
  "人听了都点头。",
]
const job = (file: string, direction: "auto" | "vertical" = "auto") =>
  ({ op: "recognize", path: file, pageIndex: 0, engine: "ppocr", script: "hans", direction }) as const
const context = (warnings: string[] = []) => ({
  signal: new AbortController().signal,
  onProgress() {},
  onWarning: (text: string) => void warnings.push(text),
})
const readers = { across: first, down: columnReader(first, null) }
const key = (texts: string[]) => scoreKey(texts.join(""))

for (const direction of ["auto", "vertical"] as const)
  it(`[E80] columns are read from the right, with marks and brackets, whether found or said: ${direction}`, async () => {
    const { lines } = await recognize(job(await drawn("story.png", story), direction), readers, context())
    expect(lines.map((line) => line.direction)).toEqual(story.map(() => "vertical"))
    expect(distance(key(story), key(lines.map(({ text }) => text)))).toBeLessThanOrEqual(2)
  })

it("[E80] a glyph's box is its square of the column, and it has candidates", async () => {
  const { lines } = await recognize(job(path.join(folder, "story.png")), readers, context())
  const [line] = lines.slice(1)
  expect(line!.glyphs).toHaveLength(8)
  line!.glyphs!.slice(0, 7).forEach((glyph, i) => {
    expect(Math.abs((glyph.box[1] + glyph.box[3]) / 2 - (110 + i * pitch + size / 2))).toBeLessThan(8)
    expect(glyph.candidates[0]!.text).toBe(glyph.text)
  })
})

it("[E81] a title in a row over columns stays a row", async () => {
  const { lines } = await recognize(job(await drawn("title.png", story, "棋中有乐")), readers, context())
  expect(lines.filter((line) => line.direction === "horizontal").map(({ text }) => text)).toEqual(["棋中有乐"])
  expect(lines.filter((line) => line.direction === "vertical")).toHaveLength(story.length)
})

const silent: OcrEngine = {
  info: { name: "silent", version: "1" },
  lanes: 1,
  recognize: async () => [],
  close: async () => {},
}

it("[E82] without data for columns they are read all the same, with one sentence in each language of how to do better", async () => {
  const warnings: string[] = []
  const down = columnReader(first, silent, () => null)
  const { lines, engine } = await recognize(
    job(path.join(folder, "story.png")),
    { across: first, down },
    context(warnings),
  )
  expect([lines.length, engine.name]).toEqual([story.length, "ppocr+silent"])
  expect(warnings).toEqual([expect.stringMatching(/JIAOYANG_TESSDATA.*tesseract-ocr-chi-sim-vert/u)])
})

it("[E82] the data are found where one points, packed or not, and only of the script that is read", () => {
  writeFileSync(path.join(folder, "chi_tra_vert.traineddata.gz"), "")
  expect(columnData("hant", [path.join(folder, "none"), folder])).toEqual({
    language: "chi_tra_vert",
    folder,
    gzip: true,
  })
  expect(columnData("hans", [folder])).toBeNull()
})

it("[E83] squares are cut at their pitch: glyphs of parts stay whole, those that touch are parted", () => {
  const page = { data: new Uint8Array(200 * 40).fill(255), width: 200, height: 40 }
  const ink = (x0: number, x1: number) => {
    for (let y = 2; y < 38; y++) page.data.fill(0, y * 200 + x0, y * 200 + x1)
  }
  // One whole, one of two bars, two that touch.
  for (const [x0, x1] of [
    [1, 38],
    [42, 48],
    [70, 77],
    [82, 160],
  ] as const)
    ink(x0, x1)
  const cells = cellsOf(page, [0, 0, 160, 40], 128, 40)
  expect(cells).toHaveLength(4)
  cells.forEach(({ x0, x1 }, i) => {
    expect(Math.abs((x0 + x1) / 2 - (20 + 40 * i))).toBeLessThan(4)
  })
})

it("[E83] a mark and a bracket in one square are parted, two dots are not", () => {
  const page = { data: new Uint8Array(120 * 40).fill(255), width: 120, height: 40 }
  const ink = (x0: number, x1: number, y0: number, y1: number) => {
    for (let y = y0; y < y1; y++) page.data.fill(0, y * 120 + x0, y * 120 + x1)
  }
  ink(2, 38, 2, 38)
  ink(44, 55, 14, 26)
  ink(62, 74, 4, 32)
  ink(85, 92, 16, 24)
  ink(108, 115, 16, 24)
  expect(cellsOf(page, [0, 0, 120, 40], 128, 40)).toHaveLength(4)
})

const seen = (text: string, at: number, score = 0.9) => ({ text, score, candidates: [{ text, score }], at })

it("[E83] what was read falls into the squares in order, a figure beside another, a missed one leaving its square empty", () => {
  const places = { middles: [20, 60, 100, 140], em: 40, trust: 1 }
  const reading = intoSquares([seen("山", 22), seen("1", 52), seen("2", 68), seen("水", 138)], places)
  expect(reading.map((square) => square.map(({ text }) => text).join(""))).toEqual(["山", "12", "", "水"])
})

const readings = (laid: string, row: string, column = "", score = 0.9): Readings => ({
  laid: { reading: [laid ? [seen(laid, 0, score)] : []], lies: new Set() },
  row: [row ? [seen(row, 0, 0.99)] : []],
  column: [column ? [seen(column, 0)] : []],
  script: "hant",
})
const text = (found: Readings, isMark = false) => {
  const { seen: picked, score } = chosen(found, 0, isMark, () => false)
  return [picked.map((one) => one.text).join(""), score >= 0.6]
}

it("[E84] of several readings what two agree on is taken and trusted; marks are PP-OCR's, traditional characters Tesseract's", () => {
  expect(text(readings("門", "鬥", "門"))).toEqual(["門", true])
  expect(text(readings("裹", "裏"))).toEqual(["裏", true])
  expect(text(readings("，", "人"), true)).toEqual(["，", true])
  expect(text(readings("", "裏"))).toEqual(["裏", true])
})

it("[E85] faint print on grey paper is deepened, print as usual is left alone", () => {
  const page = (ink: number, paper: number) => ({
    data: Uint8Array.from({ length: 4000 }, (_, i) => (i % 10 ? paper : ink)),
    width: 100,
    height: 40,
  })
  expect([...deepened(page(130, 190)).data.slice(0, 2)]).toEqual([40, 190])
  const usual = page(30, 230)
  expect(deepened(usual)).toBe(usual)
})
