import fc from "fast-check"
import { expect, it } from "vitest"
import { makeGrid } from "../../renderer/scan/grid.ts"
import { divide, glyphAt, glyphBox, lineAt, makeScene } from "../../renderer/scan/scene.ts"
import { emptyOutline, type Outline } from "../../renderer/state/outline.ts"
import type { Box } from "../../shared/geometry/box.ts"
import type { Direction, Line, Recognition } from "../../shared/model/recognition.ts"
import { glyphsIn } from "../support/read.ts"

const boxes = fc
  .tuple(fc.nat(5000), fc.nat(7000), fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 1, max: 300 }))
  .map(([x, y, width, height]): Box => [x, y, x + width, y + height])
const touches = (a: Box, b: Box) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

it("[Z6] a look finds every box it touches, each once", () => {
  fc.assert(
    fc.property(fc.array(boxes, { maxLength: 60 }), boxes, (all, view) => {
      const found = makeGrid(all).near(view)
      expect(new Set(found).size).toBe(found.length)
      for (const [number, box] of all.entries()) if (touches(box, view)) expect(found).toContain(number)
    }),
  )
})

it("[Z6] of 3,000 lines a look at a hundredth of the page meets few, also outside of it", () => {
  const lines = Array.from({ length: 3000 }, (_, at): Box => {
    const [x, y] = [Math.floor(at / 300) * 1000, (at % 300) * 46]
    return [x, y, x + 900, y + 36]
  })
  const grid = makeGrid(lines)
  expect(grid.near([4000, 6000, 5000, 7400]).length).toBeLessThan(150)
  expect(grid.near([-900, -900, -100, -100]).length).toBeLessThan(30)
  expect(makeGrid([]).near([0, 0, 1, 1])).toEqual([])
})

const line = (id: string, box: Box | null, glyphs: Line["glyphs"] = null, direction: Direction = "horizontal") =>
  ({ id, text: id, box, direction, score: 1, glyphs, gap: 0 }) satisfies Line
const recognition = (...lines: Line[]): Recognition => ({
  engine: { name: "test", version: "1" },
  width: 1000,
  height: 1000,
  lines,
  shapes: [],
})

it("[Z7] the pointer is on the line it is over; of two that overlap the smaller; between lines on none", () => {
  const scene = makeScene(
    recognition(line("big", [0, 0, 500, 200]), line("small", [50, 50, 100, 80]), line("text", null)),
  )
  const at = (x: number, y: number) => lineAt(scene, { x, y })?.id
  expect([at(10, 10), at(60, 60), at(100, 60), at(600, 60), at(-5, 60)]).toEqual([
    "big",
    "small",
    "big",
    undefined,
    undefined,
  ])
})

it("[Z8] left of a glyph's middle the caret goes before it, right of it before the next, at the end after the last", () => {
  const row = line("row", [100, 0, 400, 40], glyphsIn("三个字", [100, 0, 400, 40]))
  const at = (x: number) => glyphAt(row, { x, y: 20 })
  expect([0, 120, 160, 240, 260, 340, 360, 900].map(at)).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
  expect(glyphAt(line("unread", [0, 0, 10, 10]), { x: 5, y: 5 })).toBeNull()
})

it("[Z8] in a line that runs down the height decides", () => {
  const glyphs = glyphsIn("三个字", [0, 0, 300, 40]).map((glyph) => {
    const [x0, y0, x1, y1] = glyph.box
    return { ...glyph, box: [y0, x0, y1, x1] as const }
  })
  const column = line("column", [0, 0, 40, 300], glyphs, "vertical")
  expect([10, 60, 140, 160, 290].map((y) => glyphAt(column, { x: 20, y }))).toEqual([0, 1, 1, 2, 3])
})

it("[Z8] the glyph of a caret at the end is the last", () => {
  const row = line("row", [0, 0, 80, 40], glyphsIn("二字", [0, 0, 80, 40]))
  expect([0, 1, 2, null].map((glyph) => glyphBox(row, glyph)?.[0])).toEqual([0, 40, 40, undefined])
})

it("[Z9] lines have the hue of their article, its number stands at its first line; the tray has neither", () => {
  const scene = makeScene(
    recognition(line("a", [0, 0, 9, 9]), line("b", [0, 10, 9, 19]), line("c", [0, 20, 9, 29]), line("d", null)),
  )
  const outline: Outline = {
    articles: [
      { id: "x", headline: null, lines: ["d", "b"] },
      { id: "y", headline: null, lines: [] },
    ],
    owner: new Map([
      ["b", 0],
      ["d", 0],
      ["c", null],
      ["a", 9],
    ]),
    scraps: 1,
    suspects: new Map(),
  }
  const { hues, numbers } = divide(scene, outline)
  expect([...hues]).toEqual([1, 0, -1])
  expect(numbers).toEqual([{ number: 1, box: [0, 10, 9, 19] }])
})

it("[Z9] glyphs that are in doubt are known by their boxes", () => {
  const scene = makeScene(recognition(line("a", [0, 0, 80, 40], glyphsIn("二字", [0, 0, 80, 40]))))
  const suspects = new Map([["a", [1]]])
  expect(divide(scene, { ...emptyOutline, suspects }).suspects).toEqual([[[40, 0, 80, 40]]])
})
