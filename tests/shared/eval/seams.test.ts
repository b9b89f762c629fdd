import { expect, it } from "vitest"
import { alignLetters } from "../../../shared/eval/align.ts"
import { judgeSeams } from "../../../shared/eval/seams.ts"
import type { Judged } from "../../../shared/eval/truth.ts"
import { article, page } from "./write.ts"

/** `+` for a seam that is right, `-` for one that is wrong; inside blocks first, then between them. */
const verdicts = (truth: Judged, result: Judged): string =>
  judgeSeams(truth, result)
    .judged.map(({ right }) => (right ? "+" : "-"))
    .join("")

const judged = (truth: string[], result: string[]): string => verdicts(page([article(truth)]), page([article(result)]))

it.each<[what: string, truth: string[], result: string[], verdicts: string]>([
  ["lines of one paragraph", ["昨夜下了一场小雨，石板路洗得发亮。"], ["昨夜下了|一场小雨，|石板路洗得发亮。"], "++"],
  [
    "joined across a paragraph's end",
    ["昨夜下了一场小雨。", "石板路洗得发亮。"],
    ["昨夜下了一场小雨。|石板路洗得发亮。"],
    "-",
  ],
  [
    "parted in the middle of one",
    ["昨夜下了一场小雨，石板路洗得发亮。"],
    ["昨夜下了一场小雨，", "石板路洗得发亮。"],
    "-",
  ],
  [
    "parted where one ends",
    ["昨夜下了一场小雨。", "石板路洗得发亮。"],
    ["昨夜下了一场小雨。", "石板路洗得发亮。"],
    "+",
  ],
  [
    "a heading",
    ["昨夜下了一场小雨。", "# 石板路", "洗得发亮的是巷口。"],
    ["昨夜下了一场小雨。", "# 石板路", "洗得发亮的是巷口。"],
    "++",
  ],
  [
    "a heading taken for a paragraph",
    ["昨夜下了一场小雨。", "# 石板路", "洗得发亮的是巷口。"],
    ["昨夜下了一场小雨。", "石板路", "洗得发亮的是巷口。"],
    "--",
  ],
  [
    "a heading that is lost",
    ["昨夜下了一场小雨。", "# 石板路", "洗得发亮的是巷口。"],
    ["昨夜下了一场小雨。", "洗得发亮的是巷口。"],
    "+",
  ],
  ["two words", ["They met at Open Day in May."], ["They met at Open ¦Day in May."], "+"],
  ["two words in one", ["They met at Open Day in May."], ["They met at Open|Day in May."], "-"],
  ["one word in two", ["The whole network is open."], ["The whole net ¦work is open."], "-"],
  ["a hyphen of the typesetter's", ["The whole network is open."], ["The whole net‖work is open."], "+"],
  ["such a one that was kept", ["The whole network is open."], ["The whole net-|work is open."], "-"],
  ["a hyphen of the word's", ["The new Wi-Fi is open."], ["The new Wi-|Fi is open."], "+"],
  ["such a one that was dropped", ["The new Wi-Fi is open."], ["The new Wi‖Fi is open."], "-"],
  ["wrong letters next to it", ["昨夜下了一场小雨，石板路洗得发亮。"], ["昨夜下了一场小丽，|右板路洗得发亮。"], "+"],
  [
    "letters that are missing next to it",
    ["昨夜下了一场小雨，石板路洗得发亮。"],
    ["昨夜下了一场小|板路洗得发亮。"],
    "+",
  ],
  [
    "letters that are too many next to it",
    ["昨夜下了一场小雨，石板路洗得发亮。"],
    ["昨夜下了一场小雨，x|y石板路洗得发亮。"],
    "+",
  ],
  ["width and quotes", ["他说“5G到了”，又说一遍。"], ['他说"５Ｇ|到了"，又说一遍。'], "+"],
])("[U26] %s", (_, truth, result, said) => {
  expect(judged(truth, result)).toBe(said)
})

