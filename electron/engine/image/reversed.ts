// Type reversed out of a solid ground, white on black or on colour, turned into dark type on paper: whoever looks for
// lines and reads them knows no other. A ground is one tone all along its edge and holds pieces of light in a second
// tone; a photograph has many tones.
import { type Box, height, intersection, width } from "../../../shared/geometry/box.ts"
import { components } from "./components.ts"
import { darkAreas, edgeOf } from "./darkareas.ts"
import type { Bitmap, Grey } from "./grey.ts"

export interface Turned {
  grey: Grey
  /** The grounds, in pixels of the picture. */
  grounds: Box[]
}

/** Of the paper's brightness: a ground is darker. */
const darkest = 0.72
/** How far the tones of a ground's edge may lie from their middle. */
const edgeSpread = 26
/** Part of a ground that is type. */
const typeShare = [0.04, 0.55] as const
/** Of what is not ground so much may be neither ground nor type: the soft edges of strokes. */
const mostBetween = 0.45
const fewestPieces = 2
/**
 * What is cut out of something larger may be part of a heavy glyph: a ground is longer than wide and holds many pieces. Where
 * these are few pixels high, most of them are soft edges.
 */
const cutOut = { long: 1.5, mostType: 0.3, mostBetween: 0.52, fewestPieces: 6 }
const inkTone = 30

/** The same picture where nothing is reversed. */
export function turnReversed(grey: Grey, paper: number): Turned {
  const areas = darkAreas(grey, darkest * paper)
  const grounds = (boxes: Box[]) => boxes.flatMap((box) => groundAt(grey, box, paper) ?? [])
  const alone = grounds(areas.alone).filter(({ between, pieces }) => between <= mostBetween && pieces >= fewestPieces)
  const cut = grounds(areas.cutOut).filter(
    (ground) => isManifold(ground) && alone.every(({ box }) => !intersection(box, ground.box)),
  )
  const found = [...alone, ...cut]
  if (!found.length) return { grey, grounds: [] }
  const turned: Grey = { ...grey, data: grey.data.slice() }
  for (const ground of found) {
    turn(turned, ground, paper)
    clearRim(turned, ground.box, areas.pixel + 1, paper)
  }
  return { grey: turned, grounds: found.map(({ box }) => box) }
}

const isManifold = ({ box, share, between, pieces }: Ground) =>
  share <= cutOut.mostType &&
  between <= cutOut.mostBetween &&
  pieces >= cutOut.fewestPieces &&
  Math.max(width(box), height(box)) >= cutOut.long * Math.min(width(box), height(box))

interface Ground {
  box: Box
  tone: number
  /** What is lighter than this is type. */
  bound: number
  /** The tone of the type. */
  light: number
  /** Part of it that is type, of how many pieces, and how much of what is no ground is soft edge. */
  share: number
  pieces: number
  between: number
}

/** Whether a dark area is a ground with type on it. */
function groundAt(grey: Grey, box: Box, paper: number): Ground | null {
  const inset: Box = [box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1]
  const edge = [...edgeOf(inset)].map(([x, y]) => grey.data[y * grey.width + x]!).sort((a, b) => a - b)
  const at = (share: number) => edge[Math.floor(share * (edge.length - 1))]!
  const tone = at(0.5)
  if (at(0.85) - at(0.1) > 2 * edgeSpread || tone > darkest * paper) return null
  const light = brightest(grey, box)
  if (light < tone + 0.35 * paper) return null
  const bound = (tone + light) / 2
  const { lit, between, all } = tones(grey, box, tone, light)
  const share = lit / all
  if (share < typeShare[0] || share > typeShare[1]) return null
  return { box, tone, bound, light, share, between: between / (lit + between), pieces: piecesIn(grey, box, bound) }
}

/** The tone that two pixels in a hundred are lighter than. */
function brightest({ data, width }: Grey, [x0, y0, x1, y1]: Box): number {
  const counts = new Uint32Array(256)
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) counts[data[y * width + x]!]!++
  let left = 0.02 * (x1 - x0) * (y1 - y0)
  let tone = 255
  while (tone > 0 && (left -= counts[tone]!) > 0) tone--
  return tone
}

function tones({ data, width }: Grey, [x0, y0, x1, y1]: Box, tone: number, light: number) {
  const [low, high] = [tone + 0.35 * (light - tone), tone + 0.65 * (light - tone)]
  let [lit, between] = [0, 0]
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const value = data[y * width + x]!
      if (value >= high) lit++
      else if (value > low) between++
    }
  return { lit, between, all: (x1 - x0) * (y1 - y0) }
}

const lightIn = ({ data, width: stride }: Grey, box: Box, bound: number): Bitmap => {
  const [x0, y0] = box
  const out = new Uint8Array(width(box) * height(box))
  for (let y = 0, i = 0; y < height(box); y++)
    for (let x = 0; x < width(box); x++, i++) out[i] = data[(y0 + y) * stride + x0 + x]! > bound ? 1 : 0
  return { data: out, width: width(box), height: height(box) }
}

/** Pieces of light inside the ground that are of a size to be strokes or glyphs. */
function piecesIn(grey: Grey, box: Box, bound: number): number {
  const [w, h] = [width(box), height(box)]
  return components(lightIn(grey, box, bound)).filter(
    ({ box: [x0, y0, x1, y1], count }) =>
      x0 > 0 && y0 > 0 && x1 < w && y1 < h && y1 - y0 >= 0.12 * Math.min(w, h) && count >= 8,
  ).length
}

/** Type becomes ink and the ground paper; light that comes in from outside, at round corners, stays paper. */
function turn(grey: Grey, { box, tone, light, bound }: Ground, paper: number): void {
  const [x0, y0, x1, y1] = box
  const [w, h] = [width(box), height(box)]
  const outside = components(lightIn(grey, box, bound))
    .map((part) => part.box)
    .filter(([a, b, c, d]) => (a === 0 || c === w) && (b === 0 || d === h))
  const scale = (paper - inkTone) / (light - tone)
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const i = y * grey.width + x
      const value = paper - (grey.data[i]! - tone) * scale
      grey.data[i] = Math.min(paper, Math.max(inkTone, value))
    }
  for (const [a, b, c, d] of outside)
    for (let y = y0 + b; y < y0 + d; y++) grey.data.fill(paper, y * grey.width + x0 + a, y * grey.width + x0 + c)
}

/** The soft edge of a ground, `wide` pixels on both sides of it, would be a frame around the type. */
function clearRim({ data, width: stride, height }: Grey, [x0, y0, x1, y1]: Box, wide: number, paper: number): void {
  const [left, right] = [Math.max(0, x0 - wide), Math.min(stride, x1 + wide)]
  for (let y = Math.max(0, y0 - wide); y < Math.min(height, y1 + wide); y++) {
    const across = y < y0 + wide || y >= y1 - wide
    data.fill(paper, y * stride + left, y * stride + (across ? right : x0 + wide))
    if (!across) data.fill(paper, y * stride + x1 - wide, y * stride + right)
  }
}
