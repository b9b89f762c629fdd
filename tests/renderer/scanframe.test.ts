import fc from "fast-check"
import { expect, it } from "vitest"
import {
  boxBetween,
  type Frame,
  fitBox,
  fitWidth,
  isFitWidth,
  pointAt,
  resized,
  revealing,
  visible,
  within,
  zoomed,
  zoomStep,
} from "../../renderer/scan/frame.ts"
import type { Box } from "../../shared/geometry/box.ts"

const pane = { width: 800, height: 600 }
const scan = { width: 4000, height: 6000 }
const frames = fc.record({
  x: fc.double({ min: 0, max: 4000, noNaN: true }),
  y: fc.double({ min: 0, max: 6000, noNaN: true }),
  scale: fc.double({ min: 0.1, max: 4, noNaN: true }),
})
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a))

it("[Z1] a point of the pane is the point of the scan that is drawn there, and back", () => {
  fc.assert(
    fc.property(frames, fc.nat(800), fc.nat(600), (frame, x, y) => {
      const [left, top] = visible(frame, pane)
      const point = pointAt(frame, pane, x, y)
      expect(near((point.x - left) * frame.scale, x) && near((point.y - top) * frame.scale, y)).toBe(true)
    }),
  )
  expect(visible({ x: 2000, y: 3000, scale: 0.5 }, pane)).toEqual([1200, 2400, 2800, 3600])
})

it("[Z40] a box that is drawn is the scan's, from whichever corner, and ends at its edges", () => {
  const frame = { x: 2000, y: 3000, scale: 0.5 }
  const box = [1400, 2600, 1800, 2800]
  expect(boxBetween(frame, pane, scan, { x: 100, y: 100 }, { x: 300, y: 200 })).toEqual(box)
  expect(boxBetween(frame, pane, scan, { x: 300, y: 100 }, { x: 100, y: 200 })).toEqual(box)
  expect(boxBetween({ ...frame, x: 0, y: 6000 }, pane, scan, { x: 0, y: 0 }, { x: 500, y: 600 })).toEqual([
    0, 5400, 200, 6000,
  ])
})

it("[Z2] no edge of the scan comes further in than it must; what is smaller than the pane stands in its middle", () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const kept = within(frame, pane, scan)
      const [x0, y0, x1, y1] = visible(kept, pane)
      const fine = (from: number, to: number, side: number) =>
        to - from >= side ? near(from + to, side) : from > -1e-6 && to < side + 1e-6
      expect(fine(x0, x1, scan.width) && fine(y0, y1, scan.height)).toBe(true)
      expect(within(kept, pane, scan)).toEqual(kept)
    }),
  )
})

it("[Z3] fitted, the scan is as wide as its pane and begins at its top", () => {
  const frame = fitWidth(pane, scan)
  expect(visible(frame, pane)).toEqual([0, 0, 4000, 3000])
  expect(isFitWidth(frame, pane, scan)).toBe(true)
  expect(isFitWidth({ ...frame, scale: 0.21 }, pane, scan)).toBe(false)
  expect(fitWidth(pane, scan, 5900).y).toBe(4500)
})

it("[Z3] an article is shown whole with a margin, never larger than printed", () => {
  const box: Box = [500, 1000, 2500, 5000]
  const view = visible(fitBox(box, pane, scan), pane)
  expect(view[1] < 1000 && view[3] > 5000 && view[0] < 500 && view[2] > 2500).toBe(true)
  expect(fitBox([100, 100, 140, 140], pane, scan).scale).toBe(1)
})

it("[Z4] zooming goes by steps from wherever it is, and ends at the last", () => {
  expect([0.22, 0.25, 4].map((scale) => zoomStep(scale, 1))).toEqual([0.25, 0.33, 4])
  expect([0.22, 0.1].map((scale) => zoomStep(scale, -1))).toEqual([0.2, 0.1])
})

it("[Z4] while the scale changes the caret's glyph stays where it is, or what is in the middle", () => {
  const frame: Frame = { x: 2000, y: 3000, scale: 0.5 }
  const glyph: Box = [1500, 2600, 1540, 2640]
  const before = { x: (1520 - 2000) * 0.5, y: (2620 - 3000) * 0.5 }
  const after = zoomed(frame, pane, scan, 1, glyph)
  expect([(1520 - after.x) * 1, (2620 - after.y) * 1]).toEqual([before.x, before.y])
  expect(zoomed(frame, pane, scan, 1, [0, 0, 40, 40])).toEqual({ ...frame, scale: 1 })
  expect(zoomed(frame, pane, scan, 1, null)).toEqual({ ...frame, scale: 1 })
})

it("[Z5] a line in view moves nothing; another comes to the middle at the same scale", () => {
  const frame: Frame = { x: 2000, y: 3000, scale: 0.5 }
  const line: Box = [1800, 2900, 2400, 2940]
  expect(revealing(frame, pane, scan, line, line)).toBeNull()
  const below: Box = [1800, 4900, 2400, 4940]
  expect(revealing(frame, pane, scan, below, below)).toEqual({ x: 2000, y: 4920, scale: 0.5 })
  const atEdge: Box = [1800, 3560, 2400, 3600]
  expect(revealing(frame, pane, scan, atEdge, atEdge)).toEqual({ x: 2000, y: 3580, scale: 0.5 })
})

it("[Z5] a line at the edge of the scan is in view when the scan ends there; of a line wider than the pane its glyph counts", () => {
  const top = fitWidth(pane, scan)
  const first: Box = [100, 4, 900, 44]
  expect(revealing(top, pane, scan, first, first)).toBeNull()
  const frame: Frame = { x: 2000, y: 3000, scale: 1 }
  const wide: Box = [200, 2980, 3800, 3020]
  expect(revealing(frame, pane, scan, wide, [1990, 2980, 2030, 3020])).toBeNull()
  expect(revealing(frame, pane, scan, wide, [3000, 2980, 3040, 3020])).toEqual({ x: 3020, y: 3000, scale: 1 })
})

it("[Z12] in a pane of another size the same point stays in the middle, and what was as wide as the pane stays that", () => {
  const frame: Frame = { x: 2000, y: 3000, scale: 0.5 }
  const wider = { width: 1200, height: 500 }
  expect(resized(frame, pane, wider, scan)).toEqual(frame)
  expect(resized(fitWidth(pane, scan, 2500), pane, wider, scan)).toEqual({ x: 2000, y: 2500, scale: 0.3 })
  expect(resized(fitWidth(pane, scan), pane, wider, scan)).toEqual(fitWidth(wider, scan))
})
