import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import sharp, { type Sharp } from "sharp"
import { afterAll, expect, it } from "vitest"
import type { OcrEngine } from "../../electron/engine/ocr/engine.ts"
import { byBlocks } from "../../electron/engine/ocr/read.ts"
import { makeEnginePool } from "../../electron/engine/pool.ts"
import type { EngineName, Job, Progress } from "../../electron/engine/protocol.ts"
import { recognize } from "../../electron/engine/recognize.ts"
import { suspectBelow } from "../../shared/export/articles.ts"
import { distance, scoreKey } from "../../shared/text/score.ts"

// The engine has shut every loader but its own three; the pictures of these tests are drawn as SVG.
sharp.unblock({ operation: ["VipsForeignLoadSvg"] })

const folder = mkdtempSync(path.join(tmpdir(), "recognize-"))
const pool = makeEnginePool({ size: 1, memoryLimit: 1.5e9, timeoutMs: 60_000, log() {} })
afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true })
})

async function drawn(
  name: string,
  width: number,
  height: number,
  texts: [string, x: number, y: number, size: number][],
) {
  const words = texts.map(([text, x, y, size]) => `<text x="${x}" y="${y}" font-size="${size}">${text}</text>`).join("")
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
    font-family="Noto Sans CJK SC"><rect width="100%" height="100%" fill="#fff"/>${words}</svg>`
  const file = path.join(folder, name)
  await sharp(Buffer.from(svg)).png().toFile(file)
  return file
}

const job = (file: string, script: "hans" | "auto" = "hans", engine: EngineName = "auto") =>
  ({ op: "recognize", path: file, pageIndex: 0, engine, script, direction: "auto" }) as const satisfies Job

for (const [engine, candidates] of [
  ["ppocr", 5],
  ["tesseract", 1],
] as const)
  it(`[E40] a single line is read by ${engine} with a box, a score and candidates for every glyph`, async () => {
    const file = await drawn("line.png", 620, 60, [["清晨的河边有人在钓鱼。", 20, 42, 32]])
    const recognition = await pool.run(job(file, "hans", engine))
    const [line] = recognition.lines
    expect(recognition).toMatchObject({ width: 620, height: 60, engine: { name: engine } })
    expect(recognition.lines).toHaveLength(1)
    expect(line).toMatchObject({ id: "l1", text: "清晨的河边有人在钓鱼。", direction: "horizontal", gap: 0 })
    expect(line!.glyphs!.map((glyph) => glyph.text).join("")).toBe(line!.text)
    line!.glyphs!.forEach((glyph, i) => {
      expect(Math.abs((glyph.box[0] + glyph.box[2]) / 2 - (36 + 32 * i))).toBeLessThan(glyph.text === "。" ? 14 : 4)
      expect(glyph.candidates).toHaveLength(candidates)
      expect(glyph.candidates[0]!.text).toBe(glyph.text)
    })
  })

it("[E40] spaces are kept where the print has them and nowhere else", async () => {
  const texts: [string, number, number, number][] = [
    ["山高水长 风和日丽", 20, 42, 32],
    ["好 大 一 场 雪 啊", 20, 102, 32],
    ["读 Open Source 的书", 20, 162, 32],
  ]
  const { lines } = await pool.run(job(await drawn("spaces.png", 420, 190, texts)))
  expect(lines.map((line) => line.text.replace(/(?<=读) | (?=的)/g, ""))).toEqual([
    "山高水长 风和日丽",
    "好大一场雪啊",
    "读Open Source的书",
  ])
})

it("[E41] columns are read one by one, with progress, and traditional script is noticed", async () => {
  const left = ["學校門口種滿櫻花樹", "鄰居來到廣場聽音樂", "孩子們圍著風箏歡呼", "電車經過舊書店門前"]
  const right = ["圖書館裡燈還亮著呢", "讀報紙的老先生點頭", "雨後遠處傳來鐘聲響", "說書人講完這齣戲文"]
  const texts = [left, right].flatMap((lines, column) =>
    lines.map((text, i): [string, number, number, number] => [text, 30 + column * 350, 60 + i * 50, 32]),
  )
  const file = await drawn("columns.png", 720, 260, texts)
  const heard: Progress[] = []
  const { lines } = await pool.run(job(file, "auto"), { onProgress: (each) => heard.push(each) })
  const read = lines.map((line) => line.text)
  const right8 = (text: string, truth: string) => [...truth].filter((each) => text.includes(each)).length >= 8
  expect([...left, ...right].filter((truth, i) => !right8(read[i] ?? "", truth))).toEqual([])
  expect(heard.at(-1)).toMatchObject({ done: 2, total: 2, stage: "read" })
})

it("[E42] a page without text says so, in either direction", async () => {
  const file = await drawn("blank.png", 300, 200, [])
  await expect(pool.run(job(file))).rejects.toMatchObject({ code: "no-text", detail: { file: "blank.png" } })
  await expect(pool.run({ ...job(file), direction: "vertical" })).rejects.toMatchObject({ code: "no-text" })
})

const story = [
  "入秋以后，西坡的柿子一天红过一天。",
  "村里的合作社添了三台烘干机，每台",
  "一天能出２００公斤柿饼。账本上写着，",
  "去年卖了４１.６万元，今年的订单已经",
  "多出两成……老支书说：“熟一批，摘",
  "一批，急不得。”年轻人在院里搭起架",
  "子，拍下一段段视频，发给城里的亲友。",
]

for (const [what, spoil] of [
  ["clean", (page: Sharp) => page],
  ["reduced and blurred", (page: Sharp) => page.blur(1).jpeg({ quality: 60 })],
] as const)
  it(`[O12] a column is read with hardly a fault: ${what}`, async () => {
    const texts = story.map((text, i): [string, number, number, number] => [text, 40, 70 + 48 * i, 30])
    const file = path.join(folder, `story-${what.length}.png`)
    await spoil(sharp(await drawn("story.png", 640, 420, texts))).toFile(file)
    const { lines } = await pool.run(job(file))
    const [read, truth] = [lines.map((line) => line.text).join(""), story.join("")].map(scoreKey)
    expect(distance(truth!, read!)).toBeLessThanOrEqual(1)
  })

it("[O12] what is misread on a spoilt column is mostly marked", async () => {
  const texts = story.map((text, i): [string, number, number, number] => [text, 40, 70 + 48 * i, 30])
  const file = path.join(folder, "spoilt.jpg")
  await sharp(await drawn("story.png", 640, 420, texts))
    .resize(220)
    .blur(1.1)
    .jpeg({ quality: 40 })
    .toFile(file)
  const { lines } = await pool.run(job(file))
  const truth = story.join("")
  const glyphs = lines.flatMap((line) => line.glyphs ?? [])
  const wrong = glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text) && !truth.includes(text))
  const marked = glyphs.filter((glyph) => glyph.score < suspectBelow)
  expect(wrong.length).toBeGreaterThan(3)
  expect(wrong.filter((glyph) => marked.includes(glyph)).length / wrong.length).toBeGreaterThan(0.6)
  expect(marked.length).toBeLessThan(0.6 * glyphs.length)
})

it("[O13] a recognition that is cancelled while it reads ends within two seconds", async () => {
  const texts = story.map((text, i): [string, number, number, number] => [text, 40, 70 + 48 * i, 30])
  const file = await drawn("story.png", 640, 420, texts)
  const stop = new AbortController()
  let told = 0
  const running = pool.run(job(file), {
    signal: stop.signal,
    onProgress({ stage, done }) {
      if (stage !== "read" || done) return
      told = performance.now()
      stop.abort()
    },
  })
  await expect(running).rejects.toMatchObject({ code: "cancelled" })
  expect(performance.now() - told).toBeLessThan(2000)
})

const stub = (read: (call: number) => string): OcrEngine => {
  let calls = 0
  return {
    info: { name: "stub", version: "1" },
    lanes: 1,
    async recognize({ width, height }) {
      const box = [0, 0, width, height] as const
      const text = read(calls++)
      return [{ box, glyphs: [{ text, box, score: 1, candidates: [] }], starts: new Set([0]) }]
    },
    async close() {},
  }
}
const rowsBy = (engine: OcrEngine) => ({ across: byBlocks(engine), down: byBlocks(engine) })
const context = (warnings: string[], signal = new AbortController().signal) => ({
  signal,
  onProgress() {},
  onWarning: (text: string) => void warnings.push(text),
})
const broken = () => {
  throw new Error("broken")
}

it("[E43] a block that cannot be read is a warning; only if none can be read has the engine failed", async () => {
  const file = await drawn("two.png", 900, 90, [
    ["左边的一块文字", 20, 60, 32],
    ["右边的一块文字", 600, 60, 32],
  ])
  const warnings: string[] = []
  const half = await recognize(job(file), rowsBy(stub((call) => (call ? "好" : broken()))), context(warnings))
  expect([half.lines.length, warnings.length]).toEqual([1, 1])
  await expect(recognize(job(file), rowsBy(stub(broken)), context([]))).rejects.toMatchObject({
    code: "engine-failed",
  })
})

it("[E43] recognition stops between two blocks when it is told to", async () => {
  const file = path.join(folder, "two.png")
  const stop = new AbortController()
  const engine = stub((call) => {
    stop.abort()
    return `${call}`
  })
  await expect(recognize(job(file), rowsBy(engine), context([], stop.signal))).rejects.toThrow()
})
