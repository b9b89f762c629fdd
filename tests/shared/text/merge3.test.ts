import { expect, it } from "vitest"
import { merge3 } from "../../../shared/text/merge3.ts"

const cases: [base: string, person: string, fresh: string, text: string, conflict?: true][] = [
  ["天亮开门", "天亮开门", "天亮升门", "天亮升门"],
  ["天亮开门", "天亮关门", "天亮开门", "天亮关门"],
  ["天亮开门", "天亮关门", "天亮关门", "天亮关门"],
  ["大亮开门", "大亮关门", "天亮开门", "天亮关门"],
  ["天亮开门", "天亮关门", "天亮升门", "天亮关门", true],
  ["天亮开门", "天亮就开门", "天亮开门了", "天亮就开门了"],
  ["天亮开门。", "天亮开门", "天亮升门。", "天亮升门"],
  ["天亮开门", "", "天亮升门", "", true],
  ["", "写进去的", "读出来的", "写进去的", true],
  ["天亮", "我写的天亮", "", "我写的天亮", true],
  ["𠮷野家", "𠮷野的家", "吉野家", "吉野的家"],
]

it.each(cases)("[N12] %s, made %s, now read %s", (base, person, fresh, text, conflict) => {
  expect(merge3(base, person, fresh)).toEqual({ text, conflict: conflict ?? false })
})
