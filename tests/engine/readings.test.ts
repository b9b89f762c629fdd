import { expect, it } from "vitest"
import { doubted } from "../../electron/engine/ocr/doubt.ts"
import { withEllipses } from "../../electron/engine/ocr/ellipses.ts"
import type { OcrLine, ReadLine } from "../../electron/engine/ocr/engine.ts"
import { inkRuns } from "../../electron/engine/ocr/ink.ts"
import { merged, pairs } from "../../electron/engine/ocr/merge.ts"
import { withPairedQuotes } from "../../electron/engine/ocr/quotes.ts"
import { looksTraditional } from "../../electron/engine/ocr/script.ts"
import { suspectBelow } from "../../shared/export/articles.ts"
import type { Box } from "../../shared/geometry/box.ts"
import type { Glyph } from "../../shared/model/recognition.ts"
import { readWords } from "../../shared/text/words.ts"

const em = 40
const at = (i: number): Box => [i * em, 0, (i + 1) * em, em]
const glyphsOf = (text: string, score = 0.99): Glyph[] =>
  [...text].map((each, i) => ({ text: each, box: at(i), score, candidates: [{ text: each, score }] }))
const textOf = (glyphs: Glyph[]) => glyphs.map((glyph) => glyph.text).join("")

/** A line as it is after reading; `unread` are the places before which a glyph's width of ink is left over. */
const read = (text: string, unread: number[] = [], score = 0.99): ReadLine => ({
  text,
  box: [0, 0, 400, em],
  score,
  glyphs: glyphsOf(text, score),
  starts: new Set([0]),
  unseen: new Set(),
  unread: unread.map((before) => ({ before, width: 0.8 })),
})

/** Paper with black boxes. */
function sheet(...boxes: Box[]) {
  const [width, height] = [400, em]
  const data = new Uint8Array(width * height).fill(250)
  for (const [x0, y0, x1, y1] of boxes) for (let y = y0; y < y1; y++) data.fill(0, y * width + x0, y * width + x1)
  return { data, width, height }
}

const dots = (count: number, x: number, y: number): Box[] =>
  Array.from({ length: count }, (_, i) => [x + i * 13, y, x + i * 13 + 5, y + 5])

for (const [what, ink, before, after] of [
  ["six dots that were taken for points", dots(6, 44, 18), "好.·.人", "好……人"],
  ["three dots", dots(3, 44, 18), "好·人", "好…人"],
  ["six dots read as more, some of them beside their places", dots(6, 44, 18), "好.…··人", "好……人"],
  ["dots that were not read", dots(6, 44, 18), "好人", "好……人"],
  ["dots at the foot of the line", dots(6, 44, 34), "好。人", "好。人"],
  ["two dots", dots(2, 44, 18), "好：人", "好：人"],
] as [string, Box[], string, string][])
  it(`[O4] ${what}: ${before} → ${after}`, () => {
    const page = sheet([0, 2, 36, 38], ...ink, [122, 2, 158, 38])
    const place = (i: number, all: number): Box =>
      i === 0 ? at(0) : i === all - 1 ? at(3) : [40 + 18 * i, 0, 58 + 18 * i, em]
    const glyphs = glyphsOf(before).map((glyph, i, all) => ({ ...glyph, box: place(i, all.length) }))
    const line: OcrLine = { box: [0, 0, 400, em], glyphs, starts: new Set([0]) }
    expect(textOf(withEllipses(line, inkRuns(page, line.box, 250, em), page, 250, em).glyphs)).toBe(after)
  })

const unsure = (text: string, other: string): Glyph => ({
  ...glyphsOf(text, 0.6)[0]!,
  candidates: [
    { text, score: 0.6 },
    { text: other, score: 0.3 },
  ],
})

for (const [before, doubtful, other, after] of [
  ["“他说“好’”", 3, "‘", "“他说‘好’”"],
  ["“他说‘好””", 5, "’", "“他说‘好’”"],
  ["他说“好”", 2, "‘", "他说“好”"],
  ["“他说“好", 3, "的", "“他说“好"],
] as const)
  it(`[O5] of two readings of a quotation mark the one that fits its line: ${before} → ${after}`, () => {
    const glyphs = glyphsOf(before).map((glyph, i) => (i === doubtful ? unsure(glyph.text, other) : glyph))
    expect(textOf(withPairedQuotes(glyphs))).toBe(after)
  })

