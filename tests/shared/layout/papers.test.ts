import { beforeAll, describe, expect, it } from "vitest"
import { wordList } from "../../../electron/engine/words.ts"
import { pooled, type Tally } from "../../../shared/eval/evaluate.ts"
import { noWords, type Words } from "../../../shared/text/words.ts"
import { judgePaper, type PaperForm, papers } from "../../fixtures/papers/papers.ts"

let words: Words = noWords
beforeAll(async () => {
  words = await wordList()
})

const recall = ({ right, wanted }: Pick<Tally, "right" | "wanted">) => right / Math.max(1, wanted)
const precision = ({ right, found }: Tally) => right / Math.max(1, found)

/** A little below what is reached: see tests/bench/RESULTS.md. */
const least = {
  boxes: { articles: 0.98, headlines: 0.98, bylines: 0.96, headings: 0.93, paragraphs: 0.98, exact: 0.98 },
  vertical: { articles: 0.94, headlines: 0.94, bylines: 0.6, headings: 0.6, paragraphs: 0.96, exact: 0.96 },
  text: { articles: 0.92, headlines: 0.83, bylines: 0.86, headings: 0.92, paragraphs: 0.97, exact: 0.97 },
}

describe("pages of invented papers", () => {
  it.each(["boxes", "vertical", "text"] satisfies PaperForm[])(
    "[V14] are put together as an editor would: %s",
    (form) => {
      const found = papers(form)
        .map((paper) => judgePaper(paper, words))
        .reduce(pooled)
      const wanted = least[form]
      expect(recall(found.articles)).toBeGreaterThanOrEqual(wanted.articles)
      expect(precision(found.articles)).toBeGreaterThanOrEqual(wanted.articles)
      expect(recall(found.headlines)).toBeGreaterThanOrEqual(wanted.headlines)
      expect(recall(found.bylines)).toBeGreaterThanOrEqual(wanted.bylines)
      expect(precision(found.headings)).toBeGreaterThanOrEqual(wanted.headings)
      expect(recall(found.paragraphs)).toBeGreaterThanOrEqual(wanted.paragraphs)
      expect(recall(found.exactParagraphs)).toBeGreaterThanOrEqual(wanted.exact)
      expect(recall(found.noticesKeptOut)).toBe(1)
    },
  )
})
