import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import type { Db } from "../../../electron/services/library/database.ts"
import { addPage, findPage, getPage, listPages, updatePage } from "../../../electron/services/library/pages.ts"
import { copyFileSafely } from "../../../electron/services/safefile.ts"
import { tempFolder } from "../../support/tempfolder.ts"
import { addText, aLibrary, newId, newPage, noon, pageText } from "../kit.ts"

const later = new Date("2026-05-13T00:00:00Z")
const tables = ["scan", "page", "recognition", "document", "snapshot", "article", "indexed", "step"]

it("[L6] an original is kept under the hash of its bytes, read-only, whatever it is called", async () => {
  const { scans } = await aLibrary()
  const file = join(tempFolder(), "东湖日报 (1).TXT")
  writeFileSync(file, "洪州")
  const sha256 = await scans.keep(file, "txt")
  expect(sha256).toBe("a2fbb4a6746fda9437029090cdc68b1c5eaa79f20d658b1fbc62c81639a08638")
  const kept = scans.pathOf(sha256, "txt")
  expect(kept.endsWith(join("scans", sha256.slice(0, 2), `${sha256}.txt`))).toBe(true)
  expect(readFileSync(kept, "utf8")).toBe("洪州")
  expect(statSync(kept).mode & 0o777).toBe(0o444)
})

it("[L6] an original that is there is never written again", async () => {
  const { scans } = await aLibrary()
  const file = join(tempFolder(), "a")
  writeFileSync(file, "one")
  const kept = scans.pathOf(await scans.keep(file, "txt"), "txt")
  const before = statSync(kept)
  await scans.keep(file, "txt")
  const after = statSync(kept)
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
})

it("[L6] a copy that is not what was hashed is not put in place", async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, "a"), "one")
  await expect(copyFileSafely(join(folder, "a"), join(folder, "b"), "0".repeat(64))).rejects.toThrow(/changed/)
  expect(existsSync(join(folder, "b"))).toBe(false)
})

it("[L7] a page is added whole or not at all", async () => {
  const { db, raw, random } = await aLibrary()
  const page = newPage("ab".repeat(32), pageText("洪州新建三座桥。"))
  const count = () => tables.map((table) => raw.prepare(`select count(*) from ${table}`).pluck().get())
  // The last thing that is written fails: everything before it must go too.
  raw.exec("create trigger refuse before insert on indexed begin select raise(abort, 'refused'); end")
  const add = () => db.transaction().execute((trx) => addPage(trx as Db, page, random, noon))
  await expect(add()).rejects.toThrow(/refused/)
  expect(count()).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  expect(raw.prepare("select count(*) from article_index where article_index match '洪'").pluck().get()).toBe(0)
  raw.exec("drop trigger refuse")
  const id = await add()
  expect(count()).toEqual([1, 1, 1, 1, 1, 1, 1, 0])
  expect(await findPage(db, "ab".repeat(32), 0)).toMatchObject({ id })
  await expect(add()).rejects.toThrow(/UNIQUE/)
  expect(count()).toEqual([1, 1, 1, 1, 1, 1, 1, 0])
})

it("[L8] pages are listed by paper, day and number as people count, undated ones last", async () => {
  const library = await aLibrary()
  const wanted = [
    ["东湖日报", "2026-05-11", "10"],
    ["东湖日报", "2026-05-12", "02"],
    ["东湖日报", "2026-05-12", "10"],
    ["东湖日报", "2026-05-12", "A5"],
    ["东湖日报", "2026-05-12", "A10"],
    ["东湖日报", "2026-05-12", null],
    ["东湖日报", null, "01"],
    ["洪州晚报", "2026-05-01", "1"],
    [null, "2020-01-01", "1"],
    [null, null, null],
  ]
  const mixed = [7, 4, 9, 2, 0, 6, 3, 8, 1, 5].map((i) => wanted[i]!)
  for (const [i, [newspaper, date, pageNumber]] of mixed.entries())
    await addText(library, pageText(`第${i}件事。`), { newspaper, date, pageNumber } as never)
  const { pages, total } = await listPages(library.db, 0, 100)
  expect(pages.map(({ newspaper, date, pageNumber }) => [newspaper, date, pageNumber])).toEqual(wanted)
  expect(total).toBe(10)
  const part = await listPages(library.db, 3, 2)
  expect([part.total, part.pages.map((page) => page.pageNumber)]).toEqual([10, ["A5", "A10"]])
})

it("[L8] pages without number are in the order of their files: 页2 before 页10", async () => {
  const library = await aLibrary()
  for (const name of ["页10.txt", "页2.txt", "页1.txt"])
    await addText(library, pageText(name), { newspaper: "报" }, name)
  const { pages } = await listPages(library.db, 0, 10)
  expect(pages.map((page) => page.source)).toEqual(["页1.txt", "页2.txt", "页10.txt"])
})

it("[L9] facts change only on the revision that was read; what is left out stays and null clears", async () => {
  const library = await aLibrary()
  const facts = { newspaper: "东湖日报", date: "2026-05-12", pageNumber: "03", section: "要闻" }
  const pageId = await addText(library, pageText("一件事。"), facts)
  const update = (input: object) => updatePage(library.db, () => later, { pageId, revision: 1, ...input })
  expect(await update({ date: null, section: "", state: "proof" })).toMatchObject({
    newspaper: "东湖日报",
    date: null,
    pageNumber: "03",
    section: null,
    state: "proof",
    revision: 2,
  })
  await expect(update({ newspaper: "洪州晚报" })).rejects.toMatchObject({ code: "conflict", detail: { revision: 2 } })
  expect(await getPage(library.db, pageId)).toMatchObject({ newspaper: "东湖日报", revision: 2 })
  const both = await Promise.allSettled([
    update({ revision: 2, section: "甲" }),
    update({ revision: 2, section: "乙" }),
  ])
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
})

it("[L9] a page that is not there is not-found", async () => {
  const { db } = await aLibrary()
  await expect(getPage(db, newId())).rejects.toMatchObject({ code: "not-found" })
  const input = { pageId: newId(), revision: 1 }
  await expect(updatePage(db, () => later, input)).rejects.toMatchObject({ code: "not-found" })
})
