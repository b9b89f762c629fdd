// Every block of a page through the engine, as many at a time as it has lanes.
import { AppError } from "../../../shared/errors.ts"
import type { Block } from "../image/blocks.ts"
import type { Grey } from "../image/grey.ts"
import type { Context } from "../recognize.ts"
import { cropOf } from "./crop.ts"
import type { OcrEngine, OcrLine, Script } from "./engine.ts"

export type ReadLine = OcrLine

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
  return lines.map(line => ({
    ...line,
    box: crop.toPage(line.box),
    glyphs: line.glyphs.map(glyph => ({ ...glyph, box: crop.toPage(glyph.box) })),
  }))
}
