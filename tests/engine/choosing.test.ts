import { expect, it } from "vitest"
import { chosen } from "../../electron/engine/ocr/choose.ts"
import { doubted } from "../../electron/engine/ocr/doubt.ts"
import { inkRuns } from "../../electron/engine/ocr/ink.ts"
import { likenesses } from "../../electron/engine/ocr/likeness.ts"
import { namesIn } from "../../electron/engine/ocr/namesin.ts"
import { quoteByInk } from "../../electron/engine/ocr/quotes.ts"
import type { Box } from "../../shared/geometry/box.ts"
import type { Candidate, Glyph } from "../../shared/model/recognition.ts"
import { readWords } from "../../shared/text/words.ts"

const em = 40
const words = readWords(
  "经济 900000 n\n烟囱 300 n\n肉 9000 n\n全 90000 a\n仝 3 nr\n吴 9000 nr\n呙 3 nr\n县 90000 n\n昙 9 n\n的 900000 u\n对应 900 v\n",
  "test",
)

/** Glyphs in a row; those of `doubts` with their probability and what else they may be. */
const glyphsOf = (text: string, doubts: Record<number, [number, string, number]> = {}): Glyph[] =>
  [...text].map((each, i) => {
    const [score, other, otherScore] = doubts[i] ?? [0.999, "", 0]
    const candidates: Candidate[] = [{ text: each, score }]
    if (other) candidates.push({ text: other, score: otherScore })
    return { text: each, box: [i * em, 0, (i + 1) * em - 4, em], score, candidates }
  })
const white = { page: { data: new Uint8Array(400 * em).fill(250), width: 400, height: em }, paper: 250 }
const textOf = (glyphs: Glyph[]) => glyphs.map((glyph) => glyph.text).join("")

for (const [text, at, doubt, after] of [
  ["烟肉冒烟", 1, [0.8, "囱", 0.07], "烟囱冒烟"],
  ["烟肉冒烟", 1, [0.999, "囱", 0.0005], "烟肉冒烟"],
  ["记者全建业", 2, [0.98, "仝", 0.004], "记者仝建业"],
  ["安排全建设", 2, [0.98, "仝", 0.004], "安排全建设"],
  ["望湖县，", 2, [0.98, "昙", 0.004], "望湖县，"],
  ["记者呙建业", 2, [0.5, "吴", 0.3], "记者呙建业"],
  ["记者全建业", 2, [0.9, "國", 0.09], "记者全建业"],
  ["一—下午见", 0, [0.9, "—", 0.05], "——下午见"],
  ["一一对应", 0, [0.999, "二", 0.0001], "一一对应"],
] as [string, number, [number, string, number], string][])
  it(`[O90] ${text}, where ${doubt[1]} is possible → ${after}`, () => {
    expect(textOf(chosen(glyphsOf(text, { [at]: doubt }), words).glyphs)).toBe(after)
  })

it("[O90] a line whose reading was changed says so in its text, and keeps its spaces", () => {
  const line = { score: 1, starts: new Set([0]), unseen: new Set<number>(), unread: [], box: [0, 0, 200, em] as Box }
  const [read] = doubted(
    [{ ...line, text: "烟肉 冒烟", glyphs: glyphsOf("烟肉冒烟", { 1: [0.8, "囱", 0.07] }) }],
    words,
    white,
  )
  expect(read!.text).toBe("烟囱 冒烟")
})

for (const [text, names] of [
  ["记者仵拓聿通讯员田志璇", ["仵拓聿", "田志璇"]],
  ["前三名是张大明、李小河和王芳。", ["张大明", "李小河", "王芳"]],
  ["队长陈建国说，水退了", ["陈建国"]],
  ["新华社电（记者元", ["元"]],
  ["全市粮食产量又创新高", []],
  ["“长藤结瓜”", []],
  ["港口负责人坦言，集装箱来得快", []],
] as [string, string[]][])
  it(`[O91] names in ${text}: ${names.join(" ") || "none"}`, () => {
    const glyphs = glyphsOf(text)
    const found = namesIn(glyphs, (at) => glyphs[at]!.text).sort((a, b) => a.from - b.from)
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(names)
  })

for (const [text, width, other, score, after] of [
  ["‘", 0.36, "“", 0.002, "“"],
  ["“", 0.16, "‘", 0.1, "‘"],
  ["“", 0.16, "‘", 0.001, "“"],
  ["”", 0.36, "’", 0.4, "”"],
  ["’", 0.25, "”", 0.4, "’"],
] as const)
  it(`[O92] ${text} of ${width} em, ${other} at ${score} → ${after}`, () => {
    const [glyph] = glyphsOf(text, { 0: [0.9, other, score] })
    expect(quoteByInk({ ...glyph!, box: [0, 0, width * em, em] }, em).text).toBe(after)
  })

it("[O93] ink wider than a glyph can be is parted where it is thinnest", () => {
  const [width, height] = [100, em]
  const data = new Uint8Array(width * height).fill(250)
  for (let y = 4; y < 36; y++) data.fill(0, y * width, y * width + 36)
  for (let y = 18; y < 20; y++) data.fill(0, y * width + 36, y * width + 40)
  for (let y = 26; y < 36; y++) data.fill(0, y * width + 40, y * width + 52)
  const runs = inkRuns({ data, width, height }, [0, 0, width, height], 250, em)
  expect(runs).toHaveLength(2)
  expect(runs[0]!.x1).toBeGreaterThanOrEqual(32)
  expect(runs[0]!.x1).toBeLessThanOrEqual(40)
})

/** Glyphs of four strokes each, the `odd` one with another stroke in place of the last. */
function printed(count: number, odd: number) {
  const page = { data: new Uint8Array(400 * em).fill(250), width: 400, height: em }
  const stroke = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = y0; y < y1; y++) page.data.fill(0, y * page.width + x0, y * page.width + x1)
  }
  for (let i = 0; i < count; i++) {
    const x = i * em
    stroke(x + 4, 4, x + 36, 8)
    stroke(x + 18, 8, x + 22, 30)
    if (i === odd) stroke(x + 4, 8, x + 10, 36)
    else stroke(x + 4, 32, x + 36, 36)
  }
  return page
}

it("[O94] a glyph is told that differs from the others that were read as the same character", () => {
  const glyphs = [..."工工工全"].map(
    (text, i): Glyph => ({
      text,
      score: 0.99,
      candidates: [],
      box: [i * em + 4, 0, i * em + 36, em],
    }),
  )
  const line = {
    text: "",
    score: 1,
    starts: new Set([0]),
    unseen: new Set<number>(),
    unread: [],
    box: [0, 0, 400, em] as Box,
  }
  const [found] = likenesses([{ ...line, glyphs }], printed(4, 1), 250)
  expect(found![0]).toBeGreaterThan(0.99)
  expect(found![1]).toBeLessThan(0.8)
  expect(found![2]).toBeGreaterThan(0.99)
  expect(found![3]).toBeNull()
})
