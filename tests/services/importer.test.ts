import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { expect, it, onTestFinished } from "vitest"
import { makeAnnouncer } from "../../electron/services/announcer.ts"
import { type Importer, makeImporter } from "../../electron/services/importer.ts"
import { listCandidates } from "../../electron/services/intake.ts"
import { batchItems, itemOf, listBatches, summarize } from "../../electron/services/library/batches.ts"
import { checkLibrary } from "../../electron/services/library/check.ts"
import type { Library } from "../../electron/services/library/library.ts"
import { listPages } from "../../electron/services/library/pages.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { addText, aLibrary, newId, pageText } from "./kit.ts"
import { StubPool } from "./stubpool.ts"

interface Setup {
  library: Library
  pool: StubPool
  importer: Importer
  heard: [name: string, data: { state?: string; item?: { name: string; state: string } | null }][]
  logged: unknown[]
}

async function setup(jobs = 2, dir?: string): Promise<Setup> {
  const library = await aLibrary(dir ? { dir } : {})
  const [pool, announcer] = [new StubPool(), makeAnnouncer()]
  const [heard, logged]: [Setup["heard"], unknown[]] = [[], []]
  announcer.listen((name, data) => heard.push([name, data as never]))
  const importer = makeImporter({ library, pool, announcer, jobs, log: (...said) => logged.push(said) })
  onTestFinished(() => importer.close())
  return { library, pool, importer, heard, logged }
}

function files(contents: Record<string, string>): string {
  const folder = tempFolder()
  for (const [name, text] of Object.entries(contents)) writeFileSync(join(folder, name), text)
  return folder
}

async function run({ importer }: Setup, folder: string, options = {}): Promise<string> {
  const id = await importer.start(await listCandidates([folder]), options)
  await importer.finished(id)
  return id
}

const outcomes = async ({ library }: Setup, id: string) =>
  Object.fromEntries(
    (await batchItems(library.db, id)).map(itemOf).map((item) => [item.name, item.error?.code ?? item.state]),
  )
const total = async ({ library }: Setup) => (await listPages(library.db, 0, 99)).total

it("[I3] each file has one outcome: the good become pages, the bad keep their reason, the rest goes on", async () => {
  const all = await setup()
  const folder = files({
    "1.txt": pageText("甲事。"),
    "2.txt": "bad:file-damaged",
    "3.txt": "late:engine-timeout",
    "4.txt": "bug",
    "5.txt": pageText("乙事。"),
  })
  const id = await run(all, folder, { newspaper: "东湖日报" })
  expect(await outcomes(all, id)).toEqual({
    "1.txt": "done",
    "2.txt": "file-damaged",
    "3.txt": "engine-timeout",
    "4.txt": "internal",
    "5.txt": "done",
  })
  expect(await summarize(all.library.db, id, false)).toMatchObject({ state: "ended", total: 5, done: 2, failed: 3 })
  const { pages } = await listPages(all.library.db, 0, 9)
  expect(pages.map((page) => [page.newspaper, page.source])).toEqual([
    ["东湖日报", "1.txt"],
    ["东湖日报", "5.txt"],
  ])
  const items = (await batchItems(all.library.db, id)).map(itemOf)
  expect(items.map((item) => item.error?.detail.file ?? null)).toEqual([null, "2.txt", "3.txt", "4.txt", null])
  expect(JSON.stringify(items)).not.toContain("a bug of ours")
  expect(JSON.stringify(all.logged)).toContain("a bug of ours")
})

it("[I3] nothing is kept of a file that became no page", async () => {
  const all = await setup()
  await run(all, files({ "1.txt": "bad:file-damaged", "2.txt": "late:engine-timeout", "3.txt": pageText("甲事。") }))
  expect(await checkLibrary(all.library)).toEqual([])
  expect(
    readdirSync(join(all.library.dir, "scans"), { recursive: true }).filter((name) => /txt$/.test(`${name}`)),
  ).toHaveLength(1)
})

