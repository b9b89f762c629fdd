// A story that goes on on another page: imported, followed there and back.
import { writeFileSync } from "node:fs"
import { expect, test } from "@playwright/test"
import { forgiveNothing } from "../support/complaints.ts"
import { caret, openPage } from "../support/editor.ts"
import { printText } from "../support/print.ts"
import { type Served, serveLibrary } from "../support/served.ts"

let served: Served
forgiveNothing()

test.beforeAll(async () => {
  served = await serveLibrary()
})
test.afterAll(() => served.stop())

const pages: [file: string, headline: string, paragraphs: string[]][] = [
  [
    "东湖日报_2026-05-12_01.txt",
    "雾里摆渡四十年",
    [
      "渡口的老艄公说，江上的雾一年比一年薄，摆渡的人却一年比一年少，只有清早过江卖菜的还等他的船。",
      "他算过，四十年里他在江上走的路，够绕着江城走上三千圈。（下转第3版）",
    ],
  ],
  [
    "东湖日报_2026-05-12_03.txt",
    "老渡口有了徒弟",
    [
      "（上接第1版）老艄公把桨递给徒弟，说渡口不会没有摆渡的人，江上的雾散了，船就该开了，卖菜的也该过江了。",
      "徒弟把茶摊的那张桌子擦了又擦，他说等到新码头建成，茶摊要添到四张桌子，夜里也点灯。",
    ],
  ],
]

test("[B8] the other half of a story on another page is named and one step away, by click and by command", async ({
  page,
}) => {
  const files = pages.map(([name, headline, paragraphs]) => {
    const file = test.info().outputPath(name)
    writeFileSync(file, `${printText(headline, paragraphs, 14)}\n`)
    return file
  })
  await page.goto(served.address)
  await page.locator("[data-choose=files]").first().setInputFiles(files)
  await expect(page.locator("[data-import=ended]").first()).toBeVisible({ timeout: 30_000 })
  await openPage(page, served.address)
  await caret(page, "渡口的老艄公")
  const link = page.locator("[data-jump]")
  await expect(link).toHaveText("另一半在03版 老渡口有了徒弟")
  await link.click()
  await expect(page.locator(".ProseMirror")).toContainText("老渡口有了徒弟")
  await caret(page, "老艄公把桨")
  await expect(link).toContainText("雾里摆渡四十年")
  await page.keyboard.press("Control+Shift+p")
  await page.keyboard.type("另一半")
  await page.keyboard.press("Enter")
  await expect(page.locator(".ProseMirror")).toContainText("雾里摆渡四十年")
})
