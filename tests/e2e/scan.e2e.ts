// The scan beside the text, in a real browser on the real host: its tiles, its boxes, and the link between the two.
import { join } from "node:path"
import { expect, type Page, test } from "@playwright/test"
import { altoOf, sampleAlto } from "../support/alto.ts"
import { forgiveNothing } from "../support/complaints.ts"
import { caret, openPage } from "../support/editor.ts"
import { readSample, sampleLibrary, samples } from "../support/read.ts"
import { type Served, serveLibrary } from "../support/served.ts"

let served: Served
let fresh: Served
forgiveNothing()

test.beforeAll(async () => {
  served = await serveLibrary((library) => sampleLibrary(library))
  fresh = await serveLibrary()
})
test.afterAll(async () => {
  await served.stop()
  await fresh.stop()
})

const pane = (page: Page) => page.locator("[data-pane=scan]")
const scale = (page: Page) => page.locator(".scan-tools .scale")
const percent = async (page: Page) => Number.parseInt((await scale(page).textContent()) ?? "", 10)
const sharp = (page: Page) => expect(pane(page)).toHaveAttribute("aria-busy", "false", { timeout: 30_000 })

async function box(page: Page) {
  const found = await page.locator(".scan-view").boundingBox()
  if (!found) throw new Error("no scan")
  return found
}

const sample = readSample("donghu-03")
const lineWith = (text: string) => {
  const line = sample.lines.find((one) => one.text.includes(text))
  if (!line?.box) throw new Error(`no ${text}`)
  return { id: line.id, box: line.box, text: line.text }
}

/** Where a character of a line stands in the window while the scan is fitted and shown from its top. */
async function onScreen(page: Page, text: string, character: string): Promise<[x: number, y: number]> {
  const { width = 1, height = 1 } = { width: sample.width ?? 1, height: sample.height ?? 1 }
  const view = await box(page)
  const zoom = view.width / width
  const top = Math.max(0, (view.height - height * zoom) / 2)
  const line = lineWith(text)
  const glyph = (line.box[2] - line.box[0]) / [...line.text].length
  const x = line.box[0] + ([...line.text].indexOf(character) + 0.25) * glyph
  return [view.x + x * zoom, view.y + top + ((line.box[1] + line.box[3]) / 2) * zoom]
}

test("[Z10] an imported scan is shown with its tiles, as wide as its pane, and is zoomed and moved", async ({
  page,
}) => {
  await page.goto(fresh.address)
  const tiles: number[] = []
  page.on("response", (response) => response.url().includes("/tile/") && tiles.push(response.status()))
  await page.locator("[data-choose=files]").first().setInputFiles(join(samples, "donghu-03/scan.jpg"))
  await page.locator("[role=treeitem][data-page]").first().click({ timeout: 90_000 })
  await sharp(page)
  expect([tiles.length > 3, new Set(tiles)]).toEqual([true, new Set([200])])
  const fit = Math.round(((await box(page)).width / (sample.width ?? 1)) * 100)
  expect(await percent(page)).toBe(fit)

  await page.getByRole("button", { name: "原大 1:1" }).click()
  await expect(scale(page)).toHaveText("100%")
  await page.getByRole("button", { name: "缩小" }).click()
  await expect(scale(page)).toHaveText("75%")
  await pane(page).focus()
  await page.keyboard.press("+")
  await expect(scale(page)).toHaveText("100%")
  await page.keyboard.press("0")
  await expect(scale(page)).toHaveText(`${fit}%`)
  const { x, y, width, height } = await box(page)
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.wheel(0, -240)
  await expect.poll(() => percent(page)).toBeGreaterThan(fit)
  await page.keyboard.press("Control+8")
  await expect(scale(page)).toHaveText("100%")
  await sharp(page)

  const before = await page.locator(".scan-place canvas").first().screenshot()
  await page.keyboard.press("ArrowDown")
  await page.waitForTimeout(300)
  const moved = await page.locator(".scan-place canvas").first().screenshot()
  expect(moved.equals(before)).toBe(false)
  await page.mouse.down()
  await page.mouse.move(x + width / 2, y + height / 2 - 80, { steps: 4 })
  await page.mouse.up()
  await expect(pane(page)).toHaveAttribute("data-caret", "")
  for (const key of ["w", "a", "r", "f", "j"]) await page.keyboard.press(key)
  await expect(scale(page)).toHaveText("100%")
  await expect(pane(page)).toBeFocused()
})

test("[Z11] a click on a line puts the text's caret at the glyph; the caret's line comes into view", async ({
  page,
}) => {
  await openPage(page, served.address, "城事")
  await sharp(page)
  const [x, y] = await onScreen(page, "老邻居成了监督员", "监")
  const { id } = lineWith("老邻居成了监督员")
  await page.mouse.move(x, y)
  await expect(pane(page)).toHaveAttribute("data-hover", id)
  await page.mouse.click(x, y)
  await expect(pane(page)).toHaveAttribute("data-caret", `${id} 5`)
  await expect(page.locator(".ProseMirror")).toBeFocused()
  await page.keyboard.insertText("※")
  await expect(page.locator(".ProseMirror p", { hasText: "老邻居成了※监督员" })).toBeVisible()
  await page.keyboard.press("Control+z")

  await page.keyboard.press("Control+8")
  await expect(scale(page)).toHaveText("100%")
  await caret(page, "小板凳上有大学问", 3)
  await expect(pane(page)).toHaveAttribute("data-caret", `${lineWith("小板凳上有大学问").id} 3`)
  await page.waitForTimeout(400)
  // The caret's line stands in the middle of the pane: the pointer is on it there.
  const view = await box(page)
  await page.mouse.move(view.x + view.width / 2, view.y + view.height / 2)
  await expect(pane(page)).toHaveAttribute("data-hover", lineWith("小板凳上有大学问").id)
  await expect(scale(page)).toHaveText("100%")
  await page.keyboard.press("Control+9")
  await expect.poll(() => percent(page)).toBeLessThan(60)
})

