import { describe, expect, it } from "vitest"
import { exporters } from "../../../shared/export/all.ts"
import { markdown } from "../../../shared/export/markdown.ts"
import { plaintext } from "../../../shared/export/plaintext.ts"
import type { ArticlesFile } from "../../../shared/model/article.ts"

const file: ArticlesFile = {
  format: "jiaoyang.articles",
  version: 1,
  source: { file: "a.jpg", sha256: "0", engine: "test 1", width: 1, height: 1, pageIndex: 0 },
  page: {
    newspaper: "东湖日报",
    date: "2026-05-12",
    weekday: "星期二",
    pageNumber: "03",
    section: "城事",
    editors: [],
    printed: null,
  },
  articles: [
    {
      id: "a1",
      column: null,
      kicker: "引题在上",
      headline: "老桥 新灯",
      subheadline: "——副题在下",
      bylines: [
        { name: "张江", role: "记者" },
        { name: "李河", role: "记者" },
        { name: "王湖", role: "通讯员" },
      ],
      dateline: "本报讯",
      body: [
        { type: "paragraph", text: "第一段*星号*和[方括号]。", seams: [], suspects: [] },
        { type: "heading", text: "小标题", seams: [], suspects: [] },
        { type: "paragraph", text: "- 第二段。", seams: [], suspects: [] },
      ],
      captions: [{ text: "夜景。", credit: "赵湾" }],
      jump: null,
      breaks: [],
      regions: [],
    },
  ],
  notices: [{ text: "停水公告" }],
  unplaced: [{ role: "caption", text: "无主的图说" }],
  lines: [],
}

describe("formats out", () => {
  it("[F1] plain text: fields each on a line, paragraphs, captions; what has no place under a rule at the end", () => {
    expect(plaintext.write(file).split("\n")).toEqual([
      "引题在上",
      "老桥 新灯",
      "——副题在下",
      "记者 张江 李河　通讯员 王湖",
      "本报讯",
      "第一段*星号*和[方括号]。",
      "小标题",
      "- 第二段。",
      "夜景。（赵湾 摄）",
      "",
      "────────",
      "停水公告",
      "无主的图说",
      "",
    ])
  })
  it("[F2] Markdown: headlines and headings as such, and no character of the text taken for Markdown", () => {
    const text = markdown.write(file)
    expect(text).toContain("## 老桥 新灯")
    expect(text).toContain("### 小标题")
    expect(text).toContain("第一段\\*星号\\*和\\[方括号\\]。")
    expect(text).toContain("\\- 第二段。")
  })
  it("[F3] every format ends with one line feed, and JSON is one line that reads back", () => {
    for (const exporter of exporters) expect(exporter.write(file)).toMatch(/[^\n]\n$/)
    expect(JSON.parse(exporters[0]?.write(file) ?? "")).toEqual(file)
  })
})
