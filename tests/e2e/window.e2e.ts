// The page as the program's own window shows it: what the preload hands over is there, and there is no token. The token that
// the window's program adds is added here on the way.
import { writeFileSync } from "node:fs"
import { expect, type Page, test } from "@playwright/test"
import { type Served, serveLibrary } from "../support/served.ts"

let served: Served

test.beforeAll(async () => {
  served = await serveLibrary()
})
test.afterAll(() => served.stop())

interface Seen {
  run(id: string): void
  spoken: string[]
}

async function openWindow(page: Page, chosen: string): Promise<void> {
  const { origin, hash } = new URL(served.address)
  const authorization = `Bearer ${hash.replace("#token=", "")}`
  await page.route("**/*", (route) => route.continue({ headers: { ...route.request().headers(), authorization } }))
  await page.addInitScript((file) => {
    const seen: Seen = { run: () => {}, spoken: [] }
    Object.assign(globalThis, {
      seen,
      jiaoyang: {
        platform: "linux",
        chooseFiles: async () => [file],
        chooseFolder: async () => null,
        pathOf: () => "",
        reveal: () => {},
        speak: (language: string) => seen.spoken.push(language),
        onCommand: (hear: (id: string) => void) => {
          seen.run = hear
        },
        onFlush: () => {},
      },
    })
  }, chosen)
  await page.goto(`${origin}/`)
  await expect(page.getByRole("banner")).toBeVisible()
}

const seen = <T>(page: Page, look: (seen: Seen) => T): Promise<T> =>
  page.evaluate(`(${String(look)})(globalThis.seen)`) as Promise<T>

test("[W16] in the window the page needs no token and runs what is chosen in the menu", async ({ page }) => {
  await openWindow(page, "")
  expect(await seen(page, ({ spoken }) => spoken)).toEqual(["zh"])
  await seen(page, ({ run }) => run("search.open"))
  await expect(page.getByRole("searchbox")).toBeVisible()
  await expect(page.locator("[data-screen=no-token]")).toHaveCount(0)
})

test("[W15] in the window files are named by their paths, which this door, a browser's, refuses", async ({ page }) => {
  const file = test.info().outputPath("a.txt")
  writeFileSync(file, "洪州三座新桥同日通车\n")
  await openWindow(page, file)
  const request = page.waitForRequest("**/call/import.start")
  await page.getByRole("button", { name: "选择文件" }).first().click()
  expect((await request).postDataJSON()).toEqual({ paths: [file], options: { without: [] } })
  expect(await (await (await request).response())?.json()).toMatchObject({ error: { code: "invalid" } })
})
