import type { Node } from "prosemirror-model"
import { expect, it } from "vitest"
import { articleOfBlock, shownPage } from "../../renderer/state/blocks.ts"
import { parseDocument } from "../../shared/document/saved.ts"

const text = (said: string, line?: string) => ({
  type: "text",
  text: said,
  ...(line && { marks: [{ type: "line", attrs: { id: line } }] }),
})
const block = (type: string, ...content: object[]) => ({ type, content })
const doc = (articles: object[][], scraps: object[] = []): Node =>
  parseDocument({
    type: "doc",
    content: [
      ...articles.map((content, n) => ({ type: "article", attrs: { id: `a${n}` }, content })),
      { type: "tray", content: scraps },
    ],
  })

const sample = doc(
  [
    [
      block("headline", text("路通了", "l1")),
      block("byline", text("记者 岑雨", "l2")),
      block("dateline", text("本报讯", "l3")),
      block("paragraph", text("今日上午，快速", "l3"), text("路"), text("通车。", "l4")),
      block("paragraph", text("全长28公里。", "l5")),
    ],
    [block("headline", text("老茶馆", "l6")), block("paragraph")],
  ],
  [{ type: "scrap", attrs: { role: "unplaced", likely: "caption" }, content: [text("湖畔晨光", "l7")] }],
)

it("[R10] a document is shown as its articles, each block with its tag and its text by printed line", () => {
  const page = shownPage(sample)
  expect(page.articles.map((article) => [article.id, article.blocks.map((one) => one.type)])).toEqual([
    ["a0", ["headline", "byline", "dateline", "paragraph", "paragraph"]],
    ["a1", ["headline", "paragraph"]],
  ])
  expect(page.articles[0]?.blocks[3]?.runs).toEqual([
    { text: "今日上午，快速", line: "l3" },
    { text: "路", line: null },
    { text: "通车。", line: "l4" },
  ])
})

it("[R10] a tag is said once for blocks of a kind that follow one another", () => {
  expect(shownPage(sample).articles[0]?.blocks.map((one) => one.first)).toEqual([true, true, true, true, false])
})

it("[R11] the tray holds what belongs to no article, with what it is or looks like", () => {
  expect(shownPage(sample).tray).toEqual([
    { key: "t.0", role: "unplaced", likely: "caption", runs: [{ text: "湖畔晨光", line: "l7" }] },
  ])
})

it("[R12] a printed line leads to the block that holds most of it, a block to all its lines", () => {
  const { owner, lines } = shownPage(sample)
  expect(Object.fromEntries(owner)).toMatchObject({ l1: "a0.0", l3: "a0.3", l4: "a0.3", l5: "a0.4", l7: "t.0" })
  expect(lines.get("a0.2")).toEqual(["l3"])
  expect(lines.get("a0.3")).toEqual(["l3", "l4"])
  expect(lines.get("a1.1")).toEqual([])
})

it("[R12] a block's key names its article; the tray has none", () => {
  expect(["a0.2", "a12.0", "t.3"].map(articleOfBlock)).toEqual([0, 12, null])
})

it("[R10] the shown blocks are made once for a document", () => {
  expect(shownPage(sample)).toBe(shownPage(sample))
})
