// What of the scan a pane shows: the point of the scan in the pane's middle, and how many screen pixels one of its pixels
// takes. Points and boxes are pixels of the scan unless they are said to be the pane's.
import { type Box, middleX, middleY } from "../../shared/geometry/box.ts"

export interface Frame {
  x: number
  y: number
  scale: number
}

export interface Point {
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

/** Steps of the zoom in and zoom out commands; the last is as large as a scan is shown. */
const steps = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.5, 2, 3, 4]

/** The next step up or down from a scale. */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const next = direction > 0 ? steps.find((step) => step > scale * 1.02) : steps.findLast((step) => step < scale * 0.98)
  return next ?? scale
}

export function visible({ x, y, scale }: Frame, pane: Size): Box {
  const [w, h] = [pane.width / scale / 2, pane.height / scale / 2]
  return [x - w, y - h, x + w, y + h]
}

/** The point of the scan at a point of the pane. */
export function pointAt(frame: Frame, pane: Size, x: number, y: number): Point {
  return { x: frame.x + (x - pane.width / 2) / frame.scale, y: frame.y + (y - pane.height / 2) / frame.scale }
}

/** The box of the scan between two points of the pane. */
export function boxBetween(frame: Frame, pane: Size, scan: Size, one: Point, other: Point): Box {
  const [a, b] = [one, other].map(({ x, y }) => pointAt(frame, pane, x, y)) as [Point, Point]
  const inside = (at: number, side: number) => Math.round(Math.min(Math.max(at, 0), side))
  const [xs, ys] = [[a.x, b.x].map((x) => inside(x, scan.width)), [a.y, b.y].map((y) => inside(y, scan.height))]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Moved so that no edge of the scan comes further in than it must. */
export function within(frame: Frame, pane: Size, scan: Size): Frame {
  const keep = (at: number, half: number, side: number) =>
    half * 2 >= side ? side / 2 : Math.min(Math.max(at, half), side - half)
  const { scale } = frame
  return {
    x: keep(frame.x, pane.width / scale / 2, scan.width),
    y: keep(frame.y, pane.height / scale / 2, scan.height),
    scale,
  }
}

/** As wide as the pane, with the height `y` in the middle. */
export const fitWidth = (pane: Size, scan: Size, y = 0): Frame =>
  within({ x: scan.width / 2, y, scale: pane.width / scan.width }, pane, scan)

export const isFitWidth = (frame: Frame, pane: Size, scan: Size): boolean =>
  Math.abs(frame.scale / (pane.width / scan.width) - 1) < 0.005

/** At another scale; `anchor` stays where it is on the screen if it is in view, else the middle does. */
export function zoomed(frame: Frame, pane: Size, scan: Size, scale: number, anchor: Box | null): Frame {
  const view = visible(frame, pane)
  const spot = anchor && { x: middleX(anchor), y: middleY(anchor) }
  const inView = spot && spot.x > view[0] && spot.x < view[2] && spot.y > view[1] && spot.y < view[3]
  const { x, y } = inView ? spot : frame
  const ratio = frame.scale / scale
  return within({ x: x + (frame.x - x) * ratio, y: y + (frame.y - y) * ratio, scale }, pane, scan)
}

/** What a pane of another size shows: the same middle at the same scale; as wide as the pane, and from the top, if it was. */
export function resized(frame: Frame, before: Size, pane: Size, scan: Size): Frame {
  if (!isFitWidth(frame, before, scan)) return within(frame, pane, scan)
  return fitWidth(pane, scan, visible(frame, before)[1] < 1 ? 0 : frame.y)
}

/** A box as large as it can be shown with a margin. */
export function fitBox(box: Box, pane: Size, scan: Size): Frame {
  const room = 0.94
  const scale = Math.min((pane.width * room) / (box[2] - box[0]), (pane.height * room) / (box[3] - box[1]))
  return within({ x: middleX(box), y: middleY(box), scale: Math.min(scale, 1) }, pane, scan)
}

/**
 * The frame in which a line is comfortably in view, or null where it is already. Only moved, never zoomed. Along a side on
 * which the line is longer than the pane, `spot` counts.
 */
export function revealing(frame: Frame, pane: Size, scan: Size, line: Box, spot: Box): Frame | null {
  const view = visible(frame, pane)
  const axis = (from: 0 | 1, now: number, room: number): number => {
    const to = (from + 2) as 2 | 3
    const margin = Math.min(room * 0.1, 48 / frame.scale)
    const box = line[to] - line[from] > room - margin * 2 ? spot : line
    if (box[from] >= view[from] + margin && box[to] <= view[to] - margin) return now
    return (box[from] + box[to]) / 2
  }
  const moved = {
    x: axis(0, frame.x, view[2] - view[0]),
    y: axis(1, frame.y, view[3] - view[1]),
    scale: frame.scale,
  }
  const next = within(moved, pane, scan)
  const enough = 0.5 / frame.scale
  return Math.abs(next.x - frame.x) < enough && Math.abs(next.y - frame.y) < enough ? null : next
}
