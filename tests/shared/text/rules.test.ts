import { describe, expect, it } from "vitest"
import { applyEdits, type Setting } from "../../../shared/text/edit.ts"
import { proposeEdits } from "../../../shared/text/rules/all.ts"

const clean = (text: string, setting: Setting) => applyEdits(text, proposeEdits(text, setting))

const running: [string, string][] = [
  ["社 会 保 障 和 就 业 支 出 ，增", "社会保障和就业支出，增"],
  ["误差缩小到 3 微米以", "误差缩小到3微米以"],
  ["完成投资 28.6 亿元，其中", "完成投资28.6亿元，其中"],
  ["增长 12 .5 %，高于", "增长12.5%，高于"],
  ["使用 Wi-Fi 6 网络的", "使用Wi-Fi 6网络的"],
  ["２０２６年５月,全市", "2026年5月，全市"],
  ["他说:“来得及!”", "他说：“来得及！”"],
  ["⼈⺠路上的树", "人民路上的树"],
  ["比例为3:2,领先", "比例为3:2，领先"],
  ["New Moon 剧团", "New Moon剧团"],
  ["编者按 搬得出，还 要稳得住", "编者按 搬得出，还要稳得住"],
]
const display: [string, string][] = [
  ["智慧车间 提质增效", "智慧车间 提质增效"],
  ["通　知", "通知"],
  ["甲小明 乙大海 丙山", "甲小明 乙大海 丙山"],
  ["　滨江路今日通车", "滨江路今日通车"],
]

describe("the inside of a line", () => {
  for (const [before, after] of running)
    it(`[T1] running text: ${before} → ${after}`, () => expect(clean(before, "running")).toBe(after))
  for (const [before, after] of display)
    it(`[T2] a line that stands alone: ${before} → ${after}`, () => expect(clean(before, "display")).toBe(after))
  it("[T3] a clean line is left alone", () => {
    expect(proposeEdits("东湖市今年新增公园12座，总面积3.5平方公里。", "running")).toEqual([])
  })
  it("[T4] edits never overlap and count code points", () => {
    const edits = proposeEdits("𠮷林 ２ 号", "running")
    expect(edits.every((edit, i) => i === 0 || edit.from >= (edits[i - 1]?.to ?? 0))).toBe(true)
    expect(clean("𠮷林 ２ 号", "running")).toBe("𠮷林2号")
  })
})
