import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { tempFolder } from "../support/tempfolder.ts"
import { jiaoyang, page, stackTrace } from "./run.ts"

const commands = ["convert", "import", "export", "search", "library", "serve", "start"]
const shelf = ["info", "check", "backup", "restore"].map((name) => ["library", name])
const all = [[], ...commands.map((name) => [name]), ...shelf]

it("[X1] --help and --version are everywhere, on stdout, with exit code 0", { timeout: 180_000 }, async () => {
  for (const words of all) {
    const [help, version] = await Promise.all(["--help", "--version"].map((flag) => jiaoyang([...words, flag])))
    if (!help || !version) continue
    expect([words, help.code, help.err]).toEqual([words, 0, ""])
    expect(help.out).toContain(`Usage: ${["jiaoyang", ...words].join(" ")}`)
    expect([words, version.code, version.out]).toEqual([words, 0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)])
  }
})

const wrong: [words: string[], said: RegExp][] = [
  [[], /name a command/],
  [["transmogrify"], /transmogrify/],
  [["convert"], /file/],
  [["convert", "a.txt", "--to", "docx"], /docx/],
  [["convert", "a.txt", "--colour"], /--colour/],
  [["convert", "a.txt", "--engine", "magic"], /magic/],
  [["import", "a.txt"], /--library/],
  [["import", "--library", "nowhere"], /name files or folders/],
  [["import", "a.txt", "--library", "nowhere", "--date", "12.5.2026"], /YYYY-MM-DD/],
  [["import", "a.txt", "--library", "nowhere", "--date", "2026-13-45"], /YYYY-MM-DD/],
  [["import", "a.txt", "--library", "nowhere", "--jobs", "0"], /jobs/],
  [["export", "--library", "nowhere", "--to", "txt", "--out", "x"], /choose one/],
  [["export", "--library", "nowhere", "--to", "txt", "--out", "x", "--all", "--page", "y"], /choose one/],
  [["search", "--library", "nowhere"], /query/],
  [["search", "洪州", "--library", "nowhere", "--limit", "many"], /limit/],
  [["serve", "--port", "99999"], /port/],
  [["library", "polish", "--library", "nowhere"], /polish/],
]

it("[X2] wrong usage is one line on stderr, exit code 2, and nothing is done", { timeout: 180_000 }, async () => {
  const cwd = tempFolder()
  for (const [words, said] of wrong) {
    const { code, out, err } = await jiaoyang(words, { cwd })
    expect([words, code, out]).toEqual([words, 2, ""])
    expect(err).toMatch(said)
    expect(err.trim().split("\n")).toHaveLength(1)
    expect(err).not.toMatch(stackTrace)
  }
  expect(readdirSync(cwd)).toEqual([])
})

it("[X2] a place that cannot be written to is said in one line with its name, exit code 2", async () => {
  const folder = tempFolder()
  const file = join(folder, "a.txt")
  writeFileSync(file, page)
  for (const args of [
    ["convert", file, "--out", join(folder, "missing", "a.json")],
    ["convert", file, "--out", join(file, "a.json")],
    ["convert", file, file, "--out", file],
  ]) {
    const { code, out, err } = await jiaoyang(args)
    expect([args, code, out]).toEqual([args, 2, ""])
    expect(err).toContain(args.at(-1))
    expect(err).not.toMatch(stackTrace)
  }
})

it("[X3] a library that cannot be used is exit code 3, with the reason, and is not made in passing", {
  timeout: 180_000,
}, async () => {
  const folder = tempFolder()
  const missing = join(folder, "nowhere")
  const cases: [string[], RegExp][] = [
    [["library", "info", "--library", missing], /There is no library at .*nowhere/],
    [["library", "check", "--library", missing], /no library/],
    [["library", "backup", "--library", missing], /no library/],
    [["library", "restore", "--library", missing], /no library/],
    [["search", "洪州", "--library", missing], /no library/],
    [["export", "--all", "--to", "txt", "--out", join(folder, "out"), "--library", missing], /no library/],
  ]
  for (const [words, said] of cases) {
    const { code, out, err } = await jiaoyang(words)
    expect([words, code, out]).toEqual([words, 3, ""])
    expect(err).toMatch(said)
    expect(err.trim().split("\n")).toHaveLength(1)
  }
  expect(existsSync(missing)).toBe(false)
  writeFileSync(join(folder, "mine.doc"), "mine")
  const other = await jiaoyang(["import", join(folder, "mine.doc"), "--library", folder])
  expect([other.code, other.err]).toEqual([3, expect.stringContaining("cannot be used")])
  expect(readdirSync(folder)).toEqual(["mine.doc"])
  writeFileSync(join(folder, "library.sqlite"), "no database")
  const broken = await jiaoyang(["library", "info", "--library", folder])
  expect([broken.code, broken.err]).toEqual([3, expect.stringContaining("damaged")])
})

it("[X4] messages are Chinese or English: JIAOYANG_LANG first, then the locale, and Chinese where nothing is said", {
  timeout: 180_000,
}, async () => {
  const said = async (env: Record<string, string>) => {
    const none = { JIAOYANG_LANG: "", LC_ALL: "", LC_MESSAGES: "", LANG: "" }
    const { code, err } = await jiaoyang(["convert", "missing.txt"], { env: { ...none, ...env } })
    expect(code).toBe(1)
    return /文件不存在/.test(err) ? "zh" : /no such file/.test(err) ? "en" : err
  }
  expect(await said({ JIAOYANG_LANG: "en", LANG: "zh_CN.UTF-8" })).toBe("en")
  expect(await said({ JIAOYANG_LANG: "zh", LANG: "en_US.UTF-8" })).toBe("zh")
  expect(await said({ LANG: "en_US.UTF-8" })).toBe("en")
  expect(await said({ LC_ALL: "zh_TW.UTF-8", LANG: "en_US.UTF-8" })).toBe("zh")
  expect(await said({})).toBe("zh")
})

const systemNode = "/usr/bin/node"
const version = existsSync(systemNode) ? spawnSync(systemNode, ["--version"], { encoding: "utf8" }).stdout : "v99"
const isOld = Number(/^v(\d+)/.exec(version)?.[1]) < 24

it.runIf(isOld)(
  "[X5] an older Node starts the one that came with the packages, and its exit code and output are passed on",
  async () => {
    const file = join(tempFolder(), "a.txt")
    writeFileSync(file, page)
    const good = await jiaoyang(["convert", file, "--to", "txt"], { node: systemNode })
    expect([good.code, good.out]).toEqual([0, expect.stringContaining("洪州地铁5G网络全线开通")])
    expect((await jiaoyang(["convert", "missing.txt"], { node: systemNode })).code).toBe(1)
    const none = await jiaoyang(["--version"], { node: systemNode, env: { JIAOYANG_REEXECUTED: "1" } })
    expect([none.code, none.out]).toEqual([2, ""])
    expect(none.err).toMatch(/需要 Node 24.*needs Node 24/)
  },
)
