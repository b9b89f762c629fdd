import { expect, it } from "vitest"
import { applyEdits, type Setting } from "../../../shared/text/edit.ts"
import { proposeEdits } from "../../../shared/text/rules/all.ts"

it.each<[text: string, setting: Setting, clean: string]>([
  ["清 除 项 目 建 设", "running", "清除项目建设"],
  ["全 市 1 2 0 0 多 人", "running", "全市1200多人"],
  ["误差减少在 1 微米", "running", "误差减少在1微米"],
  ["增长28 .6%", "running", "增长28.6%"],
  ["共3 ,200户", "running", "共3,200户"],
  ["约６０％的人", "running", "约60%的人"],
  ["今年,全市", "running", "今年，全市"],
  ["时间9:30", "running", "时间9:30"],
  ['他说"好"', "running", "他说“好”"],
  ["⻓江", "running", "长江"],
  ["二O二六年", "running", "二〇二六年"],
  ["首句Knowledge is a garden，意思", "running", "首句Knowledge is a garden，意思"],
  ["智慧工厂 降本提质增效", "display", "智慧工厂 降本提质增效"],
  ["曹明飞 李广涛 盛峰", "display", "曹明飞 李广涛 盛峰"],
  ["送政策　送资金", "display", "送政策 送资金"],
  ["签约 34 个项目", "display", "签约34个项目"],
  ["通　知", "display", "通知"],
])("[T29] %s, %s", (text, setting, clean) => {
  expect(applyEdits(text, proposeEdits(text, setting))).toBe(clean)
})
