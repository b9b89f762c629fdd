// Boxes are [x0, y0, x1, y1] in pixels of the original scan, x to the right, y down; x1 and y1 lie outside.

export type Box = readonly [x0: number, y0: number, x1: number, y1: number]

export const width = (box: Box): number => box[2] - box[0]
export const height = (box: Box): number => box[3] - box[1]
export const area = (box: Box): number => Math.max(0, width(box)) * Math.max(0, height(box))
export const middleX = (box: Box): number => (box[0] + box[2]) / 2
export const middleY = (box: Box): number => (box[1] + box[3]) / 2

/** The smallest box around all of `boxes`, null around none. */
export function union(boxes: Iterable<Box>): Box | null {
  let all: Box | null = null
  for (const box of boxes)
    all = all
      ? [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])]
      : box
  return all
}

/** What two boxes share, null where they share nothing. */
export function intersection(a: Box, b: Box): Box | null {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return width(box) > 0 && height(box) > 0 ? box : null
}

/** Length in pixels that two boxes share when looked at along one axis; negative for the gap between them. */
export const overlapX = (a: Box, b: Box): number => Math.min(a[2], b[2]) - Math.max(a[0], b[0])
export const overlapY = (a: Box, b: Box): number => Math.min(a[3], b[3]) - Math.max(a[1], b[1])

/** Whether `inner` lies in `outer`, give or take `slack` pixels. */
export const contains = (outer: Box, inner: Box, slack = 0): boolean =>
  inner[0] >= outer[0] - slack &&
  inner[1] >= outer[1] - slack &&
  inner[2] <= outer[2] + slack &&
  inner[3] <= outer[3] + slack
