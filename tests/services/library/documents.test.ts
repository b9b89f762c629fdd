import { expect, it } from "vitest"
import type { Library } from "../../../electron/services/library/library.ts"
import { addText, aLibrary, newId, noon, pageText, startOf, typing } from "../kit.ts"

async function aDocument() {
  const library = await aLibrary()
  const pageId = await addText(library, pageText("洪州新建三座桥。"))
  const opened = await library.documents.open(pageId)
  const at = startOf(opened.doc, "paragraph")
  return { library, pageId, documentId: opened.documentId, at }
}

const rows = ({ raw }: Library) => raw.prepare("select version, client_seq, steps from step order by version").all()
const textOf = (doc: unknown) =>
  JSON.stringify(doc)
    .match(/"text":"([^"]*)"/g)
    ?.join() ?? ""

it("[L10] steps are appended in order, each batch a version", async () => {
  const { library, documentId, at, pageId } = await aDocument()
  const send = (version: number, clientSeq: number, text: string) =>
    library.documents.append({ documentId, version, clientId: "c", clientSeq, steps: [typing(at, text)] }, noon)
  expect(await send(0, 1, "乙")).toMatchObject({ version: 1, pageId })
  expect(await send(1, 2, "甲")).toMatchObject({ version: 2, pageId })
  const opened = await library.documents.open(pageId)
  expect(opened.version).toBe(2)
  expect(textOf(opened.doc)).toContain("甲乙")
})

it("[L10] the same batch sent again is acknowledged with its version and stored once", async () => {
  const { library, documentId, at } = await aDocument()
  const first = { documentId, version: 0, clientId: "c", clientSeq: 1, steps: [typing(at, "甲")] }
  await library.documents.append(first, noon)
  await library.documents.append({ ...first, version: 1, clientSeq: 2 }, noon)
  const before = rows(library)
  expect(await library.documents.append(first, noon)).toMatchObject({ version: 1 })
  expect(await library.documents.append({ ...first, version: 1, clientSeq: 2 }, noon)).toMatchObject({ version: 2 })
  expect(rows(library)).toEqual(before)
})

it("[L10] other steps under a number already used are a conflict, and another client's number is its own", async () => {
  const { library, documentId, at } = await aDocument()
  const first = { documentId, version: 0, clientId: "c", clientSeq: 1, steps: [typing(at, "甲")] }
  await library.documents.append(first, noon)
  const other = { ...first, version: 1, steps: [typing(at, "乙")] }
  await expect(library.documents.append(other, noon)).rejects.toMatchObject({
    code: "conflict",
    detail: { version: 1 },
  })
  expect(await library.documents.append({ ...other, clientId: "d" }, noon)).toMatchObject({ version: 2 })
})

it("[L10] steps on a version that is not the newest are a conflict that names the newest", async () => {
  const { library, documentId, at } = await aDocument()
  const send = (version: number, clientSeq: number) =>
    library.documents.append({ documentId, version, clientId: "c", clientSeq, steps: [typing(at, "甲")] }, noon)
  await send(0, 1)
  for (const version of [0, 2])
    await expect(send(version, 2)).rejects.toMatchObject({ code: "conflict", detail: { version: 1 } })
  const both = await Promise.allSettled([send(1, 3), send(1, 4)])
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
})

const bad: [string, (at: number) => Record<string, unknown>[]][] = [
  ["no step at all", () => [{}]],
  ["an unknown kind", () => [{ stepType: "explode" }]],
  ["far outside", () => [typing(100_000, "甲")]],
  ["text outside a block", () => [typing(0, "甲")]],
  [
    "a node the schema does not know",
    (at) => [{ stepType: "replace", from: at, to: at, slice: { content: [{ type: "script" }] } }],
  ],
  ["an attribute that does not parse", (at) => [{ stepType: "replace", from: "a", to: at }]],
  ["a good one, then a bad one", (at) => [typing(at, "甲"), typing(100_000, "乙")]],
  [
    "an article with nothing in it",
    () => [{ stepType: "replace", from: 0, to: 0, slice: { content: [{ type: "article" }] } }],
  ],
  ["away with all articles", () => [{ stepType: "replace", from: 0, to: 1000 }]],
]

it.each(bad)("[L11] a step that does not fit is invalid and nothing is stored: %s", async (_, make) => {
  const { library, documentId, pageId, at } = await aDocument()
  const before = await library.documents.open(pageId)
  const input = { documentId, version: 0, clientId: "c", clientSeq: 1, steps: make(at) }
  await expect(library.documents.append(input, noon)).rejects.toMatchObject({ code: "invalid" })
  expect(rows(library)).toEqual([])
  expect(await library.documents.open(pageId)).toEqual(before)
})

it("[L11] a document that is not there is not-found", async () => {
  const { library, at } = await aDocument()
  const input = { documentId: newId(), version: 0, clientId: "c", clientSeq: 1, steps: [typing(at, "甲")] }
  await expect(library.documents.append(input, noon)).rejects.toMatchObject({ code: "not-found" })
  await expect(library.documents.open(newId())).rejects.toMatchObject({ code: "not-found" })
})

it("[L12] a snapshot every hundred batches; steps stay, and both ways lead to the same document", async () => {
  const { library, documentId, pageId, at } = await aDocument()
  for (let version = 0; version < 205; version++) {
    const steps = [typing(at, String(version % 10))]
    await library.documents.append({ documentId, version, clientId: "c", clientSeq: version, steps }, noon)
  }
  const { raw, dir } = library
  expect(raw.prepare("select version from snapshot order by version").pluck().all()).toEqual([0, 100, 200])
  expect(rows(library)).toHaveLength(205)
  const asKept = await library.documents.open(pageId)
  // Another process has no document in memory: it begins at the newest snapshot, and without those at the first.
  expect(await (await aLibrary({ dir, readOnly: true })).documents.open(pageId)).toEqual(asKept)
  raw.exec("delete from snapshot where version > 0")
  expect(await (await aLibrary({ dir, readOnly: true })).documents.open(pageId)).toEqual(asKept)
})
