// Import, list and export with the keyboard alone, in a real browser on the real host. Every screen is also held against
// the rules of accessibility, by day and by night.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import AxeBuilder from "@axe-core/playwright"
import { expect, type Page, test } from "@playwright/test"
import { strFromU8, unzipSync } from "fflate"
import sharp from "sharp"
import { forgiveNothing } from "../support/complaints.ts"
import { type Served, serveLibrary } from "../support/served.ts"

let served: Served
const complaints = forgiveNothing()

test.beforeAll(async () => {
  served = await serveLibrary()
})
test.afterAll(() => served.stop())
test.describe.configure({ mode: "serial" })

const open = async (page: Page, hash = "") => {
  await page.goto(served.address)
  await expect(page.locator(".screen[data-known=true]")).toBeVisible()
  if (hash) await page.evaluate((to) => location.assign(to), hash)
}

/** What is wrong with the screen, by day and by night. */
async function faults(page: Page): Promise<string[]> {
  // Without motion nothing is caught between two colours.
  await page.emulateMedia({ reducedMotion: "reduce" })
  const found: string[] = []
  for (const theme of ["light", "dark"]) {
    await page.evaluate((to) => void (document.documentElement.dataset.theme = to), theme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of violations) found.push(`${theme} ${id} ${nodes.map((node) => node.html).join(" ")}`)
  }
  return found
}

/** Presses Tab until the focus is on what the selector names. */
async function tabTo(page: Page, selector: string, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await page.evaluate((to) => document.activeElement?.matches(to), selector)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never came to ${selector}`)
}

const onRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex"))

test("[Q12] an empty library offers three ways to begin, and other libraries are a key away", async ({ page }) => {
  await open(page)
  await expect(page.locator(".welcome-card")).toHaveCount(3)
  expect(await faults(page)).toEqual([])
  await tabTo(page, "[data-action=libraries]")
  await page.keyboard.press("Enter")
  await expect(page.locator(".library-list li[data-current=true]")).toContainText("当前")
  expect(await faults(page)).toEqual([])
  await page.keyboard.press("Escape")
  await expect(page.locator(".welcome-card").first()).toBeVisible()
})

test("[Q13] with the keyboard alone: the sample is imported, selected, named and exported as a zip", async ({
  page,
}) => {
  await open(page)
  await tabTo(page, "[data-action=sample]")
  await page.keyboard.press("Enter")
  await expect(page.locator("main[data-pane=queue]")).toBeVisible()
  await expect(page.locator("[data-import=ended]")).toBeVisible({ timeout: 90_000 })
  await expect(page.locator(".item[data-state=done]")).toHaveCount(2)
  expect(await faults(page)).toEqual([])

  await tabTo(page, ".brand", "Shift+Tab")
  await page.keyboard.press("Enter")
  await tabTo(page, "[role=gridcell]")
  expect(await onRow(page)).toBe("2")
  await page.keyboard.press("Space")
  await page.keyboard.press("Shift+ArrowDown")
  expect(await onRow(page)).toBe("3")
  await expect(page.locator("[data-row][aria-selected=true]")).toHaveCount(2)
  expect(await faults(page)).toEqual([])

  await tabTo(page, ".facts-form [data-fact=newspaper] input")
  await page.keyboard.type("滨江日报")
  await page.keyboard.press("Enter")
  await expect(page.locator(".selection-bar .result")).toContainText("已改 2 版")
  await expect(page.locator("[data-row] [data-column=newspaper]")).toHaveText(["滨江日报", "滨江日报"])

  await page.keyboard.press("Control+e")
  await expect(page.locator(".preview pre")).toContainText("临澜市")
  expect(await faults(page)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")])
  expect(download.suggestedFilename()).toMatch(/^所选版面 \d{4}-\d\d-\d\d\.zip$/)
  const files = unzipSync(readFileSync(await download.path()))
  expect(Object.keys(files).sort()).toEqual(["滨江日报 2026-05-12 03.txt", "滨江日报 2026-06-03 A5.txt"])
  for (const bytes of Object.values(files)) expect(strFromU8(bytes).length).toBeGreaterThan(500)
  await expect(page.locator("[data-job=ended]")).toContainText("所选版面")
  await page.keyboard.press("Escape")
  await expect(page.locator("[data-row][aria-selected=true]")).toHaveCount(2)
})

test("[Q14] a fact is corrected in its cell, and the list is sorted and filtered from the keyboard", async ({
  page,
}) => {
  await open(page)
  await tabTo(page, "[role=gridcell]")
  await page.keyboard.press("Home")
  for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowRight")
  await page.keyboard.press("F2")
  await page.keyboard.type("十二日")
  await page.keyboard.press("Enter")
  await expect(page.locator("[data-row] [role=alert]")).toContainText("2026-05-12")
  await page.keyboard.press("Control+a")
  await page.keyboard.type("2026年7月1日")
  await page.keyboard.press("Enter")
  await expect(page.locator("[data-row] [data-column=date]").first()).toHaveText("2026-07-01")
  await page.keyboard.press("F2")
  await page.keyboard.type("2001-01-01")
  await page.keyboard.press("Escape")
  await expect(page.locator("[data-row] [data-column=date]").first()).toHaveText("2026-07-01")
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-column"))).toBe("date")

  await page.keyboard.press("Control+Home")
  await page.keyboard.press("ArrowUp")
  await page.keyboard.press("Enter")
  await expect(page.locator("[data-row] [data-column=date]")).toHaveText(["2026-05-12", "2026-07-01"])
  await tabTo(page, "[type=search]", "Shift+Tab")
  await page.keyboard.type("城事")
  await expect(page.locator("[data-row]")).toHaveCount(1)
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(page.locator("main[data-page][data-ready=true]")).toBeVisible()
  await page.goBack()
  await expect(page.locator("[data-row]")).toHaveCount(1)
})

/** A small scan of a few printed lines. */
const scan = (number: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="180"><rect width="640" height="180" fill="white"/>
      <g font-family="Noto Serif CJK SC" font-size="30"><text x="20" y="60">第${"一二三四五六七八九"[number]}路公交车今日开通</text>
      <text x="20" y="120">市民出行更加方便快捷。</text></g></svg>`,
    ),
  )
    .png()
    .toBuffer()

