import { expect, it } from "vitest"
import { evaluate, pooled } from "../../../shared/eval/evaluate.ts"
import { readJudged } from "../../../shared/eval/truth.ts"
import { distance, distanceWithin } from "../../../shared/text/score.ts"
import { article, page } from "./write.ts"

const rain = "昨夜下了一场小雨，巷口的石板路洗得发亮。"
const boats = "渡口新添两条木船，过河的人不用再等半个钟头。"
const school = "村小请来一位退休的木匠，每周四教孩子们做板凳。"

it.each([
  ["", "", 0],
  ["清晨", "", 2],
  ["", "清晨", 2],
  ["清晨", "清晨", 0],
  ["昨夜小雨", "昨晚有小雨", 2],
  ["𠮷野家", "吉野家", 1],
  [rain.repeat(4), rain.repeat(3), 20],
  ["甲乙丙丁戊", "丁戊甲乙丙", 4],
])("[U20] the distance of %s and %s", (a, b, edits) => {
  expect([distance(a, b), distance(b, a)]).toEqual([edits, edits])
})

it.each([
  ["石板路", rain, 0],
  ["石扳路", rain, 1],
  ["木船", rain, 2],
  ["", rain, 0],
  [rain.repeat(3), `${boats}${rain}${rain.replace("小", "")}${rain}`, 1],
])("[U20] the least distance of %s within a text", (pattern, text, edits) => {
  expect(distanceWithin(pattern, text)).toBe(edits)
})

it("[U21] truths of either shape are read alike; what is neither is refused", () => {
  const keyed = readJudged({
    articles: [
      {
        label: "街巷",
        kicker: "入夏第一雨",
        headline: "小巷新晴",
        byline: ["陶小满", { name: "柏舟", role: "记者" }],
        captions: ["雨后的小巷。宁安摄"],
        captionCredits: ["宁安摄"],
        blocks: [
          { type: "paragraph", text: rain },
          { type: "subheading", text: "船来了" },
          { type: "paragraph", text: boats },
        ],
      },
    ],
    loose_captions: ["渡口。"],
    notArticles: [{ text: "停水通知" }],
  })
  const own = {
    column: "街巷",
    kicker: "入夏第一雨",
    headline: "小巷新晴",
    bylines: [
      { name: "陶小满", role: null },
      { name: "柏舟", role: "记者" },
    ],
    captions: [{ text: "雨后的小巷。", credit: "宁安摄" }],
  }
  const made = article([rain, "# 船来了", boats], { ...own, id: "a1", breaks: [] })
  const more = { notices: [{ text: "停水通知" }], unplaced: [{ role: "caption", text: "渡口。" }], lines: [] }
  expect(keyed).toEqual(page([made], more))
  expect(readJudged(JSON.parse(JSON.stringify(page([made], more))))).toEqual(page([made], more))
  expect(readJudged({ articles: [{ byline: "陶小满", body: [] }] })?.articles[0]?.bylines).toHaveLength(1)
  for (const wrong of [null, 1, "{}", [], {}, { articles: {} }, { articles: [{ body: "清晨" }] }])
    expect(readJudged(wrong)).toBeNull()
})

const name = (said: string) => ({ name: said, role: null })

