import { expect, it } from "vitest"
import { en } from "../../renderer/i18n/en.ts"
import { zh } from "../../renderer/i18n/zh.ts"
import { type Pace, paceAfter, secondsLeft } from "../../renderer/state/pace.ts"
import { durationText } from "../../renderer/ui/timeleft.ts"
import type { ImportSummary } from "../../shared/contract.ts"

const summary = (more: Partial<ImportSummary>): ImportSummary => ({
  id: "0000000000000001",
  state: "running",
  total: 10,
  done: 0,
  duplicate: 0,
  failed: 0,
  cancelled: 0,
  ...more,
})

/** The pace after what was heard at these times. */
function heard(...said: [at: number, more: Partial<ImportSummary>][]): [Pace | undefined, ImportSummary] {
  let pace: Pace | undefined
  let before: ImportSummary | undefined
  for (const [at, more] of said) {
    const now = summary(more)
    pace = paceAfter(pace, before, now, at)
    before = now
  }
  return [pace, before ?? summary({})]
}

it("[Q6] the time left is said after two finished pages, and goes down as time passes", () => {
  expect(secondsLeft(...heard([0, {}], [10_000, { done: 1 }]), 10_000)).toBeNull()
  const two = heard([0, {}], [10_000, { done: 1 }], [20_000, { done: 2 }])
  expect(secondsLeft(...two, 20_000)).toBe(80)
  expect(secondsLeft(...two, 26_000)).toBe(74)
  expect(secondsLeft(...two, 900_000)).toBe(5)
})

it("[Q6] files that needed no reading do not make it look faster", () => {
  const some = heard([0, {}], [1, { failed: 1, duplicate: 3 }], [20_000, { done: 2, failed: 1, duplicate: 3 }])
  expect(secondsLeft(...some, 20_000)).toBe(40)
})

it("[Q6] what was done before this run says nothing of its pace", () => {
  const joined = heard([0, { done: 5 }], [10_000, { done: 6 }])
  expect(secondsLeft(...joined, 10_000)).toBeNull()
  const again = heard(
    [0, {}],
    [10_000, { done: 2 }],
    [10_000, { done: 2, state: "waiting" }],
    [90_000, { done: 2 }],
    [95_000, { done: 3 }],
  )
  expect(secondsLeft(...again, 95_000)).toBeNull()
  expect(again[0]?.since).toBe(90_000)
})

it("[Q6] an import that has ended takes no time", () => {
  const ended = heard([0, {}], [10_000, { done: 10 }], [10_001, { done: 10, state: "ended" }])
  expect(secondsLeft(...ended, 10_001)).toBeNull()
  expect(ended[0]?.since).toBe(0)
})

for (const [seconds, inChinese, inEnglish] of [
  [5, "不到 1 分钟", "less than a minute"],
  [170, "约 3 分钟", "about 3 minutes"],
  [60, "约 1 分钟", "about 1 minute"],
  [7200, "约 2 小时", "about 2 h"],
  [7500, "约 2 小时 5 分", "about 2 h 5 min"],
] as const)
  it(`[Q6] ${seconds} seconds are ${inChinese}`, () => {
    expect(durationText(seconds, zh)).toBe(inChinese)
    expect(durationText(seconds, en)).toBe(inEnglish)
  })
