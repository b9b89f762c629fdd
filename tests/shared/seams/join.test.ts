import { describe, expect, it } from "vitest"
import { joinLines } from "../../../shared/seams/join.ts"
import { reasonText } from "../../../shared/seams/reasons.ts"
import { randomFrom } from "../../fixtures/press/random.ts"
import { drawSeam, seamKinds } from "../../fixtures/seams/latinseams.ts"

/** Line end, next line's start, decision, a reason among those given. */
const table: [string, string, string, string | null][] = [
  ["全长28.", "6公里，按城市快速路", "join", "number-continues"],
  ["比上年增长3", "1.67%，其中", "join", "number-continues"],
  ["建成于19", "98年的老桥", "join", "number-continues"],
  ["同比增长12", "%以上", "join", "unit-follows"],
  ["奖励5", "万元", "join", "unit-follows"],
  ["健全“1+5+", "8”模式", "join", "number-continues"],
  ["今年1—", "6月，全区", "join", "range-dash"],
  ["开放时间9:00-", "17:30，周一闭馆", "join", "range-dash"],
  ["中国的infor-", "mation技术", "drop-hyphen", "word-hyphenated"],
  ["接入Wi-", "Fi网络", "join", "hyphen-kept"],
  ["数字人民币e-", "CNY试点", "join", "hyphen-kept"],
  ["新型动车组CR", "450在洪州", "join", "model-name"],
  ["搭载C", "919客机", "join", "model-name"],
  ["建成5", "G基站", "join", "model-name"],
  ["乐队New", "Moon登台", "join-space", "latin-space"],
  ["参加了《", "东湖纪事》首发", "join", "forbidden-end"],
  ["市民都说", "，日子好过了", "join", "forbidden-start"],
  ["他表示，“洪州", "的发展离不开创新”", "join", "bracket-open"],
  ["这是一座新", "城的开始", "join", null],
  ["这项state-of-", "the-art工艺", "join", "hyphen-kept"],
  ["一套AI-", "driven系统", "join", "hyphen-kept"],
  ["关于bio-", "diversity的讲座", "drop-hyphen", "word-hyphenated"],
  ["一家air-", "conditioned大厅", "join", "hyphen-kept"],
  ["接种COVID-", "19疫苗", "join", "hyphen-kept"],
  ["电话010", "-62770000", "join", "range-dash"],
  ["截至2026-05-", "12，共有", "join", "range-dash"],
  ["全长5", "km的步道", "join-space", "latin-space"],
  ["手机iPhone", "17 Pro", "join-space", "latin-space"],
  ["手机iPhone 17", "Pro发布", "join-space", "latin-space"],
  ["票价¥", "1,200起", "join", "number-continues"],
  ["票价¥1,", "200起", "join", "number-continues"],
  ["他于May 5,", "2026写下", "join-space", "latin-space"],
  ["首席执行官Tim", "Cook到访", "join-space", "latin-space"],
  ["他获得Ph.", "D.学位", "join", "abbreviation"],
  ["来自U.", "S.的客人", "join", "abbreviation"],
  ["展品No.", "5最受欢迎", "join-space", "latin-space"],
  ["投入R", "&D的资金", "join", "abbreviation"],
  ["网址www.qingji", "ang.com.cn查询", "join", "address-continues"],
  ["大模型Deep", "Seek上线", "join", "model-name"],
  ["气温-", "5℃", "join", null],
  ["它写着It", "’s time", "join", "word-continues"],
  ["他说Hello,", "world", "join-space", "latin-space"],
]

describe("how two lines of a paragraph are joined", () => {
  for (const [a, b, decision, reason] of table)
    it(`[M1] ${a} ¦ ${b} → ${decision}`, () => {
      const join = joinLines(a, b)
      expect(join.decision).toBe(decision)
      if (reason) expect(join.reasons).toContain(reason)
    })
  it("[M7] of seams made up of Latin words, numbers and hyphens, of each kind, 99 in 100 meet rightly", () => {
    const random = randomFrom(20260512)
    for (const kind of seamKinds) {
      const seams = Array.from({ length: 150 }, () => drawSeam(kind, random))
      const wrong = seams.filter(({ left, right, decision }) => joinLines(left, right).decision !== decision)
      expect({ kind, wrong: wrong.slice(1).map(({ left, right }) => `${left} ¦ ${right}`) }).toEqual({
        kind,
        wrong: [],
      })
    }
  })
  it("[M2] every reason can be said in both languages", () => {
    expect(reasonText("number-continues", "zh")).toMatch(/\p{Script=Han}/u)
    expect(reasonText("number-continues", "en")).toMatch(/number/)
  })
})
