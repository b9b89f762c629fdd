import { redo, undo } from "prosemirror-history"
import { type Command, TextSelection } from "prosemirror-state"
import { describe, expect, it } from "vitest"
import { joinBlocks, mergeArticles, selectMore, splitArticle, splitBlock } from "../../../renderer/document/join.ts"
import { moveTo, moveToNeighbour, moveWithin } from "../../../renderer/document/move.ts"
import { setRole, tagBlocks } from "../../../renderer/document/tag.ts"
import { countWork, goToWork, suspectGlyphs } from "../../../renderer/document/worklist.ts"
import { links, openPage, select, show, type } from "./page.ts"

/** What a command makes of the page with the selection on a text: rows that went, and rows that came. */
function change(command: Command, on: string, at?: number, more?: string) {
  const page = openPage()
  const before = show(page)
  const linked = links(page)
  select(page, on, at)
  if (more) {
    const { from } = page.state.selection
    select(page, more)
    const { doc, selection, tr } = page.state
    page.dispatch(tr.setSelection(TextSelection.create(doc, from, selection.to)))
  }
  const done = page.run(command)
  const after = show(page)
  page.state.doc.check()
  expect(links(page)).toEqual(linked)
  const result = {
    done,
    gone: before.filter((row) => !after.includes(row)),
    came: after.filter((row) => !before.includes(row)),
    after,
  }
  if (done) {
    page.run(undo)
    expect(show(page)).toEqual(before)
    page.run(redo)
    expect(show(page)).toEqual(after)
  }
  return result
}

