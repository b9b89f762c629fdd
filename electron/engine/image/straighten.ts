// A page turned upright to the pixel, and the way back from it to the scan.
import { type Box, height, middleX, middleY, width } from "../../../shared/geometry/box.ts"
import { leastTurn, skewOf } from "./deskew.ts"
import { type Grey, paperOf, turn } from "./grey.ts"

export interface Straight {
  grey: Grey
  degrees: number
  /** From a box on the straight page to one on the scan. */
  toScan(box: Box): Box
}

export async function straighten(scan: Grey): Promise<Straight> {
  const degrees = await skewOf(scan)
  if (Math.abs(degrees) < leastTurn) return { grey: scan, degrees: 0, toScan: (box) => box }
  const grey = await turn(scan, degrees, paperOf(scan))
  return { grey, degrees, toScan: (box) => turnedBack(box, degrees, scan) }
}

/** The longer middle line of the box is turned and given its thickness again: turning the corners would swell it. */
export function turnedBack(box: Box, degrees: number, scan: { width: number; height: number }): Box {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [cx, cy] = [scan.width / 2, scan.height / 2]
  const back = (x: number, y: number) => [cx + (x - cx) * cos + (y - cy) * sin, cy - (x - cx) * sin + (y - cy) * cos]
  const flat = width(box) >= height(box)
  const ends = flat
    ? [back(box[0], middleY(box)), back(box[2], middleY(box))]
    : [back(middleX(box), box[1]), back(middleX(box), box[3])]
  const [dx, dy] = flat ? [0, height(box) / 2] : [width(box) / 2, 0]
  const [xs, ys] = [ends.map((end) => end[0]!), ends.map((end) => end[1]!)]
  const inside = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))
  return [
    inside(Math.min(...xs) - dx, scan.width),
    inside(Math.min(...ys) - dy, scan.height),
    inside(Math.max(...xs) + dx, scan.width),
    inside(Math.max(...ys) + dy, scan.height),
  ]
}
