import { describe, expect, it } from "vitest"
import { type JumpArticle, type JumpPage, linkJumps } from "../../../shared/layout/linkjumps.ts"
import type { Jump } from "../../../shared/model/article.ts"
import { parseJump } from "../../../shared/text/jumps.ts"

const jumpOf = (text: string): Jump => ({ ...parseJump(text)!, text })

const article = (headline: string | null, text: string, jump: string | null = null): JumpArticle => ({
  id: "a1",
  headline,
  body: [{ type: "paragraph", text, seams: [], suspects: [] }],
  jump: jump === null ? null : jumpOf(jump),
})
const page = (pageNumber: string | null, ...articles: JumpArticle[]): JumpPage => ({ pageNumber, articles })

const ferry = "渡口的老艄公说，江上的雾一年比一年薄，摆渡的人却一年比一年少。"
const ferryMore = "老艄公把桨递给徒弟，说渡口不会没有摆渡的人，江上的雾散了，船就该开了。"
const bridge = "新桥的钢箱梁昨天合龙，桥面铺装将在下月开始。"
const bridgeMore = "桥面铺装用的是本地石料，钢箱梁合龙之后，工人只休息了半天。"
const market = "菜市场搬进了新楼，摊主们说租金没有涨。"

/** Links as `page.article>page.article`, those that are not sure with a question mark. */
const linked = (...pages: JumpPage[]) => {
  const { links, open } = linkJumps(pages)
  return {
    links: links.map(({ from, to, sure }) => `${from.page}.${from.article}>${to.page}.${to.article}${sure ? "" : "?"}`),
    open: open.map((end) => `${end.page}.${end.article}`),
  }
}

describe("jumps of an issue", () => {
  it.each<[string, JumpPage[], string[], string[]]>([
    [
      "each half names the other's page, 3 being 03",
      [
        page("01", article("老渡口", ferry, "（下转第3版）"), article("新楼里的菜市场", market)),
        page("03", article("桥", bridge), article(null, ferryMore, "（上接第一版）")),
      ],
      ["0.0>1.1"],
      [],
    ],
    [
      "of two stories that go to one page words tell which is which",
      [
        page("1", article("老渡口", ferry, "下转2版"), article("新桥合龙", bridge, "下转2版")),
        page("2", article(null, bridgeMore, "上接1版"), article(null, ferryMore, "上接1版")),
      ],
      ["0.0>1.1", "0.1>1.0"],
      [],
    ],
    [
      "a title that a jump names",
      [
        page("A1", article("江上摆渡四十年", market, "下转A5版")),
        page("A05", article("别的", ferry), article("续", bridge, "（上接A1版《江上摆渡四十年》）")),
      ],
      ["0.0>1.1"],
      [],
    ],
    [
      "a half whose own line was lost is found by its words, unsure",
      [page("1", article("老渡口", ferry, "下转4版")), page("4", article("摆渡人", `${ferryMore}${ferry}`))],
      ["0.0>1.0?"],
      [],
    ],
    [
      "what has nothing in common stays open",
      [page("1", article("老渡口", ferry, "下转4版")), page("4", article("菜市场", market))],
      [],
      ["0.0"],
    ],
    [
      "a page that is not there, or whose number nobody knows",
      [page("1", article("老渡口", ferry, "下转4版")), page(null, article("老渡口", ferryMore))],
      [],
      ["0.0"],
    ],
    [
      "print that points elsewhere is believed",
      [
        page("1", article("老渡口", ferry, "下转2版")),
        page("2", article("老渡口", ferryMore, "上接5版")),
        page("5", article("桥", bridge)),
      ],
      [],
      ["0.0", "1.0"],
    ],
  ])("[T40] %s", (_, pages, links, open) => {
    expect(linked(...pages)).toEqual({ links, open })
  })

  it("[T40] without jump lines there is nothing to link", () => {
    expect(linked(page("1", article("老渡口", ferry)), page("2", article("老渡口", ferryMore)))).toEqual({
      links: [],
      open: [],
    })
  })
})
