import { describe, expect, it } from "vitest"
import { compose } from "../../../shared/document/compose.ts"
import { toArticles } from "../../../shared/export/articles.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import type { Line, Recognition } from "../../../shared/model/recognition.ts"

const em = 40
const leading = 56

interface Setting {
  x: number
  y: number
  /** Pixels of a character's square. */
  size?: number
}

const line = (text: string, { x, y, size = em }: Setting): Omit<Line, "id"> => ({
  text,
  box: [x, y, x + size * [...text].length, y + size],
  direction: "horizontal",
  score: null,
  glyphs: null,
  gap: 0,
})

/** Rows of text under one another. A row that begins with two spaces is indented by as many characters. */
const column = (rows: string[], x: number, y: number): Omit<Line, "id">[] =>
  rows.map((row, i) => {
    const indent = row.startsWith("  ") ? 2 * em : 0
    return line(row.trim(), { x: x + indent, y: y + i * leading })
  })

function articlesOf(lines: Omit<Line, "id">[]) {
  const recognition: Recognition = {
    engine: { name: "made", version: "1" },
    width: 2000,
    height: 3000,
    lines: lines.map((one, i) => ({ ...one, id: `l${i + 1}` })),
    shapes: [],
  }
  const { doc, ledger } = compose(recognition, arrange(recognition))
  return toArticles(doc, ledger, recognition).articles
}

const title = (text: string, x = 100, y = 100, size = 80) => line(text, { x, y, size })

const left = [
  "  东门的早市从去年秋天起搬到",
  "了桥头，摊位由居民自己商量着划",
  "定，谁也不多占一尺。管理员老周",
  "每天五点半到场，先把路灯检查一",
  "遍，再把积水扫净。",
]
const right = [
  "  入冬以后，早市添了一排热水",
  "桶，赶早的人可以暖一暖手。水是",
  "附近茶馆烧的，不收钱，只请大家",
  "把杯子放回原处。老周说，一个冬",
  "天下来，杯子一只没少。",
]
const paragraphs = [left.join("").trim(), right.join("").trim()]

