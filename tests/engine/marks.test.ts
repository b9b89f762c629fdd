import { expect, it } from "vitest"
import type { OcrLine } from "../../electron/engine/ocr/engine.ts"
import { finished } from "../../electron/engine/ocr/line.ts"
import type { Box } from "../../shared/geometry/box.ts"

const [width, height] = [640, 60]

/** Paper on which `isInk` says what is dark. */
function sheet(isInk: (x: number, y: number) => boolean) {
  const data = new Uint8Array(width * height).fill(250)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (isInk(x, y)) data[y * width + x] = 20
  return { data, width, height }
}

/** A Han glyph: an outline and a stroke through it. */
const isHan = (x0: number, x: number, y: number) => {
  const [u, v] = [x - x0, y - 12]
  if (u < 0 || u >= 36 || v < 0 || v >= 36) return false
  return u < 4 || u >= 32 || v < 4 || v >= 32 || Math.abs(u - 18) < 2
}

/** Marks 30 pixels wide and high, `u` and `v` from -1 to 1. */
const solid: Record<string, (u: number, v: number) => boolean> = {
  "●": (u, v) => u * u + v * v <= 1,
  "■": () => true,
  "◆": (u, v) => Math.abs(u) + Math.abs(v) <= 1,
  "▶": (u, v) => Math.abs(v) <= (1 - u) / 2,
  "▲": (u, v) => Math.abs(u) <= (1 + v) / 2,
}

const lineOf = (glyphs: [text: string, x: number, wide: number][], end: number): OcrLine => ({
  box: [0, 10, end, 50],
  starts: new Set([0]),
  glyphs: glyphs.map(([text, x, wide]) => {
    const box: Box = [x, 10, x + wide, 50]
    return { text, box, score: 0.99, candidates: [{ text, score: 0.99 }] }
  }),
})
const read = (line: OcrLine, isInk: (x: number, y: number) => boolean) => finished(line, sheet(isInk), 250, 36.8)

const names: [string, number, number][] = [
  ["路", 60, 36],
  ["遥", 100, 36],
  ["远", 140, 36],
]
const isNames = (x: number, y: number) => names.some(([, x0]) => isHan(x0, x, y))

for (const [mark, shape] of Object.entries(solid))
  for (const taken of ["", "和"])
    it(`[O99] the solid mark ${mark}, ${taken ? `read as ${taken}` : "not read"}`, () => {
      const isMark = (x: number, y: number) => {
        const [u, v] = [(x + 0.5 - 25) / 15, (y + 0.5 - 30) / 15]
        return Math.abs(u) <= 1 && Math.abs(v) <= 1 && shape(u, v)
      }
      const glyphs: typeof names = taken ? [[taken, 8, 34], ...names] : names
      const { text } = read(lineOf(glyphs, 180), (x, y) => isMark(x, y) || isNames(x, y))
      expect(text.replace(" ", "")).toBe(`${mark}路遥远`)
    })

it("[O99] a glyph is no solid mark", () => {
  const { text } = read(lineOf([["和", 10, 36], ...names], 180), (x, y) => isHan(10, x, y) || isNames(x, y))
  expect(text.replace(" ", "")).toBe("和路遥远")
})

it("[O99] 口 by itself at the beginning of a line is an open square, inside of a word it is 口", () => {
  const at = (x0: number) => (x: number, y: number) => isHan(x0, x, y)
  const apart = read(lineOf([["口", 0, 36], ...names], 180), (x, y) => at(0)(x, y) || isNames(x, y))
  expect(apart.text).toBe("□ 路遥远")
  const close = read(lineOf([["口", 20, 36], ...names], 180), (x, y) => at(20)(x, y) || isNames(x, y))
  expect(close.text).toBe("口路遥远")
})

it("[O100] ℃ is read once", () => {
  const isInk = (x: number, y: number) => isHan(0, x, y) || isNames(x, y)
  const glyphs: typeof names = [["路", 0, 36], ["°", 58, 10], ["℃", 62, 36], names[1]!]
  expect(read(lineOf(glyphs, 180), isInk).text).toContain("路℃遥")
})

/** A figure 2: strokes across at three heights, joined by two halves of sides. */
const isTwo = (x0: number, x: number, y: number) => {
  const [u, v] = [x - x0, y - 16]
  if (u < 0 || u >= 16 || v < 0 || v >= 30) return false
  return v < 4 || v >= 26 || Math.abs(v - 14) < 2 || (v < 14 ? u >= 12 : u < 4)
}
/** A figure 7, as wide and high. */
const isSeven = (x0: number, x: number, y: number) => {
  const [u, v] = [x - x0, y - 16]
  return u >= 0 && u < 16 && v >= 0 && v < 30 && (v < 4 || u >= 12)
}

for (const [printed, isOther] of [
  ["22", isTwo],
  ["27", isSeven],
] as const)
  it(`[O101] of ${printed} read as 2 ${printed === "22" ? "the twin is read" : "nothing is made up"}`, () => {
    const isInk = (x: number, y: number) =>
      isHan(0, x, y) || isTwo(42, x, y) || isOther(62, x, y) || isHan(82, x, y) || isHan(122, x, y)
    const { text } = read(
      lineOf(
        [
          ["第", 0, 36],
          ["2", 42, 16],
          ["路", 82, 36],
          ["遥", 122, 36],
        ],
        160,
      ),
      isInk,
    )
    expect(text.replace(" ", "")).toBe(printed === "22" ? "第22路遥" : "第2路遥")
  })
