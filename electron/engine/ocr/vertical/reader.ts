// Reads the columns of a page that was turned a quarter to the left, so that they lie as rows. Each is cut into squares and set again as
// an upright row for PP-OCR and for Tesseract; where Tesseract has data for vertical type it reads the columns as they are, too.
// Square by square the readings are then made into one.
import { AppError } from "../../../../shared/errors.ts"
import type { EngineInfo } from "../../../../shared/model/recognition.ts"
import type { Context } from "../../context.ts"
import type { Block } from "../../image/blocks.ts"
import type { OcrEngine, PageReader, PageTask, Script } from "../engine.ts"
import { isRead } from "../line.ts"
import type { RowReader } from "../ppocr/reader.ts"
import { looksTraditional } from "../script.ts"
import { columnData } from "../tessdata.ts"
import { cellsOf, inkLimit } from "./cells.ts"
import { readColumns } from "./columns.ts"
import { lineOf } from "./line.ts"
import { type Column, type Row, rowOf } from "./row.ts"
import { type Laid, readUpright } from "./rows.ts"
import { intoSquares, type Reading } from "./squares.ts"
import { sheetOf } from "./stack.ts"
import type { Readings } from "./vote.ts"

const inkHeight = 0.92

/** Either reader may be missing; PP-OCR that cannot be loaded is a warning where there is Tesseract. */
export const columnReader = (
  rows: RowReader | null,
  blocks: OcrEngine | null,
  dataFor: (script: Script) => unknown = columnData,
): PageReader => ({
  async readPage(task) {
    const first = await firstReading(task, rows, blocks)
    const { columns } = first
    const script = task.script === "auto" ? scriptOf(first) : task.script
    const more = blocks ? await readBlocks(task, first, blocks, script, dataFor(script) !== null) : null
    const lines = columns.map((column, i) => {
      const readings: Readings = { ...(more?.[i] ?? { row: [], column: [] }), laid: first.laid[i]!, script }
      return lineOf(column, readings, (text) => rows?.knows(text) ?? false)
    })
    return { engine: engineInfo(first.isRead ? rows : null, blocks), lines: lines.filter(isRead) }
  },
  async close() {},
})

interface First {
  columns: Column[]
  laid: Laid[]
  /** Indexes of a block's columns. */
  ofBlock: Map<Block, number[]>
  /** Whether PP-OCR could be used. */
  isRead: boolean
}

async function firstReading(task: PageTask, rows: RowReader | null, blocks: OcrEngine | null): Promise<First> {
  const { page, paper, context } = task
  const columns: Column[] = []
  const ofBlock = new Map<Block, number[]>()
  for (const block of task.blocks) {
    const em = block.glyph / inkHeight
    ofBlock.set(
      block,
      block.lines.map(
        (box) => columns.push({ box, em, cells: cellsOf(page, box, inkLimit(page, box, paper), em) }) - 1,
      ),
    )
  }
  const unread = () => columns.map((column): Laid => ({ reading: column.cells.map(() => []), lies: new Set() }))
  if (!rows) return { columns, ofBlock, laid: unread(), isRead: false }
  try {
    return { columns, ofBlock, laid: await readUpright(page, columns, paper, rows, context), isRead: true }
  } catch (error) {
    if (!blocks || !(error instanceof AppError) || error.code !== "engine-missing") throw error
    context.onWarning(`${error.detail.engine} cannot be used here, ${blocks.info.name} reads the columns alone`)
    return { columns, ofBlock, laid: unread(), isRead: false }
  }
}

const scriptOf = ({ laid, isRead }: First): Script => {
  const text = laid.flatMap(({ reading }) => reading.flat().map((glyph) => glyph.text)).join("")
  return !isRead || looksTraditional(text) ? "hant" : "hans"
}

interface SecondReadings {
  row: Reading
  column: Reading
}

/** What Tesseract reads, column by column. A block that it fails on is a warning. */
async function readBlocks(
  task: PageTask,
  first: First,
  engine: OcrEngine,
  script: Script,
  withData: boolean,
): Promise<SecondReadings[]> {
  const { context } = task
  const found = first.columns.map((): SecondReadings => ({ row: [], column: [] }))
  if (!withData) warnOfData(context, script)
  const queue = task.blocks.toSorted((a, b) => b.lines.length - a.lines.length)
  let [done, failed] = [0, 0]
  const lane = async () => {
    for (let block = queue.shift(); block; block = queue.shift()) {
      context.signal.throwIfAborted()
      try {
        await readBlock(task, block, first, engine, script, withData, found)
      } catch (error) {
        if (context.signal.aborted) throw error
        failed++
        context.onWarning(`block ${block.box.join(",")} was not read: ${String(error)}`)
      }
      context.onProgress({ done: ++done, total: task.blocks.length, stage: "read" })
    }
  }
  await Promise.all(Array.from({ length: engine.lanes }, lane))
  if (failed && failed === task.blocks.length && !first.isRead)
    throw new AppError("engine-failed", { engine: engine.info.name })
  return found
}

async function readBlock(
  task: PageTask,
  block: Block,
  { columns, laid, ofBlock }: First,
  engine: OcrEngine,
  script: Script,
  withData: boolean,
  found: SecondReadings[],
) {
  const { page, paper, context } = task
  const own = ofBlock.get(block)!
  const rows = own.map((i): Row => rowOf(page, columns[i]!, laid[i]!.lies, paper))
  const sheet = await sheetOf(rows, paper)
  const hints = { glyph: sheet.glyph, script, singleLine: rows.length === 1 }
  const byRow = sheet.byRow(await engine.recognize(sheet.image, hints, context.signal))
  const byColumn = withData ? await readColumns(task, block, rows, script, engine) : []
  own.forEach((i, k) => {
    const { middles, em } = rows[k]!
    const other = laid[i]!.reading
    found[i] = {
      row: intoSquares(byRow[k]!, { middles, em, trust: 0.36 }, other),
      column: intoSquares(byColumn[k] ?? [], { middles, em, trust: 0.18 }, other),
    }
  })
}

/** The engine does not know the reader's language: both are said. */
function warnOfData({ onWarning }: Context, script: Script) {
  const name = script === "hant" ? "chi_tra_vert" : "chi_sim_vert"
  const debian = `tesseract-ocr-${name.replaceAll("_", "-")}`
  onWarning(
    `竖排没有 ${name} 数据也能读，装上 Debian 软件包 ${debian}，或用 JIAOYANG_TESSDATA 指出数据所在的文件夹，读得更准 / ` +
      `columns are read without ${name}; the package ${debian}, or JIAOYANG_TESSDATA set to a folder that has it, makes them read better`,
  )
}

function engineInfo(rows: RowReader | null, blocks: OcrEngine | null): EngineInfo {
  if (!rows) return blocks!.info
  if (!blocks) return rows.info
  return {
    name: `${rows.info.name}+${blocks.info.name}`,
    version: `${rows.info.version}, ${blocks.info.name} ${blocks.info.version}`,
  }
}
