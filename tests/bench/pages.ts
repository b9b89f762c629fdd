// How well the sample pages are read and put together, and how long that takes against Tesseract reading the
// whole page by itself, in the same run; then how fast a large scan is cut up, moved and zoomed. Prints tables; asserts nothing.
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { createWorker, PSM } from "tesseract.js"
import { makeEnginePool } from "../../electron/engine/pool.ts"
import { wordList } from "../../electron/engine/words.ts"
import { compose } from "../../shared/document/compose.ts"
import { type ErrorRate, evaluate, type Tally } from "../../shared/eval/evaluate.ts"
import { riskCoverage } from "../../shared/eval/risk.ts"
import { toArticles } from "../../shared/export/articles.ts"
import { readPlaintext } from "../../shared/import/plaintext.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import type { ArticlesFile } from "../../shared/model/article.ts"
import type { Recognition } from "../../shared/model/recognition.ts"

export const samples = resolve(import.meta.dirname, "../../resources/samples")

export const percent = (part: number, whole: number): string => (whole ? `${((100 * part) / whole).toFixed(1)} %` : "–")
export const rate = (cer: ErrorRate | null): string => (cer ? percent(cer.errors, cer.length) : "–")
export const recall = ({ right, wanted }: Tally): string => percent(right, wanted)

async function row(
  page: string,
  input: string,
  truth: ArticlesFile,
  recognition: Recognition,
): Promise<Record<string, string>> {
  const { doc, ledger } = compose(recognition, arrange(recognition, await wordList()))
  const found = evaluate(truth, { ...toArticles(doc, ledger, recognition), lines: recognition.lines })
  const { articles, headlines, bylines, datelines, captions, headings, paragraphs, exactParagraphs } = found
  const named = {
    articles,
    headlines,
    bylines,
    datelines,
    captions,
    headings,
    paragraphs,
    "to the letter": exactParagraphs,
  }
  const cells = Object.entries(named).map(([name, tally]): [string, string] => [name, recall(tally)])
  const { seams, wrong } = riskCoverage(found.seams.judged)
  return {
    page,
    input,
    ...Object.fromEntries(cells),
    "line CER": rate(found.lineCer),
    "body CER": rate(found.bodyCer),
    seams: percent(seams - wrong, seams),
  }
}

/** Truth lines as a recognizer without fault would deliver them: boxes and texts, shuffled. */
const perfect = (truth: ArticlesFile): Recognition => ({
  engine: { name: "truth", version: "1" },
  width: truth.source.width,
  height: truth.source.height,
  lines: truth.lines
    .toSorted((a, b) => a.id.split("").reverse().join("").localeCompare(b.id.split("").reverse().join("")))
    .map((line) => ({ ...line, direction: "horizontal", glyphs: null, gap: 0 })),
  shapes: [],
})

/** Seconds that tesseract.js takes for the whole page by itself, start included. */
export async function wholePage(path: string): Promise<number> {
  const began = performance.now()
  const data = join(
    dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/chi_sim/package.json")),
    "4.0.0_best_int",
  )
  const worker = await createWorker("chi_sim", 1, { langPath: data, cacheMethod: "none", errorHandler: () => {} })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO })
  await worker.recognize(path, {}, { blocks: true })
  await worker.terminate()
  return (performance.now() - began) / 1000
}

export async function ours(path: string): Promise<{ recognition: Recognition; seconds: number }> {
  const began = performance.now()
  const pool = makeEnginePool({ size: 1, memoryLimit: 2_500_000_000, timeoutMs: 600_000, log: () => {} })
  const job = { op: "recognize", path, pageIndex: 0, engine: "auto", script: "auto", direction: "auto" } as const
  const recognition = await pool.run(job)
  await pool.close()
  return { recognition, seconds: (performance.now() - began) / 1000 }
}

export async function benchPages(): Promise<void> {
  const accuracy: Record<string, string>[] = []
  const speed: Record<string, string>[] = []
  for (const page of readdirSync(samples).filter((name) => !name.endsWith(".md"))) {
    const truth = JSON.parse(readFileSync(join(samples, page, "truth.json"), "utf8")) as ArticlesFile
    accuracy.push(
      await row(page, "raw text", truth, readPlaintext(readFileSync(join(samples, page, "raw.txt"), "utf8"))),
    )
    accuracy.push(await row(page, "perfect lines", truth, perfect(truth)))
    const scan = join(samples, page, "scan.jpg")
    const { recognition, seconds } = await ours(scan)
    accuracy.push(await row(page, "scan", truth, recognition))
    const whole = await wholePage(scan)
    speed.push({
      page,
      "reading, s": seconds.toFixed(1),
      "Tesseract alone, s": whole.toFixed(1),
      ratio: (seconds / whole).toFixed(2),
    })
  }
  console.table(accuracy)
  console.table(speed)
}
