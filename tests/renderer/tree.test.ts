import { expect, it } from "vitest"
import { manyPages, openBranches, type Row, rowsOf, treeOf } from "../../renderer/library/tree.ts"
import { inOrder, neighbour } from "../../renderer/state/order.ts"
import { page } from "./pages.ts"

const east = "东湖日报"
const eve = "临澜晚报"
const pages = [
  page({ source: "unknown.jpg" }),
  page({ newspaper: eve, date: "2026-05-10", pageNumber: "A10" }),
  page({ newspaper: eve, date: "2026-05-10", pageNumber: "A2" }),
  page({ newspaper: east, source: "undated.txt" }),
  page({ newspaper: east, date: "2026-05-11", pageNumber: "01" }),
  page({ newspaper: east, date: "2026-05-12", pageNumber: "03" }),
  page({ newspaper: east, date: "2026-05-12", pageNumber: "02" }),
]

const said = (row: Row): string => {
  if (row.kind === "paper") return `${row.paper.newspaper}`
  if (row.kind === "issue") return `  ${row.issue.date} ${row.issue.pages.length}`
  return `    ${row.page.pageNumber ?? row.page.source}`
}

it("[R7] pages stand under their newspaper and day, the newest day first, the unknown last", () => {
  const tree = treeOf(pages)
  expect(rowsOf(tree, () => true).map(said)).toEqual([
    "东湖日报",
    "  2026-05-12 2",
    "    02",
    "    03",
    "  2026-05-11 1",
    "    01",
    "  null 1",
    "    undated.txt",
    "临澜晚报",
    "  2026-05-10 2",
    "    A2",
    "    A10",
    "null",
    "  null 1",
    "    unknown.jpg",
  ])
})

it("[R7] a closed branch hides what is under it, and every row knows its place among its siblings", () => {
  const tree = treeOf(pages)
  const rows = rowsOf(tree, (key) => key === tree[0]?.key)
  expect(rows.map(said)).toEqual(["东湖日报", "  2026-05-12 2", "  2026-05-11 1", "  null 1", "临澜晚报", "null"])
  expect(rows.map((row) => `${row.level}:${row.place}/${row.of}`)).toEqual([
    "1:1/3",
    "2:1/3",
    "2:2/3",
    "2:3/3",
    "1:2/3",
    "1:3/3",
  ])
})

it("[R8] a long list begins closed but for the day of the current page; what a person opened or closed stays so", () => {
  const many = Array.from({ length: manyPages + 1 }, (_, n) =>
    page({ newspaper: east, date: n % 2 ? "2026-05-11" : "2026-05-12", pageNumber: String(n) }),
  )
  const tree = treeOf(many)
  const [first, second] = tree[0]?.issues ?? []
  const current = second?.pages[0]?.id ?? null
  const isOpen = openBranches(tree, current, new Map())
  expect([tree[0]?.key, first?.key, second?.key].map((key) => isOpen(key ?? ""))).toEqual([true, false, true])
  const toggled = openBranches(tree, current, new Map([[second?.key ?? "", false]]))
  expect(toggled(second?.key ?? "")).toBe(false)
  const short = treeOf(pages)
  expect(rowsOf(short, openBranches(short, null, new Map()))).toHaveLength(15)
})

it("[R9] the next and the previous page follow the order of the rail, and end where it ends", () => {
  const order = inOrder(pages)
  expect(neighbour(pages, order[0]?.id ?? "", 1)).toBe(order[1])
  expect(neighbour(pages, order[1]?.id ?? "", -1)).toBe(order[0])
  expect(neighbour(pages, order[0]?.id ?? "", -1)).toBeNull()
  expect(neighbour(pages, order.at(-1)?.id ?? "", 1)).toBeNull()
  expect(neighbour(pages, "no such page", 1)).toBeNull()
})
