import { beforeAll, describe, expect, it } from "vitest"
import { wordList } from "../../../electron/engine/words.ts"
import { compose } from "../../../shared/document/compose.ts"
import { type Evaluation, evaluate, pooled, type Tally } from "../../../shared/eval/evaluate.ts"
import { toArticles } from "../../../shared/export/articles.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import type { Recognition } from "../../../shared/model/recognition.ts"
import { applyEdits } from "../../../shared/text/edit.ts"
import { noWords, type Words } from "../../../shared/text/words.ts"
import { makePage } from "../../fixtures/press/page.ts"
import type { PrintedPage } from "../../fixtures/press/printed.ts"
import { randomFrom } from "../../fixtures/press/random.ts"
import { rawReading } from "../../fixtures/press/rawtext.ts"
import { readingOf, truthOf } from "../../fixtures/press/truth.ts"
import { openCity } from "../../fixtures/stories/open-city.ts"
import { openHans } from "../../fixtures/stories/open-hans.ts"
import { openOddments } from "../../fixtures/stories/open-oddments.ts"

let words: Words = noWords
beforeAll(async () => {
  words = await wordList()
})

const seeds = Array.from({ length: 12 }, (_, i) => 41 + i)

function pageOf(seed: number, direction: PrintedPage["lines"][number]["direction"] = "horizontal"): PrintedPage {
  const random = randomFrom(seed)
  const stories = random.shuffled([...openHans, ...openCity]).slice(0, 7)
  return makePage({ stories, oddments: random.shuffled(openOddments).slice(0, 1), direction, seed })
}

function composed(recognition: Recognition) {
  const { doc, ledger } = compose(recognition, arrange(recognition, words))
  return { doc, ledger, page: toArticles(doc, ledger, recognition) }
}

const judged = (pages: [PrintedPage, Recognition][]): Evaluation =>
  pages
    .map(([page, recognition]) => evaluate(truthOf(page), { ...composed(recognition).page, lines: [] }))
    .reduce(pooled)

const share = ({ right, wanted }: Tally): number => right / wanted

describe("made-up pages", () => {
  it.each(["horizontal", "vertical"] as const)("[V4] with boxes, %s", (direction) => {
    const found = judged(
      seeds.map((seed) => {
        const page = pageOf(seed, direction)
        return [page, readingOf(page, randomFrom(seed))]
      }),
    )
    expect(share(found.articles)).toBeGreaterThan(0.94)
    expect(share(found.headlines)).toBeGreaterThan(0.96)
    expect(share(found.paragraphs)).toBeGreaterThan(0.95)
  })

  it("[V5] as text alone", () => {
    const found = judged(
      seeds.map((seed) => {
        const page = pageOf(seed)
        return [page, rawReading(page, randomFrom(seed))]
      }),
    )
    expect(share(found.articles)).toBeGreaterThan(0.6)
    expect(share(found.headlines)).toBeGreaterThan(0.5)
    expect(share(found.paragraphs)).toBeGreaterThan(0.85)
  })

  it("[V6] keep every character", () => {
    const bag = (text: string) => [...text.replace(/\s/gu, "")].sort().join("")
    for (const seed of seeds.slice(0, 4))
      for (const recognition of [
        readingOf(pageOf(seed), randomFrom(seed)),
        rawReading(pageOf(seed), randomFrom(seed)),
      ]) {
        const { doc, ledger } = composed(recognition)
        const clean = recognition.lines.map(({ id, text }) => {
          const edits = ledger.edits.filter((edit) => edit.line === id).sort((a, b) => a.from - b.from)
          return applyEdits(text, edits)
        })
        expect(bag(doc.textContent)).toBe(bag(clean.join("")))
      }
  })

  it("[V7] do not depend on the order of lines with boxes", () => {
    const recognition = readingOf(pageOf(43), randomFrom(43))
    const other = { ...recognition, lines: recognition.lines.toReversed() }
    expect(composed(other).page).toEqual(composed(recognition).page)
  })

  it("[V8] are sure where they are right", () => {
    const found = judged(
      seeds.map((seed) => {
        const page = pageOf(seed)
        return [page, readingOf(page, randomFrom(seed), 0.02)]
      }),
    )
    const wrong = (from: number, to: number) => {
      const these = found.seams.judged.filter(({ confidence }) => confidence >= from && confidence < to)
      return these.filter(({ right }) => !right).length / Math.max(1, these.length)
    }
    expect(wrong(0.9, 2)).toBeLessThan(0.05)
    expect(wrong(0, 0.7)).toBeGreaterThan(0.15)
  })
})
