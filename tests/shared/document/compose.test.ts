import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compose } from "../../../shared/document/compose.ts"
import { judgeSeams } from "../../../shared/eval/seams.ts"
import { toArticles } from "../../../shared/export/articles.ts"
import { readPlaintext } from "../../../shared/import/plaintext.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import type { Line, Recognition } from "../../../shared/model/recognition.ts"
import { printPage, printText } from "../../support/print.ts"
import { article, page } from "../eval/write.ts"

const composed = (recognition: Recognition) => {
  const { doc, ledger } = compose(recognition, arrange(recognition))
  return { doc, ledger, ...toArticles(doc, ledger, recognition) }
}

const story = [
  "清晨六点，洪州东门外的菜市场已经热闹起来，挑担的、推车的、骑三轮的，都往桥头那片空地上赶。",
  "管理员老周拿着本子挨个登记摊位，他说自从划了线、编了号，吵架的事一个月也碰不上一回。",
  "#桥头的新规矩",
  "规矩是大家坐在一起商量出来的：早市八点半收摊，收摊前各扫各的门前，垃圾装袋放到指定的地方。",
  "谁家忘了，邻居会提醒，一来二去也就成了习惯。",
]

/** Sentences of made-up words: what matters is their shape. */
const sentence = fc
  .array(fc.constantFrom(..."山水田林湖草沙桥路城乡村镇街巷河岸风雨云天地人家门前屋后"), {
    minLength: 12,
    maxLength: 60,
  })
  .map((chars) => `${chars.join("")}。`)
const paragraphs = fc.array(
  fc.array(sentence, { minLength: 2, maxLength: 4 }).map((parts) => parts.join("")),
  { minLength: 3, maxLength: 6 },
)

/** The characters of a text without its spaces; a name at a line's end moves to its field, so their order may change. */
const letters = (text: string) => [...text.replace(/\s/gu, "")].sort().join("")