/** Share of the overlay's points that are painted. */
const painted = (page: Page) =>
  page.locator("canvas.scan-overlay").evaluate((canvas: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
    const context = copy.getContext("2d") as OffscreenCanvasRenderingContext2D
    context.drawImage(canvas, 0, 0)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 3; at < data.length; at += 4) if (data[at]) count++
    return count / (data.length / 4)
  })

test("[Z12] boxes can be hidden; a pane of another size shows the same place", async ({ page }) => {
  await openPage(page, served.address, "城事")
  await sharp(page)
  expect(await painted(page)).toBeGreaterThan(0.15)
  await page.getByRole("button", { name: "显示行框" }).click()
  await expect.poll(() => painted(page)).toBe(0)
  await page.getByRole("button", { name: "显示行框" }).click()
  await expect.poll(() => painted(page)).toBeGreaterThan(0.15)

  const fitted = await percent(page)
  await page.setViewportSize({ width: 1900, height: 900 })
  await expect.poll(() => percent(page)).toBeGreaterThan(fitted + 5)
  const [x, y] = await onScreen(page, "旧楼装上新电梯", "装")
  await page.mouse.click(x, y)
  await page.keyboard.press("Control+8")
  await page.keyboard.press("Control+9")
  await page.keyboard.press("Control+8")
  await page.waitForTimeout(400)
  const middle = async () => {
    const view = await box(page)
    await page.mouse.move(view.x + view.width / 2, view.y + view.height / 2 - 4)
    await page.mouse.move(view.x + view.width / 2, view.y + view.height / 2)
    return pane(page).getAttribute("data-hover")
  }
  const there = await middle()
  await page.setViewportSize({ width: 1400, height: 700 })
  await page.waitForTimeout(300)
  expect(await middle()).toBe(there)
  await expect(scale(page)).toHaveText("100%")
})

test("[Z13] the next page begins without the boxes of the last, as wide as its pane", async ({ page }) => {
  await openPage(page, served.address, "城事")
  await sharp(page)
  const [x, y] = await onScreen(page, "老邻居成了监督员", "监")
  await page.mouse.click(x, y)
  const last = await pane(page).getAttribute("data-caret")
  await page.keyboard.press("Alt+PageDown")
  await expect(pane(page)).not.toHaveAttribute("data-caret", last ?? "")
  await sharp(page)
  const width = readSample("linlan-A5").width ?? 1
  expect(await percent(page)).toBe(Math.round(((await box(page)).width / width) * 100))
})

test("[Z13] a page of text shows its lines, linked in the same way", async ({ page }) => {
  await page.goto(fresh.address)
  await page.locator("[data-action=import]").click()
  await page.locator("[data-choose=files]").first().setInputFiles(join(samples, "linlan-A5/raw.txt"))
  await page.locator("[role=treeitem][data-page]", { hasText: "A5" }).click({ timeout: 60_000 })
  await expect(page.locator("main[data-page][data-ready=true] .ProseMirror")).toBeVisible()
  const line = page.locator(".printed li").nth(30)
  await line.click()
  await expect(line).toHaveClass(/current/)
  await expect(page.locator(".ProseMirror")).toBeFocused()
  await caret(page, (await page.locator(".ProseMirror p").last().textContent())?.slice(0, 6) ?? "", 1)
  await expect(page.locator(".printed li.current")).toBeInViewport()
  await expect(page.locator(".printed li.current")).not.toHaveText((await line.textContent()) ?? "")
})

test("[U17] a page of ALTO opens with its lines in the place of the scan, linked with the text", async ({ page }) => {
  const alto = altoOf([sampleAlto("donghu-03").page])
  await page.goto(fresh.address)
  await page.locator("[data-action=import]").first().click()
  const file = { name: "东湖日报_2026-05-13_09.xml", mimeType: "application/xml", buffer: Buffer.from(alto) }
  await page.locator("[data-choose=files]").first().setInputFiles(file)
  await page.locator("[role=treeitem][data-page]", { hasText: "09" }).click({ timeout: 60_000 })
  await expect(page.locator("main[data-page][data-ready=true] .ProseMirror")).toContainText("先问愿不愿，再谈怎么改")
  await expect(page.locator(".printed")).toContainText("没有版面图")
  await expect(page.locator(".scan-view")).toHaveCount(0)
  const line = page.locator(".printed li").nth(30)
  await line.click()
  await expect(line).toHaveClass(/current/)
  await expect(page.locator(".ProseMirror")).toBeFocused()
})

test("[Z14] no text becomes markup on the page; what is pasted with markup comes in as text", async ({ page }) => {
  await openPage(page, served.address, "城事")
  const refused = await page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<b>x</b>"
      return false
    } catch (error) {
      return error instanceof TypeError
    }
  })
  expect(refused).toBe(true)
  await caret(page, "小板凳上有大学问", 3)
  await page.locator(".ProseMirror").evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/html", "<p><b>甲</b><i>乙</i></p>")
    text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.locator(".ProseMirror p", { hasText: "小板凳甲乙上有大学问" })).toBeVisible()
})
