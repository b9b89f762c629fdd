import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { expect, it } from "vitest"
import { altoOf, sampleAlto } from "../support/alto.ts"
import { documentOf, line as printed } from "../support/pdf.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { jiaoyang, page, stackTrace } from "./run.ts"

function folderWith(files: Record<string, string | Buffer>): string {
  const folder = tempFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const headlines = (line: string) =>
  (JSON.parse(line) as { articles: { headline: string }[] }).articles.map((article) => article.headline)

it("[X6] one file is one JSON object on stdout, everything else on stderr", async () => {
  const folder = folderWith({ "a.txt": page })
  const { code, out, err } = await jiaoyang(["convert", join(folder, "a.txt")])
  expect(code).toBe(0)
  expect(out.trim().split("\n")).toHaveLength(1)
  expect(JSON.parse(out)).toMatchObject({
    format: "jiaoyang.articles",
    source: { file: "a.txt", pageIndex: 0 },
    page: { newspaper: "东湖日报", date: "2026-05-12", pageNumber: "03" },
    articles: [{ headline: "洪州地铁5G网络全线开通", bylines: [{ name: "张三", role: "记者" }] }],
  })
  expect(err).toMatch(/a\.txt: 1 articles, 4 lines/)
})

it("[X7] of many inputs each bad one is one sentence with its name and reason, and the others are done", async () => {
  const jpeg = await sharp({ create: { width: 400, height: 400, channels: 3, background: "white" } })
    .jpeg()
    .toBuffer()
  const folder = folderWith({
    "1好.txt": page,
    "2空.txt": "",
    "3码.txt": Buffer.from([0, 1, 2, 3, 4, 0]),
    "4断.jpg": jpeg.subarray(0, jpeg.length / 2),
    "6旧.doc": Buffer.from("d0cf11e0a1b11ae1", "hex"),
    "7好.txt": page.replace("洪州", "江州"),
  })
  mkdirSync(join(folder, "5夹"))
  const names = ["0无.txt", "1好.txt", "2空.txt", "3码.txt", "4断.jpg", "5夹", "6旧.doc", "7好.txt"]
  const { code, out, err } = await jiaoyang(["convert", ...names.map((name) => join(folder, name))])
  expect(code).toBe(1)
  const lines = out.trim().split("\n")
  expect(lines.map(headlines)).toEqual([["洪州地铁5G网络全线开通"], ["江州地铁5G网络全线开通"]])
  const reasons = {
    "0无.txt": "no such file",
    "2空.txt": "the file is empty",
    "3码.txt": "neither text nor a picture of a known kind",
    "4断.jpg": "the file is damaged or cut short",
    "5夹": "this is a folder, not a file",
    "6旧.doc": "this kind of file is not supported (Microsoft Office)",
  }
  const said = err.split("\n")
  for (const [name, reason] of Object.entries(reasons))
    expect(said.filter((line) => line === `${join(folder, name)}: ${reason}`)).toHaveLength(1)
  expect(said).toContain("8 files, 6 failed")
  expect(err).not.toMatch(stackTrace)
})

it("[X7] a single bad input leaves stdout empty and exit code 1", async () => {
  const folder = folderWith({ "空.txt": "" })
  const { code, out, err } = await jiaoyang(["convert", join(folder, "空.txt"), "--to", "txt"], {
    env: { JIAOYANG_LANG: "zh" },
  })
  expect([code, out]).toEqual([1, ""])
  expect(err).toContain(`${join(folder, "空.txt")}：文件是空的`)
})

it("[X8] --out is a file for one input and a folder for several, a name for each page and none overwritten", async () => {
  const folder = folderWith({ "a.txt": page, "A.md": page, "b.txt": page })
  mkdirSync(join(folder, "other"))
  writeFileSync(join(folder, "other", "a.txt"), page)
  const one = await jiaoyang(["convert", join(folder, "a.txt"), "--out", join(folder, "稿.json")])
  expect([one.code, one.out]).toEqual([0, ""])
  expect(headlines(readFileSync(join(folder, "稿.json"), "utf8"))).toEqual(["洪州地铁5G网络全线开通"])
  const inputs = ["a.txt", "A.md", "b.txt", "other/a.txt"].map((name) => join(folder, name))
  const out = join(folder, "new", "folder")
  const many = await jiaoyang(["convert", ...inputs, "--to", "txt", "--out", out])
  expect([many.code, many.out]).toEqual([0, ""])
  expect(readdirSync(out).sort()).toEqual(["A-2.txt", "a-3.txt", "a.txt", "b.txt"])
  const slash = await jiaoyang(["convert", join(folder, "a.txt"), "--out", `${join(folder, "third")}/`])
  expect([slash.code, readdirSync(join(folder, "third"))]).toEqual([0, ["a.json"]])
})

it("[X9] txt and md are for people: the headline first, a blank line between pages, no JSON", async () => {
  const folder = folderWith({ "a.txt": page, "b.txt": page })
  const inputs = [join(folder, "a.txt"), join(folder, "b.txt")]
  const plain = (await jiaoyang(["convert", ...inputs, "--to", "txt"])).out
  expect(plain.startsWith("洪州地铁5G网络全线开通\n")).toBe(true)
  expect(plain.split("\n\n洪州地铁5G网络全线开通\n")).toHaveLength(2)
  const marked = (await jiaoyang(["convert", inputs[0] ?? "", "--to", "md"])).out
  expect(marked).toMatch(/^#+ 洪州地铁5G网络全线开通$/m)
  for (const text of [plain, marked]) expect(text).not.toMatch(/[{}]/)
})

/** GB18030 has no encoder in Node; these are the bytes of 洪州东湖日报今天 and a full stop. */
const gb = Buffer.from("bae9d6ddb6abbafec8d5b1a8bdf1ccecb3f6b0e6d2bbb0d9b0e6a1a3", "hex")

it("[X10] text is read in UTF-8 with or without a mark, UTF-16 with one, and GB18030", async () => {
  const folder = folderWith({
    "1.txt": page,
    "2.txt": `\ufeff${page}`,
    "3.txt": Buffer.from(`\ufeff${page}`, "utf16le"),
    "4.txt": Buffer.from(`\ufeff${page}`, "utf16le").swap16(),
    "5.txt": Buffer.concat([gb, Buffer.from("\n"), gb]),
  })
  const { code, out } = await jiaoyang(["convert", ...[1, 2, 3, 4, 5].map((n) => join(folder, `${n}.txt`))])
  expect(code).toBe(0)
  const read = out
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { lines: { text: string }[] }).lines.map((each) => each.text))
  for (const lines of read.slice(0, 4)) expect(lines).toEqual(read[0])
  expect(read[0]?.[0]).toBe("东湖日报 2026年5月12日 星期二 第03版")
  expect(read[4]?.[0]).toBe("洪州东湖日报今天出版一百版。")
})

