// The page in a real browser on the real host: a person imports a scan and a text, reads, corrects facts, searches,
// exports.
import { readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, type Page, test } from "@playwright/test"
import { forgiveNothing } from "../support/complaints.ts"
import { type Served, serveLibrary } from "../support/served.ts"

const samples = resolve(import.meta.dirname, "../../resources/samples")
let served: Served
forgiveNothing()

test.beforeAll(async () => {
  served = await serveLibrary()
})
test.afterAll(() => served.stop())

const open = async (page: Page) => {
  await page.goto(served.address)
  await expect(page.getByRole("banner")).toBeVisible()
}

test.describe.configure({ mode: "serial" })

test("[B1] an empty library invites; the token leaves the address bar", async ({ page }) => {
  await open(page)
  await expect(page.locator("[data-choose=files]").first()).toBeAttached()
  expect(page.url()).not.toContain("token")
})

test("[B2] a scan, a text and a bad file are imported, each with its outcome", async ({ page }) => {
  await open(page)
  const bad = test.info().outputPath("bad.jpg")
  writeFileSync(bad, "")
  const files = [join(samples, "donghu-03/scan.jpg"), join(samples, "linlan-A5/raw.txt"), bad]
  await page.locator("[data-choose=files]").first().setInputFiles(files)
  await expect(page.locator("[data-import=ended]").first()).toBeVisible({ timeout: 90_000 })
  await expect(page.locator(".item[data-state=done]")).toHaveCount(2)
  await expect(page.locator(".item[data-state=failed]")).toContainText("文件是空的")
  await expect(page.locator("[role=treeitem][data-page]")).toHaveCount(2)
})

test("[B3] the scan stands beside its articles, and shows the place of the caret", async ({ page }) => {
  await open(page)
  await page.locator("[role=treeitem][data-page]").first().click()
  await expect(page.locator("main[data-page][data-ready=true]")).toBeVisible()
  const scan = page.locator("[data-pane=scan]")
  await expect(scan).toHaveAttribute("aria-busy", "false")
  await expect(scan.locator("[data-prepared]")).toContainText("转正")
  await page.locator("[data-type=headline]").first().click()
  await expect(scan).toHaveAttribute("data-caret", /^\S+ \d+$/)
})

test("[B4] facts are corrected in place and found again after a reload", async ({ page }) => {
  await open(page)
  await page.locator("[role=treeitem][data-page]").first().click()
  const section = page.getByLabel("版名")
  await section.fill("都市")
  await section.press("Enter")
  await expect(page.locator("[data-saving=saved]").first()).toBeVisible()
  await page.reload()
  await expect(page.getByLabel("版名")).toHaveValue("都市")
})

test("[B5] words are found, and a hit opens its page", async ({ page }) => {
  await open(page)
  const truth = JSON.parse(readFileSync(join(samples, "linlan-A5/truth.json"), "utf8")) as {
    articles: { body: { text: string }[] }[]
  }
  await page.keyboard.press("Control+Shift+F")
  await page.getByRole("searchbox").fill((truth.articles[0]?.body[0]?.text ?? "").slice(2, 6))
  await expect(page.locator(".hit mark").first()).toBeVisible()
  await page.locator(".hit").first().click()
  await expect(page.locator("main[data-page][data-ready=true]")).toBeVisible()
})

test("[B6] a page is exported as text, Markdown and JSON", async ({ page }) => {
  await open(page)
  await page.locator("[role=treeitem][data-page]").first().click()
  await page.locator("[data-action=export]").click()
  for (const format of ["json", "txt", "md"]) {
    await page.locator(`[name=format][value=${format}]`).check()
    await expect(page.locator(`.preview pre[data-format=${format}]`)).not.toBeEmpty()
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("[data-action=start-export]").click(),
    ])
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`))
    expect(readFileSync(await download.path(), "utf8").length).toBeGreaterThan(500)
  }
})

test("[B7] the page speaks English and goes dark without a reload", async ({ page }) => {
  await open(page)
  await page.locator("[data-action=language]").click()
  await expect(page.getByRole("banner")).toContainText("Search")
  await page.locator("[data-action=theme]").click()
  await page.locator("[data-action=language]").click()
})