test("[Q15] of a folder of ten with a bad file nine become pages, and the bad one says why", async ({ page }) => {
  const folder = test.info().outputPath("十个版面")
  mkdirSync(folder)
  for (let number = 0; number < 9; number++) writeFileSync(join(folder, `${number + 1}.png`), await scan(number))
  writeFileSync(join(folder, "10.png"), (await scan(0)).subarray(0, 400))
  // Asked for before anything is pressed: dialogs are caught only from then on.
  const chooser = page.waitForEvent("filechooser")
  await open(page, "#/queue")
  await expect(page.locator("main[data-pane=queue]")).toBeVisible()
  await tabTo(page, "[data-action=folder]")
  await page.keyboard.press("Enter")
  await (await chooser).setFiles(folder)
  await expect(page.locator("[data-action=queue]")).toContainText("队列")
  const card = page.locator("[data-import]").first()
  await expect(card).toHaveAttribute("data-import", "ended", { timeout: 90_000 })
  await expect(card.locator(".item[data-state=done]")).toHaveCount(9)
  const failed = card.locator(".item[data-state=failed]")
  await expect(failed).toContainText("10.png")
  await expect(failed.locator(".item-why")).not.toBeEmpty()
  expect(await faults(page)).toEqual([])
  await tabTo(page, ".item[data-state=failed] button")
  await page.keyboard.press("Enter")
  await expect(failed).toContainText("10.png", { timeout: 30_000 })
  await expect(card).toHaveAttribute("data-import", "ended")
  await expect(page.locator("[role=treeitem][data-page]")).toHaveCount(11)
})

test("[Q16] from the box of the search the arrow keys lead along the hits, Enter opens one, the way back comes back", async ({
  page,
}) => {
  await open(page)
  await page.keyboard.press("Control+Shift+F")
  await page.keyboard.type("市")
  await expect(page.locator(".hit").nth(1)).toBeVisible()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("ArrowUp")
  await expect(page.locator(".hit").first()).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.locator("main[data-page][data-ready=true]")).toBeVisible()
  await page.goBack()
  await expect(page.getByRole("searchbox")).toHaveValue("市")
})

test("[Q17] another library is made and opened in the same window, and the first one again", async ({ page }) => {
  await open(page, "#/libraries")
  await page.locator(".library-new input").fill("第二个")
  await page.keyboard.press("Enter")
  await expect(page.locator(".welcome-card")).toHaveCount(3, { timeout: 30_000 })
  await expect(page.locator("[role=treeitem]")).toHaveCount(0)
  expect(new URL(page.url()).hash).toBe("#/")
  await tabTo(page, "[data-action=libraries]")
  await page.keyboard.press("Enter")
  const list = page.locator(".library-list li")
  await expect(list).toHaveCount(2)
  await expect(page.locator(".library-list li[data-current=true]")).toContainText("第二个")
  await tabTo(page, ".library-list button")
  await page.keyboard.press("Enter")
  await expect(page.locator("[role=treeitem][data-page]")).toHaveCount(11, { timeout: 30_000 })
  // A connection that ends with its host is no fault of the page.
  complaints.splice(0, complaints.length, ...complaints.filter((one) => !one.includes("net::ERR_")))
})

test("[Q17] where the other library cannot be opened, this one stays and the reason is said", async ({ page }) => {
  const broken = join(served.library, "../坏了")
  mkdirSync(broken)
  writeFileSync(join(broken, "library.sqlite"), "not a database")
  await open(page, "#/libraries")
  await page.locator(".library-new input").fill("坏了")
  await page.keyboard.press("Enter")
  await expect(page.locator(".libraries-said")).toContainText("坏了", { timeout: 30_000 })
  await expect(page.locator("[role=treeitem][data-page]")).toHaveCount(11)
  expect(await faults(page)).toEqual([])
  complaints.splice(0, complaints.length, ...complaints.filter((one) => !one.includes("net::ERR_")))
})
