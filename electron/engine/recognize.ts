// From a file to what is printed on one of its pages.
import { AppError } from "../../shared/errors.ts"
import type { Line, Recognition } from "../../shared/model/recognition.ts"
import type { Context } from "./context.ts"
import { readInput } from "./files/input.ts"
import { analyse } from "./image/analyse.ts"
import type { Block } from "./image/blocks.ts"
import { straighten } from "./image/straighten.ts"
import type { OcrEngine } from "./ocr/engine.ts"
import { type ReadLine, readBlocks } from "./ocr/read.ts"
import { chooseScript } from "./ocr/script.ts"
import { textOrScan } from "./pdf/textlayer.ts"
import type { Job, Progress } from "./protocol.ts"

type RecognizeJob = Extract<Job, { op: "recognize" }>

export async function recognize(job: RecognizeJob, engine: OcrEngine, context: Context): Promise<Recognition> {
  if (job.direction === "vertical") throw new AppError("engine-missing", { direction: job.direction })
  const stage = (name: Progress["stage"]) => context.onProgress({ done: 0, total: 0, stage: name })
  stage("decode")
  const input = await readInput(job.path)
  const { text, scan } = await textOrScan(input, job.pageIndex)
  if (text) return text
  context.signal.throwIfAborted()
  stage("analyse")
  const page = await straighten(scan)
  const { blocks, shapes, paper } = await analyse(page.grey)
  context.signal.throwIfAborted()
  blocks.sort(downThenRight)
  const script = job.script === "auto" ? await chooseScript(page.grey, blocks, paper, engine, context) : job.script
  const lines = await readBlocks({ page: page.grey, blocks, paper, script, engine, context })
  if (!lines.length) throw new AppError("no-text", { file: input.name })
  return {
    engine: engine.info,
    width: scan.width,
    height: scan.height,
    lines: lines.map((line, i) => onScan(line, i, page.toScan)),
    shapes: shapes.map(({ kind, box }) => ({ kind, box: page.toScan(box) })),
    ...(page.map ? { straight: page.map } : {}),
  }
}

const downThenRight = (a: Block, b: Block) => a.box[1] - b.box[1] || a.box[0] - b.box[0]

const onScan = (line: ReadLine, index: number, toScan: (box: ReadLine["box"]) => ReadLine["box"]): Line => ({
  id: `l${index + 1}`,
  text: line.text,
  box: toScan(line.box),
  direction: "horizontal",
  score: line.score,
  glyphs: line.glyphs.map((glyph) => ({ ...glyph, box: toScan(glyph.box) })),
  gap: 0,
})
