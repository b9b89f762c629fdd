import { expect, it } from "vitest"
import { makePages } from "../../renderer/state/pages.ts"
import type { Client } from "../../shared/client.ts"
import type { PageSummary } from "../../shared/contract.ts"
import { AppError } from "../../shared/errors.ts"
import { page } from "./pages.ts"

/** A host with these pages, as it has them; `asked` tells of every correction. */
function hostWith(pages: PageSummary[], refused: ReadonlySet<string> = new Set()) {
  const asked: [source: string, revision: number][] = []
  const find = (id: string) => pages.findIndex((one) => one.id === id)
  const call = async (name: string, input: { pageId: string; revision: number; newspaper: string }) => {
    if (name === "page.list") return { pages: [...pages], total: pages.length }
    const at = find(input.pageId)
    const now = pages[at]
    if (!now) throw new AppError("not-found", { what: "page" })
    if (name === "page.get") return now
    asked.push([now.source, input.revision])
    if (refused.has(now.id)) throw new AppError("disk-full")
    if (now.revision !== input.revision) throw new AppError("conflict", { revision: now.revision })
    return (pages[at] = { ...now, newspaper: input.newspaper, revision: now.revision + 1 })
  }
  const client = { call, on: () => () => {} } as unknown as Client
  return { asked, pages: makePages(client) }
}

it("[Q10] many pages get the same facts, one changed meanwhile as it now is, and what fails keeps its reason", async () => {
  const [plain, stale, full, gone] = [page(), page(), page(), page()]
  const host = [plain, { ...stale, revision: 7, section: "要闻" }, full]
  const { pages, asked } = hostWith(host, new Set([full.id]))
  await pages.refresh()
  const result = await pages.correctAll([plain, stale, full, gone], { newspaper: "东湖日报" })
  expect(result.changed).toBe(2)
  expect(result.failed.map(({ page: { id }, error }) => [id, error?.code])).toEqual([
    [full.id, "disk-full"],
    [gone.id, "not-found"],
  ])
  expect(asked).toContainEqual([stale.source, 7])
  const now = pages.store.get().pages
  expect(now.map(({ newspaper, section }) => [newspaper, section])).toEqual([
    ["东湖日报", null],
    ["东湖日报", "要闻"],
    [null, null],
  ])
  expect(pages.saving.get()).toBe("saved")
})
