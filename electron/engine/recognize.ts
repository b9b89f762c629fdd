// From a file to what is printed on one of its pages.
import { AppError } from "../../shared/errors.ts"
import type { Line, PrintedShape, Recognition } from "../../shared/model/recognition.ts"
import type { Context } from "./context.ts"
import { type Input, readInput } from "./files/input.ts"
import { type Analysis, analyse } from "./image/analyse.ts"
import type { Block } from "./image/blocks.ts"
import { countPictures } from "./image/decode.ts"
import { foldOf, pageBeside } from "./image/fold.ts"
import { type Grey, paperOf } from "./image/grey.ts"
import { level } from "./image/level.ts"
import { turnReversed } from "./image/reversed.ts"
import { type Straight, straighten, turnStraight } from "./image/straighten.ts"
import type { PageReader, ReadLine } from "./ocr/engine.ts"
import { isReadWell, quartersToTurn } from "./orientation.ts"
import { textOrScan } from "./pdf/textlayer.ts"
import type { Job, Progress } from "./protocol.ts"

type RecognizeJob = Extract<Job, { op: "recognize" }>

export async function recognize(job: RecognizeJob, reader: PageReader, context: Context): Promise<Recognition> {
  if (job.direction === "vertical") throw new AppError("engine-missing", { direction: job.direction })
  const stage = (name: Progress["stage"]) => context.onProgress({ done: 0, total: 0, stage: name })
  stage("decode")
  const input = await readInput(job.path)
  const { text, scan: whole } = await textOrScan(input, job.pageIndex)
  if (text) return text
  reader.begin?.()
  const scan = await onePage(input, whole, job.pageIndex)
  context.signal.throwIfAborted()
  const read = (page: Grey, { blocks, paper }: Analysis, heard: Context) =>
    reader.readPage({ page, blocks, paper, script: job.script, context: heard })
  const readAll = async (page: Straight) => {
    stage("analyse")
    const { grey, grounds } = turnReversed(page.grey, paperOf(page.grey))
    const printed = await analyse(grey)
    context.signal.throwIfAborted()
    printed.blocks.sort(downThenRight)
    const shapes: PrintedShape[] = [...printed.shapes, ...grounds.map((box) => ({ kind: "ground" as const, box }))]
    return { page, shapes, ...(await read(grey, printed, context)) }
  }
  const upright = async (page: Straight) => {
    const first = await readAll(page)
    if (!first.lines.length || isReadWell(first.lines)) return first
    const quiet = { ...context, onProgress() {} }
    const quarters = await quartersToTurn(
      page.grey,
      async (turned, printed) => (await read(turned, printed, quiet)).lines,
    )
    return quarters ? readAll(turnStraight(scan, page, quarters)) : first
  }
  const { page, engine, lines, shapes } = await upright(await straighten(level(scan)))
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

/** Of a double page the half that is asked for; boxes count from the edge of the whole scan. */
async function onePage(input: Input, scan: Grey, pageIndex: number): Promise<Grey> {
  const fold = input.type.kind === "image" && (await countPictures(input)) === 1 ? await foldOf(scan) : null
  return fold ? pageBeside(scan, fold, pageIndex === 0 ? "left" : "right", paperOf(scan)) : scan
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
