// A page is corrected in a real browser on the real host: by keys, by input method, through reloads, crashes and kills.
import { readFileSync } from "node:fs"
import { type CDPSession, expect, type Page, test } from "@playwright/test"
import { forgiveNothing } from "../support/complaints.ts"
import { blocks, caret, openPage, saved } from "../support/editor.ts"
import { sampleLibrary } from "../support/read.ts"
import { type Served, serveLibrary } from "../support/served.ts"

let served: Served
const complaints = forgiveNothing()

test.beforeAll(async () => {
  served = await serveLibrary((library) => sampleLibrary(library, { 芦苇荡: "芦苇汤" }))
})
test.afterAll(() => served.stop())
test.describe.configure({ mode: "serial" })

const row = async (page: Page, text: string) => (await blocks(page)).find((one) => one.includes(text))
const rows = async (page: Page, text: string) => (await blocks(page)).filter((one) => one.includes(text))

test("[P1] a day's work by keys alone: corrected, split, joined, tagged, moved, brought in; undone, redone, found again", async ({
  page,
}) => {
  await openPage(page, served.address, "城事")
  const before = await blocks(page)
  await caret(page, "芦苇汤", 2, 3)
  await page.keyboard.insertText("荡")
  expect(await row(page, "芦苇荡")).toBeDefined()

  await caret(page, "绿道每隔", 0)
  await page.keyboard.press("Control+j")
  expect(await row(page, "花叶可看。绿道每隔")).toBeDefined()
  await caret(page, "绿道每隔", 0)
  await page.keyboard.press("Enter")
  expect(await row(page, "0 paragraph 绿道每隔")).toBeDefined()

  await caret(page, "七楼老人", 0)
  await page.keyboard.press("Enter")
  expect(await row(page, "1 headline 七楼老人下楼来")).toBeDefined()
  await page.keyboard.press("Control+j")
  expect(await row(page, "1 headline 旧楼装上新电梯七楼老人下楼来")).toBeDefined()

  await caret(page, "据了解", 1)
  await page.keyboard.press("Control+Alt+6")
  expect(await row(page, "0 heading 据了解")).toBeDefined()
  await page.keyboard.press("Alt+Shift+ArrowRight")
  expect(await row(page, "1 heading 据了解")).toBeDefined()

  await page.keyboard.press("Control+Shift+9")
  const scrap = (await blocks(page)).find((one) => one.startsWith("t ")) ?? ""
  await page.keyboard.press("Control+Alt+8")
  expect(await row(page, `1 caption ${scrap.split(" ").slice(2).join(" ")}`)).toBeDefined()
  const after = await blocks(page)
  await saved(page)

  for (let i = 0; i < 12; i++) await page.keyboard.press("Control+z")
  expect(await blocks(page)).toEqual(before)
  for (let i = 0; i < 12; i++) await page.keyboard.press("Control+Shift+z")
  expect(await blocks(page)).toEqual(after)
  await saved(page)
  await page.reload()
  await expect(page.locator(".ProseMirror")).toBeVisible()
  expect(await blocks(page)).toEqual(after)
})

test("[P2] the tag and the article of a block are chosen with the pointer too", async ({ page }) => {
  await openPage(page, served.address, "城事")
  await caret(page, "管护队里", 2)
  await page.locator("[data-choose=tag]").selectOption("note")
  expect(await row(page, "0 note 管护队里")).toBeDefined()
  await page.locator("[data-choose=article]").selectOption("2")
  expect(await row(page, "2 note 管护队里")).toBeDefined()
  await page.locator(".ProseMirror p", { hasText: "管护队里" }).click({ position: { x: 60, y: 14 } })
  await page.getByRole("menuitemradio", { name: "正文" }).click()
  expect(await row(page, "2 paragraph 管护队里")).toBeDefined()
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z")
  expect(await row(page, "0 paragraph 管护队里")).toBeDefined()
  await saved(page)
})

test("[P3] words are found and replaced on the page, all at once too, and that is undone at once", async ({ page }) => {
  await openPage(page, served.address, "城事")
  const before = await blocks(page)
  await caret(page, "绿道每隔", 0)
  await page.keyboard.press("Control+h")
  await page.getByLabel("查找", { exact: true }).fill("绿道")
  const count = Number(await page.locator("[data-matches]").getAttribute("data-matches"))
  expect(count).toBeGreaterThan(2)
  await page.getByLabel("替换为").fill("$1步道")
  await page.getByRole("button", { name: "全部替换" }).click()
  expect((await blocks(page)).join("").split("$1步道").length - 1).toBe(count)
  await page.keyboard.press("Escape")
  await page.keyboard.press("Control+z")
  expect(await blocks(page)).toEqual(before)
  await saved(page)
})

