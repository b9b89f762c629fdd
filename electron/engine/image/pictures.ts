// Photographs and drawings: areas where the paper hardly shows. Text always leaves paper between its strokes.
import type { Box } from "../../../shared/geometry/box.ts"
import { components } from "./components.ts"
import type { Bitmap, Grey } from "./grey.ts"

const leastSide = 4

/** Boxes of the picture areas, in pixels of `grey`; `glyph` is the size of body type there. */
export function pictures(grey: Grey, glyph: number, paper: number): Box[] {
  const tile = Math.max(4, Math.round(glyph))
  const found: Box[] = []
  for (const { box, count } of components(opened(denseTiles(grey, tile, paper * 0.8)))) {
    const [w, h] = [box[2] - box[0], box[3] - box[1]]
    if (Math.min(w, h) < leastSide || count < w * h * 0.3) continue
    found.push([
      box[0] * tile,
      box[1] * tile,
      Math.min(grey.width, box[2] * tile),
      Math.min(grey.height, box[3] * tile),
    ])
  }
  return found
}

/** Tiles of which less than a third is paper. */
function denseTiles(grey: Grey, tile: number, paperFrom: number): Bitmap {
  const width = Math.floor(grey.width / tile)
  const height = Math.floor(grey.height / tile)
  const light = new Uint32Array(width * height)
  for (let y = 0; y < height * tile; y++) {
    const row = Math.floor(y / tile) * width
    for (let x = 0, i = y * grey.width; x < width * tile; x++, i++)
      if (grey.data[i]! >= paperFrom) light[row + Math.floor(x / tile)]!++
  }
  return { data: Uint8Array.from(light, (n) => (n * 3 < tile * tile ? 1 : 0)), width, height }
}

/** Erased at the edges and grown again: what is narrower than three tiles, like heavy headline strokes, disappears. */
function opened(map: Bitmap): Bitmap {
  return near(near(map, 9), 1)
}

/** Tiles with at least `least` dense tiles among themselves and their eight neighbours. */
function near({ data, width, height }: Bitmap, least: number): Bitmap {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) sum += data[v * width + u]!
      if (sum >= least) out[y * width + x] = 1
    }
  return { data: out, width, height }
}
