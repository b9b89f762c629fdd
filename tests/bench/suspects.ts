// How made-up pages full of seldom met names are read, scanned in four ways, and how many of the wrong glyphs are marked as
// suspects. `npm run bench -- suspects [seed] [pages]`. Prints a table; asserts nothing.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { distanceWithin, scoreKey } from "../../shared/text/score.ts"
import { heldbackHans } from "../fixtures/stories/heldback-hans.ts"
import { openCity } from "../fixtures/stories/open-city.ts"
import { openHans } from "../fixtures/stories/open-hans.ts"
import { judged, type Marks, marksOn } from "./judged.ts"
import { makeScan, ways } from "./madescans.ts"
import { ours, percent } from "./pages.ts"

const kinds = { open: [...openHans, ...openCity], "held back": heldbackHans }

export async function benchSuspects(): Promise<void> {
  const [seed = Date.now() % 1_000_000, pages = 2] = process.argv.slice(3).map(Number)
  console.log(`seed ${seed}, ${pages} pages a row`)
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-suspects-"))
  try {
    const rows = []
    for (const [stories, all] of Object.entries(kinds))
      for (const way of ways) {
        const sum = { errors: 0, length: 0, seconds: 0 }
        const marks: Marks[] = []
        for (let i = 0; i < pages; i++) {
          const scan = await makeScan(all, way, seed + i, folder)
          const { recognition, seconds } = await ours(scan.file)
          const text = recognition.lines.map((line) => scoreKey(line.text))
          for (const line of scan.printed.map(scoreKey)) {
            sum.errors += Math.min(line.length, ...text.map((read) => distanceWithin(line, read)))
            sum.length += line.length
          }
          sum.seconds += seconds
          marks.push(marksOn(judged(scan.printed, recognition.lines)))
        }
        const total = (key: keyof Marks) => marks.reduce((all, one) => all + one[key], 0)
        rows.push({
          stories,
          way,
          glyphs: total("glyphs"),
          CER: percent(sum.errors, sum.length),
          marked: percent(total("marked"), total("glyphs")),
          errors: total("errors"),
          "errors marked": percent(total("found"), total("errors")),
          "s a page": (sum.seconds / pages).toFixed(1),
        })
      }
    console.table(rows)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
