import { beforeAll, describe, expect, it } from "vitest"
import { wordList } from "../../../electron/engine/words.ts"
import { compose } from "../../../shared/document/compose.ts"
import { toArticles } from "../../../shared/export/articles.ts"
import { readPlaintext } from "../../../shared/import/plaintext.ts"
import { arrange } from "../../../shared/layout/arrange.ts"
import { type Part, settlePrices } from "../../../shared/layout/plaintext/prices.ts"
import { topicsOf } from "../../../shared/layout/plaintext/topics.ts"
import { noWords, type Words } from "../../../shared/text/words.ts"

let words: Words = noWords
beforeAll(async () => {
  words = await wordList()
})

function read(text: string) {
  const recognition = readPlaintext(text)
  const { doc, ledger } = compose(recognition, arrange(recognition, words))
  return toArticles(doc, ledger, recognition)
}

const bees = ["本报讯　养蜂人老柯把四十箱", "蜜蜂搬上了山。今年油菜花开得", "晚，蜜蜂要到下旬才采得到蜜。"]
const lamps = ["本报讯　城南三条街的路灯昨", "夜全部换新。新路灯耗电只有从", "前的一半，夜里行人少时会自己", "暗下来。"]

describe("titles of a text without boxes", () => {
  it("[M17] what two parts ask for is given to the one that gains most by it", () => {
    const part = (from: number, bare: number, worth: number[]): Part => ({
      from,
      to: from + 1,
      bare,
      worth: Float64Array.from(worth),
    })
    const given = (goods: number, rows: Part[][][]) => settlePrices(goods, rows).parts.map(({ good }) => good)
    expect(given(2, [[[], [part(0, 0, [5, 4])], [part(1, 0, [3, -Infinity])]]])).toEqual([1, 0])
    expect(
      given(1, [
        [[], [part(0, 0, [2])]],
        [[], [part(0, 0, [3])]],
      ]),
    ).toEqual([null, 0])
  })

  it("[M18] a line speaks of the paragraphs whose rare words it has, whatever their length", () => {
    const topics = topicsOf([bees.join(""), lamps.join(""), lamps.join("").repeat(3)])
    const title = topics("养蜂人搬上山")
    expect(title(0, 1)).toBeGreaterThan(2)
    expect(title(1, 2)).toBeLessThan(0.5)
    expect(title(0, 1)).toBeGreaterThan(title(0, 3))
  })

  it("[V9] titles found after all texts go to the text they speak of, their lines together", () => {
    const text = [...bees, ...lamps].join("\n\n")
    const { articles } = read(`${text}\n\n三条街换上\n会变暗的新路灯\n\n养蜂人老柯\n和他的四十箱蜜蜂\n`)
    expect(articles.map(({ headline }) => headline)).toEqual(["养蜂人老柯和他的四十箱蜜蜂", "三条街换上会变暗的新路灯"])
  })

  it.each([
    [["养蜂人老柯在山上查看蜂", "箱。（本报记者 张江 摄）"], "养蜂人老柯在山上查看蜂箱。", "张江"],
    [["养蜂人老柯在山上查看", "蜂箱（资料图片）"], "养蜂人老柯在山上查看蜂箱（资料图片）", null],
  ])("[V10] a caption of two lines is one: %j", (lines, text, credit) => {
    const { articles } = read(`养蜂人老柯搬蜂上山\n\n${bees.join("\n\n")}\n\n${lines.join("\n\n")}\n`)
    expect(articles[0]?.captions).toEqual([{ text, credit }])
  })

  it("[V11] an author's name under a title is one whatever its words", () => {
    const { articles } = read(`老柯的蜜蜂搬上了山\n\n山中客\n\n${bees.join("\n\n")}\n`)
    expect(articles[0]?.headline).toBe("老柯的蜜蜂搬上了山")
    expect(articles[0]?.bylines.map(({ name }) => name)).toEqual(["山中客"])
  })

  it("[V12] who made an article's picture wrote it, where a byline stands apart", () => {
    const caption = "养蜂人老柯在山上查看蜂箱。（本报记者 时光 摄）"
    const titles = ["城南换新灯", "老柯的蜜蜂搬上了山", caption, "本报记者 时光", "本报记者 张江"]
    const { articles } = read(`${[...lamps, ...bees, ...titles].join("\n\n")}\n`)
    const by = (headline: string) => articles.find((one) => one.headline === headline)?.bylines.map(({ name }) => name)
    expect([by("老柯的蜜蜂搬上了山"), by("城南换新灯")]).toEqual([["时光"], ["张江"]])
  })

  it("[V13] lines kept together are one title, and a byline kept with a title is its own", () => {
    const { articles } = read(
      `${bees.join("\n\n")}\n\n${lamps.join("\n\n")}\n\n城南三条街\n换上新路灯\n▶ 温如许\n\n老柯的蜜蜂\n搬上了山\n`,
    )
    const lit = articles.find(({ headline }) => headline?.includes("路灯"))
    expect([lit?.headline, lit?.bylines.map(({ name }) => name)]).toEqual(["城南三条街换上新路灯", ["温如许"]])
    expect(articles.some(({ headline }) => headline === "老柯的蜜蜂搬上了山")).toBe(true)
  })
})
