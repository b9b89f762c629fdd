import { expect, it } from "vitest"
import { riskCoverage } from "../../../shared/eval/risk.ts"

const seams = (...pairs: [confidence: number, right: boolean][]) =>
  pairs.map(([confidence, right]) => ({ confidence, right }))

it("[U30] the surest seams are looked at first: risks, area, calibration", () => {
  // Right, right, wrong, right, wrong from the surest to the least sure.
  const found = riskCoverage(seams([0.62, true], [0.98, true], [0.55, false], [0.95, true], [0.85, false]))
  expect([found.seams, found.wrong, found.caught]).toEqual([5, 2, 0.5])
  expect(found.risks).toEqual([
    { coverage: 1, risk: 0.4 },
    { coverage: 0.99, risk: 0.4 },
    { coverage: 0.98, risk: 0.4 },
    { coverage: 0.95, risk: 0.4 },
    { coverage: 0.9, risk: 0.4 },
    { coverage: 0.8, risk: 0.25 },
  ])
  expect(found.area).toBeCloseTo((0 + 0 + 1 / 3 + 1 / 4 + 2 / 5) / 5)
  // Bins: 0.98 and 0.95, both right; 0.85 wrong; 0.62 right; 0.55 wrong.
  expect(found.calibrationError).toBeCloseTo((0.07 + 0.85 + 0.38 + 0.55) / 5)
})

it("[U30] of a hundred seams the five least sure are looked at", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => ({ confidence: i / 100, right: ![0, 3, 4, 5, 99].includes(i) }))
  const { caught, risks } = riskCoverage(hundred)
  expect(caught).toBeCloseTo(3 / 5)
  expect(risks.map(({ risk }) => risk)).toEqual([5 / 100, 4 / 99, 4 / 98, 2 / 95, 1 / 90, 1 / 80])
})

it("[U31] seams of one confidence have no order: their errors are spread evenly", () => {
  const even = Array.from({ length: 40 }, (_, i) => ({ confidence: 0.9, right: i >= 4 }))
  const found = riskCoverage(even)
  expect(found.risks.map(({ risk }) => risk?.toFixed(6))).toEqual(Array(6).fill("0.100000"))
  expect(found.caught).toBeCloseTo(2 / 40)
  expect(found.area).toBeCloseTo(0.1)
  expect(riskCoverage(even.toReversed())).toEqual(found)
})

it("[U31] without seams, or without wrong ones, there is nothing to tell", () => {
  expect(riskCoverage([])).toMatchObject({ seams: 0, wrong: 0, caught: null, area: null, calibrationError: null })
  expect(riskCoverage(seams([1, true]))).toMatchObject({ wrong: 0, caught: null, area: 0, calibrationError: 0 })
})