const compose = (input: CDPSession, text: string) =>
  input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length })

test("[P4] an input method composes undisturbed by saving, shortcuts and the link, and its text is undone as one", async ({
  page,
}) => {
  await openPage(page, served.address, "城事")
  const input = await page.context().newCDPSession(page)
  await caret(page, "街道办事处", 0)
  await page.keyboard.insertText("甲")
  for (const text of ["x", "xi", "xin", "xin'd"]) await compose(input, text)
  await page.waitForTimeout(1200)
  expect(await row(page, "甲xin'd街道")).toBeDefined()
  await input.send("Input.insertText", { text: "新的" })
  expect(await row(page, "甲新的街道")).toBeDefined()
  await saved(page)
  await page.keyboard.press("Control+z")
  expect(await row(page, "xin")).toBeUndefined()
  await page.keyboard.press("Control+z")
  expect(await row(page, "paragraph 街道办事处")).toBeDefined()
  await saved(page)
})

test("[P5] a composition that is left is either there whole or not at all", async ({ page }) => {
  await openPage(page, served.address, "城事")
  const input = await page.context().newCDPSession(page)
  await caret(page, "街道办事处", 0)
  await page.keyboard.insertText("乙")
  await saved(page)
  await compose(input, "ban")
  await page.waitForTimeout(900)
  await page.reload()
  await expect(page.locator(".ProseMirror")).toBeVisible()
  expect((await row(page, "乙街道办事处")) ?? (await row(page, "乙ban街道办事处"))).toBeDefined()
  await caret(page, "街道办事处", 0)
  await compose(input, "zhong")
  await page.locator("[role=treeitem][data-page]").filter({ hasText: "民生" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("民生")
  await page.locator("[role=treeitem][data-page]").filter({ hasText: "城事" }).click()
  await expect(page.locator("main[data-ready=true]")).toBeVisible()
  await saved(page)
  const shown = await blocks(page)
  await page.reload()
  await expect(page.locator(".ProseMirror")).toBeVisible()
  expect(await blocks(page)).toEqual(shown)
})

test("[P6] a second window sees what the first writes, is told, and overwrites nothing", async ({ page, context }) => {
  await openPage(page, served.address, "城事")
  const passing = await context.newPage()
  await openPage(passing, served.address, "城事")
  await expect(page.locator("[data-elsewhere=open]")).toBeVisible()
  await passing.close()
  await expect(page.locator("[data-elsewhere]")).toHaveCount(0)
  const other = await context.newPage()
  await openPage(other, served.address, "城事")
  await caret(page, "沿线村民", 0)
  await page.keyboard.insertText("一")
  await saved(page)
  await expect(other.locator("[data-elsewhere=changed]")).toBeVisible()
  expect(await row(other, "一沿线村民")).toBeDefined()
  await caret(other, "沿线村民", 4)
  await other.keyboard.insertText("二")
  await caret(page, "沿线村民", 2)
  await page.keyboard.insertText("三")
  await saved(page)
  await saved(other)
  await expect.poll(() => row(page, "沿线三村民二")).toBeDefined()
  expect(await blocks(page)).toEqual(await blocks(other))
  await other.close()
})

async function crash(page: Page, input: CDPSession): Promise<void> {
  const gone = page.waitForEvent("crash")
  // It is never answered: whoever could has crashed.
  void input.send("Page.crash").catch(() => {})
  await gone
}

/** What was acknowledged and what was typed after it. */
async function typeOn(page: Page, word: string): Promise<void> {
  await caret(page, "有人说", 0)
  await page.keyboard.insertText(word)
}

test("[P7] reloads, crashes and kills in the middle of typing and of composing lose nothing that was acknowledged", async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const kinds = ["reload", "crash", "kill", "close", "reload while composing", "crash while composing"] as const
  const context = await browser.newContext()
  let page = await context.newPage()
  await openPage(page, served.address, "城事")
  for (let round = 0; round < 30; round++) {
    const kind = kinds[round % kinds.length] ?? "reload"
    const mark = String.fromCodePoint(0x3400 + round)
    await typeOn(page, mark)
    await saved(page)
    const input = await page.context().newCDPSession(page)
    if (kind.endsWith("composing")) await compose(input, "wei")
    else await page.keyboard.insertText("尾")
    if (kind.startsWith("crash")) await crash(page, input)
    if (kind.startsWith("crash") || kind === "close") {
      await page.close().catch(() => {})
      page = await context.newPage()
      await openPage(page, served.address, "城事")
    } else if (kind === "kill") {
      process.kill(await hostPid(page), "SIGKILL")
      await saved(page)
      expect(await row(page, `${mark}尾`)).toBeDefined()
    } else {
      await page.reload()
      await expect(page.locator("main[data-ready=true] .ProseMirror")).toBeVisible()
    }
    expect(await row(page, mark), `${kind}, round ${round}`).toBeDefined()
  }
  expect(await rows(page, "有人说")).toHaveLength(1)
  const shown = await blocks(page)
  await page.reload()
  await expect(page.locator("main[data-ready=true] .ProseMirror")).toBeVisible()
  expect(await blocks(page)).toEqual(shown)
  complaints.length = 0
  await context.close()
})

/** The host as the page is served by it. */
const hostPid = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const headers = {
      authorization: `Bearer ${sessionStorage.getItem("jiaoyang.token")}`,
      "content-type": "application/json",
    }
    const reply = await fetch("/call/app.info", { method: "POST", headers, body: "{}" })
    return ((await reply.json()) as { value: { pid: number } }).value.pid
  })

