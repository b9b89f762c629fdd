import fc from "fast-check"
import { expect, it } from "vitest"
import { assign } from "../../../shared/layout/assign.ts"
import type { LineEvidence } from "../../../shared/seams/evidence.ts"
import { findMeasures } from "../../../shared/seams/findmeasures.ts"
import { settingOf, setWidth } from "../../../shared/seams/measures.ts"
import { emWidth } from "../../../shared/text/han.ts"
import { readWords } from "../../../shared/text/words.ts"

/** What is known of a line without a box, its text and width left out. */
const bare: Omit<LineEvidence, "text" | "em" | "set"> = {
  row: false,
  measure: 0,
  edges: null,
  setIn: 2,
  alone: false,
  signed: false,
  size: 1,
  newColumn: false,
  gap: "usual",
  follows: 1,
  word: 0,
}

/** Lines of a paragraph whose marks are so wide. */
function lines(measure: number, mark: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const marks = (i * 7) % 4
    const han = Math.round(measure - marks * mark)
    return [..."江".repeat(han)].map((char, at) => (at > 0 && at <= marks ? `${char}，` : char)).join("")
  })
}

it("[M3] marks set narrow everywhere are found out, and those set whole are", () => {
  expect(settingOf(lines(17, 0.5, 80)).mark).toBeGreaterThan(0.35)
  expect(settingOf(lines(17, 1, 80)).mark).toBeLessThan(0.2)
})

it("[M4] columns are as wide as their full lines, whatever titles stand between", () => {
  const texts = [...lines(17, 1, 20), "旧楼装上新电梯", "七楼老人下楼来", ...lines(21, 1, 20)]
  const setting = settingOf(texts)
  const widths = findMeasures(texts.map((text) => ({ ...bare, text, em: emWidth(text), set: setWidth(text, setting) })))
  expect([widths[5], widths[35]]).toEqual([17, 21])
})

it("[M9] a paragraph set wider inside a text is told from one whose lines are squeezed", () => {
  const paragraph = (measure: number) => [
    "江".repeat(measure - 2),
    ...Array.from({ length: 3 }, () => "江".repeat(measure)),
    `${"江".repeat(5)}。`,
  ]
  const texts = [...paragraph(16), ...paragraph(18), ...paragraph(18), ...paragraph(16)]
  const found = findMeasures(
    texts.map((text) => ({ ...bare, text, em: emWidth(text), set: setWidth(text, { mark: 0, letter: 0 }) })),
  )
  expect([found[2], found[7], found[12], found[17]]).toEqual([16, 18, 18, 16])
})

it("[M5] words bind what stands in them", () => {
  const words = readWords("经济 900 n\n经济学 80 n\n市场 500 n\n济南 60 ns\n市民 300 n\n经过 200 v\n", "test 1")
  expect(words.source).toBe("test 1")
  expect(words.binds("国民经", "济发展")).toBeGreaterThan(0)
  expect(words.binds("国民经", "市民说")).toBeLessThan(0)
  expect([words.binds("他说。", "市民"), words.binds("", "市")]).toEqual([0, 0])
})

const best = (table: number[][], row = 0, used: number[] = []): number =>
  row === table.length
    ? 0
    : Math.max(
        ...(table[row] ?? []).map((score, column) =>
          used.includes(column) ? -Infinity : score + best(table, row + 1, [...used, column]),
        ),
      )

it("[M6] no other assignment scores more", () => {
  const table = fc.integer({ min: 1, max: 5 }).chain((rows) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  fc.assert(
    fc.property(table, (scores) => {
      const pairs = assign(scores)
      expect(new Set(pairs).size).toBe(pairs.length)
      expect(pairs.reduce((sum, column, row) => sum + (scores[row]?.[column] ?? 0), 0)).toBe(best(scores))
    }),
  )
  expect(
    assign([
      [5, 4, -Infinity],
      [9, -Infinity, 0],
    ]),
  ).toEqual([1, 0])
})