const rain = ["昨夜下了一场小雨，巷口的石板路洗得发亮，", "檐下的水缸满了，卖豆腐的老人来得比平日早些。"] as const
const boats = ["渡口新添两条木船，过河的人不用再等半个钟头，", "船工说这样一来，赶早市的菜也能卖个好价钱。"] as const
const school = [
  "村小请来一位退休的木匠，每周四教孩子们做板凳，",
  "第一批板凳已经摆在操场边上，坐上去稳稳当当。",
] as const
const whole = (...parts: (readonly [string, string])[]) => parts.map((two) => two.join(""))
const seamed = (...parts: (readonly [string, string])[]) => parts.map((two) => two.join("|"))

it("[U27] what was moved is found; only where it no longer follows is a seam wrong", () => {
  const truth = page([article(whole(rain, boats, school))])
  // Three seams inside, then two breaks: each block is whole, so that even their wrong order ends and begins blocks.
  expect(verdicts(truth, page([article(seamed(school, rain, boats))]))).toBe("+++++")
  // The halves of one paragraph have changed places: lines that do not follow one another.
  expect(verdicts(truth, page([article([`${rain[1]}|${rain[0]}`, boats.join("|")])]))).toBe("-+-")
})

it("[U27] an article that was cut in two is judged part by part", () => {
  const truth = page([article(whole(rain, boats)), article(whole(school))])
  const result = page([article(seamed(rain)), article(seamed(boats)), article(seamed(school))])
  expect(verdicts(truth, result)).toBe("+++")
})

it("[U28] text of another article makes the seams around it wrong, not those in it", () => {
  const truth = page([article(whole(rain, boats)), article(whole(school))])
  const result = page([article([...seamed(rain, boats), school.join("|")])])
  expect(judgeSeams(truth, result)).toMatchObject({ displaced: 1, unjudged: 0 })
  expect(verdicts(truth, result)).toBe("++++-")
})

it("[U28] so does a caption or a notice; text that is nowhere on the page is not judged", () => {
  const truth = page([article(whole(rain), { captions: [{ text: boats[0], credit: null }] })], {
    notices: [{ text: school[0] }],
  })
  const result = page([article([`${rain[0]}|${rain[1]}|${boats[0]}`, school[0], "谁也没有写过的这一行字不知从何而来"])])
  expect(judgeSeams(truth, result)).toEqual({
    judged: [
      { confidence: 0.9, right: true },
      { confidence: 0.9, right: false },
      { confidence: 0.8, right: false },
      { confidence: 0.8, right: false },
    ],
    displaced: 3,
    unjudged: 0,
  })
  const strange = page([article([`${rain[0]}|${rain[1]}`, "谁也没有写过的这一行字不知从何而来"])])
  expect(judgeSeams(truth, strange)).toMatchObject({ judged: [{ right: true }], displaced: 0, unjudged: 1 })
})

it("[U34] seams inside a notice or behind a dateline that a body has swallowed are judged by their own text", () => {
  const truth = page([article(whole(rain))], { notices: [{ text: `渡口告示\n${boats.join("")}` }] })
  expect(verdicts(truth, page([article([...seamed(rain), "渡口告示", ...seamed(boats)])]))).toBe("++-+")
  const dated = page([article([`本报东湖三月十二日电连日阴雨之后，${rain[0]}|${rain[1]}`])])
  expect(verdicts(truth, dated)).toBe("+")
})

/** Letters without end, none of them predictable. */
function letters(count: number, seed: number): string[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647
    return String.fromCodePoint(0x4e00 + (state % 900))
  })
}

it("[U29] texts as long as a page are aligned letter by letter", () => {
  const truth = letters(12_000, 7)
  const read = [...truth]
  read[100] = "x"
  read.splice(6000, 40)
  read.splice(3000, 0, ..."一二三")
  const partner = alignLetters(read, truth)
  expect([0, 100, 2999, 3000, 3002, 3003, 6002, 6003, read.length - 1].map((i) => partner[i])).toEqual([
    0, 100, 2999, -1, -1, 3000, 5999, 6040, 11_999,
  ])
})

it("[U29] texts that have nothing in common have no partners in long stretches, and end", () => {
  const partner = alignLetters(letters(9000, 11), letters(9000, 13))
  expect(partner).toHaveLength(9000)
  expect([...alignLetters([], ["一"])]).toEqual([])
  expect([...alignLetters(["一"], [])]).toEqual([-1])
})
