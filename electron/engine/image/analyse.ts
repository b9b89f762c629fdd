// What is printed where: the page straightened, its text blocks, its rules, frames and pictures.
import { type Box, middleX, middleY } from "../../../shared/geometry/box.ts"
import type { PrintedShape } from "../../../shared/model/recognition.ts"
import { binarize } from "./binarize.ts"
import { type Block, findBlocks } from "./blocks.ts"
import { type Component, components } from "./components.ts"
import { bodyGlyph } from "./glyphsize.ts"
import { type Bitmap, type Grey, paperOf, resize } from "./grey.ts"
import { onlyWithin } from "./onlywithin.ts"
import { sortInk } from "./shapes.ts"

/** Boxes are in pixels of the picture that was given. */
export interface Analysis {
  blocks: Block[]
  shapes: PrintedShape[]
  paper: number
}

/** Body glyphs are looked at this tall: enough to tell strokes, little enough to be quick. */
const workingGlyph = 20
const firstSide = 3200
/** Small print is drawn larger: its dots are a pixel or two, and what is reckoned in body glyphs is whole pixels. */
const largest = 2
/** Its thin strokes are hardly darker than the paper: with the usual contrast its glyphs fall to pieces. */
const contrastEnlarged = 0.1

/** Type of a region so many times larger or smaller than the page's is looked at for itself. */
const otherSize = 1.3

interface Copy {
  grey: Grey
  factor: number
  ink: Bitmap
  parts: Component[]
  glyph: number | null
}

/** With a `region` only what stands in its boxes is looked for: as on the whole page, unless its type is of another size. */
export async function analyse(grey: Grey, region: readonly Box[] | null = null): Promise<Analysis> {
  const paper = paperOf(grey)
  const copy = await workingCopy(grey)
  if (!copy.glyph) return { blocks: [], shapes: [], paper }
  const { parts: all, shapes, barriers } = sortInk(copy.grey, copy.ink, copy.parts, copy.glyph, paper)
  const boxes = region?.map((box) => scaled(box, copy.grey, grey))
  const parts = boxes ? all.filter(({ box }) => boxes.some((one) => holds(one, middleX(box), middleY(box)))) : all
  const own = boxes ? (bodyGlyph(parts) ?? 0) / copy.glyph : 1
  if (region && (own < 1 / otherSize || own > otherSize)) return analyse(onlyWithin(grey, region, paper))
  const pictures = shapes.filter((shape) => shape.kind === "picture").map((shape) => shape.box)
  const { width, height } = copy.grey
  const blocks = findBlocks({ width, height, glyph: copy.glyph, parts, barriers, pictures })
  const back = (box: Box): Box => scaled(box, grey, copy.grey)
  return {
    paper,
    blocks: blocks.map(({ box, lines, glyph }) => ({
      box: back(box),
      lines: lines.map(back),
      glyph: glyph / copy.factor,
    })),
    shapes: shapes.map(({ kind, box }) => ({ kind, box: back(box) })),
  }
}

/** A copy on which body type has the working size: guessed from the page's size, then put right by what was found. */
async function workingCopy(grey: Grey): Promise<Copy> {
  const side = Math.max(grey.width, grey.height)
  const guess = Math.min(1, firstSide / side)
  const first = await copyAt(grey, guess)
  if (!first.glyph) return guess < 1 ? first : copyAt(grey, largest)
  const most = Math.max(1, Math.min(largest, (largest * firstSide) / side))
  const better = Math.min(most, (guess * workingGlyph) / first.glyph)
  return better / guess > 1.5 || better / guess < 0.7 ? copyAt(grey, better) : first
}

async function copyAt(grey: Grey, factor: number): Promise<Copy> {
  const small = factor === 1 ? grey : await resize(grey, factor)
  const ink = binarize(small, Math.round(1.4 * workingGlyph), factor > 1 ? contrastEnlarged : undefined)
  const parts = components(ink)
  return { grey: small, factor, ink, parts, glyph: bodyGlyph(parts) }
}

const holds = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean => x >= x0 && x < x1 && y >= y0 && y < y1

const scaled = (box: Box, to: Grey, from: Grey): Box => {
  const [fx, fy] = [to.width / from.width, to.height / from.height]
  return [Math.floor(box[0] * fx), Math.floor(box[1] * fy), Math.ceil(box[2] * fx), Math.ceil(box[3] * fy)]
}
