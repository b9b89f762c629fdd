import { undo } from "prosemirror-history"
import type { Slice } from "prosemirror-model"
import { describe, expect, it } from "vitest"
import type { EditingPage } from "../../../renderer/document/editing.ts"
import { joinBlocks, splitBlock } from "../../../renderer/document/join.ts"
import { moveToNeighbour } from "../../../renderer/document/move.ts"
import { fitPasted, slicePlainText } from "../../../renderer/document/paste.ts"
import { caretOf, positionOf } from "../../../renderer/editor/caret.ts"
import { links, openPage, select, show, type } from "./page.ts"

const cut = (page: EditingPage): Slice => {
  const slice = page.state.selection.content()
  page.dispatch(page.state.tr.deleteSelection())
  return slice
}

const paste = (page: EditingPage, slice: Slice): void => {
  const { doc, selection } = page.state
  const fitted = fitPasted(slice, doc, selection.$from, page.lines)
  page.dispatch(page.state.tr.replaceSelection(fitted))
  page.state.doc.check()
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
  const table: [name: string, act: (page: EditingPage) => void, lost: string[], won: string[]][] = [
    [
      "typing before a seam",
      (page) => {
        select(page, "址", 0)
        type(page, "新")
      },
      [],
      [],
    ],
    [
      "typing at a seam, from the left",
      (page) => {
        select(page, "址", 1)
        type(page, "上")
      },
      [],
      [],
    ],
    [
      "typing at a seam, from the right",
      (page) => {
        select(page, "由", 0)
        type(page, "都")
      },
      [],
      [],
    ],
    [
      "typing a copy of the next character at a seam",
      (page) => {
        select(page, "由", 0)
        type(page, "由")
      },
      [],
      [],
    ],
    [
      "correcting a character",
      (page) => {
        select(page, "旧")
        type(page, "老")
      },
      ["l5:7 旧"],
      ["l5:7 老"],
    ],
    [
      "correcting the last before a seam",
      (page) => {
        select(page, "址")
        type(page, "地")
      },
      ["l5:8 址"],
      ["l5:8 地"],
    ],
    [
      "replacing across a seam by as many",
      (page) => {
        select(page, "址由")
        type(page, "处凭")
      },
      ["l5:8 址", "l6:0 由"],
      ["l5:8 处"],
    ],
    [
      "taking a character out",
      (page) => {
        select(page, "码")
        page.dispatch(page.state.tr.deleteSelection())
      },
      ["l5:5 码"],
      [],
    ],
    [
      "splitting at a seam",
      (page) => {
        select(page, "由", 0)
        page.run(splitBlock)
      },
      [],
      [],
    ],
    [
      "splitting inside a line",
      (page) => {
        select(page, "旧", 0)
        page.run(splitBlock)
      },
      [],
      [],
    ],
    [
      "joining two paragraphs",
      (page) => {
        select(page, "岸线")
        page.run(joinBlocks)
      },
      [],
      [],
    ],
    [
      "moving a block to another article",
      (page) => {
        select(page, "岸线")
        page.run(moveToNeighbour(1))
      },
      [],
      [],
    ],
    [
      "splitting and undoing",
      (page) => {
        select(page, "旧", 0)
        page.run(splitBlock)
        page.run(undo)
      },
      [],
      [],
    ],
    [
      "cutting and pasting elsewhere",
      (page) => {
        select(page, "码头旧")
        const slice = cut(page)
        select(page, "租金", 0)
        paste(page, slice)
      },
      [],
      [],
    ],
    [
      "cutting and pasting before its own line",
      (page) => {
        select(page, "码头旧")
        const slice = cut(page)
        select(page, "沿江", 0)
        paste(page, slice)
      },
      [],
      [],
    ],
    [
      "cutting across a seam and pasting in the tray",
      (page) => {
        select(page, "址由5")
        const slice = cut(page)
        select(page, "停水", 0)
        paste(page, slice)
      },
      [],
      [],
    ],
    [
      "copying",
      (page) => {
        select(page, "码头旧")
        const slice = page.state.selection.content()
        select(page, "租金", 0)
        paste(page, slice)
      },
      [],
      [],
    ],
    [
      "pasting twice what was cut once",
      (page) => {
        select(page, "码头旧")
        const slice = cut(page)
        select(page, "租金", 0)
        paste(page, slice)
        select(page, "岸线", 0)
        paste(page, slice)
      },
      [],
      [],
    ],
  ]
  for (const [name, act, lost, won] of table)
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
