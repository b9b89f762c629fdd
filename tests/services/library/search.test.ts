import { expect, it } from "vitest"
import type { Library } from "../../../electron/services/library/library.ts"
import { listPages } from "../../../electron/services/library/pages.ts"
import { refreshIndex, search, snippet } from "../../../electron/services/library/search.ts"
import { addText, aLibrary, noon, pageText, startOf, typing } from "../kit.ts"

const sentence = "江岸区百步亭社区昨日举行开放日活动，三千多位居民到场观看演出并参加问答比赛"
const texts = [
  pageText(`${sentence}。地铁12号线全线开通5G网络，平均速度28.6兆。`, "社区开放日"),
  pageText("“两江四岸”改造完成，Wuhan Daily 记者到场；５Ｇ基站增至286座。", "两江四岸换新颜"),
  pageText("𠮷祥路昨日通车，龘字路牌引人注目。", "新路通车"),
]

async function filled(): Promise<Library> {
  const library = await aLibrary()
  for (const [i, text] of texts.entries()) await addText(library, text, { newspaper: "报", date: `2026-05-0${i + 1}` })
  return library
}

const table: [query: string, found: number[]][] = [
  ["江", [2, 1]],
  ["江岸", [1]],
  ["百步亭", [1]],
  ["江岸区百步亭社区昨日举行开放日活动", [1]],
  [sentence, [1]],
  ["江亭", []],
  ["岸江", []],
  ["昨日", [3, 1]],
  ["5G", [2, 1]],
  ["5g网络", [1]],
  ["５G", [2, 1]],
  ["28.6", [1]],
  ["28,6", []],
  ["286", [2]],
  ["12号线", [1]],
  ["wuhan", [2]],
  ["WUHAN DAILY", [2]],
  ["wuh", [2]],
  ["活动，三千", [1]],
  ["活动。三千", []],
  ["活动三千", []],
  ["“两江四岸”", [2]],
  ["社区 网络", [1]],
  ["社区 基站", []],
  ["  社区　昨日 ", [1]],
  ["𠮷", [3]],
  ["龘字", [3]],
  ["社区开放日", [1]],
  ["昨日 *", []],
  ['" OR 江', []],
  ["江 OR 龘", []],
  ["words:江", []],
  ["", []],
  ["   ", []],
  ["，", []],
  ["没有的词", []],
]

it("[L13] queries of any length and kind find the articles that hold every part exactly, newest first", async () => {
  const { db } = await filled()
  for (const [query, found] of table) {
    const { total, hits } = await search(db, query, 50)
    expect([query, hits.map((hit) => Number(hit.date?.slice(-1)))]).toEqual([query, found])
    expect(total).toBe(found.length)
  }
})

it("[L13] every stretch of a text of one to twenty characters finds it", async () => {
  const { db } = await filled()
  const chars = [...sentence]
  for (let length = 1; length <= 20; length++)
    for (let from = 0; from + length <= chars.length; from += 7) {
      const query = chars.slice(from, from + length).join("")
      if (query === "，") continue
      const dates = (await search(db, query, 50)).hits.map((hit) => hit.date)
      expect([query, dates.includes("2026-05-01")]).toEqual([query, true])
    }
})

it("[L13] the limit cuts the hits, not the total", async () => {
  const { db } = await filled()
  const { total, hits } = await search(db, "昨日", 1)
  expect([total, hits.map((hit) => hit.date)]).toEqual([2, ["2026-05-03"]])
})

it("[L14] the snippet shows the hit in the words as printed, by code points", async () => {
  expect(snippet("𠮷祥路\n昨日通车", "昨日")).toEqual({ snippet: "𠮷祥路 昨日通车", from: 4, to: 6 })
  expect(snippet("增至５Ｇ基站", "5g")).toEqual({ snippet: "增至５Ｇ基站", from: 2, to: 4 })
  const long = snippet(`${"前".repeat(100)}中${"后".repeat(100)}`, "中")
  expect(long).toEqual({ snippet: `${"前".repeat(40)}中${"后".repeat(40)}`, from: 40, to: 41 })
  expect(snippet("洪州", "东湖")).toBeNull()
})

it("[L15] after an edit the new words are found, the old ones are not, and the list shows the new headline", async () => {
  const library = await aLibrary()
  const { db, documents } = library
  const pageId = await addText(library, pageText("洪州新建三座桥。"))
  const { documentId, doc } = await documents.open(pageId)
  const [head, body] = [startOf(doc, "headline"), startOf(doc, "paragraph")]
  const steps = [typing(body + 2, "昨"), typing(head, "本报")]
  await documents.append({ documentId, version: 0, clientId: "c", clientSeq: 1, steps }, noon)
  await refreshIndex(db, documents)
  const totals = []
  for (const query of ["洪州昨新建", "洪州新建", "本报江城"]) totals.push((await search(db, query, 9)).total)
  expect(totals).toEqual([1, 0, 1])
  expect((await listPages(db, 0, 9)).pages[0]?.headlines).toEqual(["本报江城新闻简报"])
})

it("[L13] articles of one day are in the order of its pages: 2 before 10, A5 before A10", async () => {
  const library = await aLibrary()
  for (const pageNumber of ["A10", "10", "A5", "2"])
    await addText(library, pageText(`桥${pageNumber}`), { newspaper: "报", date: "2026-05-01", pageNumber })
  const { hits } = await search(library.db, "桥", 9)
  expect(hits.map((hit) => hit.pageNumber)).toEqual(["2", "10", "A5", "A10"])
})

it("[L15] a reader finds the newest words beside a writer that has not indexed them", async () => {
  const library = await aLibrary()
  const pageId = await addText(library, pageText("洪州新建三座桥，28.6公里。"))
  await addText(library, pageText("昨日洪州大雾。"))
  const { documentId, doc } = await library.documents.open(pageId)
  const steps = [typing(startOf(doc, "paragraph"), "昨日"), typing(startOf(doc, "headline"), "5G ")]
  await library.documents.append({ documentId, version: 0, clientId: "c", clientSeq: 1, steps }, noon)
  const reader = await aLibrary({ dir: library.dir, readOnly: true })
  const queries = ["昨日洪州", "昨日 新建", "5g", "28.6", "8.6", "洪州", "州洪", "28,6"]
  const totals = async ({ db }: Library) => {
    const found = []
    for (const query of queries) found.push((await search(db, query, 9)).total)
    return found
  }
  const before = await totals(reader)
  expect(before).toEqual([2, 1, 1, 1, 0, 2, 0, 0])
  await refreshIndex(library.db, library.documents)
  expect(await totals(reader)).toEqual(before)
})

it("[L15] the index is brought up to date once, and only where steps were added", async () => {
  const library = await filled()
  const { raw, db, documents } = library
  const ids = () => raw.prepare("select id from article order by id").pluck().all()
  const before = ids()
  await refreshIndex(db, documents)
  expect(ids()).toEqual(before)
  expect(raw.prepare("select count(*) from article_index").pluck().get()).toBe(3)
})
