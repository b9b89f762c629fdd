// A picture seen through a projective map.
import { type Mapping, mapped } from "../../../shared/geometry/mapping.ts"
import type { Grey } from "./grey.ts"

/** A new picture of that size; `map` takes its pixels to those of `grey`. Between pixels it is bilinear. */
export function warp(grey: Grey, map: Mapping, width: number, height: number, paper: number): Grey {
  const data = new Uint8Array(width * height).fill(paper)
  const [lastX, lastY] = [grey.width - 1, grey.height - 1]
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const [u, v] = mapped(map, x + 0.5, y + 0.5)
      const [left, top] = [u - 0.5, v - 0.5]
      if (left >= 0 && top >= 0 && left < lastX && top < lastY) data[i] = between(grey, left, top)
    }
  return { data, width, height }
}

function between({ data, width }: Grey, left: number, top: number): number {
  const at = Math.floor(top) * width + Math.floor(left)
  const [fx, fy] = [left - Math.floor(left), top - Math.floor(top)]
  const above = data[at]! + (data[at + 1]! - data[at]!) * fx
  const below = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * fx
  return above + (below - above) * fy + 0.5
}
