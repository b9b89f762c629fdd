import { expect, it } from "vitest"
import type { Grey } from "../../electron/engine/image/grey.ts"
import { turnReversed } from "../../electron/engine/image/reversed.ts"
import type { Box } from "../../shared/geometry/box.ts"

const paper = 235
const [width, height] = [900, 700]

const fill = ({ data, width }: Grey, [x0, y0, x1, y1]: Box, value: number) => {
  for (let y = y0; y < y1; y++) data.fill(value, y * width + x0, y * width + x1)
}

/** A glyph of three strokes, 24 pixels high. */
const glyph = (page: Grey, x: number, y: number, value: number, size = 1) => {
  const at = (x0: number, y0: number, x1: number, y1: number): Box => [
    x + x0 * size,
    y + y0 * size,
    x + x1 * size,
    y + y1 * size,
  ]
  fill(page, at(0, 0, 4, 24), value)
  fill(page, at(0, 10, 22, 14), value)
  fill(page, at(12, 2, 15, 22), value)
}

/** A page of body type, and whatever is drawn on it. */
function page(draw: (page: Grey) => void): Grey {
  const sheet: Grey = { data: new Uint8Array(width * height).fill(paper), width, height }
  for (let y = 300; y < 660; y += 36) for (let x = 40; x < 860; x += 28) glyph(sheet, x, y, 30)
  draw(sheet)
  return sheet
}

const bar: Box = [100, 100, 500, 150]
const type = (sheet: Grey, value: number) => {
  for (let k = 0; k < 6; k++) glyph(sheet, 180 + k * 40, 113, value)
}

it.each([
  ["black", 20, 240],
  ["a colour that is grey here", 120, 240],
])("[O72] type reversed out of %s becomes dark on paper, and its ground is told", (_, ground, light) => {
  const sheet = page((sheet) => {
    fill(sheet, bar, ground)
    type(sheet, light)
  })
  const { grey, grounds } = turnReversed(sheet, paper)
  expect(grounds).toEqual([bar])
  expect([grey.data[105 * width + 110], grey.data[115 * width + 181]]).toEqual([paper, 30])
  expect(sheet.data[105 * width + 110]).toBe(ground)
})

it("[O72] paper at the round corners of a ground stays paper", () => {
  const { grey } = turnReversed(
    page((sheet) => {
      fill(sheet, bar, 20)
      for (const [x, y] of [
        [100, 100],
        [494, 100],
        [100, 144],
        [494, 144],
      ] as const)
        fill(sheet, [x, y, x + 6, y + 6], paper)
      type(sheet, 240)
    }),
    paper,
  )
  expect(grey.data[102 * width + 102]).toBe(paper)
})

it.each<[string, (sheet: Grey) => void]>([
  ["body type alone", () => {}],
  [
    "a large dark glyph with light inside, like 日",
    (sheet) => {
      fill(sheet, [100, 100, 126, 126], 30)
      for (const y of [104, 114]) fill(sheet, [104, y, 122, y + 8], paper)
    },
  ],
  [
    "a rule and a frame with type in it",
    (sheet) => {
      fill(sheet, [40, 40, 860, 48], 20)
      fill(sheet, bar, 20)
      fill(sheet, [104, 104, 496, 146], paper)
      type(sheet, 30)
    },
  ],
  ["a dark ground without type", (sheet) => fill(sheet, bar, 60)],
  [
    "a photograph with a dark edge",
    (sheet) => {
      let noise = 7
      for (let y = 60; y < 260; y++)
        for (let x = 100; x < 500; x++) {
          noise = (noise * 48271) % 2147483647
          const light = 40 + 150 * Math.abs(Math.sin(x / 37) * Math.cos(y / 29)) + (noise % 30)
          sheet.data[y * width + x] = x < 104 || y < 64 || x >= 496 || y >= 256 ? 30 : light
        }
    },
  ],
])("[O72] nothing is turned: %s", (_, draw) => {
  const sheet = page(draw)
  expect(turnReversed(sheet, paper)).toEqual({ grey: sheet, grounds: [] })
})

it("[O97] a ground that a frame and a glyph touch is turned, and its edge does not stay as a frame", () => {
  const { grey, grounds } = turnReversed(
    page((sheet) => {
      fill(sheet, [96, 90, 100, 260], 30)
      fill(sheet, [504, 90, 508, 260], 30)
      fill(sheet, [100, 90, 504, 93], 30)
      fill(sheet, bar, 100)
      for (let x = 200; x < 300; x++) fill(sheet, [x, 150, x + 1, 151], 160)
      glyph(sheet, 460, 140, 30)
      type(sheet, 240)
    }),
    paper,
  )
  expect(grounds).toHaveLength(1)
  for (const [i, edge] of bar.entries()) expect(Math.abs(grounds[0]![i]! - edge)).toBeLessThanOrEqual(4)
  expect(grey.data[115 * width + 181]).toBe(30)
  for (let x = 200; x < 300; x++) for (const y of [100, 149, 150, 151]) expect(grey.data[y * width + x]).toBe(paper)
})

it("[O97] a heavy glyph in a title is no ground", () => {
  const heavy = page((sheet) => {
    fill(sheet, [100, 60, 180, 160], 30)
    for (const y of [76, 118]) fill(sheet, [116, y, 164, y + 26], paper)
    fill(sheet, [60, 60, 76, 160], 30)
    fill(sheet, [60, 100, 110, 112], 30)
  })
  expect(turnReversed(heavy, paper).grounds).toEqual([])
})
