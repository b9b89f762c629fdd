// From a key to the screen, against bare ProseMirror with the same document in the same run; from a caret to its glyph on the
// scan; from an edit to its acknowledgement; from one page to the next.
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { tmpdir } from "node:os"
import { extname, join, resolve } from "node:path"
import { type Browser, chromium, type Page } from "@playwright/test"
import react from "@vitejs/plugin-react"
import { build } from "vite"
import { compose } from "../../shared/document/compose.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import type { Line, Recognition } from "../../shared/model/recognition.ts"
import { findChromium } from "../support/chromium.ts"
import { caret, openPage, saved } from "../support/editor.ts"
import { addRead, glyphsIn, openForTests, samples } from "../support/read.ts"
import { serveLibrary } from "../support/served.ts"

const keys = 120
const words = "城市街道春风桥头渡口江岸新楼旧巷灯火人家早市晚归书声琅琅山路弯弯田野青青稻花香里老屋门前".split("")

/** A page of so many characters in columns of sixteen, a paragraph of five lines after another. */
export function longPage(characters: number): Recognition {
  const lines: Line[] = []
  const [em, measure, depth] = [30, 16, 120]
  let seed = 7
  const next = () => words[(seed = (seed * 48271) % 2147483647) % words.length] as string
  for (let n = 0; n * measure < characters; n++) {
    const [column, row] = [Math.floor(n / depth), n % depth]
    const indent = n % 5 === 0 ? 2 : 0
    const size = n % 5 === 4 ? 9 : measure - indent
    const text = Array.from({ length: size - 1 }, next).join("") + (n % 5 === 4 ? "。" : next())
    const x = 100 + column * (measure + 2) * em + indent * em
    const y = 400 + row * 48
    const box: [number, number, number, number] = [x, y, x + size * em, y + em]
    lines.push({
      id: `l${n}`,
      text,
      box,
      direction: "horizontal",
      score: 0.99,
      glyphs: glyphsIn(text, box, n * 7),
      gap: 0,
    })
  }
  const title = "长版一张"
  const box: [number, number, number, number] = [100, 200, 100 + 90 * title.length, 290]
  lines.unshift({
    id: "t",
    text: title,
    box,
    direction: "horizontal",
    score: 0.99,
    glyphs: glyphsIn(title, box),
    gap: 0,
  })
  return { engine: { name: "bench", version: "1" }, width: 12000, height: 6500, lines, shapes: [] }
}

const quantile = (values: number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const median = (values: number[]): number => quantile(values, 0.5)

/** Milliseconds from each of `keys` keystrokes to the first task after the frame that shows it. */
async function keystrokes(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    addEventListener(
      "keydown",
      (event) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - event.timeStamp)
          port2.postMessage(null)
        })
      },
      true,
    )
  })
  for (let n = 0; n < keys; n++) {
    await page.keyboard.press("a")
    await page.waitForTimeout(20)
  }
  await page.waitForTimeout(200)
  return page.evaluate(() => (window as unknown as { times: number[] }).times)
}

async function bareServer(recognition: Recognition): Promise<{ address: string; close(): void }> {
  const out = mkdtempSync(join(tmpdir(), "jiaoyang-bare-"))
  const root = resolve(import.meta.dirname, "bare")
  await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    build: { outDir: out, emptyOutDir: true, target: "es2023" },
  })
  const doc = JSON.stringify(compose(recognition, arrange(recognition)).doc)
  const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" }
  const server: Server = createServer((request, response) => {
    const name = request.url === "/" ? "/index.html" : (request.url ?? "/")
    const type = types[extname(name)]
    response.setHeader("content-type", type ?? "application/json")
    response.end(name === "/doc.json" ? doc : type && readFileSync(join(out, name)))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as { port: number }
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
      rmSync(out, { recursive: true, force: true })
    },
  }
}

const midParagraph = async (page: Page): Promise<void> => {
  const text = await page.evaluate(() => {
    const blocks = [...document.querySelectorAll(".ProseMirror p")]
    return blocks[Math.floor(blocks.length / 2)]?.textContent?.slice(0, 12) ?? ""
  })
  await caret(page, text, 6)
}

async function bareRun(browser: Browser, address: string): Promise<number[]> {
  const page = await browser.newPage()
  await page.goto(address)
  await page.waitForSelector(".ProseMirror p")
  await midParagraph(page)
  const times = await keystrokes(page)
  await page.close()
  return times
}

