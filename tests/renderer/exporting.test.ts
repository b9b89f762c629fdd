import { strFromU8, unzipSync } from "fflate"
import { expect, it } from "vitest"
import { Unreachable } from "../../renderer/bridge/loopback.ts"
import { issuesOf, pagesOf } from "../../renderer/publish/scope.ts"
import { makeExporting } from "../../renderer/state/exporting.ts"
import type { Client } from "../../shared/client.ts"
import type { PageSummary } from "../../shared/contract.ts"
import { AppError } from "../../shared/errors.ts"
import { uniqueName } from "../../shared/export/filenames.ts"
import { page } from "./pages.ts"

type Answer = (page: PageSummary) => Promise<string> | string

/** Exports of `pages`, where `name` calls each page's file and `text` writes it. */
function exporter(pages: readonly PageSummary[], name: Answer, text: Answer = (one) => one.source) {
  const kept: { name: string; content: Blob }[] = []
  const asked = { now: 0, most: 0, flushed: 0, formats: new Set<string>() }
  const client = {
    call: async (_: string, { pageId, format }: { pageId: string; format: string }) => {
      const one = pages.find((candidate) => candidate.id === pageId) as PageSummary
      asked.most = Math.max(asked.most, ++asked.now)
      asked.formats.add(format)
      try {
        await new Promise((done) => setTimeout(done, 1))
        return { name: await name(one), mime: "text/plain", text: await text(one) }
      } finally {
        asked.now--
      }
    },
  } as unknown as Client
  const flush = async () => void asked.flushed++
  const exporting = makeExporting(client, flush, (called, content) => kept.push({ name: called, content }))
  return { exporting, kept, asked }
}

const unzipped = async (content: Blob | undefined) =>
  Object.entries(unzipSync(new Uint8Array((await content?.arrayBuffer()) ?? new ArrayBuffer()))).map(
    ([name, bytes]) => [name, strFromU8(bytes)],
  )

it("[Q7] one page is the file itself", async () => {
  const one = page()
  const { exporting, kept, asked } = exporter([one], () => "东湖日报 03.md")
  exporting.format.set("md")
  await exporting.start([one], "所选版面")
  expect(kept.map(({ name }) => name)).toEqual(["东湖日报 03.md"])
  expect(await kept[0]?.content.text()).toBe(one.source)
  expect(asked.formats).toEqual(new Set(["md"]))
  expect(asked.flushed).toBe(1)
  expect(exporting.store.get()).toMatchObject({ state: "ended", done: 1, file: "东湖日报 03.md" })
})

it("[Q7] several are a zip with a file each, in their order, asked for two at a time", async () => {
  const pages = Array.from({ length: 9 }, () => page())
  const { exporting, kept, asked } = exporter(pages, (one) => `版 ${one.source}.txt`)
  await exporting.start(pages, "东湖日报 2026-05-12")
  expect(kept.map(({ name }) => name)).toEqual(["东湖日报 2026-05-12.zip"])
  expect(await unzipped(kept[0]?.content)).toEqual(pages.map(({ source }) => [`版 ${source}.txt`, source]))
  expect(asked.most).toBe(2)
})

it("[Q7] two pages of a name are two files, also where only upper and lower case differ", async () => {
  const pages = [page(), page(), page()]
  const names = ["A版.json", "a版.json", "A版 (2).json"]
  const { exporting, kept } = exporter(pages, (one) => names[pages.indexOf(one)] ?? "")
  await exporting.start(pages, "x")
  const all = (await unzipped(kept[0]?.content)).map(([name]) => name)
  expect(all).toEqual(["A版.json", "a版 (2).json", "A版 (2) (2).json"])
  expect(uniqueName("无扩展名", new Set(["无扩展名"]))).toBe("无扩展名 (2)")
})

it("[Q8] a page that fails is named with its reason and left out, the others are exported", async () => {
  const pages = [page(), page(), page()]
  const { exporting, kept } = exporter(
    pages,
    (one) => `${one.source}.txt`,
    (one) => {
      if (one === pages[0]) throw new AppError("not-found", { what: "page" })
      if (one === pages[2]) throw new Unreachable("x")
      return "内容"
    },
  )
  await exporting.start(pages, "x")
  expect(exporting.store.get()).toMatchObject({
    state: "ended",
    done: 1,
    failed: [
      { page: pages[0], error: { code: "not-found" } },
      { page: pages[2], error: null },
    ],
  })
  expect(await unzipped(kept[0]?.content)).toEqual([[`${pages[1]?.source}.txt`, "内容"]])
})

it("[Q8] where nothing could be exported, no file is handed over", async () => {
  const { exporting, kept } = exporter([page()], () => {
    throw new AppError("internal")
  })
  const pages = [page(), page()]
  await exporting.start(pages, "x")
  expect(exporting.store.get()).toMatchObject({ state: "ended", file: null })
  expect(kept).toEqual([])
})

it("[Q8] a cancelled export asks for nothing more and leaves no file", async () => {
  const pages = Array.from({ length: 50 }, () => page())
  let count = 0
  const { exporting, kept } = exporter(pages, () => {
    if (++count === 4) exporting.cancel()
    return "x.txt"
  })
  await exporting.start(pages, "x")
  expect(count).toBeLessThan(8)
  expect(exporting.store.get()).toMatchObject({ state: "cancelled", file: null })
  expect(kept).toEqual([])
})

it("[Q9] a page, what is selected, an issue or everything is exported, in the order of the pages", () => {
  const paper = { newspaper: "东湖日报", date: "2026-05-12" }
  const [a2, a10, other, stray] = [
    page({ ...paper, pageNumber: "A2" }),
    page({ ...paper, pageNumber: "A10" }),
    page({ ...paper, date: "2026-05-11" }),
    page(),
  ]
  const pages = [stray, other, a10, a2]
  const of = (scope: Parameters<typeof pagesOf>[0], ...ids: string[]) => pagesOf(scope, pages, new Set(ids))
  expect(of({ of: "page", pageId: a10.id })).toEqual([a10])
  expect(of({ of: "selected" }, a10.id, a2.id, "gone")).toEqual([a2, a10])
  expect(of({ of: "issue", ...paper })).toEqual([a2, a10])
  expect(of({ of: "issue", newspaper: null, date: null })).toEqual([stray])
  expect(of({ of: "all" })).toEqual([a2, a10, other, stray])
  expect(issuesOf(pages).map(({ date, count }) => [date, count])).toEqual([
    ["2026-05-12", 2],
    ["2026-05-11", 1],
    [null, 1],
  ])
})