it("[U22] fields are exact or wrong, in their own article; counts are right, found and wanted", () => {
  const truth = page([
    article([rain, "# 船来了", boats], {
      headline: "小巷新晴",
      kicker: "入夏第一雨",
      column: "街巷",
      bylines: [name("陶小满"), name("柏舟")],
      captions: [{ text: "雨后的小巷。", credit: "宁安" }],
    }),
    article([school], { headline: "木匠进课堂", subheadline: "——每周四一课", dateline: "本报讯" }),
    article(["这一篇结果里没有，一个字也没有。"], { headline: "没有的一篇" }),
  ])
  const result = page([
    // Quotes, width and spaces do not count; one letter does.
    article([rain, boats], {
      headline: "小巷　新晴",
      kicker: "入夏第一雪",
      bylines: [name("柏舟")],
      captions: [{ text: "雨后的小巷。宁安", credit: null }],
    }),
    article([school.replace("周四", "周五")], { headline: "木匠进课堂", dateline: "本报讯", bylines: [name("谁")] }),
    article(["谁也没有写过的一段话，不知道从哪里来。"], { headline: "没有的一篇" }),
  ])
  expect(evaluate(truth, result)).toMatchObject({
    // 36 of 42 and 39 runs of four letters are shared, 16 of 20 and 20: Dice 0.89 and 0.8.
    articles: { right: 0, found: 3, wanted: 3 },
    headlines: { right: 2, found: 3, wanted: 3 },
    kickers: { right: 0, found: 1, wanted: 1 },
    subheadlines: { right: 0, found: 0, wanted: 1 },
    columns: { right: 0, found: 0, wanted: 1 },
    datelines: { right: 1, found: 1, wanted: 1 },
    bylines: { right: 1, found: 2, wanted: 2 },
    captions: { right: 1, found: 1, wanted: 1 },
    headings: { right: 0, found: 0, wanted: 1 },
    // A paragraph of 23 letters may have one wrong.
    paragraphs: { right: 3, found: 4, wanted: 4 },
    exactParagraphs: { right: 2, found: 4, wanted: 4 },
    // The heading's three letters, the one of school, and the sixteen of what is not there.
    bodyCer: { errors: 3 + 1 + 16, length: 20 + 3 + 22 + 23 + 16 },
  })
})

it("[U23] captions of no article must be kept somewhere, notices must be in no body", () => {
  const truth = page([article([rain])], {
    unplaced: ["渡口。", "木船。", "石桥。"].map((text) => ({ role: "caption", text })),
    notices: [{ text: "停水通知：明日上午八时至十二时停水。" }, { text: "寻物启事：黑色雨伞一把。" }],
  })
  const result = page(
    [article([`${rain}寻物启事：黑色雨伞一把。`], { captions: [{ text: "木船。", credit: null }] })],
    {
      unplaced: [{ role: "unplaced", text: "渡口。" }],
    },
  )
  const { looseCaptions, noticesKeptOut } = evaluate(truth, result)
  expect([looseCaptions, noticesKeptOut]).toEqual([
    { right: 2, wanted: 3 },
    { right: 1, wanted: 2 },
  ])
})

it("[U24] the order-free error rate looks for each line wherever it stands", () => {
  const lines = (...texts: string[]) => ({ lines: texts.map((text) => ({ text })) })
  const truth = page([], lines("昨夜下了一场小雨", "渡口新添两条木船", "不见了"))
  const read = (...texts: string[]) => evaluate(truth, page([], lines(...texts))).lineCer
  expect(read("渡口新添两条", "木船昨夜下了一场小雨", "不见了")).toEqual({ errors: 0, length: 19 })
  expect(read("渡口新添两条木般", "昨夜下一场小雨")).toEqual({ errors: 1 + 1 + 3, length: 19 })
  expect(read()).toEqual({ errors: 19, length: 19 })
  expect(evaluate(page([]), page([], lines("清晨"))).lineCer).toBeNull()
})

it("[U25] pages are judged as one heap", () => {
  const one = evaluate(page([article([rain])]), page([article([`${rain.slice(0, 8)}|${rain.slice(8)}`])]))
  const other = evaluate(
    page([article([boats])], { lines: [{ text: "木船" }], notices: [{ text: "通知" }] }),
    page([article([school])], { lines: [{ text: "木般" }] }),
  )
  const sum = pooled(one, other)
  expect(sum).toMatchObject({
    articles: { right: 1, found: 2, wanted: 2 },
    exactParagraphs: { right: 1, found: 2, wanted: 2 },
    noticesKeptOut: { right: 1, wanted: 1 },
    bodyCer: { errors: 22, length: 42 },
    lineCer: { errors: 1, length: 2 },
    seams: { judged: [{ confidence: 0.9, right: true }], displaced: 0, unjudged: 0 },
  })
  expect(pooled(other, one)).toEqual(sum)
})