async function ourRun(browser: Browser, address: string): Promise<{ times: number[]; ack: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await openPage(page, address)
  await midParagraph(page)
  const began = performance.now()
  await page.keyboard.press("b")
  await page.waitForSelector("[data-saved=saving]")
  await saved(page)
  const ack = performance.now() - began
  const times = await keystrokes(page)
  await page.close()
  return { times, ack }
}

/** Milliseconds from moving the caret to the scan's saying so. */
async function caretToScan(browser: Browser, address: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await openPage(page, address)
  await midParagraph(page)
  await page.waitForTimeout(500)
  const times: number[] = []
  for (let n = 0; n < 30; n++) {
    await page.evaluate(() => {
      const pane = document.querySelector("[data-pane=scan]")
      const state = { time: -1 }
      Object.assign(window, { state })
      const watch = new MutationObserver(() => {
        state.time = performance.now() - start
        watch.disconnect()
      })
      let start = 0
      addEventListener("keydown", (event) => (start = event.timeStamp), { capture: true, once: true })
      if (pane) watch.observe(pane, { attributes: true, subtree: true, attributeFilter: ["data-caret"] })
    })
    await page.keyboard.press("ArrowDown")
    await page.waitForTimeout(120)
    const time = await page.evaluate(() => (window as unknown as { state: { time: number } }).state.time)
    if (time >= 0) times.push(time)
  }
  await page.close()
  return times
}

/** Milliseconds from the key to the next page's text on the screen, both pages seen before and not. */
async function pageSwitch(browser: Browser, address: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await openPage(page, address)
  const times: number[] = []
  for (const key of ["Alt+PageDown", "Alt+PageUp", "Alt+PageDown", "Alt+PageUp"]) {
    const from = await page.getAttribute("main[data-page]", "data-page")
    const began = performance.now()
    await page.keyboard.press(key)
    await page.waitForSelector(`main[data-page]:not([data-page="${from}"])[data-ready=true] .ProseMirror p`)
    times.push(performance.now() - began)
    await page.waitForTimeout(300)
  }
  await page.close()
  return times
}

export async function benchTyping(): Promise<void> {
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ["--no-sandbox", "--disable-gpu"],
  })
  const rows: Record<string, string>[] = []
  const others: Record<string, string>[] = []
  for (const characters of [8_000, 50_000]) {
    const recognition = longPage(characters)
    const bare = await bareServer(recognition)
    const served = await serveLibrary(async (dir) => {
      const library = await openForTests(dir)
      await addRead(library, join(samples, "donghu-03", "scan.jpg"), recognition)
      await addRead(library, join(samples, "linlan-A5", "scan.jpg"), longPage(2000))
      await library.close()
    })
    const [ours, theirs, acks] = [[] as number[], [] as number[], [] as number[]]
    const [ours50, theirs50] = [[] as number[], [] as number[]]
    for (let run = 0; run < 3; run++) {
      const bareTimes = await bareRun(browser, bare.address)
      const { times, ack } = await ourRun(browser, served.address)
      ours.push(quantile(times, 0.95))
      ours50.push(median(times))
      theirs.push(quantile(bareTimes, 0.95))
      theirs50.push(median(bareTimes))
      acks.push(ack)
    }
    const carets = await caretToScan(browser, served.address)
    const switches = await pageSwitch(browser, served.address)
    await served.stop()
    bare.close()
    const ms = (value: number) => value.toFixed(1)
    rows.push({
      characters: String(characters),
      "key to paint, p50 / p95, ms": `${ms(median(ours50))} / ${ms(median(ours))}`,
      "bare ProseMirror, ms": `${ms(median(theirs50))} / ${ms(median(theirs))}`,
      "ratio of p95": (median(ours) / median(theirs)).toFixed(2),
    })
    others.push({
      characters: String(characters),
      "edit to acknowledged, worst of 3, ms": ms(Math.max(...acks)),
      "caret to scan, p50 / worst, ms": `${ms(median(carets))} / ${ms(Math.max(0, ...carets))} (${carets.length})`,
      "page switch, p50 / worst, ms": `${ms(median(switches))} / ${ms(Math.max(...switches))}`,
    })
  }
  await browser.close()
  console.table(rows)
  console.table(others)
}
