import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { compose } from "../../../shared/document/compose.ts"
import { evaluate } from "../../../shared/eval/evaluate.ts"
import { toArticles } from "../../../shared/export/articles.ts"
import { readPlaintext } from "../../../shared/import/plaintext.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import type { ArticlesFile } from "../../../shared/model/article.ts"
import type { Recognition } from "../../../shared/model/recognition.ts"

const samples = resolve(import.meta.dirname, "../../../resources/samples")
const truthOf = (page: string) => JSON.parse(readFileSync(join(samples, page, "truth.json"), "utf8")) as ArticlesFile

const judged = (truth: ArticlesFile, recognition: Recognition) => {
  const { doc, ledger } = compose(recognition, arrange(recognition))
  return evaluate(truth, toArticles(doc, ledger, recognition))
}
const share = ({ right, wanted }: { right: number; wanted: number }) => right / Math.max(1, wanted)

describe.each(["donghu-03", "linlan-A5"])("the sample page %s", (page) => {
  const truth = truthOf(page)

  it("[V1] from text alone all articles and headlines are found, and nine paragraphs in ten are whole", () => {
    const found = judged(truth, readPlaintext(readFileSync(join(samples, page, "raw.txt"), "utf8")))
    expect(share(found.articles)).toBe(1)
    expect(share(found.headlines)).toBe(1)
    expect(share(found.paragraphs)).toBeGreaterThanOrEqual(0.9)
  })

  it("[V2] from lines with boxes all articles, headlines, bylines and paragraphs are", () => {
    const lines = truth.lines.map((line) => ({ ...line, direction: "horizontal" as const, glyphs: null, gap: 0 }))
    const { width, height } = truth.source
    const found = judged(truth, {
      engine: { name: "truth", version: "1" },
      width,
      height,
      lines: lines.reverse(),
      shapes: [],
    })
    for (const tally of [found.articles, found.headlines, found.bylines, found.paragraphs]) expect(share(tally)).toBe(1)
  })

  it("[V3] the truth held against itself is without fault", () => {
    const { bodyCer, lineCer, looseCaptions, noticesKeptOut, seams, ...tallies } = evaluate(truth, truth)
    for (const { right, found, wanted } of Object.values(tallies)) expect([right, found]).toEqual([wanted, wanted])
    for (const { right, wanted } of [looseCaptions, noticesKeptOut]) expect(right).toBe(wanted)
    expect([bodyCer.errors, lineCer?.errors, seams.judged]).toEqual([0, 0, []])
  })
})
