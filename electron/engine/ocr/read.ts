// A page read block by block: each through the engine, as many at a time as it has lanes.
import { AppError } from "../../../shared/errors.ts"
import { type Box, height, overlapX, overlapY, width } from "../../../shared/geometry/box.ts"
import type { Block } from "../image/blocks.ts"
import { type Crop, cropOf } from "./crop.ts"
import type { OcrEngine, OcrLine, PageReader, PageTask, ReadLine, Script } from "./engine.ts"
import { finished, isRead } from "./line.ts"
import { chooseScript } from "./script.ts"

export const byBlocks = (engine: OcrEngine): PageReader => ({
  readPage: async (page) => ({ engine: engine.info, lines: await readBlocks(page, engine) }),
  close: () => engine.close(),
})

/** Lines in the order of the blocks. A block that fails is a warning; only if all fail is the page lost. */
async function readBlocks(task: PageTask, engine: OcrEngine): Promise<ReadLine[]> {
  const { blocks, context } = task
  const script = task.script === "auto" ? await chooseScript(task, engine) : task.script
  const results: ReadLine[][] = blocks.map(() => [])
  // The largest first, so that no lane is left with a long one at the end.
  const order = blocks.map((_, i) => i).sort((a, b) => blocks[b]!.lines.length - blocks[a]!.lines.length)
  let [next, done, failed] = [0, 0, 0]
  const lane = async () => {
    while (next < order.length) {
      const i = order[next++]!
      context.signal.throwIfAborted()
      try {
        results[i] = await readBlock(task, script, engine, blocks[i]!)
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

async function readBlock(
  { page, paper, context }: PageTask,
  script: Script,
  engine: OcrEngine,
  block: Block,
): Promise<ReadLine[]> {
  const crop = await cropOf(page, block, paper)
  const hints = { glyph: crop.glyph, script, singleLine: block.lines.length === 1 }
  const lines = await engine.recognize(crop.image, hints, context.signal)
  return lines.map((line) => finished(onPage(line, crop, block), page, paper, block.glyph)).filter(isRead)
}

const onPage = (line: OcrLine, crop: Crop, block: Block): OcrLine => ({
  ...line,
  box: printedLine(crop.toPage(line.box), block),
  glyphs: line.glyphs.map((glyph) => ({ ...glyph, box: crop.toPage(glyph.box) })),
})

/** The line as it was found on the page, if it is clear which one was read here; its box is the exact one. */
function printedLine(box: Box, block: Block): Box {
  const same = block.lines.filter((line) => overlapY(line, box) > 0.5 * Math.min(height(line), height(box)))
  const [only] = same
  return only && same.length === 1 && overlapX(only, box) > 0.7 * width(only) ? only : box
}
