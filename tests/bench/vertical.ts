// How well vertical traditional pages are read: set by Chromium, scanned decently and as old paper; by PP-OCR alone, by rows without
// Tesseract's data for columns, and with them, against those data on the whole page by themselves. Prints a table a page; asserts nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createWorker, PSM } from "tesseract.js"
import { ppocr } from "../../electron/engine/ocr/ppocr/reader.ts"
import { columnData } from "../../electron/engine/ocr/tessdata.ts"
import { tesseract } from "../../electron/engine/ocr/tesseract.ts"
import { columnReader } from "../../electron/engine/ocr/vertical/reader.ts"
import { recognize } from "../../electron/engine/recognize.ts"
import { distanceWithin, scoreKey } from "../../shared/text/score.ts"
import { scanPage } from "../fixtures/pages/scan.ts"
import { drawPage, openPress, type Setting } from "../fixtures/press/drawvertical.ts"
import { makePage } from "../fixtures/press/page.ts"
import { heldbackHant } from "../fixtures/stories/heldback-hant.ts"
import { openHant } from "../fixtures/stories/open-hant.ts"
import { percent } from "./pages.ts"
import { worn } from "./worn.ts"

const decent = { font: "Noto Serif CJK TC", figures: "sideways", ruled: false, loose: 0 } satisfies Setting
const old = { font: "Noto Serif CJK JP", figures: "paired", ruled: true, loose: 0.04 } satisfies Setting

const ways: Record<string, { setting: Setting; skew: number; spoil(png: Buffer, seed: number): Promise<Buffer> }> = {
  decent: { setting: decent, skew: 0.4, spoil: async (png) => png },
  old: { setting: old, skew: -0.7, spoil: worn },
}

interface Reading {
  lines: string[]
  seconds: number
}

const context = { signal: new AbortController().signal, onProgress() {}, onWarning() {} }

async function timed(read: () => Promise<string[]>): Promise<Reading> {
  const began = performance.now()
  const lines = await read()
  return { lines, seconds: (performance.now() - began) / 1000 }
}

async function alone(file: string): Promise<string[]> {
  const data = columnData("hant")
  if (!data) return []
  const { language, folder, gzip } = data
  const worker = await createWorker(language, 1, { langPath: folder, gzip, cacheMethod: "none" })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK_VERT_TEXT, user_defined_dpi: "300" })
  const { text } = (await worker.recognize(file)).data
  await worker.terminate()
  return text.split("\n")
}

/** Order-free: each printed line against the stretch of the result most like it. */
function cer(truth: string[], { lines }: Reading): string {
  const read = scoreKey(lines.join(""))
  const keys = truth.map(scoreKey)
  const errors = keys.reduce((sum, line) => sum + Math.min(line.length, distanceWithin(line, read)), 0)
  return lines.length ? percent(errors, keys.join("").length) : "–"
}

async function row(name: string, way: string, file: string, truth: string[]): Promise<Record<string, string>> {
  const [first, second] = [ppocr(), tesseract(2)]
  const by = (down: ReturnType<typeof columnReader>) =>
    timed(async () => {
      const job = {
        op: "recognize",
        path: file,
        pageIndex: 0,
        engine: "auto",
        script: "hant",
        direction: "auto",
      } as const
      const { lines } = await recognize(job, { across: first, down }, context)
      return lines.map(({ text }) => text)
    })
  try {
    const whole = await timed(() => alone(file))
    const rows = await by(columnReader(first, second, () => null))
    const both = await by(columnReader(first, second))
    return {
      page: name,
      scan: way,
      "chi_tra_vert alone": cer(truth, whole),
      "PP-OCR": cer(truth, await by(columnReader(first, null))),
      "without vertical data": cer(truth, rows),
      combined: cer(truth, both),
      "alone, s": whole.seconds.toFixed(1),
      "combined, s": both.seconds.toFixed(1),
    }
  } finally {
    await Promise.all([first.close(), second.close()])
  }
}

export async function benchVertical(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-bench-"))
  const press = await openPress()
  try {
    for (const [seed, name, stories] of [
      [2, "open stories", openHant],
      [5, "held back", heldbackHant],
    ] as const)
      for (const [way, { setting, skew, spoil }] of Object.entries(ways)) {
        const page = makePage({ stories: [...stories], oddments: [], direction: "vertical", seed })
        const png = await spoil(await drawPage(press, page, setting, seed), seed)
        const file = join(folder, `${seed}-${way}.jpg`)
        writeFileSync(file, (await scanPage(png, skew, seed)).jpeg)
        const truth = page.lines.map(({ text }) => text)
        console.table([await row(name, way, file, truth)])
      }
  } finally {
    await press.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
