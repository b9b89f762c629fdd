// The open page as a test sees and works it: by what is on the screen and by keys.
import { expect, type Page } from "@playwright/test"

/** `0 headline 滨江…` for each block on the screen, `t` for the tray. */
export const blocks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const articles = [...document.querySelectorAll(".ProseMirror article")]
    return [...document.querySelectorAll<HTMLElement>(".ProseMirror p")].map((block) => {
      const article = articles.indexOf(block.closest("article") as Element)
      return `${article < 0 ? "t" : article} ${block.dataset.role ?? block.dataset.type} ${block.textContent}`
    })
  })

/** Puts the caret before character `at` of the first block that contains `text`, counted from that text. */
export async function caret(page: Page, text: string, at = 0, to = at): Promise<void> {
  await page.locator(".ProseMirror").focus()
  await page.evaluate(
    ([text, at, to]) => {
      for (const block of document.querySelectorAll(".ProseMirror p")) {
        const found = (block.textContent ?? "").indexOf(text)
        if (found < 0) continue
        const place = (offset: number): [Node, number] => {
          const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
          let left = offset
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const length = node.textContent?.length ?? 0
            if (left <= length) return [node, left]
            left -= length
          }
          return [block, block.childNodes.length]
        }
        block.scrollIntoView({ block: "center" })
        getSelection()?.setBaseAndExtent(...place(found + at), ...place(found + to))
        return
      }
      throw new Error(`no ${text}`)
    },
    [text, at, to] as const,
  )
  // ProseMirror hears of the new selection in an event of its own.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))))
}

export const saved = (page: Page): Promise<void> =>
  expect(page.locator("[data-saved]")).toHaveAttribute("data-saved", "saved")

/** Opens the first page of the rail, or the one with this name. */
export async function openPage(page: Page, address: string, name?: string): Promise<void> {
  await page.goto(address)
  const rows = page.locator("[role=treeitem][data-page]")
  await (name ? rows.filter({ hasText: name }) : rows).first().click()
  await expect(page.locator("main[data-page][data-ready=true] .ProseMirror")).toBeVisible()
}

/** Runs a command by its name in the palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+Shift+P")
  await page.keyboard.type(name)
  await expect(page.getByRole("dialog").getByRole("option").first()).toContainText(name)
  await page.keyboard.press("Enter")
}
