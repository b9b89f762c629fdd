// One region of a page that is read again, in a real browser on the real host.
import { expect, type Page, test } from "@playwright/test"
import { expectNoAxeViolations } from "../support/axe.ts"
import { forgiveNothing } from "../support/complaints.ts"
import { caret, command, openPage } from "../support/editor.ts"
import { readSample, sampleLibrary } from "../support/read.ts"
import { type Served, serveLibrary } from "../support/served.ts"

let served: Served
forgiveNothing()

test.beforeAll(async () => {
  served = await serveLibrary((library) => sampleLibrary(library, { 梯: "悌" }))
})
test.afterAll(() => served.stop())

const text = (page: Page) => page.locator(".ProseMirror")
const bar = (page: Page) => page.locator("form[data-region]")

const reread = (page: Page) =>
  expect(page.locator("[data-rereading]")).toHaveAttribute("data-rereading", "done", { timeout: 60_000 })

/** How often the page says what was misread. */
const misread = async (page: Page) => ((await text(page).textContent()) ?? "").split("悌").length - 1

test("[P40] the block of the caret is read again, and nothing else", async ({ page }) => {
  test.setTimeout(120_000)
  await openPage(page, served.address, "城事")
  const before = await misread(page)
  expect(before).toBeGreaterThan(2)
  await caret(page, "旧楼装上新电悌")
  await page.keyboard.type("今天")
  await command(page, "重新识别一块区域")
  await expect(bar(page)).toHaveAttribute("data-region", "caret")
  await bar(page).locator("[data-choose=engine]").selectOption("tesseract")
  await bar(page).getByRole("button", { name: "重新识别" }).press("Enter")
  await expect(bar(page)).toHaveCount(0)
  await reread(page)
  await expect(text(page)).toContainText("今天旧楼装上新电梯")
  expect(await misread(page)).toBe(before - 1)
})

test("[P40] so is what a box is drawn around; a click means a block again, Escape leaves", async ({ page }) => {
  test.setTimeout(120_000)
  // All of the scan is in view.
  await page.setViewportSize({ width: 1280, height: 1000 })
  await openPage(page, served.address, "城事")
  const before = await misread(page)
  await caret(page, "小板凳上有大学问")
  await command(page, "重新识别一块区域")
  await page.keyboard.press("Escape")
  await expect(bar(page)).toHaveCount(0)
  await expect(text(page)).toBeFocused()

  await command(page, "重新识别一块区域")
  const place = await onScreen(page)
  const draw = async (from: [number, number], to: [number, number]) => {
    await page.mouse.move(...place(...from))
    await page.mouse.down()
    await page.mouse.move(...place(...to), { steps: 4 })
    await page.mouse.up()
    await expect(bar(page)).toHaveAttribute("data-region", "drawn")
  }
  await draw([120, 300], [400, 500])
  await page.mouse.click(...place(300, 890))
  await expect(bar(page)).toHaveAttribute("data-region", "caret")
  // Around the first lines of a paragraph that begins with 老楼装电梯, from below.
  await draw([640, 2770], [120, 2645])
  await bar(page).getByRole("button", { name: "重新识别" }).click()
  await reread(page)
  await expect(text(page)).toContainText("老楼装电梯，难在人心不")
  expect(await misread(page)).toBe(before - 1)
})

test("[P40] the menu at a block's tag leads there, and nothing stands in the way", async ({ page }) => {
  await openPage(page, served.address, "民生")
  await page
    .locator(".ProseMirror p[data-type=headline]")
    .first()
    .click({ position: { x: 60, y: 14 } })
  await page.getByRole("menuitem", { name: "重新识别一块区域" }).click()
  await expect(bar(page)).toHaveAttribute("data-region", "caret")
  await expect(bar(page).getByRole("button", { name: "重新识别" })).toBeFocused()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "English" }).click()
  await page.setViewportSize({ width: 640, height: 400 })
  await expect(bar(page).getByRole("button", { name: "Recognize again" })).toBeInViewport()
  await expectNoAxeViolations(page)
})

/** From pixels of the scan, all of which is in view, to those of the window. */
async function onScreen(page: Page): Promise<(x: number, y: number) => [number, number]> {
  const { width, height } = readSample("donghu-03")
  const pane = await page.locator(".scan-view").boundingBox()
  if (!pane || width === null || height === null) throw new Error("no scan")
  const zoom = pane.width / width
  const top = (pane.height - height * zoom) / 2
  expect(top).toBeGreaterThan(0)
  return (x, y) => [pane.x + x * zoom, pane.y + top + y * zoom]
}