it("[X10] names with spaces, Chinese and a leading dash are only names", async () => {
  const folder = folderWith({ "第 1 版（终）.txt": page, "-x.txt": page })
  const { code, out } = await jiaoyang(["convert", "第 1 版（终）.txt", "--", "-x.txt"], { cwd: folder })
  expect([code, out.trim().split("\n").length]).toEqual([0, 2])
})

it("[U15] ALTO becomes articles by its boxes, each of its pages one; what is not ALTO is refused by name", async () => {
  const { page, truth } = sampleAlto("linlan-A5")
  const second = { ...page, lines: page.lines.map((line) => ({ ...line, box: null })) }
  const folder = folderWith({
    "1.dat": altoOf([page, second]),
    "2.xml": '<PcGts xmlns="x"/>',
    "3.xml": `<!DOCTYPE alto SYSTEM "file:///etc/passwd">${altoOf([page], "")}`,
    "4.xml": altoOf([page]).slice(0, 5000),
  })
  const names = [1, 2, 3, 4].map((n) => join(folder, n === 1 ? "1.dat" : `${n}.xml`))
  const { code, out, err } = await jiaoyang(["convert", ...names])
  const [first = "", later = "", none] = out.split("\n")
  expect([code, none]).toEqual([1, ""])
  expect(headlines(first).toSorted()).toEqual(truth.articles.map((article) => article.headline).toSorted())
  expect(JSON.parse(first).source).toMatchObject({
    engine: "alto 4",
    width: page.width,
    height: page.height,
    pageIndex: 0,
  })
  expect(JSON.parse(later)).toMatchObject({ source: { pageIndex: 1 }, lines: { length: page.lines.length } })
  expect(err).toContain(`${names[1]}: this is XML that is not ALTO (its root element is PcGts)\n`)
  expect(err).toContain(`${names[2]}: the XML has a <!DOCTYPE>`)
  expect(err).toMatch(/4\.xml: the XML is cut short or not well-formed \(line \d+\)/)
  expect(err).not.toMatch(stackTrace)
})

it("[O59] a PDF of several pages is a JSON object a line or a file a page; bad pages are said by their number", async () => {
  const sheet = (text: string) => ({ content: printed(text, 40, 300), width: 400, height: 400 })
  const pages = [sheet("第一页的字"), { content: "" }, { content: "", width: 20_000 }, sheet("第四页的字")]
  const folder = folderWith({ "版.pdf": documentOf(pages), "好.pdf": documentOf(pages.slice(0, 2)) })
  const { code, out, err } = await jiaoyang(["convert", join(folder, "版.pdf")])
  const objects = out.trim().split("\n")
  expect(code).toBe(1)
  expect(objects.map((line) => (JSON.parse(line) as { source: object }).source)).toMatchObject([
    { file: "版.pdf", pageIndex: 0, engine: expect.stringMatching(/^pdf /) },
    { file: "版.pdf", pageIndex: 3 },
  ])
  expect(err.split("\n")).toContain(`${join(folder, "版.pdf")}, page 3: the file is too large`)
  const files = await jiaoyang(["convert", join(folder, "好.pdf"), "--to", "txt", "--out", `${join(folder, "out")}/`])
  expect([files.code, files.out, readdirSync(join(folder, "out"))]).toEqual([0, "", ["好-1.txt"]])
})
