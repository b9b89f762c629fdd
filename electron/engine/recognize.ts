// From a file to what is printed on one of its pages.
import { AppError } from "../../shared/errors.ts"
import type { Line, Recognition } from "../../shared/model/recognition.ts"
import type { Context } from "./context.ts"
import { readInput } from "./files/input.ts"
import { analyse } from "./image/analyse.ts"
import type { Block } from "./image/blocks.ts"
import { level } from "./image/level.ts"
import { straighten } from "./image/straighten.ts"
import type { PageReader, ReadLine } from "./ocr/engine.ts"
import { textOrScan } from "./pdf/textlayer.ts"
import type { Job, Progress } from "./protocol.ts"

type RecognizeJob = Extract<Job, { op: "recognize" }>

export async function recognize(job: RecognizeJob, reader: PageReader, context: Context): Promise<Recognition> {
  if (job.direction === "vertical") throw new AppError("engine-missing", { direction: job.direction })
  const stage = (name: Progress["stage"]) => context.onProgress({ done: 0, total: 0, stage: name })
  stage("decode")
  const input = await readInput(job.path)
  const { text, scan } = await textOrScan(input, job.pageIndex)
  if (text) return text
  context.signal.throwIfAborted()
  stage("analyse")
  const page = await straighten(level(scan))
  const { blocks, shapes, paper } = await analyse(page.grey)
  context.signal.throwIfAborted()
  blocks.sort(downThenRight)
  const { engine, lines } = await reader.readPage({ page: page.grey, blocks, paper, script: job.script, context })
  if (!lines.length) throw new AppError("no-text", { file: input.name })
  return {
    engine,
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
