import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it, onTestFinished } from "vitest"
import { makeAnnouncer } from "../../electron/services/announcer.ts"
import { makeImporter } from "../../electron/services/importer.ts"
import { listCandidates } from "../../electron/services/intake.ts"
import { checkLibrary } from "../../electron/services/library/check.ts"
import { listPages } from "../../electron/services/library/pages.ts"
import { refreshIndex, search } from "../../electron/services/library/search.ts"
import { makeRereader } from "../../electron/services/rereader.ts"
import type { Input } from "../../shared/contract.ts"
import { parseDocument } from "../../shared/document/saved.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { aLibrary, newId, pageText, writer } from "./kit.ts"
import { StubPool } from "./stubpool.ts"

const words = pageText("清晨的桥头已经热闹起来，挑担的推车的都往这里赶。", "桥头早市有了新规矩")

/** A library with one page, and what reads it again. */
async function setup(text = words) {
  const library = await aLibrary()
  const [pool, announcer, heard] = [new StubPool(), makeAnnouncer(), [] as [string, Record<string, unknown>][]]
  const log = () => {}
  const folder = tempFolder()
  writeFileSync(join(folder, "1.txt"), text)
  const importer = makeImporter({ library, pool, announcer, jobs: 1, log })
  await importer.finished(await importer.start(await listCandidates([folder]), {}))
  announcer.listen((name, data) => heard.push([name, data as Record<string, unknown>]))
  const rereader = makeRereader({ library, pool, announcer, log })
  onTestFinished(() => rereader.close())
  const pageId = (await listPages(library.db, 0, 1)).pages[0]?.id ?? ""
  const readAgain = async () => {
    const id = await rereader.start({ pageId, engine: "auto", script: "auto", direction: "auto", without: [] })
    await rereader.finished(id)
    return id
  }
  const { documentId } = await library.documents.open(pageId)
  const write = writer(library, pageId)
  const said = async () => parseDocument((await library.documents.open(pageId)).doc).textContent
  return { library, pool, heard, rereader, pageId, documentId, readAgain, write, said }
}

const states = (heard: [string, Record<string, unknown>][]) =>
  heard.filter(([name]) => name === "recognition.progress").map(([, { state }]) => state)

it("[I20] a page that is read again takes the new reading and keeps what a person made of it", async () => {
  const { library, pool, readAgain, write, said, pageId, documentId, heard } = await setup()
  await write("热闹", "格外")
  pool.readAs = (text) => text.replace("清晨", "凌晨")
  const id = await readAgain()
  expect(await said()).toContain("凌晨的桥头已经格外热闹起来")
  const { version, conflicts } = await library.documents.open(pageId)
  expect({ version, conflicts }).toEqual({ version: 2, conflicts: [] })
  expect(heard.at(-2)).toEqual(["document.changed", { documentId, version: 2, clientId: `reading:${id}` }])
  const count = library.raw.prepare("select count(*) from recognition where page_id = ?").pluck()
  expect(count.get(pageId)).toBe(2)
  expect(await checkLibrary(library)).toEqual([])
  await refreshIndex(library.db, library.documents)
  expect((await search(library.db, "凌晨的桥头", 9)).total).toBe(1)
})

it("[I20] and again, and what differs from the person's is told", async () => {
  const { library, pool, readAgain, write, said, pageId } = await setup()
  await readAgain()
  const first = await said()
  await write("热闹", "非常")
  await readAgain()
  expect(await said()).toBe(first.replace("热闹", "非常热闹"))
  pool.readAs = (text) => text.replace("经热闹", "经红火")
  await readAgain()
  const { conflicts, version } = await library.documents.open(pageId)
  expect(conflicts).toMatchObject([
    { person: expect.stringContaining("非常热闹"), fresh: expect.stringContaining("红火") },
  ])
  expect(version).toBe(4)
  expect(await checkLibrary(library)).toEqual([])
})

it("[I21] what somebody writes while a page is read again is merged too", async () => {
  const { library, pool, readAgain, write, said } = await setup()
  pool.readAs = (text) => text.replace("清晨", "凌晨")
  const { read } = library.documents
  let meanwhile: (() => Promise<void>) | null = () => write("推车", "两个")
  library.documents.read = async (pageId) => {
    const found = await read(pageId)
    const now = meanwhile
    meanwhile = null
    await now?.()
    return found
  }
  await readAgain()
  expect(await said()).toContain("凌晨的桥头已经热闹起来，挑担的两个推车的都往这里赶。")
  expect(await checkLibrary(library)).toEqual([])
})

it("[I22] a page that cannot be read stays as it was, with the reason", async () => {
  const { pool, readAgain, said, heard } = await setup()
  const before = await said()
  pool.readAs = () => "late:engine-timeout"
  await readAgain()
  expect(await said()).toBe(before)
  expect(states(heard)).toEqual(["running", "failed"])
  expect(heard.at(-1)?.[1]).toMatchObject({ error: { code: "engine-timeout" } })
})

it("[I22] reading again can be cancelled, and a page is not read twice at once", async () => {
  const { pool, rereader, said, heard, pageId } = await setup()
  const before = await said()
  pool.readAs = (text) => `held${text}`
  const input: Input<"page.recognize"> = { pageId, engine: "auto", script: "auto", direction: "auto", without: [] }
  const id = await rereader.start(input)
  expect(await rereader.start(input)).toBe(id)
  expect(rereader.jobs()).toMatchObject([{ id, pageId, state: "running" }])
  await rereader.cancel(id)
  expect(states(heard)).toEqual(["running", "cancelled"])
  expect(rereader.jobs()).toEqual([])
  expect(await said()).toBe(before)
  await expect(rereader.cancel(id)).rejects.toMatchObject({ code: "not-found" })
  await expect(rereader.start({ ...input, pageId: newId() })).rejects.toMatchObject({ code: "not-found" })
})
