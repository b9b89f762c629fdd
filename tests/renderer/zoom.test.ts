import { expect, it } from "vitest"
import { pictureWidth, scaleOf, zoomStep } from "../../renderer/scan/zoom.ts"

it("[R23] fitted, the scan is as wide as its pane; zoomed, as it was asked", () => {
  expect(scaleOf("fit", 4000, 1000)).toBe(0.25)
  expect(scaleOf(1.5, 4000, 1000)).toBe(1.5)
})

it("[R23] zooming goes by steps from wherever it is, and ends at the last", () => {
  expect(zoomStep(0.22, 1)).toBe(0.25)
  expect(zoomStep(0.25, 1)).toBe(0.33)
  expect(zoomStep(0.22, -1)).toBe(0.2)
  expect(zoomStep(4, 1)).toBe(4)
  expect(zoomStep(0.1, -1)).toBe(0.1)
})

it("[R23] the picture asked for is wide enough for the screen, in few sizes", () => {
  expect([500, 1600, 1700, 2000, 9000].map(pictureWidth)).toEqual([1600, 1600, 1600, 3200, 6400])
})
