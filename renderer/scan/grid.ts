// Which of many boxes lie in view or under the pointer, without looking at each: a grid of cells that know their boxes.
import type { Box } from "../../shared/geometry/box.ts"

export interface Grid {
  /** Numbers of the boxes that may touch `view`: none that does is left out. */
  near(view: Box): number[]
}

export function makeGrid(boxes: readonly Box[]): Grid {
  const right = Math.max(1, ...boxes.map((box) => box[2]))
  const bottom = Math.max(1, ...boxes.map((box) => box[3]))
  const cell = Math.max(16, Math.sqrt((right * bottom) / Math.max(1, boxes.length)) * 2)
  const columns = Math.floor(right / cell) + 1
  const rows = Math.floor(bottom / cell) + 1
  const cells: number[][] = Array.from({ length: columns * rows }, () => [])
  const each = (box: Box, visit: (cell: number[]) => void) => {
    const clamp = (at: number, count: number) => Math.min(Math.max(Math.floor(at / cell), 0), count - 1)
    const [x0, x1] = [clamp(box[0], columns), clamp(box[2], columns)]
    const [y0, y1] = [clamp(box[1], rows), clamp(box[3], rows)]
    for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) visit(cells[y * columns + x] as number[])
  }
  boxes.forEach((box, number) => {
    each(box, (one) => one.push(number))
  })
  return {
    near: (view) => {
      const found = new Set<number>()
      each(view, (one) => {
        for (const number of one) found.add(number)
      })
      return [...found]
    },
  }
}
