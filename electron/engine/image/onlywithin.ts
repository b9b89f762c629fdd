// A picture of which only some boxes are left: whoever looks for lines on it finds theirs, at the places of the whole.
import type { Box } from "../../../shared/geometry/box.ts"
import type { Grey } from "./grey.ts"

export function onlyWithin({ data, width, height }: Grey, boxes: readonly Box[], paper: number): Grey {
  const left = new Uint8Array(data.length).fill(paper)
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
  for (const box of boxes) {
    const [x0, x1] = [within(Math.floor(box[0]), width), within(Math.ceil(box[2]), width)]
    const [y0, y1] = [within(Math.floor(box[1]), height), within(Math.ceil(box[3]), height)]
    for (let y = y0; y < y1; y++) left.set(data.subarray(y * width + x0, y * width + Math.max(x0, x1)), y * width + x0)
  }
  return { data: left, width, height }
}
