// Fits the weights of shared/seams/confidence.ts again: seams of made-up pages, with and without boxes, clean and with
// characters misread, judged against their truth; logistic regression by Newton's method, a little ridge. Only the stories
// that are open to those who write the rules are used, always with the same seeds. Prints the table to check in.
import { wordList } from "../../electron/engine/words.ts"
import { compose } from "../../shared/document/compose.ts"
import { judgeSeams } from "../../shared/eval/seams.ts"
import { toArticles } from "../../shared/export/articles.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import { decideSeams } from "../../shared/seams/decide.ts"
import { type SeamSigns, signNames } from "../../shared/seams/signs.ts"
import type { Words } from "../../shared/text/words.ts"
import { makePage } from "../fixtures/press/page.ts"
import { randomFrom } from "../fixtures/press/random.ts"
import { rawReading } from "../fixtures/press/rawtext.ts"
import { readingOf, truthOf } from "../fixtures/press/truth.ts"
import { openCity } from "../fixtures/stories/open-city.ts"
import { openHans } from "../fixtures/stories/open-hans.ts"
import { openHant } from "../fixtures/stories/open-hant.ts"
import { openOddments } from "../fixtures/stories/open-oddments.ts"
import { openPress } from "../fixtures/stories/open-press.ts"

interface Example {
  signs: number[]
  right: boolean
}

const pages = 120
const ridge = 2

function examplesOf(seed: number, form: "boxes" | "text", words: Words): Example[] {
  const random = randomFrom(seed)
  const vertical = form === "boxes" && seed % 4 === 3
  const page = makePage({
    stories: random.shuffled(vertical ? openHant : [...openHans, ...openCity, ...openPress]).slice(0, random.int(6, 9)),
    oddments: vertical ? [] : random.shuffled(openOddments).slice(0, random.int(0, 2)),
    direction: vertical ? "vertical" : "horizontal",
    seed,
  })
  const noise = [0, 0.01, 0.02, 0.03][(seed >> 2) % 4] ?? 0
  const reading = form === "text" ? rawReading(page, random, noise) : readingOf(page, random, noise)
  const arranged = arrange(reading, words)
  const { doc, ledger } = compose(reading, arranged)
  const signs = new Map<string, SeamSigns>()
  for (const { role, lines } of arranged.regions) {
    if (role !== "body") continue
    const evidence = (id: string) => arranged.evidence.get(id)
    const body = lines.flatMap((id) => [evidence(id)].flatMap((one) => (one ? [{ id, evidence: one }] : [])))
    for (const [id, one] of decideSeams(body).signs) signs.set(id, one)
  }
  // The number of a seam in the place of its confidence tells which seam was judged.
  const seams = ledger.seams.map((seam, i) => ({ ...seam, confidence: i }))
  const found = toArticles(doc, { ...ledger, seams }, reading)
  return judgeSeams(truthOf(page), found).judged.flatMap(({ confidence, right }) => {
    const one = signs.get(seams[confidence]?.after ?? "")
    return one ? [{ signs: signNames.map((name) => one[name]), right }] : []
  })
}

/** Solves a·x = b for a symmetric positive matrix; both are overwritten. */
function solve(a: number[][], b: number[]): number[] {
  const n = b.length
  for (let i = 0; i < n; i++)
    for (let row = i + 1; row < n; row++) {
      const factor = a[row]![i]! / a[i]![i]!
      for (let k = i; k < n; k++) a[row]![k]! -= factor * a[i]![k]!
      b[row]! -= factor * b[i]!
    }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i]! -= a[i]![k]! * b[k]!
    b[i]! /= a[i]![i]!
  }
  return b
}

/** Weights that make the outcomes likeliest. */
function weightsOf(examples: Example[]): number[] {
  const size = signNames.length
  let weights = new Array<number>(size).fill(0)
  for (let round = 0; round < 25; round++) {
    const slope = weights.map((weight) => -ridge * weight)
    const bend = weights.map((_, i) => weights.map((_, k) => (i === k ? ridge : 0)))
    for (const { signs, right } of examples) {
      const chance = 1 / (1 + Math.exp(-signs.reduce((sum, sign, i) => sum + sign * weights[i]!, 0)))
      signs.forEach((sign, i) => {
        if (!sign) return
        slope[i]! += sign * (Number(right) - chance)
        signs.forEach((other, k) => {
          bend[i]![k]! += chance * (1 - chance) * sign * other
        })
      })
    }
    const step = solve(bend, slope)
    weights = weights.map((weight, i) => weight + step[i]!)
  }
  return weights
}

export async function benchCalibrate(): Promise<void> {
  const words = await wordList()
  for (const form of ["boxes", "text"] as const) {
    const examples = Array.from({ length: pages }, (_, i) => examplesOf(90_000 + i, form, words)).flat()
    const wrong = examples.filter(({ right }) => !right).length
    console.log(`  // ${examples.length} seams, ${wrong} of them wrong`)
    const entries = weightsOf(examples).map((weight, i) => `    ${signNames[i]}: ${weight.toFixed(3)},`)
    console.log([`  ${form}: {`, ...entries, "  },"].join("\n"))
  }
}
