// Pages that stand on their head or lie on their side.
import { after, type Mapping } from "../../../shared/geometry/mapping.ts"
import type { Grey } from "./grey.ts"

/** Turned clockwise by so many quarters, 1 to 3. */
export function turnedBy({ data, width, height }: Grey, quarters: number): Grey {
  const out = new Uint8Array(data.length)
  const [w, h] = quarters % 2 ? [height, width] : [width, height]
  // Where the new picture begins in the old one, and how far a step to the right and one down lead there.
  const { start, right, down } = [
    { start: (height - 1) * width, right: -width, down: 1 },
    { start: width * height - 1, right: -1, down: -width },
    { start: width - 1, right: width, down: -1 },
  ][quarters - 1]!
  for (let y = 0, i = 0; y < h; y++)
    for (let x = 0, from = start + y * down; x < w; x++, i++, from += right) out[i] = data[from]!
  return { data: out, width: w, height: h }
}

/** From pixels of the turned picture to those of the one it was made of, which is `width` × `height`. */
export function turnBack(quarters: number, { width, height }: { width: number; height: number }): Mapping {
  const quarter: Mapping = [0, 1, 0, -1, 0, height, 0, 0, 1]
  if (quarters === 1) return quarter
  if (quarters === 2) return [-1, 0, width, 0, -1, height, 0, 0, 1]
  return after([-1, 0, width, 0, -1, height, 0, 0, 1], quarter)
}
