// Every block of a page through the engine, as many at a time as it has lanes.
import { AppError } from "../../../shared/errors.ts"
import { type Box, height, overlapX, overlapY, width } from "../../../shared/geometry/box.ts"
import type { Glyph } from "../../../shared/model/recognition.ts"
import type { Context } from "../context.ts"
import type { Block } from "../image/blocks.ts"
import type { Grey } from "../image/grey.ts"
import { type Crop, cropOf } from "./crop.ts"
import type { OcrEngine, OcrLine, Script } from "./engine.ts"
import { fitGlyphs } from "./fit.ts"
import { inkRuns } from "./ink.ts"
import { textOf } from "./spaces.ts"

/** Ink of a Han glyph is so much of an em high. */
const inkHeight = 0.92

export interface ReadLine {
  text: string
  box: Box
  /** Mean of its glyphs' scores. */
  score: number
  glyphs: Glyph[]
}

interface Task {
  page: Grey
  blocks: Block[]
  paper: number
  script: Script
  engine: OcrEngine
  context: Context
}

/** Lines in the order of the blocks. A block that fails is a warning; only if all fail is the page lost. */
export async function readBlocks(task: Task): Promise<ReadLine[]> {
  const { blocks, engine, context } = task
  const results: ReadLine[][] = blocks.map(() => [])
  // The largest first, so that no lane is left with a long one at the end.
  const order = blocks.map((_, i) => i).sort((a, b) => blocks[b]!.lines.length - blocks[a]!.lines.length)
  let [next, done, failed] = [0, 0, 0]
  const lane = async () => {
    while (next < order.length) {
      const i = order[next++]!
      context.signal.throwIfAborted()
      try {
        results[i] = await readBlock(task, blocks[i]!)
      } catch (error) {
        if (context.signal.aborted) throw error
        failed++
        context.onWarning(`block ${blocks[i]!.box.join(",")} was not read: ${String(error)}`)
      }
      context.onProgress({ done: ++done, total: blocks.length, stage: "read" })
    }
  }
  context.onProgress({ done: 0, total: blocks.length, stage: "read" })
  await Promise.all(Array.from({ length: engine.lanes }, lane))
  if (failed && failed === blocks.length) throw new AppError("engine-failed", { engine: engine.info.name })
  return results.flat()
}

async function readBlock({ page, paper, script, engine, context }: Task, block: Block): Promise<ReadLine[]> {
  const crop = await cropOf(page, block, paper)
  const hints = { glyph: crop.glyph, script, singleLine: block.lines.length === 1 }
  const lines = await engine.recognize(crop.image, hints, context.signal)
  return lines.map((line) => placed(line, crop, block, page, paper)).filter((line) => line.glyphs.length)
}

/** From the crop to the page, every glyph onto its ink. */
function placed(line: OcrLine, crop: Crop, block: Block, page: Grey, paper: number): ReadLine {
  const em = block.glyph / inkHeight
  const rough = line.glyphs.map((glyph) => ({ ...glyph, box: crop.toPage(glyph.box) }))
  const box = printedLine(crop.toPage(line.box), block)
  const glyphs = fitGlyphs(rough, inkRuns(page, box, paper, em), box, em)
  const score = glyphs.reduce((sum, glyph) => sum + glyph.score, 0) / glyphs.length
  return { text: textOf(glyphs, line.starts, em), box, score, glyphs }
}

/** The line as it was found on the page, if it is clear which one was read here; its box is the exact one. */
function printedLine(box: Box, block: Block): Box {
  const same = block.lines.filter((line) => overlapY(line, box) > 0.5 * Math.min(height(line), height(box)))
  const [only] = same
  return only && same.length === 1 && overlapX(only, box) > 0.7 * width(only) ? only : box
}
