import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { expect, it } from "vitest"
import { publish } from "../../electron/services/publish.ts"
import { exporterFor } from "../../shared/export/all.ts"
import { safeName } from "../../shared/export/filenames.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { addText, aLibrary, pageText } from "./kit.ts"

const names: [from: string, to: string][] = [
  ["东湖日报 2026-05-12 03", "东湖日报 2026-05-12 03"],
  ['a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"],
  ["../../etc/passwd", "etc passwd"],
  ["..", "_"],
  ["", "_"],
  ["...", "_"],
  [" . ", "_"],
  ["版面. . .", "版面"],
  [".hidden", "hidden"],
  ["a\u0000b\nc\u007fd", "a b c d"],
  ["稿\u202ejpg.exe\u2066", "稿 jpg.exe"],
  ["CON", "_CON"],
  ["nul.txt", "_nul.txt"],
  ["com1", "_com1"],
  ["aux .x", "_aux .x"],
  ["console", "console"],
  ["e\u0301", "é"],
  ["版".repeat(100), "版".repeat(40)],
  ["😀".repeat(50), "😀".repeat(30)],
]

it.each(names)("[I8] a file name that every system takes: %j", (from, to) => {
  expect(safeName(from)).toBe(to)
})

it("[I8] a name is safe whatever it was made of, cut ones too", () => {
  for (const name of [
    `${"a".repeat(119)}.b`,
    `${"版".repeat(39)}ab. c`,
    `${"a".repeat(119)} .`,
    "//..//",
    "\u202e..",
    "aux .x",
  ]) {
    const safe = safeName(name)
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(121)
    expect(safe).toMatch(/^[^./\\\s][^/\\]*$/u)
    expect(safe).not.toMatch(/[. ]$/u)
  }
})

const plain = exporterFor("txt")!

it("[I9] pages are written under names of their own, also where paper, day and number are the same", async () => {
  const library = await aLibrary()
  const facts = { newspaper: "东湖日报", date: "2026-05-12", pageNumber: "3" }
  const pages = []
  for (const body of ["甲事。", "乙事。"]) pages.push({ pageId: await addText(library, pageText(body), facts) })
  pages.push({ pageId: await addText(library, pageText("丙事。"), {}, "扫描.TIF") })
  pages.push({ pageId: await addText(library, pageText("丁事。"), {}, "扫描.jpg") })
  const folder = join(tempFolder(), "new", "out")
  const written = await publish(library, pages, plain, folder)
  expect(written.map((path) => basename(path))).toEqual([
    "东湖日报 2026-05-12 3.txt",
    "东湖日报 2026-05-12 3 (2).txt",
    "扫描.txt",
    "扫描 (2).txt",
  ])
  expect(written.map((path) => /[甲乙丙丁]事/.exec(readFileSync(path, "utf8"))?.[0])).toEqual([
    "甲事",
    "乙事",
    "丙事",
    "丁事",
  ])
  // The same export again replaces its files.
  expect(await publish(library, pages, plain, folder)).toEqual(written)
  expect(readdirSync(folder)).toHaveLength(4)
})

it("[I9] upper and lower case are one name", async () => {
  const library = await aLibrary()
  const pages = []
  for (const name of ["Page.tif", "PAGE.tif"]) pages.push({ pageId: await addText(library, pageText(name), {}, name) })
  const written = await publish(library, pages, plain, tempFolder())
  expect(written.map((path) => basename(path))).toEqual(["Page.txt", "PAGE (2).txt"])
})

it("[I9] one article is written alone, named by its headline", async () => {
  const library = await aLibrary()
  const pageId = await addText(library, pageText("甲事。", "洪州/东湖: 新路"), { newspaper: "报" })
  const [path = ""] = await publish(library, [{ pageId, articleId: "a1" }], plain, tempFolder())
  expect(basename(path)).toBe("报 洪州 东湖 新路.txt")
  expect(readFileSync(path, "utf8")).toContain("甲事。")
  const missing = publish(library, [{ pageId, articleId: "a9" }], plain, tempFolder())
  await expect(missing).rejects.toMatchObject({ code: "not-found" })
})
