// The frame around the panes, by keyboard alone: palette, menu, settings, keys, panes, languages, themes, room.
import { join, resolve } from "node:path"
import { expect, type Page, test } from "@playwright/test"
import { expectNoAxeViolations } from "../support/axe.ts"
import { forgiveNothing } from "../support/complaints.ts"
import { type Served, serveLibrary } from "../support/served.ts"

const samples = resolve(import.meta.dirname, "../../resources/samples")
let served: Served
let pageId: string | null
const complaints = forgiveNothing()

test.beforeAll(async () => {
  served = await serveLibrary()
})
test.afterAll(() => served.stop())

const open = async (page: Page) => {
  await page.goto(served.address)
  await expect(page.locator("[data-known=true]")).toBeVisible()
}

const go = (page: Page, hash: string) =>
  page.evaluate((one) => {
    location.hash = one
  }, hash)

const openPage = async (page: Page) => {
  await open(page)
  await go(page, `#/page/${pageId}`)
  await expect(page.locator("main[data-ready=true]")).toBeVisible()
}

const view = (page: Page) => page.evaluate(() => location.hash)

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  await page.goto(served.address)
  await page.locator("[data-choose=files]").first().setInputFiles(join(samples, "linlan-A5/raw.txt"))
  await expect(page.locator("[role=treeitem][data-page]")).toHaveCount(1, { timeout: 60_000 })
  pageId = await page.locator("[role=treeitem][data-page]").getAttribute("data-page")
  await page.close()
})

test("[H1] the palette finds commands in both languages and pages, runs them, and gives the focus back", async ({
  page,
}) => {
  await open(page)
  await page.keyboard.press("Control+Shift+P")
  const box = page.getByRole("dialog").getByRole("combobox")
  await expect(box).toBeFocused()
  await page.keyboard.type("settings")
  await expect(page.getByRole("dialog").getByRole("option").first()).toContainText("设置")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("设置")
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused()
  await page.keyboard.press("Tab")
  const here = page.locator("input[value=zh]")
  await expect(here).toBeFocused()
  await page.keyboard.press("Control+Shift+P")
  await page.keyboard.type("没有这种东西")
  await expect(page.getByRole("dialog").getByRole("option")).toHaveCount(0)
  await page.keyboard.press("Escape")
  await expect(page.getByRole("dialog")).toBeHidden()
  await expect(here).toBeFocused()
  expect(await view(page)).toBe("#/settings")
  await page.keyboard.press("Control+Shift+P")
  await page.keyboard.type("临澜 06-03")
  await page.keyboard.press("Enter")
  await expect(page.locator("main[data-ready=true]")).toBeVisible()
})

test("[H2] no Enter of an input method runs what the palette shows", async ({ page }) => {
  await open(page)
  await page.keyboard.press("Control+Shift+P")
  const box = page.getByRole("dialog").getByRole("combobox")
  await box.dispatchEvent("keydown", { key: "Enter", isComposing: true })
  await box.dispatchEvent("keydown", { key: "Escape", isComposing: true })
  await expect(page.getByRole("dialog")).toBeVisible()
  expect(await view(page)).toBe("")
})

test("[H3] the menu is walked with arrows and letters, and Esc leaves it without leaving the view", async ({
  page,
}) => {
  await openPage(page)
  const address = await view(page)
  await page.keyboard.press("F10")
  await expect(page.locator("[role=menuitem][data-menu=file]")).toBeFocused()
  await page.keyboard.press("ArrowUp")
  await expect(page.locator("[role=menuitem][data-menu=help]")).toBeFocused()
  await page.locator(":focus").dispatchEvent("keydown", { key: "前" })
  await expect(page.locator("[role=menuitem][data-menu=go]")).toBeFocused()
  await page.keyboard.press("End")
  await page.keyboard.press("ArrowRight")
  await expect(page.locator("[data-command='keys.open'][role=menuitem]")).toBeFocused()
  await page.keyboard.press("ArrowLeft")
  await expect(page.locator("[role=menuitem][data-menu=help]")).toBeFocused()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("menu")).toHaveCount(0)
  expect(await view(page)).toBe(address)
  await page.keyboard.press("F10")
  await page.keyboard.press("End")
  await page.keyboard.press("ArrowUp")
  await page.keyboard.press("Enter")
  const toggle = page.locator("[role=menuitemcheckbox][data-command='rail.toggle']")
  await expect(toggle).toHaveAttribute("aria-checked", "true")
  while (!(await toggle.evaluate((one) => one === document.activeElement))) await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("tree")).toHaveCount(0)
  await page.keyboard.press("Control+b")
  await expect(page.getByRole("tree")).toBeVisible()
})

test("[H4] a key is changed by pressing another, a taken one only when pressed again, and goes back to usual", async ({
  page,
}) => {
  await open(page)
  await page.keyboard.press("Control+,")
  const row = page.locator("tr[data-command='queue.open']")
  const key = row.locator("button.key")
  await key.focus()
  await page.keyboard.press("Enter")
  await page.keyboard.press("q")
  await expect(row.getByRole("alert")).toContainText("Q 不能用")
  await page.keyboard.press("F6")
  await expect(row.getByRole("alert")).toContainText("下一个窗格")
  await page.keyboard.press("Alt+q")
  await expect(key).toContainText("Alt+Q")
  await page.keyboard.press("Alt+q")
  await expect.poll(() => view(page)).toBe("#/queue")
  await page.keyboard.press("Control+,")
  await key.focus()
  await page.keyboard.press("Enter")
  await page.keyboard.press("F6")
  await page.keyboard.press("F6")
  await expect(key).toContainText("F6")
  await expect(page.locator("tr[data-command='pane.next'] button.key")).toContainText("—")
  await page.locator("tr[data-command='pane.next']").getByRole("button", { name: "恢复常用" }).focus()
  await page.keyboard.press("Enter")
  await expect(page.locator("tr[data-command='pane.next'] button.key")).toContainText("F6")
  await expect(key).toContainText("—")
})

