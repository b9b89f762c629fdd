// The dark around a page, a scanner's lid or a table top, is painted over with paper: it has edges of its own, which are
// neither rules nor frames and lie at another angle than the print.
import { type Grey, resize } from "./grey.ts"

const copySide = 400
/** Of the paper's brightness. Print is lighter on so small a copy, unless it is as heavy as a picture. */
const dark = 0.45
/** At the very edge nothing is printed, and a wedge of dark runs out thin. */
const darkAtEdge = 0.85
/** No deeper into the picture than this part of its side, so that pictures on the page stay. */
const deepest = 0.15
/** Small pixels of half shade beyond the dark ones. */
const fringe = 1

/** Changes `scan` itself; says whether there was anything to paint over. */
export async function clearBorders(scan: Grey, paper: number): Promise<boolean> {
  const small = await resize(scan, Math.min(1, copySide / Math.max(scan.width, scan.height)))
  const mask = widened(darkFromEdges(small, paper), small.width, small.height)
  if (!mask.includes(1)) return false
  const [fx, fy] = [scan.width / small.width, scan.height / small.height]
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++) {
      if (!mask[y * small.width + x]) continue
      const [left, right] = [Math.floor(x * fx), Math.ceil((x + 1) * fx)]
      for (let row = Math.floor(y * fy); row < Math.min(scan.height, Math.ceil((y + 1) * fy)); row++)
        scan.data.fill(paper, row * scan.width + left, row * scan.width + Math.min(scan.width, right))
    }
  return true
}

/** What is dark and joined to the picture's edge by dark pixels. */
function darkFromEdges({ data, width, height }: Grey, paper: number): Uint8Array {
  const mask = new Uint8Array(width * height)
  const queue: number[] = []
  const [wide, high] = [deepest * width, deepest * height]
  const visit = (x: number, y: number) => {
    const i = y * width + x
    const inside = x >= 0 && y >= 0 && x < width && y < height
    const outer = x < wide || y < high || x >= width - wide || y >= height - high
    const edge = x === 0 || y === 0 || x === width - 1 || y === height - 1
    if (!inside || !outer || mask[i] || data[i]! >= paper * (edge ? darkAtEdge : dark)) return
    mask[i] = 1
    queue.push(i)
  }
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) visit(x, y)
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) visit(x, y)
  for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
    const [x, y] = [i % width, Math.floor(i / width)]
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const)
      visit(x + dx, y + dy)
  }
  return mask
}

function widened(mask: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(mask.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!mask[y * width + x]) continue
      for (let v = Math.max(0, y - fringe); v <= Math.min(height - 1, y + fringe); v++)
        out.fill(1, v * width + Math.max(0, x - fringe), v * width + Math.min(width, x + fringe + 1))
    }
  return out
}
