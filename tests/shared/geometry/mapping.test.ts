import fc from "fast-check"
import { expect, it } from "vitest"
import type { Box } from "../../../shared/geometry/box.ts"
import { after, inverse, type Mapping, mapped, ontoPage, ontoScan, unmoved } from "../../../shared/geometry/mapping.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import type { Recognition } from "../../../shared/model/recognition.ts"
import { printPage } from "../../support/print.ts"

const turnedBy = (degrees: number): Mapping => {
  const angle = (degrees * Math.PI) / 180
  return [Math.cos(angle), Math.sin(angle), 40, -Math.sin(angle), Math.cos(angle), 900, 0, 0, 1]
}
const leaning = (degrees: number, l: number, m: number): Mapping =>
  after([1, 0, 0, 0, 1, 0, l / 4000, m / 4000, 1], turnedBy(degrees))
const quarters: Mapping[] = [
  [0, 1, 0, -1, 0, 3000, 0, 0, 1],
  [-1, 0, 2000, 0, -1, 3000, 0, 0, 1],
]
const near = (found: readonly number[], wanted: readonly number[], slack: number) =>
  expect(found.filter((value, i) => Math.abs(value - wanted[i]!) > slack)).toEqual([])

const point = fc.record({
  x: fc.double({ min: 0, max: 2000, noNaN: true }),
  y: fc.double({ min: 0, max: 3000, noNaN: true }),
})
const map = fc.oneof(
  fc
    .tuple(
      fc.double({ min: -11, max: 11, noNaN: true }),
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    )
    .map(([degrees, l, m]) => leaning(degrees, l, m)),
  fc.constantFrom(...quarters),
)

it("[O60] a map and its inverse lead back to where one was, alone and one after another", () => {
  fc.assert(
    fc.property(map, map, point, (one, other, { x, y }) => {
      near(mapped(inverse(one), ...mapped(one, x, y)), [x, y], 0.01)
      const both = after(other, one)
      near(mapped(both, x, y), mapped(other, ...mapped(one, x, y)), 0.01)
      near(mapped(unmoved, x, y), [x, y], 0)
    }),
  )
})

it("[O60] a box goes onto the scan and back again, whatever the slope, the lean and the quarter", () => {
  const shape = fc.oneof(
    fc.record({ w: fc.integer({ min: 300, max: 900 }), h: fc.integer({ min: 20, max: 60 }) }),
    fc.record({ w: fc.integer({ min: 20, max: 60 }), h: fc.integer({ min: 300, max: 900 }) }),
  )
  fc.assert(
    fc.property(map, point, shape, (m, { x, y }, { w, h }) => {
      const box: Box = [x, y, x + w, y + h]
      near(ontoPage(m, ontoScan(m, box)), box, 3 + 0.03 * Math.max(w, h))
    }),
  )
})

it("[O60] a line on a slope has its own thickness and no more than the slope adds", () => {
  const [x0, y0, x1, y1] = ontoScan(turnedBy(1), [100, 500, 900, 540])
  expect(y1 - y0).toBeLessThanOrEqual(40 + 800 * Math.sin(Math.PI / 180) + 1)
  expect(x1 - x0).toBeGreaterThan(798)
})

const paragraphs = [
  "江城今日天晴，市民纷纷走出家门，到河边散步赏花，一派热闹景象。",
  "园林部门提醒大家文明赏花，不要攀折花枝，也不要踩踏草坪。",
]

it.each([
  ["turned by 5°", turnedBy(5)],
  ["turned by -10°", turnedBy(-10)],
  ["leaning", leaning(2, 0.15, -0.12)],
  ["on its side", quarters[0]!],
  ["on its head", quarters[1]!],
])("[O61] a page that is %s is arranged as if it lay straight", (_, straight) => {
  const page = printPage("江畔花开引客来", [...paragraphs, ...paragraphs], { measure: 12, depth: 6 })
  const scanned: Recognition = {
    ...page,
    straight,
    lines: page.lines.map((line) => ({ ...line, box: line.box && ontoScan(straight, line.box) })),
  }
  const [flat, bent] = [arrange(page), arrange(scanned)]
  const roles = ({ regions }: typeof flat) => regions.map(({ role, lines, article }) => ({ role, lines, article }))
  expect(roles(bent)).toEqual(roles(flat))
  bent.regions.forEach((region, i) => {
    const box = flat.regions[i]?.box
    if (region.box && box) near(region.box, ontoScan(straight, box), 40)
  })
})
