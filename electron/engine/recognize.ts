// From a file to what is printed on one of its pages.
import { AppError } from "../../shared/errors.ts"
import type { Box } from "../../shared/geometry/box.ts"
import type { Direction, EngineInfo, Line, PrintedShape, Recognition } from "../../shared/model/recognition.ts"
import type { Context } from "./context.ts"
import { readInput } from "./files/input.ts"
import { analyse } from "./image/analyse.ts"
import type { Block } from "./image/blocks.ts"
import { type Grey, paperOf } from "./image/grey.ts"
import { turnReversed } from "./image/reversed.ts"
import { type Straight, turnStraight } from "./image/straighten.ts"
import type { PageReader, ReadLine } from "./ocr/engine.ts"
import { areColumns, isReadWell, quartersToTurn } from "./orientation.ts"
import { textOrScan } from "./pdf/textlayer.ts"
import { prepare } from "./prepare.ts"
import type { Job } from "./protocol.ts"
import { settingOf } from "./setting.ts"

type RecognizeJob = Extract<Job, { op: "recognize" }>

/** What reads lines that run to the right, and what reads lines that run down, on a page turned a quarter to the left. */
export interface Readers {
  across: PageReader
  down: PageReader
}

interface PlacedLine extends ReadLine {
  direction: Direction
  /** From pixels of the page it was read on to those of the scan. */
  toScan(box: Box): Box
}

export async function recognize(job: RecognizeJob, readers: Readers, context: Context): Promise<Recognition> {
  context.onProgress({ done: 0, total: 0, stage: "decode" })
  const input = await readInput(job.path)
  const { text, scan: picture } = await textOrScan(input, job.pageIndex)
  if (text) return text
  readers.across.begin?.()
  const { scan, page: laid } = await prepare(input, picture, job.pageIndex, job.without ?? [])
  context.signal.throwIfAborted()
  const ready = job.region?.turned ? turnStraight(scan, laid, job.region.turned / 90) : laid
  const read = (page: Straight) => readAll(page, scan, job, readers, context)
  const { page, engine, lines, shapes } = await upright(ready, read, scan, {
    job,
    reader: readers.across,
    context: { ...context, onProgress() {} },
  })
  const reversed = shapes.filter(({ kind }) => kind === "ground").length
  if (!lines.length) throw new AppError("no-text", { file: input.name })
  return {
    engine,
    width: scan.width,
    height: scan.height,
    lines: lines.map(onScan),
    shapes: shapes.map(({ kind, box }) => ({ kind, box: page.toScan(box) })),
    ...(page.map ? { straight: page.map } : {}),
    prepared: [...page.done, ...(reversed ? [{ step: "reversed" as const, amount: reversed }] : [])],
  }
}

interface ReadAll {
  page: Straight
  shapes: PrintedShape[]
  lines: PlacedLine[]
  engine: EngineInfo
  hasColumns: boolean
}

async function readAll(
  page: Straight,
  scan: Grey,
  { script, direction, without = [], region }: RecognizeJob,
  readers: Readers,
  context: Context,
): Promise<ReadAll> {
  context.onProgress({ done: 0, total: 0, stage: "analyse" })
  const { grey, grounds } = without.includes("reversed")
    ? { grey: page.grey, grounds: [] }
    : turnReversed(page.grey, paperOf(page.grey))
  const wanted = region?.boxes.map(page.fromScan) ?? null
  const printed = await analyse(grey, wanted)
  context.signal.throwIfAborted()
  const { across, down } = await settingOf(grey, printed, direction, wanted)
  const { paper } = printed
  const shapes = [...printed.shapes, ...grounds.map((box): PrintedShape => ({ kind: "ground", box }))]
  const lines: PlacedLine[] = []
  const engines: EngineInfo[] = []
  if (across.length || !down) {
    const blocks = across.sort(downThenRight)
    const read = await readers.across.readPage({ page: grey, blocks, paper, script, context })
    lines.push(...read.lines.map((line) => ({ ...line, direction: "horizontal" as const, toScan: page.toScan })))
    engines.push(read.engine)
  }
  if (down) {
    const { toScan } = turnStraight(scan, page, 3)
    const blocks = down.blocks.sort(downThenRight)
    const read = await readers.down.readPage({ page: down.page, blocks, paper, script, context })
    lines.push(...read.lines.map((line) => ({ ...line, direction: "vertical" as const, toScan })))
    engines.push(read.engine)
  }
  return { page, shapes, lines, engine: engines.at(-1)!, hasColumns: down !== null }
}

/** The page read as it lies, or turned where that reads better. */
async function upright(
  page: Straight,
  readPage: (page: Straight) => Promise<ReadAll>,
  scan: Grey,
  sample: { job: RecognizeJob; reader: PageReader; context: Context },
): Promise<ReadAll> {
  const first = await readPage(page)
  const { lines, hasColumns } = first
  const { context, reader, job } = sample
  const { script, direction, without = [], region } = job
  // How a page lies is told by all of it.
  if (region || without.includes("upright") || direction === "vertical") return first
  if (!lines.length || (hasColumns ? areColumns(lines) : isReadWell(lines))) return first
  const quarters = await quartersToTurn(
    page.grey,
    async (turned, { blocks, paper }) =>
      (await reader.readPage({ page: turned, blocks, paper, script, context })).lines,
    hasColumns,
  )
  return quarters ? readPage(turnStraight(scan, page, quarters)) : first
}

const downThenRight = (a: Block, b: Block) => a.box[1] - b.box[1] || a.box[0] - b.box[0]

const onScan = ({ text, box, direction, score, glyphs, toScan }: PlacedLine, index: number): Line => ({
  id: `l${index + 1}`,
  text,
  box: toScan(box),
  direction,
  score,
  glyphs: glyphs.map((glyph) => ({ ...glyph, box: toScan(glyph.box) })),
  gap: 0,
})
