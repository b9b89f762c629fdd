// The scan of a page of 140 megapixels with 3,000 lines: how long its tiles take against sharp's own in the same run, and
// how fast it moves and zooms in a browser without a graphics card, on the real host and page.
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { chromium, type Page } from "@playwright/test"
import sharp from "sharp"
import { makeEnginePool } from "../../electron/engine/pool.ts"
import type { Line, Recognition } from "../../shared/model/recognition.ts"
import { findChromium } from "../support/chromium.ts"
import { addRead, glyphsIn, openForTests } from "../support/read.ts"
import { serveLibrary } from "../support/served.ts"

const [width, height] = [10_000, 14_000]
const columns = 10
const rows = 300
const [columnWidth, rowHeight, glyph] = [width / columns, height / rows, 36]

/** Lines as a full broadsheet has them: twelve articles, ten columns. */
function madeUp(): Recognition {
  const lines = Array.from({ length: columns * rows }, (_, at): Line => {
    const [x, y] = [Math.floor(at / rows) * columnWidth + 40, (at % rows) * rowHeight + 5]
    const text = at % 250 === 0 ? "江城要闻今日谈" : "东湖岸边的绿道昨日全线贯通，沿线居民说往后出门方便"
    const box = [x, y, x + [...text].length * glyph, y + glyph] as const
    return {
      id: `l${at}`,
      text,
      box,
      direction: "horizontal",
      score: 0.9,
      gap: 0,
      glyphs: glyphsIn(text, box, at),
    }
  })
  return { engine: { name: "made up", version: "1" }, width, height, lines, shapes: [] }
}

/** Paper with ink where the lines are. */
async function drawPage(file: string, recognition: Recognition): Promise<void> {
  const paper = Buffer.alloc(width * height)
  for (let at = 0, noise = 1; at < paper.length; at++) {
    noise = (noise * 48271) % 2147483647
    paper[at] = 232 + (noise & 15)
  }
  for (const { box } of recognition.lines)
    for (let y = box?.[1] ?? 0; y < (box?.[3] ?? 0); y++)
      for (let x = box?.[0] ?? 0; x < (box?.[2] ?? 0); x++)
        if (x % glyph > 4 && (x * 7 + Math.floor(y / 4) * 13) % 11 < 5) paper[Math.floor(y) * width + x] = 40
  const raw = { width, height, channels: 1 } as const
  await sharp(paper, { raw, limitInputPixels: false }).toColourspace("b-w").tiff({ compression: "lzw" }).toFile(file)
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** sharp by itself in a process of its own, as our engine is. */
const sharpAlone = (file: string, out: string): Promise<number> =>
  seconds(async () => {
    const program = `import sharp from "sharp"
      await sharp(process.argv[1]).jpeg({ quality: 82 }).tile({ size: 512, layout: "dz" }).toFile(process.argv[2])`
    const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", program, file, out], {
      stdio: "inherit",
    })
    if (status !== 0) throw new Error("sharp failed")
  })

async function tilesTable(folder: string, file: string): Promise<Record<string, string>> {
  const pool = makeEnginePool({ size: 1, memoryLimit: 2_500_000_000, timeoutMs: 600_000, log: () => {} })
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < 3; round++) {
    const out = join(folder, `ours${round}`)
    ours.push(await seconds(() => pool.run({ op: "tiles", path: file, pageIndex: 0, out })))
    theirs.push(await sharpAlone(file, join(folder, `theirs${round}.dz`)))
  }
  await pool.close()
  const [mine, its] = [Math.min(...ours), Math.min(...theirs)]
  return { "tiles, s": mine.toFixed(2), "sharp alone, s": its.toFixed(2), ratio: (mine / its).toFixed(2) }
}

/** Milliseconds between frames, of those in which the scan was drawn, while the pane is moved with the pointer and zoomed with the wheel. */
async function frames(page: Page): Promise<Record<string, string>> {
  const place = await page.locator(".scan-view").boundingBox()
  if (!place) throw new Error("no scan")
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2]
  const drag = async (dx: number, dy: number) => {
    await page.mouse.move(x - dx / 2, y - dy / 2)
    await page.mouse.down()
    await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 30 })
    await page.mouse.up()
  }
  const wheel = async (by: number, times: number) => {
    await page.mouse.move(x, y)
    for (let i = 0; i < times; i++) {
      await page.mouse.wheel(0, by)
      await page.waitForTimeout(70)
    }
  }
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    let last = performance.now()
    let drawn = false
    const { clearRect } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      drawn ||= this.canvas.className === "scan-overlay"
      clearRect.apply(this, box)
    }
    const tick = (now: number) => {
      if (drawn) times.push(now - last)
      drawn = false
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await drag(0, -300)
  await drag(0, 300)
  await wheel(-120, 12)
  for (const [dx, dy] of [
    [300, 200],
    [-300, -200],
    [200, -300],
    [-300, 300],
  ] as const)
    await drag(dx, dy)
  await wheel(120, 12)
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times.slice(2))
  times.sort((a, b) => a - b)
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(1)
  return { frames: String(times.length), "median, ms": at(0.5), "p95, ms": at(0.95), "worst, ms": at(0.9999) }
}

async function framesTable(file: string, recognition: Recognition): Promise<Record<string, string>> {
  const served = await serveLibrary(async (dir) => {
    const library = await openForTests(dir)
    await addRead(library, file, recognition)
    await library.close()
  })
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ["--no-sandbox", "--disable-gpu"],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(served.address)
    await page.locator("[role=treeitem][data-page]").first().click()
    const began = performance.now()
    await page.locator(".openseadragon-canvas canvas").first().waitFor()
    const first = performance.now() - began
    await page.locator("[data-pane=scan][aria-busy=false]").waitFor({ timeout: 120_000 })
    const sharpAfter = performance.now() - began
    await page.locator(".ProseMirror").waitFor({ timeout: 120_000 })
    return {
      "page seen, s": (first / 1000).toFixed(1),
      "sharp, s": (sharpAfter / 1000).toFixed(1),
      ...(await frames(page)),
    }
  } finally {
    await browser.close()
    await served.stop()
  }
}

export async function scanBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-bench-"))
  try {
    const recognition = madeUp()
    const file = join(folder, "page.tif")
    await drawPage(file, recognition)
    console.table([await tilesTable(folder, file)])
    console.table([await framesTable(file, recognition)])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