it("[I3] but the original of a page that is there stays, whatever fails beside it", async () => {
  const all = await setup()
  const text = "late:engine-timeout once read well"
  await addText(all.library, text)
  await run(all, files({ "1.txt": text }))
  expect(await checkLibrary(all.library)).toEqual([])
})

it("[I4] the same bytes under any name are a duplicate, also within one import and side by side", async () => {
  const all = await setup(3)
  const text = "held back"
  const folder = files({ "1.txt": text, "2.txt": text, "3.txt": text })
  const id = await all.importer.start(await listCandidates([folder]), {})
  // All three are read at once; whichever is ready first becomes the page.
  await expect.poll(() => all.pool.jobs.filter((job) => job.startsWith("readText")).length).toBe(3)
  all.pool.release()
  await all.importer.finished(id)
  expect(Object.values(await outcomes(all, id)).sort()).toEqual(["done", "duplicate", "duplicate"])
  const again = await run(all, files({ "9.txt": text }))
  expect(await outcomes(all, again)).toEqual({ "9.txt": "duplicate" })
  const [item] = (await batchItems(all.library.db, again)).map(itemOf)
  expect(item?.pageId).toBe((await listPages(all.library.db, 0, 9)).pages[0]?.id)
  expect(await total(all)).toBe(1)
  expect(await checkLibrary(all.library)).toEqual([])
})

it("[I5] cancelling stops at once, keeps what is done, and resuming does the rest", async () => {
  const all = await setup(1)
  const folder = files({ "1.txt": pageText("甲事。"), "2.txt": "held back", "3.txt": pageText("丙事。") })
  const id = await all.importer.start(await listCandidates([folder]), {})
  await expect.poll(() => all.pool.jobs.filter((job) => job.startsWith("readText")).length).toBe(2)
  await all.importer.cancel(id)
  expect(all.importer.running(id)).toBe(false)
  expect(await outcomes(all, id)).toEqual({ "1.txt": "done", "2.txt": "cancelled", "3.txt": "cancelled" })
  expect(await checkLibrary(all.library)).toEqual([])
  all.pool.release()
  await all.importer.resume(id, true)
  await all.importer.finished(id)
  expect(await outcomes(all, id)).toEqual({ "1.txt": "done", "2.txt": "done", "3.txt": "done" })
  expect(await total(all)).toBe(3)
})

it("[I5] what failed is tried again when that is asked for, and only then", async () => {
  const all = await setup()
  const folder = files({ "1.txt": "bad:file-damaged" })
  const id = await run(all, folder)
  writeFileSync(join(folder, "1.txt"), pageText("甲事。"))
  await all.importer.resume(id, false)
  await all.importer.finished(id)
  expect(await outcomes(all, id)).toEqual({ "1.txt": "file-damaged" })
  await all.importer.resume(id, true)
  await all.importer.finished(id)
  expect(await outcomes(all, id)).toEqual({ "1.txt": "done" })
})

it("[Q11] one file of an import is tried again alone, also while the others are being read", async () => {
  const all = await setup(1)
  const folder = files({ "1.txt": "bad:file-damaged", "2.txt": "bad:file-damaged", "3.txt": "held back" })
  const id = await all.importer.start(await listCandidates([folder]), {})
  await expect.poll(() => all.pool.jobs.some((job) => job.startsWith("readText"))).toBe(true)
  writeFileSync(join(folder, "1.txt"), pageText("甲事。"))
  const [first] = await batchItems(all.library.db, id)
  await all.importer.resume(id, true, first?.id)
  all.pool.release()
  await all.importer.finished(id)
  expect(await outcomes(all, id)).toEqual({ "1.txt": "done", "2.txt": "file-damaged", "3.txt": "done" })
})

it("[I5] resuming twice at once is resuming once: it can still be cancelled", async () => {
  const all = await setup(1)
  const id = await run(all, files({ "1.txt": "bad:file-damaged" }))
  const [path] = (await batchItems(all.library.db, id)).map((item) => item.path)
  writeFileSync(path ?? "", "held back")
  await Promise.all([all.importer.resume(id, true), all.importer.resume(id, true)])
  await expect.poll(() => all.pool.jobs.at(-1)).toMatch(/^readText/)
  await all.importer.cancel(id)
  expect(all.importer.running(id)).toBe(false)
  all.pool.release()
  await pause(50)
  expect(await outcomes(all, id)).toEqual({ "1.txt": "cancelled" })
  expect(await total(all)).toBe(0)
})

