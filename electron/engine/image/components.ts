// Connected pieces of ink: a stroke, a radical or a whole glyph, a printed rule, the dark parts of a picture.
import type { Box } from "../../../shared/geometry/box.ts"
import type { Bitmap } from "./grey.ts"

export interface Component {
  box: Box
  /** Pixels of ink. */
  count: number
}

/** Runs of ink, row by row, joined to those they touch (also diagonally) in the row above. */
export function components(bitmap: Bitmap): Component[] {
  const { data, width, height } = bitmap
  const parts = new Parts()
  let above: number[] = []
  for (let y = 0; y < height; y++) {
    const runs: number[] = []
    let a = 0
    const row = y * width
    for (let x = 0; x < width; x++) {
      if (!data[row + x]) continue
      const x0 = x
      while (x < width && data[row + x]) x++
      const id = parts.add(x0, y, x)
      while (a < above.length && above[a + 1]! < x0) a += 3
      for (let b = a; b < above.length && above[b]! <= x; b += 3) parts.join(above[b + 2]!, id)
      runs.push(x0, x, id)
    }
    above = runs
  }
  return parts.components()
}

/** Union–find over runs that keeps the box and the pixel count of every set. */
class Parts {
  private parent: number[] = []
  private x0: number[] = []
  private y0: number[] = []
  private x1: number[] = []
  private y1: number[] = []
  private count: number[] = []

  add(x0: number, y: number, x1: number): number {
    const id = this.parent.length
    this.parent.push(id)
    this.x0.push(x0)
    this.y0.push(y)
    this.x1.push(x1)
    this.y1.push(y + 1)
    this.count.push(x1 - x0)
    return id
  }

  private find(id: number): number {
    while (this.parent[id] !== id) id = this.parent[id] = this.parent[this.parent[id]!]!
    return id
  }

  join(first: number, second: number) {
    const a = this.find(first)
    const b = this.find(second)
    if (a === b) return
    this.parent[b] = a
    this.x0[a] = Math.min(this.x0[a]!, this.x0[b]!)
    this.y0[a] = Math.min(this.y0[a]!, this.y0[b]!)
    this.x1[a] = Math.max(this.x1[a]!, this.x1[b]!)
    this.y1[a] = Math.max(this.y1[a]!, this.y1[b]!)
    this.count[a]! += this.count[b]!
  }

  components(): Component[] {
    const all: Component[] = []
    for (let i = 0; i < this.parent.length; i++)
      if (this.parent[i] === i)
        all.push({ box: [this.x0[i]!, this.y0[i]!, this.x1[i]!, this.y1[i]!], count: this.count[i]! })
    return all
  }
}
