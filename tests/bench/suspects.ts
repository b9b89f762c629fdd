// How made-up pages full of seldom met names are read, scanned in four ways, and how many of the wrong glyphs are marked as
// suspects. Prints a line for each kind; asserts nothing.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { distanceWithin, scoreKey } from "../../shared/text/score.ts"
import { heldbackHans } from "../fixtures/stories/heldback-hans.ts"
import { openCity } from "../fixtures/stories/open-city.ts"
import { openHans } from "../fixtures/stories/open-hans.ts"
import { judged, type Marks, marksOn, noMarks, sumOf } from "./judged.ts"
import { makeScan, type Way, ways } from "./madescans.ts"
import type { MadePages } from "./options.ts"
import { ours, percent } from "./pages.ts"

const kinds = { open: [...openHans, ...openCity], "held back": heldbackHans }

interface Row {
  stories: string
  way: Way
  marks: Marks
  misread: number
  printed: number
  seconds: number
}

async function rowOf(stories: keyof typeof kinds, way: Way, seeds: number[], folder: string): Promise<Row> {
  const row: Row = { stories, way, marks: noMarks, misread: 0, printed: 0, seconds: 0 }
  for (const seed of seeds) {
    const scan = await makeScan(kinds[stories], way, seed, folder)
    const { recognition, seconds } = await ours(scan.file)
    const text = recognition.lines.map((line) => scoreKey(line.text))
    for (const line of scan.printed.map(scoreKey)) {
      row.misread += Math.min(line.length, ...text.map((read) => distanceWithin(line, read)))
      row.printed += line.length
    }
    row.seconds += seconds
    row.marks = sumOf(row.marks, marksOn(judged(scan.printed, recognition.lines)))
  }
  return row
}

const cells = ({ stories, way, marks, misread, printed, seconds }: Row, pages: number) => ({
  stories,
  way,
  glyphs: marks.glyphs,
  CER: percent(misread, printed),
  marked: percent(marks.marked, marks.glyphs),
  errors: marks.errors,
  "errors marked": percent(marks.found, marks.errors),
  "s a page": (seconds / pages).toFixed(1),
})

export async function benchSuspects({ seed = Date.now() % 1_000_000, pages = 2 }: MadePages): Promise<void> {
  console.log(`seed ${seed}, ${pages} pages a row`)
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-suspects-"))
  const seeds = Array.from({ length: pages }, (_, i) => seed + i)
  try {
    for (const way of ways)
      for (const stories of ["open", "held back"] as const)
        console.log(JSON.stringify(cells(await rowOf(stories, way, seeds, folder), pages)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
