import { expect, it } from "vitest"
import { pairChances } from "../../../shared/layout/chances.ts"

it("[M8] how sure the pairs of an assignment are: near certain, a toss-up, forbidden; each column once", () => {
  const sure = pairChances([
    [6, 0, -Infinity],
    [0, 6, -Infinity],
  ])
  expect(sure[0]?.[0]).toBeGreaterThan(0.99)
  expect(sure[0]?.[2]).toBe(0)
  const even = pairChances([
    [2, 2, -Infinity],
    [2, 2, -Infinity],
  ])
  expect(even.flat().slice(0, 2)).toEqual([0.5, 0.5])
  // Both would like the first column best; one of them cannot have it.
  const wanted = pairChances([
    [3, 0],
    [3, 0],
  ])
  expect((wanted[0]?.[0] ?? 0) + (wanted[1]?.[0] ?? 0)).toBeCloseTo(1, 2)
  expect(pairChances([])).toEqual([])
})
