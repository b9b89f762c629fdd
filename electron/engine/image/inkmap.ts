// Answers "is this rectangle empty?" at once, from sums over everything printed to the left and above.
import type { Box } from "../../../shared/geometry/box.ts"

export class InkMap {
  private readonly sums: Uint32Array
  private readonly stride: number
  readonly width: number
  readonly height: number

  /** Boxes count as solid: the white inside a glyph is no gap. */
  constructor(width: number, height: number, boxes: Iterable<Box>) {
    this.width = width
    this.height = height
    this.stride = width + 1
    const solid = new Uint8Array(width * height)
    for (const [x0, y0, x1, y1] of boxes) for (let y = y0; y < y1; y++) solid.fill(1, y * width + x0, y * width + x1)
    this.sums = new Uint32Array(this.stride * (height + 1))
    for (let y = 0; y < height; y++) {
      let row = 0
      for (let x = 0, i = (y + 1) * this.stride + 1; x < width; x++, i++) {
        row += solid[y * width + x]!
        this.sums[i] = this.sums[i - this.stride]! + row
      }
    }
  }

  /** Printed pixels inside; the part of the box beyond the page counts as empty. */
  ink(x0: number, y0: number, x1: number, y1: number): number {
    const left = Math.min(this.width, Math.max(0, Math.floor(x0)))
    const top = Math.min(this.height, Math.max(0, Math.floor(y0)))
    const right = Math.max(left, Math.min(this.width, Math.ceil(x1)))
    const bottom = Math.max(top, Math.min(this.height, Math.ceil(y1)))
    const { sums, stride } = this
    return (
      sums[bottom * stride + right]! -
      sums[top * stride + right]! -
      sums[bottom * stride + left]! +
      sums[top * stride + left]!
    )
  }
}
