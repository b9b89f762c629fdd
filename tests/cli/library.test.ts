import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { migrations } from "../../electron/services/library/migrations.ts"
import { aLibrary } from "../services/kit.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { jiaoyang, page, stackTrace } from "./run.ts"

/** A folder with two pages and an empty file, and where its library will be. */
function sources(): { folder: string; dir: string } {
  const folder = join(tempFolder(), "来稿")
  mkdirSync(folder)
  writeFileSync(join(folder, "a.txt"), page)
  writeFileSync(join(folder, "b.txt"), page.replaceAll("洪州", "江州").replace("第03版", "第04版"))
  writeFileSync(join(folder, "空.txt"), "")
  return { folder, dir: join(folder, "..", "library") }
}

interface Info {
  pages: number
  articles: number
}

const info = async (dir: string): Promise<Info> =>
  JSON.parse((await jiaoyang(["library", "info", "--library", dir, "--json"])).out) as Info

it("[X11] import takes a folder in, tells of what failed on stderr, and is quiet on stdout", async () => {
  const { folder, dir } = sources()
  const first = await jiaoyang(["import", folder, "--library", dir])
  expect([first.code, first.out]).toEqual([1, ""])
  expect(first.err).toContain("空.txt: the file is empty")
  expect(first.err).toContain("3 files: 2 imported, 0 already in the library, 1 failed")
  expect(first.err).not.toMatch(stackTrace)
  const again = await jiaoyang(["import", join(folder, "a.txt"), join(folder, "b.txt"), "--library", dir])
  expect([again.code, again.out]).toEqual([0, ""])
  expect(again.err).toContain("2 files: 0 imported, 2 already in the library, 0 failed")
  expect(await info(dir)).toMatchObject({ pages: 2, articles: 2, shape: migrations.length, edits: 0 })
})

it("[X11] what is said of the pages on the command line comes first; a file that is not there is named", async () => {
  const { folder, dir } = sources()
  const facts = ["--newspaper", "洪州晚报", "--date", "2026-01-02", "--page", "A5"]
  const { code, err } = await jiaoyang([
    "import",
    join(folder, "a.txt"),
    join(folder, "无.txt"),
    "--library",
    dir,
    ...facts,
  ])
  expect([code, err]).toEqual([1, expect.stringContaining("无.txt: no such file")])
  const { out } = await jiaoyang(["search", "5G", "--library", dir, "--json"])
  expect(JSON.parse(out).hits).toMatchObject([{ newspaper: "洪州晚报", date: "2026-01-02", pageNumber: "A5" }])
})

it("[X12] search prints what it found for people or as JSON; nothing found is no failure", async () => {
  const { folder, dir } = sources()
  await jiaoyang(["import", folder, "--library", dir])
  const people = await jiaoyang(["search", "江州地铁", "--library", dir])
  expect([people.code, people.err]).toEqual([0, "1 articles\n"])
  expect(people.out).toMatch(/^江州地铁5G网络全线开通\n {2}东湖日报 · 2026-05-12 · 04 · \w{16}\/a1\n {2}.*江州地铁/)
  const limited = JSON.parse((await jiaoyang(["search", "地铁", "--library", dir, "--json", "--limit", "1"])).out)
  expect([limited.total, limited.hits.length]).toEqual([2, 1])
  const none = await jiaoyang(["search", "没有的词", "--library", dir])
  expect([none.code, none.out, none.err]).toEqual([0, "", "nothing found\n"])
})

it("[X13] export writes all pages, an issue, a page or an article; paths are on stdout", {
  timeout: 180_000,
}, async () => {
  const { folder, dir } = sources()
  await jiaoyang(["import", folder, "--library", dir])
  const out = join(folder, "..", "out")
  const run = (name: string, ...choice: string[]) =>
    jiaoyang(["export", "--library", dir, "--to", "txt", "--out", join(out, name), ...choice])
  const all = await run("all", "--all")
  const paths = [3, 4].map((n) => join(out, "all", `东湖日报 2026-05-12 0${n}.txt`))
  expect([all.code, all.out]).toEqual([0, `${paths.join("\n")}\n`])
  expect(readFileSync(paths[1] ?? "", "utf8")).toContain("江州地铁")
  expect((await run("issue", "--issue", "东湖日报/2026-05-12")).code).toBe(0)
  expect(readdirSync(join(out, "issue"))).toHaveLength(2)
  const { hits } = JSON.parse((await jiaoyang(["search", "江州", "--library", dir, "--json"])).out)
  const { pageId, articleId } = hits[0] as { pageId: string; articleId: string }
  expect((await run("page", "--page", pageId)).code).toBe(0)
  expect(readdirSync(join(out, "page"))).toEqual(["东湖日报 2026-05-12 04.txt"])
  expect((await run("article", "--article", `${pageId}/${articleId}`)).code).toBe(0)
  expect(readdirSync(join(out, "article"))).toEqual(["东湖日报 2026-05-12 04 江州地铁5G网络全线开通.txt"])
  const none = await run("none", "--page", "0123456789abcdef")
  expect([none.code, none.out]).toEqual([1, ""])
  const noArticle = await run("none", "--article", `${pageId}/a99`)
  expect([noArticle.code, noArticle.out]).toEqual([1, ""])
})

it("[X14] backup, check and restore work from the command line, and check says what is wrong", {
  timeout: 180_000,
}, async () => {
  const { folder, dir } = sources()
  await jiaoyang(["import", join(folder, "a.txt"), "--library", dir])
  const backup = await jiaoyang(["library", "backup", "--library", dir])
  expect([backup.code, backup.out]).toEqual([0, expect.stringMatching(/backups.\d{8}T\d{6}Z\n$/)])
  const clean = await jiaoyang(["library", "check", "--library", dir])
  expect([clean.code, clean.out]).toEqual([0, "the library is whole\n"])
  writeFileSync(join(dir, "library.sqlite"), Buffer.alloc(20_000, 7))
  const broken = await jiaoyang(["library", "check", "--library", dir])
  expect([broken.code, broken.out, broken.err]).toEqual([3, "", expect.stringContaining("library restore")])
  const restored = await jiaoyang(["library", "restore", "--library", dir])
  expect([restored.code, restored.err]).toEqual([0, expect.stringContaining("1 pages restored")])
  expect(await info(dir)).toMatchObject({ pages: 1 })
  const scans = join(dir, "scans")
  for (const name of readdirSync(scans)) writeFileSync(join(scans, name, "stray.txt"), "x")
  const found = await jiaoyang(["library", "check", "--library", dir, "--json"])
  expect([found.code, JSON.parse(found.out)]).toEqual([1, { problems: [{ code: "scan-orphaned", what: "stray.txt" }] }])
})

it("[X15] beside a program that holds the library one can read, search and export, but not write", {
  timeout: 180_000,
}, async () => {
  const { folder, dir } = sources()
  await jiaoyang(["import", join(folder, "a.txt"), "--library", dir])
  await aLibrary({ dir })
  expect(await info(dir)).toMatchObject({ pages: 1 })
  expect((await jiaoyang(["search", "洪州", "--library", dir])).out).toContain("洪州地铁")
  const refused = await jiaoyang(["import", join(folder, "b.txt"), "--library", dir])
  expect([refused.code, refused.err]).toEqual([
    3,
    expect.stringMatching(new RegExp(`in use .*process ${process.pid} on `)),
  ])
  const restore = await jiaoyang(["library", "restore", "--library", dir, "--from", dir])
  expect([restore.code, restore.err]).toEqual([3, expect.stringContaining("in use")])
})
