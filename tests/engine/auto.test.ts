import { expect, it } from "vitest"
import { auto } from "../../electron/engine/ocr/auto.ts"
import type { OcrEngine, PageReader, PageTask, ReadLine } from "../../electron/engine/ocr/engine.ts"
import { AppError } from "../../shared/errors.ts"
import type { Box } from "../../shared/geometry/box.ts"
import type { Glyph } from "../../shared/model/recognition.ts"

const page = { data: new Uint8Array(400 * 200).fill(250), width: 400, height: 200 }
const boxes: Box[] = [
  [10, 10, 170, 50],
  [10, 60, 170, 100],
]

function task(
  warnings: string[],
  script: PageTask["script"] = "hans",
  signal = new AbortController().signal,
): PageTask {
  const block = { box: [10, 10, 170, 100] as const, lines: boxes, glyph: 37 }
  const context = { signal, onProgress() {}, onWarning: (text: string) => void warnings.push(text) }
  return { page, blocks: [block], paper: 250, script, context }
}

const glyphsOf = (text: string, box: Box, score: number): Glyph[] =>
  [...text].map((each, i) => ({
    text: each,
    box: [box[0] + 40 * i, box[1], box[0] + 40 * (i + 1), box[3]],
    score,
    candidates: [{ text: each, score }],
  }))

/** Reads the texts, line by line, with these scores. */
const first = (...texts: [string, number][]): PageReader => ({
  readPage: async ({ blocks }) => ({
    engine: { name: "first", version: "1" },
    lines: blocks
      .flatMap((block) => block.lines)
      .map((box, i): ReadLine => {
        const [text, score] = texts[i]!
        const glyphs = glyphsOf(text, box, score)
        return { text, box, score, glyphs, starts: new Set([0]), unseen: new Set(), unread: [] }
      }),
  }),
  async close() {},
})

/** Reads `text` in every picture, and counts them by script. */
function second(text: () => string) {
  const asked: string[] = []
  const engine: OcrEngine = {
    info: { name: "second", version: "2" },
    lanes: 1,
    async recognize({ width, height }, { script }) {
      asked.push(script)
      const box: Box = [0, 0, width, height]
      return [{ box, glyphs: glyphsOf(text(), box, 0.95), starts: new Set([0]) }]
    },
    async close() {},
  }
  return { engine, asked }
}

const missing: PageReader = {
  readPage: () => Promise.reject(new AppError("engine-missing", { engine: "ppocr" })),
  async close() {},
}

it("[O9] only doubtful lines are read again; provenance names both engines", async () => {
  const { engine, asked } = second(() => "晨露散去")
  const { lines, engine: by } = await auto(first(["天色渐亮", 0.99], ["晨雾散去", 0.1]), engine).readPage(task([]))
  expect(lines.map((line) => line.text)).toEqual(["天色渐亮", "晨雾散去"])
  expect(lines[1]!.glyphs[1]!.candidates.map(({ text }) => text)).toEqual(["雾", "露"])
  expect(asked).toEqual(["hans"])
  expect(by.name).toBe("first+second")
})

it("[O9] without a doubt the second engine is not asked and not named", async () => {
  const { engine, asked } = second(() => "")
  const { engine: by } = await auto(first(["天色渐亮", 0.99], ["晨雾散去", 0.99]), engine).readPage(task([]))
  expect([asked, by.name]).toEqual([[], "first"])
})

it("[O9] a line that cannot be read again stays as it was, with a warning", async () => {
  const { engine } = second(() => {
    throw new Error("broken")
  })
  const warnings: string[] = []
  const { lines } = await auto(first(["天色渐亮", 0.1], ["晨雾散去", 0.99]), engine).readPage(task(warnings))
  expect([lines[0]!.text, warnings.length]).toEqual(["天色渐亮", 1])
})

it("[O9] re-reading stops when it is told to", async () => {
  const stop = new AbortController()
  const { engine } = second(() => {
    stop.abort()
    return ""
  })
  const reading = auto(first(["天色渐亮", 0.1], ["晨雾散去", 0.1]), engine).readPage(task([], "hans", stop.signal))
  await expect(reading).rejects.toThrow()
})

it("[O10] traditional print is read by the second engine alone", async () => {
  const { engine, asked } = second(() => "學校")
  const { engine: by } = await auto(first(), engine).readPage(task([], "hant"))
  expect([by.name, asked]).toEqual(["second", ["hant"]])
})

it("[O10] where the first engine cannot be loaded the second reads all, says so, and is the one that is named", async () => {
  const { engine } = second(() => "天色渐亮")
  const warnings: string[] = []
  const { engine: by, lines } = await auto(missing, engine).readPage(task(warnings, "auto"))
  expect([by.name, lines.length, warnings.length]).toEqual(["second", 1, 1])
  await expect(missing.readPage(task([]))).rejects.toMatchObject({ code: "engine-missing" })
})
