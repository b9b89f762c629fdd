import { describe, expect, it } from "vitest"
import { firmness } from "../../../shared/layout/plaintext/owners.ts"
import type { Piece } from "../../../shared/layout/plaintext/piece.ts"
import { listen } from "../../../shared/layout/plaintext/speech.ts"
import { stackOf } from "../../../shared/layout/plaintext/stacks.ts"
import { startsOf } from "../../../shared/layout/plaintext/starts.ts"

const piece = (text: string, dateline = false): Piece => ({
  look: "paragraph",
  lines: [],
  text,
  parts: [],
  dateline,
  signed: false,
  parted: false,
})

describe("where articles begin in a text without boxes", () => {
  it("[M19] an article begins where news open and other words are used, not where something goes on", () => {
    const paragraphs = [
      piece("养蜂人老柯把四十箱蜜蜂搬上了山，油菜花开得晚，蜜蜂要到下旬才采得到蜜。"),
      piece("记者了解到，老柯养蜂已有二十年，山上的油菜花是他同村里一起种下的。"),
      piece("本报讯　城南三条街的路灯昨夜全部换新，新路灯耗电只有从前的一半。", true),
      piece("这批路灯夜里行人少时会自己暗下来，换下的旧路灯将送到三条乡道上。"),
      piece("近日，一名旅客把提琴忘在渡轮上，船员沿岸找了两天，终于送到他手中。"),
      piece("“提琴是父亲留下的。”旅客说，渡轮靠岸时他只顾着找船员问路。"),
    ]
    const runs = paragraphs.map(() => ({ closing: [], rest: [] }))
    const starts = startsOf(
      { paragraphs, runs, captions: [], masthead: [] },
      listen(paragraphs.map(({ text }) => text)),
    )
    expect(starts.map((odds) => odds > 0)).toEqual([true, false, true, false, true, false])
  })

  it("[M20] that titles come in the order of their articles is believed only where most of them do", () => {
    const at = (from: number) => ({ stack: stackOf([], 99), owner: { from, to: from + 1, stack: null } })
    expect(firmness({ stacks: [0, 1, 2, 3].map(at), value: 0 })).toBe(1)
    expect(firmness({ stacks: [1, 0, 2, 3].map(at), value: 0 })).toBeCloseTo(2 / 3)
    expect(firmness({ stacks: [3, 0, 2, 1].map(at), value: 0 })).toBe(0)
    expect(firmness({ stacks: [0, 1].map(at), value: 0 })).toBe(0)
  })
})
