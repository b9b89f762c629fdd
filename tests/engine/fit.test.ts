import { expect, it } from "vitest"
import { fitGlyphs } from "../../electron/engine/ocr/fit.ts"
import { textOf } from "../../electron/engine/ocr/spaces.ts"
import type { Glyph } from "../../shared/model/recognition.ts"

const em = 40
const glyphs = (text: string, xs: [number, number][]): Glyph[] =>
  [...text].map((each, i) => ({ text: each, box: [xs[i]![0], 0, xs[i]![1], em], score: 1, candidates: [] }))
const runs = (...ends: [number, number][]) => ends.map(([x0, x1]) => ({ x0, x1 }))
const places = (text: string, rough: [number, number][], ...ends: [number, number][]) =>
  fitGlyphs(glyphs(text, rough), runs(...ends), [0, 0, 400, em], em).glyphs.map(({ box }) => [box[0], box[2]])

it("[E44] a glyph of several parts gets all of its ink, however far off the engine put it", () => {
  // 川 and 北 fall apart into strokes; the guesses lag behind by most of a glyph.
  const rough: [number, number][] = [
    [20, 60],
    [60, 100],
    [100, 140],
  ]
  expect(places("川北人", rough, [2, 8], [16, 21], [31, 37], [42, 58], [61, 78], [82, 119])).toEqual([
    [2, 37],
    [42, 78],
    [82, 119],
  ])
})

it("[E44] figures and marks are narrow, and a mark that was not read takes no glyph's place", () => {
  const rough: [number, number][] = [
    [0, 20],
    [20, 40],
    [40, 80],
    [80, 120],
  ]
  expect(places("35万人", rough, [2, 18], [22, 38], [42, 78], [82, 88], [122, 158])).toEqual([
    [2, 18],
    [22, 38],
    [42, 78],
    [122, 158],
  ])
})

it("[E44] without ink the guesses stay", () => {
  expect(places("人", [[3, 40]])).toEqual([[3, 40]])
})

const spread = (text: string, gaps: number[], wide = 36) => {
  let x = 0
  return glyphs(
    text,
    [...text].map((_, i) => {
      x += i ? gaps[i - 1]! : 0
      x += wide
      return [x - wide, x]
    }),
  )
}

it.each([
  ["山高水长风和", [4, 4, 4, 14, 4], [], "山高水长 风和"],
  ["清除项目表格", [20, 22, 20, 21, 20], [], "清除项目表格"],
  ["来了，他说好", [4, 4, 24, 4, 4], [], "来了，他说好"],
  ["读到OK书里", [4, 12, 2, 12, 4], [2, 4], "读到 OK 书里"],
  ["OKGO", [4, 10, 4], [0, 2], "OK GO"],
  ["2020", [4, 10, 4], [0], "2020"],
] as const)("[E45] %s is spaced as it is printed", (text, gaps, starts, wanted) => {
  expect(textOf(spread(text, [...gaps]), new Set(starts), em)).toBe(wanted)
})
