// A picture seen through a projective map.
import type { Mapping } from "../../../shared/geometry/mapping.ts"
import type { Grey } from "./grey.ts"

/** A new picture of that size; `map` takes its pixels to those of `grey`. Between pixels it is bilinear. */
export function warp(grey: Grey, map: Mapping, width: number, height: number, paper: number): Grey {
  const data = new Uint8Array(width * height).fill(paper)
  const [a, b, c, d, e, f, g, h, k] = map
  const [lastX, lastY] = [grey.width - 1, grey.height - 1]
  // Written out: it is done for every pixel of a large page.
  for (let y = 0.5, i = 0; y < height; y++)
    for (let x = 0.5; x < width; x++, i++) {
      const w = g * x + h * y + k
      const left = (a * x + b * y + c) / w - 0.5
      const top = (d * x + e * y + f) / w - 0.5
      if (left >= 0 && top >= 0 && left < lastX && top < lastY) data[i] = between(grey, left, top)
    }
  return { data, width, height }
}

function between({ data, width }: Grey, left: number, top: number): number {
  const [column, row] = [Math.floor(left), Math.floor(top)]
  const at = row * width + column
  const [fx, fy] = [left - column, top - row]
  const above = data[at]! + (data[at + 1]! - data[at]!) * fx
  const below = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * fx
  return above + (below - above) * fy + 0.5
}
