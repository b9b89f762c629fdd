import { appendFileSync, chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, it } from "vitest"
import { checkLibrary } from "../../../electron/services/library/check.ts"
import type { Library } from "../../../electron/services/library/library.ts"
import { addText, aLibrary, noon, pageText, startOf, typing } from "../kit.ts"

/** Two pages, the first with 101 edits and so a snapshot within. */
async function edited(): Promise<{ library: Library; pageId: string; documentId: string; scan: string }> {
  const library = await aLibrary()
  const pageId = await addText(library, pageText("洪州新建三座桥。"))
  await addText(library, pageText("东湖绿道通车。"))
  const { documentId, doc } = await library.documents.open(pageId)
  const at = startOf(doc, "paragraph")
  for (let version = 0; version < 101; version++) {
    const steps = [typing(at, "字")]
    await library.documents.append({ documentId, version, clientId: "c", clientSeq: version, steps }, noon)
  }
  const sha256 = library.raw.prepare("select scan_sha256 from page where id = ?").pluck().get(pageId) as string
  return { library, pageId, documentId, scan: library.scans.pathOf(sha256, "txt") }
}

const codes = async (library: Library) => (await checkLibrary(library)).map((problem) => problem.code)

it("[L16] a whole library is found clean, by a reader too, and is not changed by the look", async () => {
  const { library } = await edited()
  const before = library.raw.prepare("select total_changes()").pluck().get()
  expect(await checkLibrary(library)).toEqual([])
  expect(library.raw.prepare("select total_changes()").pluck().get()).toBe(before)
  expect(await checkLibrary(await aLibrary({ dir: library.dir, readOnly: true }))).toEqual([])
})

it("[L17] one flipped bit of an original is found", async () => {
  const { library, scan } = await edited()
  const bytes = readFileSync(scan)
  bytes[3]! ^= 1
  chmodSync(scan, 0o644)
  writeFileSync(scan, bytes)
  expect(await codes(library)).toEqual(["scan-changed"])
})

it("[L17] a missing original is found, and what lies there without a page", async () => {
  const { library, scan } = await edited()
  rmSync(scan)
  expect(await codes(library)).toEqual(["scan-missing"])
  writeFileSync(join(dirname(scan), "stray.jpg"), "x")
  writeFileSync(join(dirname(scan), ".a.0123456789ab.tmp"), "x")
  expect((await codes(library)).sort()).toEqual(["scan-missing", "scan-orphaned", "temporary-left"])
})

const damages: [what: string, sql: string, code: string][] = [
  [
    "changed words in a step",
    `update step set steps = replace(steps, '字', '错') where version = 50`,
    "journal-broken",
  ],
  ["a lost step", "delete from step where version = 50", "journal-broken"],
  ["the last steps lost", "delete from step where version >= 90", "journal-broken"],
  [
    "the last steps lost, and the snapshot with them",
    "delete from step where version >= 90; delete from snapshot where version > 0; update indexed set version = 101",
    "journal-broken",
  ],
  ["a lost first step", "delete from step where version = 1", "journal-broken"],
  [
    "two steps exchanged",
    "update step set steps = (select group_concat(steps) from step) where version = 3",
    "journal-broken",
  ],
  [
    "a changed snapshot",
    `update snapshot set body = replace(body, '桥', '路') where version = 100`,
    "snapshot-differs",
  ],
  ["an unreadable snapshot", "update snapshot set body = '{' where version = 0", "document-unreadable"],
  ["no snapshot", "delete from snapshot", "document-unreadable"],
  ["a page without document", "delete from snapshot; delete from step; delete from document", "page-without-document"],
  ["a page whose scan is not known", "delete from scan", "reference-broken"],
]

it.each(damages)("[L17] damage in the database is found: %s", async (_, sql, code) => {
  const { library } = await edited()
  library.raw.pragma("foreign_keys = OFF")
  library.raw.exec(sql)
  expect(await codes(library)).toContain(code)
})

it("[L17] a torn database file is found", async () => {
  const { library } = await edited()
  const { dir } = library
  await library.close()
  const file = join(dir, "library.sqlite")
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 4096 * 6, 4096 * 12)
  writeFileSync(file, bytes)
  appendFileSync(file, "x")
  const found = await aLibrary({ dir, readOnly: true })
    .then(codes)
    .catch((error: { code: string }) => [error.code])
  expect(found.some((code) => code === "database-damaged" || code === "library-damaged")).toBe(true)
})