test("[P8] what was corrected is what is exported", async ({ page }) => {
  await openPage(page, served.address, "城事")
  await page.locator("[data-action=export]").click()
  await page.locator("[name=format][value=txt]").check()
  await expect(page.locator(".preview pre[data-format=txt]")).toContainText("芦苇荡")
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("[data-action=start-export]").click(),
  ])
  expect(readFileSync(await download.path(), "utf8")).toContain("芦苇荡")
})

test("[P9] a page that is done is final, and the next one opens", async ({ page }) => {
  await openPage(page, served.address, "城事")
  await caret(page, "绿道每隔", 0)
  await page.keyboard.press("Control+Enter")
  await expect(page.getByRole("heading", { level: 1 })).toContainText("民生")
  await expect(page.locator("[role=treeitem][data-page]").filter({ hasText: "城事" })).toHaveAttribute(
    "data-state",
    "final",
  )
})

test("[P10] files that are dropped and pictures that are pasted are imported wherever one is", async ({ page }) => {
  await openPage(page, served.address, "城事")
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(["桥头早市\n\n清晨的菜市场热闹起来。\n"], "drop.txt", { type: "text/plain" }))
    for (const kind of ["dragenter", "dragover", "drop"])
      document
        .querySelector(".ProseMirror")
        ?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
  })
  await expect(page.locator("[role=treeitem][data-page]").filter({ hasText: "drop.txt" })).toBeVisible({
    timeout: 20_000,
  })
  expect(await row(page, "桥头早市")).toBeUndefined()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(["\u0089PNG"], "image.png", { type: "image/png" }))
    document
      .querySelector(".ProseMirror")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.keyboard.press("Control+o")
  await expect(page.locator(".item-name").filter({ hasText: "粘贴的图片" })).toBeVisible({ timeout: 20_000 })
})

test("[P11] after the palette is left one goes on writing where one was", async ({ page }) => {
  await openPage(page, served.address, "城事")
  await caret(page, "绿道每隔", 2)
  await page.keyboard.press("Control+Shift+p")
  await expect(page.locator("dialog.palette")).toBeVisible()
  await page.keyboard.press("Escape")
  await page.keyboard.insertText("也")
  await page.keyboard.type("x")
  expect(await row(page, "绿道也x每隔")).toBeDefined()
  await saved(page)
})

/** Whether the selected text lies in sight, above the tray. */
const inSight = (page: Page) =>
  page.evaluate(() => {
    const scroll = document.querySelector(".editor-scroll")?.getBoundingClientRect()
    const tray = document.querySelector(".ProseMirror aside")?.getBoundingClientRect()
    const active = document.querySelector(".ProseMirror-active-search-match") ?? getSelection()?.getRangeAt(0)
    const at = active?.getBoundingClientRect()
    return Boolean(scroll && tray && at && at.top >= scroll.top && at.bottom <= tray.top)
  })

test("[P12] what is found or walked to comes into sight, above the tray", async ({ page }) => {
  await openPage(page, served.address, "城事")
  await caret(page, "湖滨绿道", 0)
  await page.keyboard.press("Control+f")
  await page.getByRole("textbox", { name: "查找" }).fill("听得进")
  await page.keyboard.press("Enter")
  await expect.poll(() => inSight(page)).toBe(true)
  await page.keyboard.press("Escape")
  await caret(page, "湖滨绿道", 0)
  await page.locator(".ProseMirror aside").click({ position: { x: 60, y: 15 } })
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press("F8")
    await expect.poll(() => inSight(page)).toBe(true)
  }
})
