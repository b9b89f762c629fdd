// How well the sample pages are read as they are and spoilt, how much of what is misread is marked as suspect, and how long
// reading takes against tesseract.js reading the whole page by itself in the same run. Prints a table; asserts nothing.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pairs } from "../../electron/engine/ocr/merge.ts"
import { wordList } from "../../electron/services/words.ts"
import { compose } from "../../shared/document/compose.ts"
import { evaluate } from "../../shared/eval/evaluate.ts"
import { suspectBelow, toArticles } from "../../shared/export/articles.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import type { ArticlesFile } from "../../shared/model/article.ts"
import type { Glyph, Recognition } from "../../shared/model/recognition.ts"
import { distance, scoreKey } from "../../shared/text/score.ts"
import { ours, percent, rate, recall, samples, wholePage } from "./pages.ts"
import { photographed, reduced } from "./spoil.ts"

const ways: Record<string, ((file: string, out: string) => Promise<void>) | null> = {
  "as it is": null,
  reduced,
  photographed,
}

interface Suspects {
  glyphs: number
  marked: number
  errors: number
  found: number
}

/** A glyph that is missing counts as found where one beside it is marked. */
function suspects(truth: ArticlesFile, { lines }: Recognition): Suspects {
  const sum: Suspects = { glyphs: 0, marked: 0, errors: 0, found: 0 }
  const isMarked = (glyph: Glyph | undefined) => glyph !== undefined && glyph.score < suspectBelow
  const wanted = truth.lines.map((line) => scoreKey(line.text)).filter(Boolean)
  for (const { glyphs } of lines) {
    if (!glyphs?.length) continue
    sum.glyphs += glyphs.length
    sum.marked += glyphs.filter(isMarked).length
    // A glyph whose key has several characters (…) stands once in both.
    const read = glyphs.map((glyph) => scoreKey(glyph.text)[0] ?? "")
    const text = read.join("")
    const near = wanted.reduce((best, line) => (distance(line, text) < distance(best, text) ? line : best), wanted[0]!)
    if (distance(near, text) > 0.5 * near.length) continue
    let before = 0
    for (const [i, j] of pairs(read, [...near.replaceAll("...", ".")])) {
      if (i !== null) before = i + 1
      if (i !== null && j !== null && read[i] === near.replaceAll("...", ".")[j]) continue
      sum.errors++
      if (i === null ? isMarked(glyphs[before - 1]) || isMarked(glyphs[before]) : isMarked(glyphs[i])) sum.found++
    }
  }
  return sum
}

async function row(page: string, way: string, file: string, truth: ArticlesFile): Promise<Record<string, string>> {
  const { recognition, seconds } = await ours(file)
  const whole = await wholePage(file)
  const { doc, ledger } = compose(recognition, arrange(recognition, await wordList()))
  const { lines } = recognition
  const { paragraphs, headlines, lineCer } = evaluate(truth, { ...toArticles(doc, ledger, recognition), lines })
  const { glyphs, marked, errors, found } = suspects(truth, recognition)
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