it("[I6] what was under way when a program ended waits, and goes on when it is resumed", async () => {
  const all = await setup(1)
  const folder = files({ "1.txt": pageText("甲事。"), "2.txt": "held back" })
  const id = await all.importer.start(await listCandidates([folder]), { date: "2026-05-12" })
  await expect.poll(() => all.pool.jobs.at(-1)?.startsWith("readText") && all.pool.jobs.length).toBe(4)
  await all.importer.close()
  await all.library.close()
  const next = await setup(1, all.library.dir)
  expect(await outcomes(next, id)).toEqual({ "1.txt": "done", "2.txt": "waiting" })
  expect(await summarize(next.library.db, id, false)).toMatchObject({ state: "waiting" })
  next.pool.release()
  await next.importer.resume(id, false)
  await next.importer.finished(id)
  expect(await outcomes(next, id)).toEqual({ "1.txt": "done", "2.txt": "done" })
  expect((await listPages(next.library.db, 0, 9)).pages.map((page) => page.date)).toEqual(["2026-05-12", "2026-05-12"])
})

it("[I7] every change of state is announced, pages as they appear, the end last", async () => {
  const all = await setup(1)
  const id = await run(all, files({ "1.txt": pageText("甲事。"), "2.txt": "bad:file-empty" }))
  const told = all.heard.map(([name, { state, item }]) => (name === "page.changed" ? name : (item?.state ?? state)))
  expect(told).toEqual(["running", "working", "page.changed", "done", "working", "failed", "ended"])
  expect(await listBatches(all.library.db)).toEqual([id])
})

it("[I11] while a page is read it is said how far it is, and which page of its file", async () => {
  const all = await setup(1)
  const id = await run(all, files({ "1.pdf": "pages\n甲事。\n乙事。" }))
  const said = all.heard.filter(([name]) => name === "import.reading").map(([, data]) => data)
  const common = { importId: id, pages: 2, stage: "read", done: 1, total: 2, secondsLeft: 3 }
  expect(said).toMatchObject([
    { ...common, page: 1 },
    { ...common, page: 2 },
  ])
})

it("[I7] an import that is not there is not-found", async () => {
  const { importer } = await setup()
  await expect(importer.resume(newId(), true)).rejects.toMatchObject({ code: "not-found" })
  await expect(importer.cancel(newId())).rejects.toMatchObject({ code: "not-found" })
})

it("[O58] a page that cannot be read is said by its number, the others of its file come in, and it alone is tried again", async () => {
  const all = await setup(1)
  const folder = files({ "1.txt": "pages\n甲事。\nlate:file-damaged\n丙事。\nlate:no-text" })
  const id = await run(all, folder)
  const [item] = (await batchItems(all.library.db, id)).map(itemOf)
  expect(item).toMatchObject({ state: "failed", error: { code: "file-damaged", detail: { file: "1.txt", page: 2 } } })
  expect(await total(all)).toBe(2)
  expect(await checkLibrary(all.library)).toEqual([])
  const before = all.pool.jobs.length
  await all.importer.resume(id, true)
  await all.importer.finished(id)
  expect(all.pool.jobs.slice(before).filter((job) => job.startsWith("recognize"))).toHaveLength(2)
  expect(await total(all)).toBe(2)
})

it("[O58] blank pages among others are no failure; a file of nothing else has no text", async () => {
  const all = await setup(1)
  const blank = "late:no-text"
  const id = await run(all, files({ "1.txt": `pages\n${blank}\n甲事。`, "2.txt": `pages\n${blank}\n${blank}` }))
  expect(await outcomes(all, id)).toEqual({ "1.txt": "done", "2.txt": "no-text" })
})