const words = readWords("晨雾 900 n\n散去 900 v\n安全 900 n\n船厂 900 n\n", "test")
const suspects = (line: ReadLine) =>
  doubted([line, read("晨雾散去晨雾散去晨雾散去")], words, { page: sheet(), paper: 250 })[0]!
    .glyphs.filter((glyph) => glyph.score < suspectBelow)
    .map((glyph) => glyph.text)
    .join("")
/** One glyph less sure: the rest goes to another reading. */
const withScore = (line: ReadLine, index: number, score: number): ReadLine => ({
  ...line,
  glyphs: line.glyphs.map((glyph, i) =>
    i === index
      ? {
          ...glyph,
          score,
          candidates: [
            { text: glyph.text, score },
            { text: "露", score: (1 - score) / 2 },
          ],
        }
      : glyph,
  ),
})

it("[O6] glyphs are suspects of which the engine is less sure than of most, and those after which ink was left unread", () => {
  expect(suspects(read("晨雾散去"))).toBe("")
  expect(suspects(withScore(read("晨雾散去"), 2, 0.4))).toBe("散")
  expect(suspects(read("晨雾散去", [2]))).toBe("雾")
  expect(suspects(read("晨雾散去", [0]))).toBe("晨")
  expect(suspects(read("晨雾散去", [4]))).toBe("去")
})

it("[O6] of glyphs as unsure those are suspects that make no word, and those in a name that no name has", () => {
  expect(suspects(withScore(read("晨雾散去"), 2, 0.9))).toBe("")
  expect(suspects(withScore(read("船厂晨去"), 2, 0.9))).toBe("晨")
  expect(suspects(withScore(read("记者件睿说"), 2, 0.97))).toBe("件")
})

for (const [first, unread, second, after] of [
  ["晨散去", [1], "晨雾散去", "晨雾散去"],
  ["晨雾散去", [4], "晨雾散去。", "晨雾散去。"],
  ["晨散去", [], "晨雾散去", "晨散去"],
  ["晨雾散去", [0], "|晨雾散去", "晨雾散去"],
  ["晨雾散去", [], "晨露散去", "晨雾散去"],
  ["晨雾散去", [], "", "晨雾散去"],
] as [string, number[], string, string][])
  it(`[O7] read ${first}, ink left at ${unread.join()}; read again ${second} → ${after}`, () => {
    expect(textOf(merged(read(first, unread), glyphsOf(second, 0.95)).glyphs)).toBe(after)
  })

it("[O7] what only the second engine saw is a suspect; what it is unsure of is not taken over", () => {
  const [, added] = merged(read("晨散去", [1]), glyphsOf("晨雾散去", 0.95)).glyphs
  expect(added!.score).toBeLessThan(suspectBelow)
  expect(textOf(merged(read("晨散去", [1]), glyphsOf("晨雾散去", 0.7)).glyphs)).toBe("晨散去")
})

it("[O7] another reading becomes the second candidate, the same reading takes a doubt away", () => {
  const line = read("晨雾散去", [], 0.5)
  const [first, second] = merged(line, glyphsOf("晨露散去", 0.95)).glyphs
  expect(first!.score).toBeGreaterThan(suspectBelow)
  expect(second!.score).toBe(0.5)
  expect(second!.candidates.map(({ text }) => text)).toEqual(["雾", "露"])
})

it("[O7] words begin where they began", () => {
  const line = { ...read("读Open"), starts: new Set([0, 1]), unread: [{ before: 1, width: 0.8 }] }
  const { glyphs, starts } = merged(line, glyphsOf("读《Open", 0.95))
  expect([textOf(glyphs), [...starts]]).toEqual(["读《Open", [0, 2]])
})

it("[O7] glyphs are paired by the fewest edits", () => {
  expect(pairs([..."晨雾去"], [..."晨散去"])).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ])
  expect(pairs(["晨"], ["晨", "雾"])).toEqual([
    [0, 0],
    [null, 1],
  ])
})

it("[O8] traditional print is told by its common characters, a single one on a simplified page does not count", () => {
  expect(looksTraditional("學校门口種滿樱花樹時會有許多人來拍照")).toBe(true)
  expect(
    looksTraditional(
      "学校门口种满樱花树到时会有许多人来拍照，校名还是那個老字号写的，看上去很有年头了，大家都很喜欢它",
    ),
  ).toBe(false)
  expect(looksTraditional("")).toBe(false)
})
