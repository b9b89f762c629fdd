import { expect, it } from "vitest"
import { canBeKey, commandForKey, keysOf, takenBy, withKeys } from "../../renderer/commands/keys.ts"
import { type Entry, rank } from "../../renderer/palette/rank.ts"
import { readSettings, usualPanes } from "../../renderer/state/settings.ts"
import { commandIds, commands } from "../../shared/commands/table.ts"

it("[H9] no key of the table stands for two commands, and each can be a key or goes back", () => {
  const keys = commandIds.flatMap((id) => commands[id].keys)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  expect(keys.filter((key) => !canBeKey(key))).toEqual(["Escape"])
})

it("[H9] a key that is chosen is taken from whoever had it, and comes back with what is usual", () => {
  expect(takenBy("F6", "queue.open", {})).toBe("pane.next")
  const chosen = withKeys({}, "queue.open", ["F6"])
  expect(commandForKey("F6", chosen)).toBe("queue.open")
  expect(keysOf("pane.next", chosen)).toEqual([])
  expect(withKeys(chosen, "pane.next", commands["pane.next"].keys)).toEqual({})
  const redo = withKeys({}, "queue.open", ["Mod+y"])
  expect(keysOf("edit.redo", redo)).toEqual(["Mod+Shift+z"])
  expect(withKeys({}, "queue.open", ["Alt+q"])).toEqual({ "queue.open": ["Alt+q"] })
  expect(keysOf("edit.undo", withKeys({}, "edit.undo", []))).toEqual([])
})

for (const [key, can] of [
  ["Mod+Shift+k", true],
  ["Alt+Enter", true],
  ["F9", true],
  ["Shift+F9", true],
  ["a", false],
  ["Shift+a", false],
  ["1", false],
  ["Enter", false],
  ["Shift+ ", false],
  ["Mod+ ", false],
  ["Mod+c", false],
] as const)
  it(`[H10] ${key} ${can ? "can" : "cannot"} be a command's`, () => expect(canBeKey(key)).toBe(can))

const entries: Entry[] = [
  { key: "find", texts: ["查找", "Find", "编辑", "edit.find"] },
  { key: "replace", texts: ["替换", "Replace", "编辑", "edit.replace"] },
  { key: "search", texts: ["搜索全部稿件", "Search all articles", "前往", "search.open"] },
  { key: "page", texts: ["东湖日报 · 2026-05-12 · 03版 城事", "查找失物", "scan.jpg"] },
]
for (const [query, found] of [
  ["", ["replace", "find", "search", "page"]],
  ["查找", ["find", "page"]],
  ["ARTICLES", ["search"]],
  ["东湖 03", ["page"]],
  ["０３版", ["page"]],
  ["编辑 re", ["replace"]],
  ["e", ["replace", "find", "search"]],
  ["没有", []],
] as const)
  it(`[H11] “${query}” means ${found.join(", ") || "nothing"}`, () =>
    expect(rank(entries, query, ["replace"]).map(({ key }) => key)).toEqual(found))

it("[H12] how the panes stand is remembered part by part; what makes no sense is as usual", () => {
  const panes = (kept: unknown) => readSettings(JSON.stringify({ panes: kept }), "zh").panes
  expect(panes({ rail: false, railWidth: 300 })).toEqual({ ...usualPanes, rail: false, railWidth: 300 })
  expect(panes({ railWidth: -3, scanWidth: "wide", scanHeight: 400 })).toEqual(usualPanes)
  expect(panes("x")).toEqual(usualPanes)
  expect(readSettings('{"textSize":400,"keys":{"queue.open":["Alt+q"]}}', "zh")).toMatchObject({
    textSize: 18,
    keys: { "queue.open": ["Alt+q"] },
  })
})
