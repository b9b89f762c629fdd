// npm run bench -- weights [--seed N --pages N]: fits the weights of the signs of doubt anew to made-up pages and prints them, to be
// put into electron/engine/ocr/weights.ts. By Newton's method, with a small prior against large weights.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Judged, signsOn, weigh } from "../../electron/engine/ocr/doubt.ts"
import { ppocr } from "../../electron/engine/ocr/ppocr/reader.ts"
import type { Signs } from "../../electron/engine/ocr/signs.ts"
import { recognize } from "../../electron/engine/recognize.ts"
import { openCity } from "../fixtures/stories/open-city.ts"
import { openHans } from "../fixtures/stories/open-hans.ts"
import { judged } from "./judged.ts"
import { logistic } from "./logistic.ts"
import { makeScan, ways } from "./madescans.ts"
import type { MadePages } from "./options.ts"

/** A share of the glyphs of decent scans that are to be marked. */
const marked = 0.039
const prior = 5

interface Case {
  signs: Signs
  wrong: boolean
  decent: boolean
}

/** Ink that was left over for a glyph that is missing is that of the glyph before it. */
function casesOf(printed: string[], read: Judged[], decent: boolean): Case[] {
  const lines = read.map(({ line, signs }) => ({ ...line, signs }))
  return judged(printed, lines).flatMap(({ line, wrong }) =>
    line.signs.map((signs, at): Case => {
      const lost = (missing: number) => missing === at + 1 || (at === 0 && missing === 0)
      const isWrong = wrong.some((one) => (one.missing ? signs.inkAfter > 0 && lost(one.at) : one.at === at))
      return { signs, wrong: isWrong, decent }
    }),
  )
}

async function readCases(seed: number, pages: number, folder: string): Promise<Case[]> {
  let read: Judged[] = []
  const reader = ppocr({
    judge: (lines, words, sheet) => {
      read = signsOn(lines, words, sheet)
      return lines
    },
  })
  const context = { signal: new AbortController().signal, onProgress() {}, onWarning() {} }
  const cases: Case[] = []
  for (let i = 0; i < pages; i++)
    for (const way of ways) {
      const { file, printed } = await makeScan([...openHans, ...openCity], way, seed + 10 * i, folder)
      const job = {
        op: "recognize",
        path: file,
        pageIndex: 0,
        engine: "ppocr",
        script: "hans",
        direction: "auto",
      } as const
      await recognize(job, { across: reader, down: reader }, context)
      cases.push(...casesOf(printed, read, way === "decent"))
    }
  await reader.close()
  return cases
}

export async function fitWeights({ seed = 2010, pages = 8 }: MadePages): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-weights-"))
  const cases = await readCases(seed, pages, folder).finally(() => rmSync(folder, { recursive: true, force: true }))
  printWeights(cases, `seed ${seed}, ${pages} pages of each kind`)
}

function printWeights(cases: Case[], title: string): void {
  const names = Object.keys(cases[0]!.signs) as (keyof Signs)[]
  const fitted = logistic(
    cases.map(({ signs }) => names.map((name) => signs[name])),
    cases.map(({ wrong }) => wrong),
    prior,
  )
  const weights = Object.fromEntries(names.map((name, i) => [name, Math.round(100 * fitted[i]!) / 100])) as Signs
  const decent = cases.filter((one) => one.decent).map(({ signs }) => weigh(signs, weights))
  const bound = decent.sort((a, b) => b - a)[Math.floor(marked * decent.length)]!
  console.log(`${title}: ${cases.length} glyphs, ${cases.filter(({ wrong }) => wrong).length} wrong`)
  console.log(weights)
  console.log(`bound ${bound.toFixed(2)}`)
}
