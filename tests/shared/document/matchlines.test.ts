import { describe, expect, it } from "vitest"
import { matchLines } from "../../../shared/document/matchlines.ts"
import type { Line } from "../../../shared/model/recognition.ts"

const line = (id: string, text: string, box: Line["box"] = null): Line => ({
  id,
  text,
  box,
  direction: "horizontal",
  score: 1,
  glyphs: null,
  gap: 0,
})

const matched = (old: Line[], fresh: Line[]) => {
  const { matched: pairs, ...rest } = matchLines(old, fresh)
  return { pairs: Object.fromEntries(pairs), ...rest }
}

describe("lines of two readings", () => {
  it("[N7] with boxes are the same print where they lie over one another", () => {
    const old = [
      line("a", "桥头的早市", [0, 0, 100, 20]),
      line("b", "天亮开门", [0, 30, 100, 50]),
      line("c", "只在旧的里", [0, 60, 100, 80]),
    ]
    const fresh = [
      line("1", "天亮关门", [2, 31, 101, 49]),
      line("2", "桥头", [1, 1, 60, 19]),
      line("3", "新看到的一行", [0, 200, 100, 220]),
    ]
    expect(matched(old, fresh)).toEqual({ pairs: { 1: "b", 2: "a" }, gone: ["c"], added: ["3"] })
  })

  it("[N7] that lie over the same place are told apart by their text", () => {
    const box = [0, 0, 100, 20] as const
    const old = [line("a", "上山采药", box), line("b", "下河摸鱼", box)]
    expect(matched(old, [line("1", "下河摸鱼", box), line("2", "上山采菜", box)]).pairs).toEqual({ 1: "b", 2: "a" })
  })

  it("[N7] that run the other way are not the same print", () => {
    const box = [0, 0, 40, 40] as const
    const down = { ...line("1", "山水", box), direction: "vertical" as const }
    expect(matched([line("a", "山水", box)], [down])).toEqual({ pairs: {}, gone: ["a"], added: ["1"] })
  })

  it("[N7] without boxes are matched by their text in order", () => {
    const old = ["桥头的早市", "天亮开门，", "天黑关门。", "没有了的一行"].map((text, i) => line(`o${i}`, text))
    const fresh = ["新闻简报", "桥头 的早市", "天亮升门，", "天黑关门。"].map((text, i) => line(`f${i}`, text))
    expect(matched(old, fresh)).toEqual({ pairs: { f1: "o0", f2: "o1", f3: "o2" }, gone: ["o3"], added: ["f0"] })
  })

  it("[N7] without boxes are not led astray by lines that say the same", () => {
    const old = ["山上", "水边人家", "桥头的新规矩", "桥头的新规矩"].map((text, i) => line(`o${i}`, text))
    const fresh = ["山上", "水边入家", "桥头的新规矩", "桥头的薪规矩"].map((text, i) => line(`f${i}`, text))
    expect(matched(old, fresh).pairs).toEqual({ f0: "o0", f1: "o1", f2: "o2", f3: "o3" })
  })

  it("[N7] in a text only one of which has boxes are matched by their text", () => {
    const old = [line("a", "上山采药"), line("b", "下河摸鱼")]
    const fresh = [line("1", "上山采药", [0, 0, 80, 20]), line("2", "下河摸鱼", [0, 30, 80, 50])]
    expect(matched(old, fresh).pairs).toEqual({ 1: "a", 2: "b" })
  })
})
