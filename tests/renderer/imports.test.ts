import { expect, it } from "vitest"
import { zh } from "../../renderer/i18n/zh.ts"
import { urgentFirst } from "../../renderer/queue/items.tsx"
import { type Entry, isSystemFile, walk } from "../../renderer/queue/walk.ts"
import { finished, type ImportList, withoutEnded, withProgress } from "../../renderer/state/imports.ts"
import { readingText } from "../../renderer/ui/timeleft.ts"
import type { ImportItem, ImportReading, ImportSummary } from "../../shared/contract.ts"

const summary = (id: string, more: Partial<ImportSummary> = {}): ImportSummary => ({
  id,
  state: "running",
  total: 3,
  done: 0,
  duplicate: 0,
  failed: 0,
  cancelled: 0,
  ...more,
})
const item = (id: number, state: ImportItem["state"]): ImportItem => ({
  id,
  name: `${id}`,
  state,
  error: null,
  pageId: null,
})

it("[R13] progress changes the import it is of, and its item where the items are shown", () => {
  const now: ImportList = {
    imports: [summary("b"), summary("a")],
    items: { a: [item(1, "working"), item(2, "waiting")] },
  }
  const then = withProgress(now, { ...summary("a", { done: 1 }), item: item(1, "done") })
  expect(then.imports.map((one) => [one.id, finished(one)])).toEqual([
    ["b", 0],
    ["a", 1],
  ])
  expect(then.items.a?.map((one) => one.state)).toEqual(["done", "waiting"])
  expect(now.items.a?.[0]?.state).toBe("working")
})

it("[R13] an import not heard of before stands first", () => {
  const then = withProgress({ imports: [summary("a")], items: {} }, { ...summary("c"), item: item(1, "working") })
  expect(then.imports.map((one) => one.id)).toEqual(["c", "a"])
  expect(then.items).toEqual({})
})

const reading: ImportReading = {
  importId: "a",
  itemId: 1,
  page: 3,
  pages: 8,
  stage: "read",
  done: 2,
  total: 5,
  secondsLeft: 6,
}

it("[R23] what is known of a file being read is gone when it is read", () => {
  const now = { 1: reading, 2: { ...reading, itemId: 2 } }
  expect(withoutEnded(now, item(1, "working"))).toBe(now)
  expect(withoutEnded(now, null)).toBe(now)
  expect(Object.keys(withoutEnded(now, item(1, "done")))).toEqual(["2"])
})

it("[R23] of a file being read it is said which page, how much of it, and how long the rest takes", () => {
  expect(readingText(reading, zh)).toBe("3/8 · 40% · 剩余约 6 秒")
  expect(readingText({ ...reading, pages: 1, secondsLeft: 130 }, zh)).toBe("40% · 剩余约 2 分钟")
  expect(readingText({ ...reading, pages: 1, stage: "decode", done: 0, total: 0, secondsLeft: null }, zh)).toBe("")
})

it("[R14] of a long import what failed and what is being read is shown first", () => {
  const items = [item(1, "done"), item(2, "done"), item(3, "failed"), item(4, "working"), item(5, "waiting")]
  expect(urgentFirst(items, 3).map((one) => one.id)).toEqual([3, 4, 1, 2, 5])
  expect(urgentFirst(items, 5)).toBe(items)
})

const file = (name: string): Entry => ({ isFile: true, name, file: (done) => done(new File([], name)) })
const folder = (name: string, ...portions: Entry[][]): Entry => ({
  isFile: false,
  name,
  createReader: () => ({ readEntries: (done) => done(portions.shift() ?? []) }),
})

it("[R15] a dropped folder is read to its end, in the order of the names, without the system's own files", async () => {
  const dropped = [
    folder("b", [file("10.jpg"), file(".DS_Store")], [file("9.jpg")]),
    file("a.jpg"),
    folder("__MACOSX", [file("x")]),
  ]
  expect((await walk(dropped)).map((one) => one.name)).toEqual(["a.jpg", "9.jpg", "10.jpg"])
})

for (const [name, is] of [
  [".DS_Store", true],
  ["Thumbs.db", true],
  ["desktop.ini", true],
  ["03版.jpg", false],
] as const)
  it(`[R15] ${name} is ${is ? "" : "not "}a system file`, () => expect(isSystemFile(name)).toBe(is))