test("[H5] panes are resized by keyboard and found so after a reload; they change places and go away", async ({
  page,
}) => {
  await openPage(page)
  const editor = page.locator("[data-pane=editor]")
  const width = async () => Math.round((await editor.boundingBox())?.width ?? 0)
  const left = async () => Math.round((await editor.boundingBox())?.x ?? 0)
  expect(await width()).toBeGreaterThanOrEqual(480)
  const bar = page.getByRole("separator", { name: "版面图与文字之间" })
  await bar.focus()
  for (let time = 0; time < 4; time++) await page.keyboard.press("ArrowLeft")
  const wider = await width()
  expect(wider).toBeGreaterThan(560)
  const rail = page.getByRole("separator", { name: "资料库栏的宽度" })
  await rail.focus()
  await page.keyboard.press("Home")
  await expect(rail).toHaveAttribute("aria-valuenow", "160")
  const now = await width()
  await page.reload()
  await expect(page.locator("main[data-ready=true]")).toBeVisible()
  expect(await width()).toBe(now)
  await bar.focus()
  await page.keyboard.press("End")
  expect(await width()).toBeGreaterThanOrEqual(480)
  await page.keyboard.press("Enter")
  await expect(bar).toHaveAttribute("aria-valuenow", "52")
  const x = await left()
  await page.keyboard.press("Control+Shift+P")
  await page.keyboard.type("panes.swap")
  await page.keyboard.press("Enter")
  await expect.poll(left).toBeLessThan(x)
  await page.keyboard.press("Control+Shift+P")
  await page.keyboard.type("scan.toggle")
  await page.keyboard.press("Enter")
  await expect(page.locator("[data-pane=scan]")).toHaveCount(0)
  expect(await width()).toBeGreaterThan(1000)
})

test("[H6] F1 shows all keys, Esc goes back to where one was, and the focus with it", async ({ page }) => {
  await openPage(page)
  const address = await view(page)
  await page.keyboard.press("F1")
  await expect(page.locator("main.keys h1")).toBeFocused()
  await expect(page.getByText("Ctrl+Shift+P")).toBeVisible()
  await page.emulateMedia({ media: "print" })
  await expect(page.locator(".title-bar")).toBeHidden()
  await page.emulateMedia({ media: "screen" })
  await page.keyboard.press("Escape")
  await expect.poll(() => view(page)).toBe(address)
  await expect(page.getByRole("textbox", { name: "稿件" })).toBeFocused()
})

test("[H7] a pane that fails says so, the others go on, and it opens again", async ({ page }) => {
  await openPage(page)
  await page.keyboard.press("Control+b")
  await expect(page.getByRole("tree")).toHaveCount(0)
  await page.evaluate(() => {
    const { scrollIntoView } = Element.prototype
    const mend = () => Object.assign(Element.prototype, { scrollIntoView })
    Object.assign(window, { mend })
    Element.prototype.scrollIntoView = () => {
      throw new Error("planted")
    }
  })
  await page.keyboard.press("Control+b")
  await expect(page.locator(".broken [role=alert]")).toContainText("这个窗格出错了")
  await expect(page.locator("main[data-ready=true]")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.evaluate("mend()")
  await page.locator(".broken button").focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("tree")).toBeVisible()
  expect(complaints.filter((one) => one.includes("planted"))).toHaveLength(1)
  complaints.length = 0
})

for (const language of ["zh", "en"])
  for (const colorScheme of ["light", "dark"] as const)
    for (const [width, height] of [
      [1280, 800],
      [640, 400],
    ] as const)
      test(`[H8] nothing stands in the way on any screen: ${language}, ${colorScheme}, ${width}×${height}`, async ({
        page,
      }) => {
        await page.addInitScript(
          (one) => localStorage.setItem("jiaoyang.settings", JSON.stringify({ language: one })),
          language,
        )
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height })
        await open(page)
        for (const hash of ["#/", "#/queue", "#/search"]) {
          await go(page, hash)
          await expect(page.locator("main")).toBeVisible()
          await expectNoAxeViolations(page)
        }
        await go(page, `#/page/${pageId}`)
        await expect(page.locator("main[data-ready=true]")).toBeVisible()
        await expectNoAxeViolations(page)
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(await overflow()).toBeLessThanOrEqual(0)
        await page.keyboard.press("Control+Shift+P")
        await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible()
        await expectNoAxeViolations(page)
        await page.keyboard.press("Escape")
        await page.keyboard.press("F10")
        await page.keyboard.press("ArrowRight")
        await expectNoAxeViolations(page)
        await page.keyboard.press("Escape")
        await page.keyboard.press("Escape")
        if (width < 900) {
          await page.keyboard.press("Control+b")
          await expect(page.getByRole("tree")).toBeVisible()
          await expectNoAxeViolations(page)
        }
        for (const keys of ["Control+,", "F1"]) {
          await page.keyboard.press(keys)
          await expect(page.locator("main h1")).toBeFocused()
          await expectNoAxeViolations(page)
          expect(await overflow()).toBeLessThanOrEqual(0)
        }
      })