describe("composing a page", () => {
  it("[D1] lines with boxes compose back into the article they were printed from", () => {
    const { articles } = composed(printPage("桥头早市有了新规矩", story, { measure: 14, depth: 9 }))
    expect(articles).toHaveLength(1)
    expect(articles[0]?.headline).toBe("桥头早市有了新规矩")
    expect(articles[0]?.body.map(({ type, text }) => (type === "heading" ? `#${text}` : text))).toEqual(story)
  })

  it("[D2] at any width and depth of column", () => {
    fc.assert(
      fc.property(
        paragraphs,
        fc.integer({ min: 9, max: 24 }),
        fc.integer({ min: 7, max: 30 }),
        (text, measure, depth) => {
          const { articles } = composed(printPage("山水之间一座新城", text, { measure, depth }))
          expect(articles.flatMap((article) => article.body.map((block) => block.text))).toEqual(text)
        },
      ),
      { numRuns: 60, seed: 20260512 },
    )
  })

  it("[D3] from text alone the headline, the heading and most paragraphs come back, and no character is lost", () => {
    const { articles } = composed(readPlaintext(printText("桥头早市有了新规矩", story, 14)))
    expect(articles[0]?.headline).toBe("桥头早市有了新规矩")
    expect(articles[0]?.body.map(({ text }) => text).join("")).toBe(story.join("").replace("#", ""))
    expect(articles[0]?.body).toContainEqual(expect.objectContaining({ type: "heading", text: "桥头的新规矩" }))
  })

  it("[D20] from text alone every wrong seam is an unsure one", () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 10, max: 24 }), (text, measure) => {
        const { articles, notices, unplaced } = composed(readPlaintext(printText("山水之间一座新城", text, measure)))
        const { judged } = judgeSeams(page([article(text)]), { articles, notices, unplaced, lines: [] })
        expect(judged.filter(({ right, confidence }) => !right && confidence > 0.9)).toEqual([])
      }),
      { numRuns: 80, seed: 20260512 },
    )
  })

  it("[D4] nothing is lost or invented, whatever the lines say", () => {
    const line = fc.string({
      unit: fc.constantFrom(..."山水，。“”（）1２a-Z 　本报讯记者张公告编"),
      minLength: 1,
      maxLength: 24,
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const recognition = readPlaintext(lines.join("\n\n"))
        const { doc, ledger } = composed(recognition)
        const kept = new Map<string, string>()
        doc.descendants((node) => {
          const id = node.marks[0]?.attrs.id as string | undefined
          if (node.isText && id) kept.set(id, (kept.get(id) ?? "") + node.text)
        })
        for (const { id, text } of recognition.lines) {
          const chars = [...text]
          for (const edit of ledger.edits.filter((one) => one.line === id).sort((a, b) => b.from - a.from))
            chars.splice(edit.from, edit.to - edit.from, edit.insert)
          expect(letters(kept.get(id) ?? "")).toBe(letters(chars.join("")))
        }
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it("[D10] every line with a box is somewhere in the document, whatever the page looks like", () => {
    const texts = [
      "今日谈",
      "停水公告",
      "▶ 张江",
      "下转第6版",
      "图为夜景。（张江 摄）",
      "老桥换新灯",
      "桥头早市有了新的规矩，",
      "大家都说好。",
      "——副题",
      "2026年5月12日",
    ]
    const printed = fc.record({
      text: fc.constantFrom(...texts),
      x: fc.integer({ min: 0, max: 2000 }),
      y: fc.integer({ min: 0, max: 3000 }),
      size: fc.constantFrom(24, 36, 44, 60, 110),
      boxed: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(printed, { minLength: 3, maxLength: 40 }), (items) => {
        const lines = items.map(({ text, x, y, size, boxed }, i): Line => {
          const box: Line["box"] = boxed ? [x, y, x + [...text].length * size, y + size] : null
          return { id: `l${i}`, text, box, direction: "horizontal", score: 1, glyphs: null, gap: 0 }
        })
        const page: Recognition = { engine: { name: "t", version: "1" }, width: 4000, height: 4000, lines, shapes: [] }
        const there = new Set<string>()
        composed(page).doc.descendants((node) => {
          if (node.isText) there.add(String(node.marks[0]?.attrs.id))
        })
        expect(lines.filter((line) => !there.has(line.id)).map((line) => line.text)).toEqual([])
      }),
      { numRuns: 300, seed: 11 },
    )
  })

  it("[D11] an article of one paragraph gives up its author's name too", () => {
    const text = readPlaintext(
      [
        "桥头早市有了新规矩",
        "早市八点半收摊，收摊前各",
        "扫各的门前，垃圾装袋放到指",
        "定的地方，谁家忘了邻居会提",
        "醒，一来二去也就成了习惯。",
        "大家都说好。 张江",
      ].join("\n\n"),
    )
    const [article] = composed(text).articles
    expect(article?.bylines).toEqual([{ name: "张江", role: null }])
    expect(article?.body.at(-1)?.text).toMatch(/大家都说好。$/)
  })

  it("[D5] the same recognition always gives the same document", () => {
    const page = printPage("桥头早市有了新规矩", story, { measure: 13, depth: 8 })
    expect(composed(page).doc.toJSON()).toEqual(composed(structuredClone(page)).doc.toJSON())
  })

  it("[D6] every run of text carries the mark of its printed line", () => {
    const page = printPage("桥头早市有了新规矩", story, { measure: 14, depth: 9 })
    const ids = new Set<string>()
    composed(page).doc.descendants((node) => {
      if (node.isText) ids.add(String(node.marks[0]?.attrs.id))
    })
    expect(ids).toEqual(new Set(page.lines.map((line) => line.id)))
  })

  it("[D7] every seam inside a body has a proposal with a confidence and reasons", () => {
    const { articles, ledger } = composed(printPage("桥头早市有了新规矩", story, { measure: 14, depth: 9 }))
    const seams = articles.flatMap((article) => article.body.flatMap((block) => block.seams))
    expect(seams.length).toBeGreaterThan(8)
    expect(ledger.seams.filter((seam) => seam.kind === "column")).toHaveLength(1)
    for (const seam of seams) {
      expect(seam.confidence).toBeGreaterThan(0.5)
      expect(seam.reasons.length).toBeGreaterThan(0)
    }
    expect(articles[0]?.breaks.map((one) => one.decision)).toContain("heading")
  })

  it("[D8] dateline, reporters and author become fields and leave the paragraphs", () => {
    const text = readPlaintext(
      [
        "江边步道今起开放",
        "本报讯（记者 昝一鸣 通讯员 亓国",
        "栋）东湖市江边步道今天开放，沿线种了",
        "三千多棵垂柳，市民可以一直走到渡口。",
        "步道夜间亮灯到十点。 张江",
      ].join("\n\n"),
    )
    const [article] = composed(text).articles
    expect(article?.dateline).toBe("本报讯")
    expect(article?.bylines.map(({ name }) => name)).toEqual(["昝一鸣", "亓国栋", "张江"])
    expect(article?.body[0]?.text).toMatch(/^东湖市江边步道/)
    expect(article?.body.at(-1)?.text).toMatch(/亮灯到十点。$/)
  })

  it("[D9] a page of nothing but white space still is a document", () => {
    const { doc, articles } = composed(readPlaintext(" \n\n"))
    expect(() => doc.check()).not.toThrow()
    expect(articles).toEqual([])
  })
})
