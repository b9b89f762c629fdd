// Which way the lines of a page run, block by block. Blocks of lines that run down are found and read on the page turned a quarter to the
// left, where they lie as rows do.
import { area, type Box, intersection } from "../../shared/geometry/box.ts"
import { mapped, ontoPage } from "../../shared/geometry/mapping.ts"
import type { Direction } from "../../shared/model/recognition.ts"
import { type Analysis, analyse } from "./image/analyse.ts"
import type { Block } from "./image/blocks.ts"
import { directionOf, settled } from "./image/direction.ts"
import type { Grey } from "./image/grey.ts"
import { turnBack, turnedBy } from "./image/quarters.ts"

export interface Setting {
  across: Block[]
  /** Blocks of columns, with the turned page that they were found on. */
  down: { page: Grey; blocks: Block[] } | null
}

/** Share of a page's text in blocks whose lines seem to run down, from which on they are looked for. */
const leastDown = 0.05
/** A page of rows that lies on its side seems to have columns; how it reads will tell. */
export async function settingOf(
  page: Grey,
  printed: Analysis,
  wanted: Direction | "auto",
  region: readonly Box[] | null = null,
): Promise<Setting> {
  const { blocks, paper } = printed
  if (wanted === "horizontal" || (wanted === "auto" && downShare(page, printed) < leastDown))
    return { across: blocks, down: null }
  const turned = turnedBy(page, 3)
  const back = turnBack(3, page)
  const found = await analyse(
    turned,
    region?.map((box) => ontoPage(back, box)),
  )
  if (!found.blocks.length) return { across: blocks, down: null }
  if (wanted === "vertical") return { across: [], down: { page: turned, blocks: found.blocks } }
  const columns = new Map(found.blocks.map((block) => [uprightBlock(block, page), block]))
  const runsDown = [...columns.keys()].filter((block) => directionOf(page, block, paper) !== "horizontal")
  const { across, down } = settled(
    blocks.filter((block) => directionOf(page, block, paper) !== "vertical"),
    runsDown,
    bodyGlyph(found.blocks),
  )
  const own = down.map((block) => columns.get(block)!)
  if (!own.length || sum(down) < leastDown * sum(blocks)) return { across: blocks, down: null }
  // What seemed to run down is still read, as rows, where no columns were found.
  const left = blocks.filter(
    (block) => !across.includes(block) && !down.some(({ box }) => intersection(box, block.box)),
  )
  return { across: [...across, ...left], down: { page: turned, blocks: own } }
}

const sum = (blocks: Block[]) => blocks.reduce((total, { box }) => total + area(box), 0)

function downShare(page: Grey, { blocks, paper }: Analysis): number {
  return sum(blocks.filter((block) => directionOf(page, block, paper) === "vertical")) / Math.max(1, sum(blocks))
}

/** Of the block with the most lines. */
const bodyGlyph = (blocks: Block[]): number =>
  blocks.reduce((most, block) => (block.lines.length > most.lines.length ? block : most), blocks[0]!).glyph

function uprightBlock(block: Block, page: Grey): Block {
  const back = turnBack(3, page)
  const upright = (box: Box): Box => {
    const [a, b] = [mapped(back, box[0], box[1]), mapped(back, box[2], box[3])]
    return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  }
  return { ...block, box: upright(block.box), lines: block.lines.map(upright) }
}
