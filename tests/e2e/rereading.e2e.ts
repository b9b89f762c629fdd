// A page that is read again while it is open, in a real browser on the real host.
import { expect, type Page, test } from "@playwright/test"
import { forgiveNothing } from "../support/complaints.ts"
import { caret, command, openPage, saved } from "../support/editor.ts"
import { sampleLibrary } from "../support/read.ts"
import { type Served, serveLibrary } from "../support/served.ts"

let served: Served
forgiveNothing()

test.beforeAll(async () => {
  served = await serveLibrary((library) => sampleLibrary(library, { 梯: "悌" }))
})
test.afterAll(() => served.stop())

const text = (page: Page) => page.locator(".ProseMirror")
const state = (page: Page) => page.locator("[data-rereading]")

test("[P13] a page is read again: misread characters come right, what was typed stays, in every window", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  await openPage(page, served.address, "城事")
  const other = await context.newPage()
  await openPage(other, served.address, "城事")
  await expect(text(page)).toContainText("旧楼装上新电悌")
  await caret(page, "清晨六点半")
  await page.keyboard.type("今天")
  await command(page, "重新识别本版")
  await expect(state(page)).toHaveAttribute("data-rereading", "done", { timeout: 180_000 })
  for (const window of [page, other]) {
    await expect(text(window)).toContainText("旧楼装上新电梯", { timeout: 30_000 })
    await expect(text(window)).toContainText("今天清晨六点半")
    await expect(text(window)).not.toContainText("悌")
  }
  await caret(page, "清晨六点半")
  await page.keyboard.type("昨日")
  await saved(page)
  await page.reload()
  await expect(text(page)).toContainText("今天昨日清晨六点半")
})

test("[P13] and reading again can be stopped", async ({ page }) => {
  await openPage(page, served.address, "民生")
  await caret(page, "修补铺")
  const before = await text(page).textContent()
  await command(page, "重新识别本版")
  await expect(state(page)).toHaveAttribute("data-rereading", "running")
  await state(page).getByRole("button").click()
  await expect(state(page)).toHaveAttribute("data-rereading", "cancelled")
  expect(await text(page).textContent()).toBe(before)
})
