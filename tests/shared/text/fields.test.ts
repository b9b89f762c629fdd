import { describe, expect, it } from "vitest"
import { bylineShape, parseByline, tailByline } from "../../../shared/text/bylines.ts"
import { splitCaption } from "../../../shared/text/captions.ts"
import { findDateline } from "../../../shared/text/datelines.ts"
import { parseJump } from "../../../shared/text/jumps.ts"
import { mastheadShape, readMasthead, sectionIn } from "../../../shared/text/masthead.ts"
import { noticeTitle } from "../../../shared/text/notices.ts"

const names = (text: string) => parseByline(text)?.map(({ name, role }) => (role ? `${role} ${name}` : name)) ?? null

const bylines: [string, string[] | null][] = [
  ["▶ 昝一鸣", ["昝一鸣"]],
  ["□ 记者 昝一鸣", ["记者 昝一鸣"]],
  ["●李明", ["李明"]],
  ["本报记者 昝一鸣 王海", ["记者 昝一鸣", "记者 王海"]],
  ["记者 昝一鸣 通讯员 亓国栋", ["记者 昝一鸣", "通讯员 亓国栋"]],
  ["文/图 张江", ["文/图 张江"]],
  ["张江/文 李河/摄", ["文 张江", "摄 李河"]],
  ["（张江 李河）", ["张江", "李河"]],
  ["张 江", ["张江"]],
  ["张大江 李小河 王湖", ["张大江", "李小河", "王湖"]],
  ["| 张大江", ["张大江"]],
  ["创新服务", null],
  ["修一条路，富一方人", null],
  ["绿色发展 生态优先", null],
]

describe("bylines", () => {
  for (const [text, wanted] of bylines)
    it(`[T10] ${text} names ${wanted ?? "nobody"}`, () => expect(names(text)).toEqual(wanted))
  it("[T11] marks and duties are surer than names alone", () => {
    expect(["▶ 张江", "本报记者 张江", "张江 李河", "提质增效"].map(bylineShape)).toEqual([
      "marked",
      "marked",
      "names",
      null,
    ])
  })
  for (const [text, at] of [
    ["位居全市第一。 张江", 8],
    ["位居全市第一。（张江 李河）", 7],
    ["他说：“好！” 张江", 8],
    ["位居全市第一。", null],
    ["成效显著。 全面推进", null],
  ] as const)
    it(`[T12] the author at the end of ${text}`, () => expect(tailByline(text)?.at ?? null).toBe(at))
})

describe("datelines", () => {
  for (const [text, dateline, reporters] of [
    ["本报讯 今年以来", "本报讯", []],
    ["本报讯（记者 昝一鸣 通讯员 亓国栋）昨日", "本报讯", ["昝一鸣", "亓国栋"]],
    ["新华社洪州5月11日电 记者", "新华社洪州5月11日电", []],
    ["新华社洪州5月11日电（记者张江、李河）今天", "新华社洪州5月11日电", ["张江", "李河"]],
    ["本报洪州讯 入夏", "本报洪州讯", []],
    ["中央社洪州二日電 今晨", "中央社洪州二日電", []],
  ] as const)
    it(`[T13] ${text}`, () => {
      const found = findDateline(text)
      expect(found?.text).toBe(dateline)
      expect(found?.bracket?.named.map(({ name }) => name) ?? []).toEqual(reporters)
    })
  it("[T14] a sentence that begins with the paper's name has no dateline", () => {
    expect(["本报记者从市政府获悉", "本报编辑部收到来电", "今年以来"].map(findDateline)).toEqual([null, null, null])
  })
})

describe("captions, jumps, notices, mastheads", () => {
  for (const [text, caption, credit] of [
    ["图为通车现场。（本报记者 王一 摄）", "图为通车现场。", "王一"],
    ["市民在江边散步。 王小一 摄", "市民在江边散步。", "王小一"],
    ["通车现场 王一/摄", "通车现场", "王一"],
    ["市民服务大厅", "市民服务大厅", null],
  ] as const)
    it(`[T15] ${text} credits ${credit}`, () => expect(splitCaption(text)).toEqual({ text: caption, credit }))
  for (const [text, jump] of [
    ["下转第6版", { direction: "to", page: "6" }],
    ["（下转第3版）", { direction: "to", page: "3" }],
    ["▶上接第1版", { direction: "from", page: "1" }],
    ["转变工作作风", null],
  ] as const)
    it(`[T16] ${text}`, () => expect(parseJump(text)).toEqual(jump))
  it("[T17] notices by their titles", () => {
    expect(["东湖市自来水公司停水公告", "遗失声明", "公告牌换新颜", "市场监管出新招"].map(noticeTitle)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
  for (const [text, facts] of [
    ["2026年5月12日 星期二", { date: "2026-05-12", weekday: "星期二" }],
    ["第03版 城事", { pageNumber: "03" }],
    ["民国二十八年六月三日 星期六", { date: "1939-06-03", weekday: "星期六" }],
    ["二〇二六年五月十二日", { date: "2026-05-12" }],
    ["2026年2月31日", {}],
    [
      "责任编辑：张江 校对：李 河",
      {
        editors: [
          { role: "责任编辑", name: "张江" },
          { role: "校对", name: "李河" },
        ],
      },
    ],
  ] as const)
    it(`[T18] a masthead says ${text}`, () => expect(readMasthead(text)).toEqual(facts))
  it("[T19] running text with a date is no masthead, and the section is what is left of one", () => {
    expect(mastheadShape("2026年，全市财政预算重点")).toBe(false)
    expect(sectionIn("第03版 城事")).toBe("城事")
  })
})