describe("lines with boxes", () => {
  const [first, second] = [100, 760]

  it("[D12] text of two columns under a caption as wide as both stays in its columns", () => {
    const [article] = articlesOf([
      title("桥头早市有了新规矩"),
      line("图为赶早的居民在桥头早市的热水桶前排队取水。（阮星河 摄）", { x: 200, y: 700, size: 36 }),
      ...column(left, first, 760),
      ...column(right, second, 760),
    ])
    expect(article?.captions).toEqual([{ text: "图为赶早的居民在桥头早市的热水桶前排队取水。", credit: "阮星河" }])
    expect(article?.body.map(({ text }) => text)).toEqual(paragraphs)
  })

  it("[D13] a paragraph's short last line at the head of a column belongs to what stands under it", () => {
    const [article] = articlesOf([
      title("桥头早市有了新规矩"),
      ...column(left.slice(0, 4), first, 260),
      ...column([left[4] as string, ...right], second, 260),
    ])
    expect(article?.body.map(({ text }) => text)).toEqual(paragraphs)
  })

  it("[D14] a heading of two lines is one, whether in the middle or two characters in", () => {
    for (const x of [first + 4.25 * em, first + 2 * em]) {
      const [article] = articlesOf([
        title("桥头早市有了新规矩"),
        ...column(left, first, 260),
        line("算细账：一杯热水", { x, y: 260 + 5 * leading }),
        line("一个冬天暖人心", { x, y: 260 + 6 * leading }),
        ...column(right, first, 260 + 7 * leading),
      ])
      const headings = article?.body.filter(({ type }) => type === "heading").map(({ text }) => text)
      expect(headings).toEqual(["算细账：一杯热水一个冬天暖人心"])
    }
  })

  it("[D15] a name in the middle under a title, with text right below, names the author", () => {
    const [article] = articlesOf([
      title("给慢窗口留一把椅子", first, 100),
      line("司徒望云", { x: first + 280, y: 200 }),
      ...column(left, first, 260),
      ...column(right, second, 260),
    ])
    expect(article?.bylines).toEqual([{ name: "司徒望云", role: null }])
    expect(article?.body.map(({ text }) => text)).toEqual(paragraphs)
  })

  it("[D16] a credit on a line of its own under a caption stays with it", () => {
    const [article] = articlesOf([
      title("桥头早市有了新规矩"),
      line("图为赶早的居民在排队取水。", { x: first, y: 700, size: 34 }),
      line("阮星河/摄", { x: first, y: 745, size: 34 }),
      ...column(left, first, 810),
      ...column(right, second, 260),
    ])
    expect(article?.captions).toEqual([{ text: "图为赶早的居民在排队取水。", credit: "阮星河" }])
    expect(article?.bylines).toEqual([])
  })

  it("[D17] the label of a column stands to the left above its title, not above the nearest one to come", () => {
    const articles = articlesOf([
      line("今日谈", { x: first, y: 100, size: 44 }),
      title("给慢窗口留一把椅子", first + 30, 170, 64),
      ...column(left, first, 320),
      title("桥头早市添了热水桶", 1000, 170, 64),
      ...column(right, 1000, 320),
    ])
    expect(articles.map((article) => article.column).sort()).toEqual(["今日谈", null].sort())
    expect(articles.find((article) => article.column)?.headline).toBe("给慢窗口留一把椅子")
  })

  it("[D18] a subheadline and names wider than any column are no part of the text under them", () => {
    const [article] = articlesOf([
      title("桥头早市添了热水桶也添了人情味"),
      line("摊位由居民自己商量划定 入冬以来杯子一只没少", { x: 120, y: 210, size: 44 }),
      line("本报记者 温如许 阮星河 通讯员 佘知秋 实习生 云望舒", { x: 140, y: 280 }),
      ...column(left, first, 360),
      ...column(right, second, 360),
    ])
    expect(article?.subheadline).toBe("摊位由居民自己商量划定 入冬以来杯子一只没少")
    expect(article?.body.map(({ text }) => text)).toEqual(paragraphs)
  })

  it("[D19] a title hardly larger than the text heads an article where white stands above it", () => {
    const small = (y: number) => line("桥头早市添了热水桶", { x: first, y, size: 46 })
    const far = articlesOf([
      title("给慢窗口留一把椅子"),
      ...column(left, first, 220),
      small(760),
      ...column(right, first, 840),
      ...column(left, second, 220),
    ])
    expect(far.map(({ headline }) => headline)).toEqual(["给慢窗口留一把椅子", "桥头早市添了热水桶"])
    const near = articlesOf([
      title("给慢窗口留一把椅子"),
      ...column(left, first, 220),
      small(510),
      ...column(right, first, 570),
      ...column(left, second, 220),
    ])
    expect(near.map(({ headline }) => headline)).toEqual(["给慢窗口留一把椅子"])
  })

  it("[D21] where many lines end and many begin there is a gutter, however narrow", () => {
    const near = first + 15 * em + 26
    const more = (rows: string[]) => [...rows, ...rows]
    const [article] = articlesOf([
      title("桥头早市添了热水桶"),
      ...column(more(left), first, 220),
      ...column(more(right), near, 220),
    ])
    expect(article?.body.map(({ text }) => text)).toEqual([0, 0, 1, 1].map((k) => paragraphs[k]))
  })

  it("[D22] papers set paragraphs in by one character, too", () => {
    const by = (rows: string[], x: number, y: number) =>
      rows.map((row, i) => line(row.trim(), { x: x + (i === 0 ? em : 0), y: y + i * leading }))
    const texts = [left, right, left, right, left, right]
    const [article] = articlesOf([
      title("桥头早市添了热水桶"),
      ...texts.flatMap((rows, k) => by(rows, first, 220 + k * rows.length * leading)),
    ])
    expect(article?.body.map(({ text }) => text)).toEqual(texts.map((_, k) => paragraphs[k % 2]))
  })
})
