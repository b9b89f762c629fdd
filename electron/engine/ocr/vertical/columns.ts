// A block of columns read as it stands, by a reader that knows vertical type.
import { type Box, middleX, middleY, overlapX } from "../../../../shared/geometry/box.ts"
import type { Block } from "../../image/blocks.ts"
import { turnedBy } from "../../image/quarters.ts"
import { cropOf } from "../crop.ts"
import type { OcrEngine, PageTask, Script } from "../engine.ts"
import type { Row } from "./row.ts"
import type { Seen } from "./squares.ts"

/** What `engine` reads in the columns of `block`, one after another; it tells no places, so the glyphs are spread over the rows. */
export async function readColumns(
  task: PageTask,
  block: Block,
  rows: Row[],
  script: Script,
  engine: OcrEngine,
): Promise<Seen[][]> {
  const { page, paper, context } = task
  const crop = await cropOf(page, block, paper)
  const hints = { glyph: crop.glyph, script, singleLine: false, columns: true }
  const upright = turnedBy(crop.image, 1)
  const lines = await engine.recognize(upright, hints, context.signal)
  // From the right: the left edge of the turned page is the head of the columns, its top their right side.
  const onPage = (box: Box): Box => crop.toPage([box[1], upright.width - box[2], box[3], upright.width - box[0]])
  return block.lines.map((column, i) => {
    const own = lines.filter(({ box }) => {
      const line = onPage(box)
      return middleY(line) > column[1] && middleY(line) < column[3] && overlapX(line, column) > 0
    })
    const glyphs = own
      .toSorted((a, b) => middleX(onPage(a.box)) - middleX(onPage(b.box)))
      .flatMap(({ glyphs }) => glyphs)
    const { middles } = rows[i]!
    return glyphs.map(({ text, score, candidates }, k) => {
      const at = middles[Math.min(middles.length - 1, Math.floor(((k + 0.5) * middles.length) / glyphs.length))]!
      return { text, score, candidates, at }
    })
  })
}
