// A page laid straight to the pixel, and the way back from it to the scan.
import type { Box } from "../../../shared/geometry/box.ts"
import { after, inverse, type Mapping, mapped, ontoPage, ontoScan } from "../../../shared/geometry/mapping.ts"
import type { PreparationStep, Prepared } from "../../../shared/model/preparation.ts"
import { clearBorders } from "./borders.ts"
import { edgesOf, leastTurn, skewOf } from "./deskew.ts"
import { type Grey, paperOf, turn } from "./grey.ts"
import { leanOf } from "./perspective.ts"
import { turnBack, turnedBy } from "./quarters.ts"
import { warp } from "./warp.ts"

export interface Straight {
  grey: Grey
  /** From pixels of the straight page to those of the scan; null where the scan is straight as it is. */
  map: Mapping | null
  /** From a box on the straight page to one on the scan. */
  toScan(box: Box): Box
  /** From a box on the scan to one on the straight page. */
  fromScan(box: Box): Box
  done: Prepared[]
}

/** The dark around the page in `scan` itself is painted over. `without`: what is not to be done. */
export async function straighten(scan: Grey, without: readonly PreparationStep[] = []): Promise<Straight> {
  const paper = paperOf(scan)
  const cleared = !without.includes("borders") && (await clearBorders(scan, paper))
  const done: Prepared[] = cleared ? [{ step: "borders", amount: null }] : []
  const asItIs = { grey: scan, map: null, toScan: (box: Box) => box, fromScan: (box: Box) => box, done }
  if (without.includes("straight")) return asItIs
  const edges = await edgesOf(scan)
  const degrees = skewOf(edges)
  const lean = leanOf(edges, degrees)
  if (!lean && Math.abs(degrees) < leastTurn) return asItIs
  done.push({ step: "straight", amount: degrees })
  if (lean) return unwarped(scan, lean, paper, done)
  const grey = await turn(scan, degrees, paper)
  return straight(scan, grey, after(moveTo(scan), after(rotation(degrees), moveFrom(grey))), done)
}

/** The same page turned clockwise by so many quarters, 1 to 3. */
export function turnStraight(scan: Grey, page: Straight, quarters: number): Straight {
  const back = turnBack(quarters, page.grey)
  const done: Prepared[] = [...page.done, { step: "upright", amount: 90 * quarters }]
  return straight(scan, turnedBy(page.grey, quarters), page.map ? after(page.map, back) : back, done)
}

/** The straight page is large enough to show all of the scan. */
function unwarped(scan: Grey, lean: Mapping, paper: number, done: Prepared[]): Straight {
  const unit = Math.max(scan.width, scan.height)
  const fromMiddle = after([unit, 0, 0, 0, unit, 0, 0, 0, 1], after(lean, [1 / unit, 0, 0, 0, 1 / unit, 0, 0, 0, 1]))
  const back = after(inverse(fromMiddle), inverse(moveTo(scan)))
  const corners = [0, scan.width].flatMap((x) => [0, scan.height].map((y) => mapped(back, x, y)))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))]
  const size = { width: Math.ceil(Math.max(...xs)) - left, height: Math.ceil(Math.max(...ys)) - top }
  const map = after(moveTo(scan), after(fromMiddle, [1, 0, left, 0, 1, top, 0, 0, 1]))
  return straight(scan, warp(scan, map, size.width, size.height, paper), map, done)
}

const rotation = (degrees: number): Mapping => {
  const angle = (degrees * Math.PI) / 180
  return [Math.cos(angle), Math.sin(angle), 0, -Math.sin(angle), Math.cos(angle), 0, 0, 0, 1]
}

const moveTo = ({ width, height }: Grey): Mapping => [1, 0, width / 2, 0, 1, height / 2, 0, 0, 1]
const moveFrom = ({ width, height }: Grey): Mapping => [1, 0, -width / 2, 0, 1, -height / 2, 0, 0, 1]

function straight(scan: Grey, grey: Grey, map: Mapping, done: Prepared[]): Straight {
  return {
    grey,
    map,
    done,
    toScan: (box) => within(ontoScan(map, box), scan),
    fromScan: (box) => ontoPage(map, box),
  }
}

function within([x0, y0, x1, y1]: Box, { width, height }: Grey): Box {
  const inside = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))
  return [inside(x0, width), inside(y0, height), inside(x1, width), inside(y1, height)]
}