describe("commands on the text", () => {
  it("[G1] a headline printed in two lines is split and joined again", () => {
    expect(change(splitBlock, "全线开放", 0).came).toEqual(["0 headline 滨江步道今日", "0 headline 全线开放"])
  })

  it("[G2] joining leaves a space between Latin words, and none anywhere else", () => {
    const page = openPage([
      ["headline", 0, "一"],
      ["note", 0, "摊主称 WiFi"],
      ["note", 0, "signal 稳定。"],
      ["note", 0, "  再来  "],
    ])
    select(page, "signal")
    page.run(joinBlocks)
    expect(show(page)[1]).toBe("0 paragraph 摊主称WiFi signal稳定。")
    select(page, "再来")
    page.run(joinBlocks)
    expect(show(page)[1]).toBe("0 paragraph 摊主称WiFi signal稳定。再来")
  })

  it("[G3] a hyphen that print put in is dropped in joining", () => {
    const page = openPage([
      ["headline", 0, "一"],
      ["note", 0, "接入 broad-"],
      ["note", 0, "band 网络"],
    ])
    select(page, "band")
    page.run(joinBlocks)
    expect(show(page)[1]).toBe("0 paragraph 接入broadband网络")
  })

  it("[G4] Enter cuts a block and the spaces at the cut; what ends a field is followed by a paragraph", () => {
    expect(change(splitBlock, "signal", 0).came).toEqual(["1 paragraph 摊主称WiFi", "1 paragraph signal稳定。"])
    const page = openPage()
    select(page, "全线开放", 4)
    page.run(splitBlock)
    type(page, "新")
    expect(show(page).slice(1, 3)).toEqual(["0 headline 滨江步道今日全线开放", "0 paragraph 新"])
  })

  it("[G5] blocks are tagged, one or many", () => {
    expect(change(tagBlocks("heading"), "岸线").came).toEqual(["0 heading 岸线两侧补种水杉与乌桕共四千株。"])
    expect(change(tagBlocks("heading"), "沿江", undefined, "岸线").came).toHaveLength(2)
  })

  it("[G6] a scrap that is tagged goes into the article that was worked on last", () => {
    const page = openPage()
    select(page, "沿江")
    select(page, "夜市新楼外景")
    page.run(tagBlocks("caption"))
    expect(show(page).slice(5, 7)).toEqual(["0 caption 步道一角。（资料图片）", "0 caption 夜市新楼外景"])
  })

  it("[G7] a block moves to the next and the previous article, to its place among the others", () => {
    expect(change(moveToNeighbour(1), "步道一角").came).toEqual(["1 caption 步道一角。（资料图片）"])
    const { after } = change(moveToNeighbour(-1), "夜市搬进")
    expect(after.slice(0, 4)).toEqual([
      "0 kicker 一江春水绕城来",
      "0 headline 滨江步道今日全线开放",
      "0 headline 夜市搬进新楼",
      "0 byline 本报记者 昝一鸣",
    ])
  })

  it("[G8] after the last article comes the tray, and back from it", () => {
    expect(change(moveToNeighbour(1), "租金").came).toEqual(["t unplaced?body 摊位一百二十个，租金三年不变。"])
    expect(change(moveToNeighbour(-1), "夜市新楼外景").came).toEqual(["1 caption 夜市新楼外景"])
    expect(change(moveToNeighbour(1), "停水").done).toBe(false)
    expect(change(moveToNeighbour(-1), "一江").done).toBe(false)
  })

  it("[G9] an article whose last block leaves goes with it; the only one stays as an empty paragraph", () => {
    const page = openPage([
      ["headline", 0, "甲"],
      ["headline", 1, "乙"],
    ])
    select(page, "甲")
    page.run(moveTo(1))
    expect(show(page)).toEqual(["0 headline 甲", "0 headline 乙"])
    select(page, "甲", 0)
    page.run(selectMore)
    page.run(selectMore)
    page.run(moveTo("tray"))
    expect(show(page)).toEqual(["0 paragraph ", "t unplaced?headline 甲", "t unplaced?headline 乙"])
  })

  it("[G10] blocks move up and down within their article and stop at its ends", () => {
    expect(
      change(moveWithin(1), "沿江")
        .after.slice(3, 5)
        .map((row) => row.slice(0, 14)),
    ).toEqual(["0 paragraph 岸线", "0 paragraph 沿江"])
    expect(change(moveWithin(-1), "一江").done).toBe(false)
    expect(change(moveWithin(1), "步道一角").done).toBe(false)
  })

  it("[G11] articles are merged and split, each with an id of its own", () => {
    expect(change(mergeArticles, "夜市搬进").after.some((row) => row.startsWith("1"))).toBe(false)
    const page = openPage()
    select(page, "岸线")
    page.run(splitArticle)
    const ids: string[] = []
    page.state.doc.forEach((part) => void (part.type.name === "article" && ids.push(part.attrs.id as string)))
    expect(new Set(ids).size).toBe(3)
    expect(change(splitArticle, "一江").done).toBe(false)
    expect(change(mergeArticles, "一江").done).toBe(false)
  })

  it("[G12] what a scrap is can be said, and a block taken out as a notice", () => {
    expect(change(setRole("masthead"), "停水").came).toEqual(["t masthead 停水通知"])
    expect(change(setRole("notice"), "岸线").came).toEqual(["t notice 岸线两侧补种水杉与乌桕共四千株。"])
  })

  it("[G13] suspects and unsure seams are walked around the page; one that was corrected is gone, until that is undone", () => {
    const page = openPage(undefined, "me", { l1: [2], l6: [0], l13: [1] })
    const seen: string[] = []
    for (let i = 0; i < 4; i++) {
      page.run(goToWork("suspect", 1))
      seen.push(page.state.doc.textBetween(page.state.selection.from, page.state.selection.to))
    }
    expect(seen).toEqual(["春", "由", "位", "春"])
    expect(countWork(page.state, "suspect")).toBe(3)
    type(page, "风")
    expect(countWork(page.state, "suspect")).toBe(2)
    expect([...suspectGlyphs(page.state)]).toEqual([
      ["l6", [0]],
      ["l13", [1]],
    ])
    page.run(undo)
    expect(countWork(page.state, "suspect")).toBe(3)
  })

  it("[G15] lines of which a new reading says something else are walked; one that was changed is gone", () => {
    const conflict = (line: string, person: string) => ({ line, person, fresh: "别的" })
    const conflicts = [conflict("l6", "由5G基站相连，"), conflict("l17", "停水通知"), conflict("l1", "早已不是这样")]
    const page = openPage(undefined, "me", {}, conflicts)
    const next = () => {
      page.run(goToWork("conflict", 1))
      return page.state.doc.textBetween(page.state.selection.from, page.state.selection.to)
    }
    expect([next(), next(), next()]).toEqual(["由5G基站相连，", "停水通知", "由5G基站相连，"])
    type(page, "由")
    expect(countWork(page.state, "conflict")).toBe(1)
  })

  it("[G14] select all takes the block, then the article, then the page", () => {
    const page = openPage()
    select(page, "沿江", 1)
    const sizes = [0, 1, 2].map(() => {
      page.run(selectMore)
      return page.state.selection.to - page.state.selection.from
    })
    expect(sizes[0]).toBeLessThan(sizes[1] ?? 0)
    expect(sizes[1]).toBeLessThan(sizes[2] ?? 0)
  })
})
