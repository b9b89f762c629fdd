import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { article, page } from "../shared/eval/write.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { jiaoyang, stackTrace } from "./run.ts"

const text = "昨夜下了一场小雨，石板路洗得发亮。"

/** A truth, a result as good as it, one that cuts its paragraph in two, and what is no page of articles. */
function files() {
  const folder = tempFolder()
  const put = (name: string, value: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(value))
    return join(folder, name)
  }
  return {
    truth: put("truth.json", { articles: [{ headline: "小巷新晴", blocks: [{ type: "paragraph", text }] }] }),
    good: put("good.json", page([article([text.replace("，", "，|")], { headline: "小巷新晴" })])),
    bad: put("bad.json", page([article(text.split(/(?<=，)/u), { headline: "小巷" })])),
    other: put("other.json", { articles: 1 }),
    none: join(folder, "none.json"),
  }
}

it("[U32] one result is a table for people, in their language, or JSON for programs", async () => {
  const { truth, good } = files()
  const said = await jiaoyang(["eval", "--truth", truth, "--result", good])
  expect([said.code, said.err]).toEqual([0, ""])
  expect(said.out).toMatch(/^headlines +100\.0% +100\.0% +1\/1 \(1\)$/m)
  expect(said.out).toMatch(/^seams right +100\.00% 1\/1/m)
  const chinese = await jiaoyang(["eval", "--truth", truth, "--result", good], { env: { JIAOYANG_LANG: "zh" } })
  expect(chinese.out).toMatch(/^断口正确 +100\.00% 1\/1/m)
  const json = await jiaoyang(["eval", "--truth", truth, "--result", good, "--json"])
  expect(JSON.parse(json.out)).toMatchObject({
    articles: { right: 1, found: 1, wanted: 1 },
    bodyCer: { errors: 0, length: 17 },
    lineCer: null,
    seams: { seams: 1, wrong: 0, caught: null, displaced: 0, unjudged: 0 },
  })
})

it("[U33] several truths and results are pairs in order, and one heap", async () => {
  const { truth, good, bad } = files()
  const two = ["--truth", truth, "--result", good, "--truth", truth, "--result", bad]
  const { out } = await jiaoyang(["eval", ...two, "--json"])
  expect(JSON.parse(out)).toMatchObject({
    headlines: { right: 1, found: 2, wanted: 2 },
    paragraphs: { right: 1, found: 3, wanted: 2 },
    seams: { seams: 2, wrong: 1, caught: 1, risks: [{ coverage: 1, risk: 0.5 }, {}, {}, {}, {}, {}] },
  })
  const odd = await jiaoyang(["eval", "--truth", truth, "--result", good, "--result", bad])
  expect([odd.code, odd.out, odd.err]).toEqual([2, "", "1 --truth and 2 --result: there must be one for one\n"])
})

it("[U33] a file that is missing or holds no articles is named", async () => {
  const { truth, good, none, other } = files()
  const missing = await jiaoyang(["eval", "--truth", truth, "--result", none])
  expect([missing.code, missing.err]).toEqual([1, `${none}: no such file\n`])
  const wrong = await jiaoyang(["eval", "--truth", other, "--result", good])
  expect(wrong.code).toBe(1)
  expect(wrong.err).toContain(`${other}: this kind of file is not supported (not articles as JSON)`)
  expect(wrong.err).not.toMatch(stackTrace)
})
