import { expect, it } from "vitest"
import { rowsOf, rowTyped, treeOf } from "../../renderer/library/tree.ts"
import { listed, nextSort, wholeList } from "../../renderer/state/listing.ts"
import { comparePageNumbers } from "../../renderer/state/order.ts"
import { choose, everything, moved, nothingSelected, withinList } from "../../renderer/state/selection.ts"
import { page } from "./pages.ts"

for (const [a, b] of [
  ["02", "10"],
  ["2", "第10版"],
  ["第2版", "第10版"],
  ["二", "三"],
  ["九版", "10"],
  ["第十版", "第十一版"],
  ["十九", "二十"],
  ["头版", "02"],
  ["10", "A1"],
  ["A2", "A10"],
  ["A05", "A10"],
  ["Ａ2", "A3"],
  ["A10", "B1"],
  ["A-2", "A-10"],
  ["12", "中缝"],
] as const)
  it(`[Q1] page ${a} comes before page ${b}`, () => {
    expect(comparePageNumbers(a, b)).toBeLessThan(0)
    expect(comparePageNumbers(b, a)).toBeGreaterThan(0)
  })

it("[Q1] differently printed, one number is one place", () => {
  expect(comparePageNumbers("03", "第3版")).toBe(0)
  expect(comparePageNumbers("十二", "12")).toBe(0)
})

const east = page({ newspaper: "东湖日报", date: "2026-05-12", pageNumber: "03", section: "城事", headlines: ["绿道"] })
const eve = page({ newspaper: "临澜晚报", date: "2026-06-03", pageNumber: "A5", state: "final", source: "IMG_12.JPG" })
const unknown = page({ source: "scan9.tif", headlines: ["甲", "乙"] })
const pages = [unknown, eve, east]

for (const [text, found] of [
  ["", [east, eve, unknown]],
  ["日报 城事", [east]],
  ["日报 民生", []],
  ["img_１２", [eve]],
  ["2026-0", [east, eve]],
  ["a5版", [eve]],
  ["乙", [unknown]],
] as const)
  it(`[Q2] “${text}” is found in ${found.length} of three pages`, () => {
    const shown = listed(pages, { ...wholeList, text })
    expect(new Set(shown)).toEqual(new Set(found))
  })

it("[Q2] a state is a filter too", () => {
  expect(listed(pages, { ...wholeList, state: "final" })).toEqual([eve])
  expect(listed(pages, { ...wholeList, state: "final", text: "日报" })).toEqual([])
})

it("[Q3] a column sorts up, then down, then not at all; what is unknown stays last", () => {
  const by = (sort: ReturnType<typeof nextSort>) => listed(pages, { ...wholeList, sort })
  const up = nextSort(null, "date")
  const down = nextSort(up, "date")
  expect(by(up)).toEqual([east, eve, unknown])
  expect(by(down)).toEqual([eve, east, unknown])
  expect(nextSort(down, "date")).toBeNull()
  expect(nextSort(down, "source")).toEqual({ by: "source", descending: false })
  expect(by({ by: "headlines", descending: true })[0]).toBe(unknown)
  expect(by({ by: "state", descending: false }).at(-1)).toBe(eve)
})

const order = ["a", "b", "c", "d", "e"]
const ids = (selection: typeof nothingSelected) => [...selection.ids].sort().join("")

it("[Q4] a click selects one, Ctrl adds and takes away, Shift selects from where the last was", () => {
  const one = choose(nothingSelected, order, "b", "one")
  expect(ids(one)).toBe("b")
  const range = choose(one, order, "d", "range")
  expect(ids(range)).toBe("bcd")
  expect(ids(choose(range, order, "a", "range"))).toBe("ab")
  const without = choose(range, order, "c", "toggle")
  expect(ids(without)).toBe("bd")
  expect(ids(choose(without, order, "e", "toggle"))).toBe("bde")
})

it("[Q4] from the keyboard moving selects nothing, and a range begins where the keyboard was", () => {
  const marked = choose(nothingSelected, order, "a", "toggle")
  const there = moved(marked, "c")
  expect(ids(there)).toBe("a")
  const extended = choose(there, order, "d", "range")
  expect(ids(extended)).toBe("cd")
  expect(ids(choose(extended, order, "e", "range"))).toBe("cde")
  expect(ids(everything(there, order))).toBe("abcde")
})

it("[Q4] what leaves the list is not selected any more", () => {
  const all = everything(choose(nothingSelected, order, "b", "one"), order)
  expect(ids(withinList(all, ["b", "d"]))).toBe("bd")
  expect(withinList(all, order)).toBe(all)
  const gone = withinList(all, ["d", "e"])
  expect(ids(choose(gone, ["d", "e"], "e", "range"))).toBe("e")
})

it("[Q5] typing in the rail goes to the next row that begins so, round the end", () => {
  const rows = rowsOf(treeOf(pages), () => true)
  const at = (typed: string, from = 0) => {
    const row = rows[rowTyped(rows, typed, from) ?? -1]
    return row?.kind === "page" ? row.page.source : row?.kind === "issue" ? row.issue.date : row?.paper.newspaper
  }
  expect(at("临")).toBe("临澜晚报")
  expect(at("东", rows.length - 1)).toBe("东湖日报")
  expect(at("06-03")).toBe("2026-06-03")
  expect(at("3")).toBe(east.source)
  expect(at("a5")).toBe(eve.source)
  expect(at("scan")).toBe("scan9.tif")
  expect(at("zzz")).toBeUndefined()
})
