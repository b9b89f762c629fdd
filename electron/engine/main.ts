// The child: one job at a time, foreign bytes and heavy work, no state worth keeping. It ends when its parent does.
import { AppError, failure } from "../../shared/errors.ts"
import type { Context } from "./context.ts"
import { readAltoPage } from "./files/alto.ts"
import { readInput } from "./files/input.ts"
import { decodeText } from "./files/text.ts"
import { inspect } from "./inspect.ts"
import { auto } from "./ocr/auto.ts"
import { ppocr } from "./ocr/ppocr/reader.ts"
import { byBlocks } from "./ocr/read.ts"
import { tesseract } from "./ocr/tesseract.ts"
import { columnReader } from "./ocr/vertical/reader.ts"
import { preview } from "./preview.ts"
import { type EngineName, type Job, type Message, Request } from "./protocol.ts"
import { type Readers, recognize } from "./recognize.ts"
import { tiles } from "./tiles.ts"
import { watchParent } from "./watchdog.ts"

/** Two readers halve the time of a page on two cores; more cost memory and bring little. */
const lanes = 2

const ended = new AbortController()
/** Both are idle until they are asked. */
const second = tesseract(lanes)
const first = ppocr()
const readers: Record<EngineName, Readers> = {
  auto: { across: auto(first, second), down: columnReader(first, second) },
  ppocr: { across: first, down: columnReader(first, null) },
  tesseract: { across: byBlocks(second), down: columnReader(null, second) },
}

const ops = {
  inspect: (job: Extract<Job, { op: "inspect" }>) => inspect(job.path),
  readText: async (job: Extract<Job, { op: "readText" }>) => decodeText(await readInput(job.path)),
  readAlto: (job: Extract<Job, { op: "readAlto" }>) => readAltoPage(job.path, job.pageIndex),
  preview: (job: Extract<Job, { op: "preview" }>) => preview(job.path, job.pageIndex, job.width, job.out),
  tiles: (job: Extract<Job, { op: "tiles" }>) => tiles(job.path, job.pageIndex, job.out),
  recognize: (job: Extract<Job, { op: "recognize" }>, context: Context) => recognize(job, readers[job.engine], context),
}

function run(job: Job, context: Context): Promise<unknown> {
  switch (job.op) {
    case "inspect":
      return ops.inspect(job)
    case "readText":
      return ops.readText(job)
    case "readAlto":
      return ops.readAlto(job)
    case "preview":
      return ops.preview(job)
    case "tiles":
      return ops.tiles(job)
    case "recognize":
      return ops.recognize(job, context)
  }
}

const say = (message: Message) => {
  if (process.connected) process.send?.(message)
}

/** A refusal says all by its code, unless a decoder's words lie behind it; anything else is a bug, told in full. */
function causeOf(error: unknown): string | undefined {
  if (error instanceof AppError) return error.cause ? String(error.cause) : undefined
  return error instanceof Error ? error.stack : String(error)
}

async function answer({ id, job }: Request) {
  const context: Context = {
    signal: ended.signal,
    onProgress: (progress) => say({ id, progress }),
    onWarning: (warning) => say({ id, warning }),
  }
  try {
    say({ id, ok: true, value: await run(job, context) })
  } catch (error) {
    say({ id, ok: false, error: failure(error), cause: causeOf(error) })
  }
}

process.on("message", (message) => void answer(Request.parse(message)))
process.on("disconnect", () => {
  ended.abort()
  process.exit(0)
})
watchParent()
