// How well the sample pages are read as they are and spoilt, how much of what is misread is marked as suspect, and how long
// reading takes against tesseract.js reading the whole page by itself in the same run. Prints a table; asserts nothing.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { wordList } from "../../electron/engine/words.ts"
import { compose } from "../../shared/document/compose.ts"
import { evaluate } from "../../shared/eval/evaluate.ts"
import { toArticles } from "../../shared/export/articles.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import type { ArticlesFile } from "../../shared/model/article.ts"
import { judged, marksOn } from "./judged.ts"
import { ours, percent, rate, recall, samples, wholePage } from "./pages.ts"
import { photographed, reduced } from "./spoil.ts"

const ways: Record<string, ((file: string, out: string) => Promise<void>) | null> = {
  "as it is": null,
  reduced,
  photographed,
}

async function row(page: string, way: string, file: string, truth: ArticlesFile): Promise<Record<string, string>> {
  const { recognition, seconds } = await ours(file)
  const whole = await wholePage(file)
  const { doc, ledger } = compose(recognition, arrange(recognition, await wordList()))
  const { lines } = recognition
  const { paragraphs, headlines, lineCer } = evaluate(truth, { ...toArticles(doc, ledger, recognition), lines })
  const printed = truth.lines.map((line) => line.text)
  const { glyphs, marked, errors, found } = marksOn(judged(printed, recognition.lines))
  return {
    page,
    scan: way,
    "line CER": rate(lineCer),
    paragraphs: recall(paragraphs),
    headlines: recall(headlines),
    marked: percent(marked, glyphs),
    "errors marked": `${found} of ${errors}`,
    "reading, s": seconds.toFixed(1),
    "Tesseract alone, s": whole.toFixed(1),
    ratio: (seconds / whole).toFixed(2),
  }
}

export async function benchRecognition(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-bench-"))
  const rows: Record<string, string>[] = []
  try {
    for (const page of readdirSync(samples).filter((name) => !name.endsWith(".md"))) {
      const truth = JSON.parse(readFileSync(join(samples, page, "truth.json"), "utf8")) as ArticlesFile
      const scan = join(samples, page, "scan.jpg")
      for (const [way, spoil] of Object.entries(ways)) {
        const file = spoil ? join(folder, `${way}.jpg`) : scan
        await spoil?.(scan, file)
        rows.push(await row(page, way, file, truth))
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.table(rows)
}
