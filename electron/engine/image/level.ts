// Uneven light taken out of a page: the paper is made equally bright everywhere, so that one value tells paper from ink.
// The light is a smooth surface (a polynomial of the third degree) through the paper of all tiles; what lies clearly under it
// is a picture or a shadow of print, and has no say.
import type { Grey } from "./grey.ts"

const across = 48
/** A tile is as bright as its brightest pixels: so much of it may be darker. */
const darker = 0.8
/** Light that differs by less than this over the page is left as it is. */
const leastFall = 0.06
const rounds = 5
const degree = 3

/** The same page if its light is even. */
export function level(page: Grey): Grey {
  const light = surface(paperTiles(page))
  if (!light) return page
  const rows = sampled(light)
  const [least, most] = [Math.min(...rows.flat()), Math.max(...rows.flat())]
  if (least < 32 || least > (1 - leastFall) * most) return page
  const { width, height, data } = page
  const out = new Uint8Array(data.length)
  for (let y = 0, i = 0; y < height; y++) {
    const row = rowAt(rows, y / height)
    for (let x = 0; x < width; x++, i++) {
      const at = (x / width) * across
      const cell = Math.floor(at)
      const here = row[cell]! + (at - cell) * (row[cell + 1]! - row[cell]!)
      out[i] = Math.min(255, (data[i]! * most) / here)
    }
  }
  return { data: out, width, height }
}

interface Tile {
  /** From -1 to 1 over the page. */
  x: number
  y: number
  value: number
}

/** Every fourth pixel of every fourth row is looked at. */
function paperTiles({ data, width, height }: Grey): Tile[] {
  const tiles: Tile[] = []
  const [w, h] = [width / across, height / across]
  for (let row = 0; row < across; row++)
    for (let column = 0; column < across; column++) {
      const counts = new Uint32Array(256)
      let total = 0
      for (let y = Math.floor(row * h); y < Math.floor((row + 1) * h); y += 4)
        for (let x = Math.floor(column * w); x < Math.floor((column + 1) * w); x += 4, total++)
          counts[data[y * width + x]!]!++
      let value = 0
      for (let seen = counts[0]!; value < 255 && seen < total * darker; ) seen += counts[++value]!
      if (total) tiles.push({ x: (2 * (column + 0.5)) / across - 1, y: (2 * (row + 0.5)) / across - 1, value })
    }
  return tiles
}

type Surface = (x: number, y: number) => number

/** Least squares, again and again without the tiles that lie clearly under the surface. */
function surface(tiles: Tile[]): Surface | null {
  let kept = tiles
  let found: Surface | null = null
  for (let round = 0; round < rounds; round++) {
    found = fitted(kept)
    if (!found) return null
    const light = found
    const next = tiles.filter(({ x, y, value }) => value > 0.95 * light(x, y))
    if (next.length < 0.15 * tiles.length) return null
    kept = next
  }
  return found
}

function terms(x: number, y: number): number[] {
  const out: number[] = []
  for (let i = 0; i <= degree; i++) for (let j = 0; i + j <= degree; j++) out.push(x ** i * y ** j)
  return out
}

function fitted(tiles: Tile[]): Surface | null {
  const size = terms(0, 0).length
  const matrix = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0))
  for (const { x, y, value } of tiles) {
    const row = [...terms(x, y), value]
    for (let i = 0; i < size; i++) for (let j = 0; j <= size; j++) matrix[i]![j]! += row[i]! * row[j]!
  }
  const weights = solved(matrix)
  return weights && ((x, y) => terms(x, y).reduce((sum, term, i) => sum + term * weights[i]!, 0))
}

/** Gauss with the largest pivot; null where the equations do not settle it. */
function solved(matrix: number[][]): number[] | null {
  const size = matrix.length
  for (let i = 0; i < size; i++) {
    const pivot = matrix.slice(i).reduce((best, row) => (Math.abs(row[i]!) > Math.abs(best[i]!) ? row : best))
    if (Math.abs(pivot[i]!) < 1e-9) return null
    matrix.splice(matrix.indexOf(pivot), 1)
    matrix.splice(i, 0, pivot)
    for (const row of matrix)
      if (row !== pivot) {
        const factor = row[i]! / pivot[i]!
        for (let j = i; j <= size; j++) row[j]! -= factor * pivot[j]!
      }
  }
  return matrix.map((row, i) => row[size]! / row[i]!)
}

const sampled = (light: Surface): number[][] =>
  Array.from({ length: across + 1 }, (_, row) =>
    Array.from({ length: across + 1 }, (_, column) => light((2 * column) / across - 1, (2 * row) / across - 1)),
  )

function rowAt(rows: number[][], part: number): number[] {
  const at = part * across
  const above = Math.floor(at)
  return rows[above]!.map((value, i) => value + (at - above) * (rows[above + 1]![i]! - value))
}
