import { undo } from "prosemirror-history"
import type { Slice } from "prosemirror-model"
import type { Command } from "prosemirror-state"
import { describe, expect, it } from "vitest"
import type { EditingPage } from "../../../renderer/document/editing.ts"
import { joinBlocks, splitBlock } from "../../../renderer/document/join.ts"
import { moveToNeighbour } from "../../../renderer/document/move.ts"
import { fitPasted, slicePlainText } from "../../../renderer/document/paste.ts"
import { caretOf, positionOf } from "../../../renderer/editor/caret.ts"
import { links, openPage, select, show, type } from "./page.ts"

type Act = (page: EditingPage) => void

function take(page: EditingPage, text: string, how: "cut" | "copy"): Slice {
  select(page, text)
  const slice = page.state.selection.content()
  if (how === "cut") page.dispatch(page.state.tr.deleteSelection())
  return slice
}

const paste = (page: EditingPage, slice: Slice): void => {
  const { doc, selection } = page.state
  const fitted = fitPasted(slice, doc, selection.$from, page.lines)
  page.dispatch(page.state.tr.replaceSelection(fitted))
  page.state.doc.check()
}

/** Writes over a text, or before its character `at`. */
const write =
  (what: string, over: string, at?: number): Act =>
  (page) => {
    select(page, over, at)
    type(page, what)
  }

/** Runs commands with the caret before a text. */
const run =
  (before: string, ...commands: Command[]): Act =>
  (page) => {
    select(page, before, 0)
    for (const command of commands) page.run(command)
  }

/** Cuts or copies a text, and pastes it before others. */
const carry =
  (how: "cut" | "copy", what: string, ...before: string[]): Act =>
  (page) => {
    const slice = take(page, what, how)
    for (const place of before) {
      select(page, place, 0)
      paste(page, slice)
    }
  }

/** Links that a change lost and won. */
function difference(page: EditingPage, act: () => void) {
  const before = links(page)
  act()
  const after = links(page)
  return { lost: before.filter((link) => !after.includes(link)), won: after.filter((link) => !before.includes(link)) }
}

const nothing = { lost: [], won: [] }

describe("the link between characters and glyphs", () => {
  // Line l5 ends with 址, l6 begins with 由: 旧址|由5G.
  const table: [name: string, act: Act, lost?: string[], won?: string[]][] = [
    ["typing before a seam", write("新", "址", 0)],
    ["typing at a seam, from the left", write("上", "址", 1)],
    ["typing at a seam, from the right", write("都", "由", 0)],
    ["typing a copy of the next character at a seam", write("由", "由", 0)],
    ["correcting a character", write("老", "旧"), ["l5:7 旧"], ["l5:7 老"]],
    ["correcting the last before a seam", write("地", "址"), ["l5:8 址"], ["l5:8 地"]],
    ["replacing across a seam by as many", write("处凭", "址由"), ["l5:8 址", "l6:0 由"], ["l5:8 处"]],
    ["taking a character out", (page) => void take(page, "码", "cut"), ["l5:5 码"]],
    ["splitting at a seam", run("由", splitBlock)],
    ["splitting inside a line", run("旧", splitBlock)],
    ["joining two paragraphs", run("岸线", joinBlocks)],
    ["moving a block to another article", run("岸线", moveToNeighbour(1))],
    ["splitting and undoing", run("旧", splitBlock, undo)],
    ["cutting and pasting elsewhere", carry("cut", "码头旧", "租金")],
    ["cutting and pasting before its own line", carry("cut", "码头旧", "沿江")],
    ["cutting across a seam and pasting in the tray", carry("cut", "址由5", "停水")],
    ["copying", carry("copy", "码头旧", "租金")],
    ["pasting twice what was cut once", carry("cut", "码头旧", "租金", "岸线")],
  ]
  for (const [name, act, lost = [], won = []] of table)
    it(`[J1] ${name}`, () => {
      const page = openPage()
      expect(difference(page, () => act(page))).toEqual({ lost, won })
    })

  it("[J2] a mark of another page does not come in by pasting", () => {
    const other = openPage([
      ["headline", 0, "别的版面"],
      ...Array.from({ length: 30 }, (): ["note", 0, string] => ["note", 0, "远处"]),
    ])
    const marked = other.state.doc.slice(other.state.doc.content.size - 6, other.state.doc.content.size - 4)
    const page = openPage()
    select(page, "租金", 0)
    expect(difference(page, () => paste(page, marked))).toEqual(nothing)
  })

  it("[J3] text from outside becomes blocks, of the tray where it is put there", () => {
    const page = openPage()
    select(page, "岸线", 0)
    paste(page, slicePlainText("第一行\r\n\r\n　　第二行"))
    expect(show(page)).toContain("0 paragraph 第一行")
    expect(show(page)).toContain("0 paragraph 第二行岸线两侧补种水杉与乌桕共四千株。")
    select(page, "停水", 0)
    paste(page, slicePlainText("甲\n乙"))
    expect(
      show(page)
        .filter((row) => row.startsWith("t"))
        .slice(0, 2),
    ).toEqual(["t notice 甲", "t unplaced 乙停水通知"])
  })

  it("[J4] the caret says its glyph, and a glyph its place, in joined, split and moved text", () => {
    const page = openPage()
    select(page, "旧", 0)
    expect(caretOf(page)).toMatchObject({ line: "l5", glyph: 7, article: 0, inTray: false })
    select(page, "由", 0)
    expect(caretOf(page)).toMatchObject({ line: "l6", glyph: 0 })
    page.run(splitBlock)
    page.run(moveToNeighbour(1))
    const at = positionOf(page, { line: "l6", glyph: 1 }) ?? 0
    expect(page.state.doc.textBetween(at, at + 1)).toBe("5")
    expect(positionOf(page, { line: "none", glyph: 0 })).toBe(null)
  })

  it("[J5] a glyph that was taken out leads to what stands next to it", () => {
    const page = openPage()
    select(page, "码头")
    page.dispatch(page.state.tr.deleteSelection())
    const at = positionOf(page, { line: "l5", glyph: 5 }) ?? 0
    expect(page.state.doc.textBetween(at, at + 1)).toBe("旧")
  })
})
