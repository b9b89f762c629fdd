// PP-OCR reads the page; Tesseract reads traditional script, and again the lines in which ink was left over or a glyph is doubtful.
// Where PP-OCR cannot be loaded, Tesseract reads all.
import { AppError } from "../../../shared/errors.ts"
import type { Box } from "../../../shared/geometry/box.ts"
import type { Context } from "../context.ts"
import { cropOf } from "./crop.ts"
import { doubtOf } from "./doubt.ts"
import type { OcrEngine, PageReader, PageTask, ReadLine, ReadPage } from "./engine.ts"
import { finished } from "./line.ts"
import { merged } from "./merge.ts"
import { byBlocks } from "./read.ts"
import { chooseScript, looksTraditional } from "./script.ts"

/** Lines read twice, at most, as a share of all: the second engine is slow. */
const mostTwice = 0.05
const leastTwice = 8

export function auto(first: PageReader, second: OcrEngine): PageReader {
  const alone = byBlocks(second)
  return {
    begin: () => first.begin?.(),
    async readPage(task) {
      const { context } = task
      try {
        const script = task.script === "auto" ? await scriptOf(task, first, second) : task.script
        if (script === "hant") return await alone.readPage({ ...task, script })
        return await readTwice(task, await first.readPage(task), second)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "engine-missing") throw error
        context.onWarning(
          `${error.detail.engine} cannot be used here, ${second.info.name} reads the page: ${error.cause ?? "it is missing"}`,
        )
        return alone.readPage(task)
      }
    },
    async close() {
      await Promise.all([first.close(), second.close()])
    },
  }
}

const quietly = (context: Context): Context => ({ ...context, onProgress() {} })

/** PP-OCR reads a good part of traditional print; only where it does are both asked of Tesseract. */
async function scriptOf(task: PageTask, first: PageReader, second: OcrEngine) {
  const longest = task.blocks.toSorted((a, b) => b.lines.length - a.lines.length)[0]
  if (!longest) return "hans"
  const sample = { ...longest, lines: longest.lines.slice(0, 8) }
  const { lines } = await first.readPage({ ...task, blocks: [sample], context: quietly(task.context) })
  return looksTraditional(lines.map((line) => line.text).join("")) ? chooseScript(task, second) : "hans"
}

async function readTwice(task: PageTask, page: ReadPage, second: OcrEngine): Promise<ReadPage> {
  const most = Math.max(leastTwice, Math.round(mostTwice * page.lines.length))
  const doubtful = page.lines
    .filter((line) => doubtOf(line) > 0)
    .sort((a, b) => doubtOf(b) - doubtOf(a))
    .slice(0, most)
  const glyphs = new Map(task.blocks.flatMap((block) => block.lines.map((box): [Box, number] => [box, block.glyph])))
  const again = new Map<ReadLine, ReadLine>()
  const lane = async () => {
    for (let line = doubtful.shift(); line; line = doubtful.shift()) {
      task.context.signal.throwIfAborted()
      again.set(line, await lineTwice(task, line, glyphs.get(line.box)!, second))
    }
  }
  await Promise.all(Array.from({ length: second.lanes }, lane))
  if (!again.size) return page
  const { name, version } = second.info
  return {
    engine: { name: `${page.engine.name}+${name}`, version: `${page.engine.version}, ${name} ${version}` },
    lines: page.lines.map((line) => again.get(line) ?? line),
  }
}

/** A line that the second engine fails on stays as the first read it. */
async function lineTwice(task: PageTask, line: ReadLine, glyph: number, second: OcrEngine): Promise<ReadLine> {
  const { page, paper, context } = task
  const crop = await cropOf(page, { box: line.box, lines: [line.box], glyph }, paper)
  try {
    const hints = { glyph: crop.glyph, script: "hans", singleLine: true } as const
    const found = await second.recognize(crop.image, hints, context.signal)
    const read = found.flatMap((each) => each.glyphs.map((one) => ({ ...one, box: crop.toPage(one.box) })))
    return { ...finished(merged(line, read), page, paper, glyph), score: line.score }
  } catch (error) {
    context.signal.throwIfAborted()
    context.onWarning(`line ${line.box.join(",")} was not read again: ${String(error)}`)
    return line
  }
}
