// A region of a page that is read again by itself: the boxes in which chosen lines stand, and the recognition in which
// what is read there now takes the place of what was. All other lines stay as they are.
import {
  area,
  type Box,
  height,
  intersection,
  middleX,
  middleY,
  overlapX,
  overlapY,
  union,
  width,
} from "../geometry/box.ts"
import { type Mapping, ontoPage, ontoScan } from "../geometry/mapping.ts"
import type { EngineInfo, Line, LineId, Recognition } from "../model/recognition.ts"
import { adoptLines } from "./merge.ts"

/** A line is in a region if as much of it is. */
const leastWithin = 0.5
/** As much of a line may reach into boxes that are not its own. */
const mostReaching = 0.2
/** Ems between lines that can stand in one box. */
const mostApart = 2

/** Where the chosen lines stand, with a margin but without other lines; boxes are the scan's. */
export function regionOf({ lines, straight }: Recognition, chosen: ReadonlySet<LineId>): Box[] {
  const flat = onPage(straight)
  const boxes = (wanted: boolean) =>
    lines.flatMap(({ id, box }) => (box && chosen.has(id) === wanted ? [flat(box)] : []))
  const [own, others] = [boxes(true), boxes(false)]
  const em = median(own.map((box) => Math.min(width(box), height(box))))
  const groups: Box[] = []
  for (const box of own) {
    const last = groups.at(-1)
    const both = last && union([last, box])
    const near = last && Math.max(-overlapX(last, box), -overlapY(last, box)) <= mostApart * em
    if (both && near && others.every((other) => shareWithin(other, [both]) < mostReaching))
      groups[groups.length - 1] = both
    else groups.push(box)
  }
  const wide = groups.map((box) => withMargin(box, em / 2, others))
  return straight ? wide.map((box) => ontoScan(straight, box)) : wide
}

/** The lines that stand in a region. */
export function linesWithin({ lines, straight }: Recognition, region: readonly Box[]): Line[] {
  const flat = onPage(straight)
  const boxes = region.map(flat)
  return lines.filter(({ box }) => box && shareWithin(flat(box), boxes) >= leastWithin)
}

/** `old` with the lines of `fresh` in a region for its own there; null where `fresh` has none. */
export function withRegion(old: Recognition, fresh: Recognition, region: readonly Box[]): Recognition | null {
  const found = linesWithin({ ...fresh, straight: old.straight }, region)
  if (!found.length) return null
  const replaced = linesWithin(old, region)
  const gone = new Set(replaced)
  const { lines } = adoptLines(old, { ...fresh, lines: found }, replaced)
  const first = old.lines.findIndex((line) => gone.has(line))
  const kept = old.lines.filter((line) => !gone.has(line))
  const at = first < 0 ? kept.length : first
  return {
    ...old,
    engine: bothEngines(old.engine, fresh.engine),
    lines: [...kept.slice(0, at), ...lines, ...kept.slice(at)],
  }
}

const onPage =
  (straight: Mapping | undefined) =>
  (box: Box): Box =>
    straight ? ontoPage(straight, box) : box

function shareWithin(box: Box, region: readonly Box[]): number {
  const shared = region.map((one) => intersection(one, box)).reduce((sum, part) => sum + (part ? area(part) : 0), 0)
  return area(box) ? shared / area(box) : 0
}

const median = (sizes: number[]): number => sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0

/** Larger by `margin` on each side, but no further than half the way to the line beside it. */
function withMargin(box: Box, margin: number, others: readonly Box[]): Box {
  const room = (gaps: number[]) => Math.max(0, Math.min(margin, ...gaps.map((gap) => gap / 2)))
  const level = others.filter((other) => overlapY(box, other) > 0)
  const along = others.filter((other) => overlapX(box, other) > 0)
  const [x, y] = [middleX(box), middleY(box)]
  return [
    box[0] - room(level.filter((other) => middleX(other) < x).map((other) => box[0] - other[2])),
    box[1] - room(along.filter((other) => middleY(other) < y).map((other) => box[1] - other[3])),
    box[2] + room(level.filter((other) => middleX(other) >= x).map((other) => other[0] - box[2])),
    box[3] + room(along.filter((other) => middleY(other) >= y).map((other) => other[1] - box[3])),
  ]
}

/** All that had a part in a page, named as readers that read together are. */
function bothEngines(old: EngineInfo, fresh: EngineInfo): EngineInfo {
  const names = old.name.split("+")
  const more = fresh.name.split("+").filter((name) => !names.includes(name))
  if (!more.length) return old
  return { name: [...names, ...more].join("+"), version: `${old.version}, ${fresh.name} ${fresh.version}` }
}
