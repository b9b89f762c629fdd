import { expect, it, onTestFinished } from "vitest"
import type { PageTask } from "../../electron/engine/ocr/engine.ts"
import type { Decoded } from "../../electron/engine/ocr/ppocr/decode.ts"
import { ppocr } from "../../electron/engine/ocr/ppocr/reader.ts"
import { Threads } from "../../electron/engine/ocr/ppocr/threads.ts"
import { AppError } from "../../shared/errors.ts"
import type { Box } from "../../shared/geometry/box.ts"

/** Of a picture that is so wide; `faulty-thread.ts` knows what that means. */
const picture = (width: number) => ({ data: new Uint8Array(width), width, height: 1 })
const [good, missing, breaking] = [picture(1), picture(2), picture(3)]

function faulty(): Threads {
  const threads = new Threads(2, new URL("./faulty-thread.ts", import.meta.url))
  onTestFinished(() => threads.close())
  return threads
}

it("[O80] pictures are shared out among the threads", async () => {
  const threads = faulty()
  const read = await Promise.all([good, good, good, good].map((each) => threads.read(each)))
  const counts = Map.groupBy(read, ({ starts }) => [...starts][0])
  expect([...counts.values()].map((each) => each.length)).toEqual([2, 2])
})

it("[O80] a reason keeps its code and cause; a thread that breaks fails what it had and is replaced", async () => {
  const threads = faulty()
  await expect(threads.read(missing)).rejects.toMatchObject({ code: "engine-missing", cause: "gone" })
  const both = await Promise.allSettled([threads.read(breaking), threads.read(good)])
  expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled"])
  expect((await threads.read(good)).glyphs).toEqual([])
})

const boxes: Box[] = Array.from({ length: 9 }, (_, i) => [10, 10 + 50 * i, 170, 50 + 50 * i])

function task(warnings: string[], done: number[], signal = new AbortController().signal): PageTask {
  const page = { data: new Uint8Array(400 * 500).fill(250), width: 400, height: 500 }
  const context = {
    signal,
    onProgress: (progress: { done: number }) => void done.push(progress.done),
    onWarning: (text: string) => void warnings.push(text),
  }
  const block = { box: [10, 10, 170, 450] as const, lines: boxes, glyph: 37 }
  return { page, blocks: [block], paper: 250, script: "hans", context }
}

/** Reads with `read`, told how many pictures came before. */
const reader = (read: (before: number) => Decoded) => {
  let before = 0
  return ppocr({ model: { begin() {}, read: async () => read(before++), close: async () => {} } })
}

const decoded: Decoded = {
  glyphs: [{ text: "云", score: 0.99, at: 0.5, candidates: [{ text: "云", score: 0.99 }] }],
  starts: new Set([0]),
}
const failing = (code: "internal" | "engine-missing") => () => {
  throw new AppError(code)
}

it("[O81] a line that cannot be read is a warning, and the others are there", async () => {
  const [warnings, done]: [string[], number[]] = [[], []]
  const { lines } = await reader((n) => (n === 1 ? failing("internal")() : decoded)).readPage(task(warnings, done))
  expect([lines.length, warnings.length, done]).toEqual([8, 1, [0, 8, 9]])
})

it("[O81] only if none can be read has the engine failed; one that is not there says so at once", async () => {
  const page = (code: Parameters<typeof failing>[0]) => reader(failing(code)).readPage(task([], []))
  await expect(page("internal")).rejects.toMatchObject({ code: "engine-failed" })
  await expect(page("engine-missing")).rejects.toMatchObject({ code: "engine-missing" })
})

it("[O81] reading stops between two lines when it is told to", async () => {
  const stop = new AbortController()
  const stopping = reader(() => {
    stop.abort()
    return decoded
  })
  await expect(stopping.readPage(task([], [], stop.signal))).rejects.toThrow()
})
