import { truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { readAltoPage } from "../../electron/engine/files/alto.ts"
import { sniff } from "../../electron/engine/files/sniff.ts"
import { inspect } from "../../electron/engine/inspect.ts"
import { altoOf } from "../support/alto.ts"
import { tempFolder } from "../support/tempfolder.ts"

const put = (name: string, bytes: Uint8Array | string): string => {
  const file = join(tempFolder(), name)
  writeFileSync(file, bytes)
  return file
}
const page = (text: string) => ({ width: 200, height: 300, lines: [{ id: "a", text, box: [10, 20, 90, 40] as const }] })
const alto = (declaration?: string) => altoOf([page("清晨")], declaration)

it.each([
  ["XML with its declaration", '<?xml version="1.0"?><anything/>', "xml"],
  ["ALTO without one", "<!-- a --><alto><Layout/></alto>", "xml"],
  ["ALTO with a prefix", '<a:alto xmlns:a="x"/>', "xml"],
  ["a root with a namespace", '\n<PcGts xmlns="x">', "xml"],
  ["a document type before it", '<?xml version="1.0"?><!DOCTYPE a><a/>', "xml"],
  ["a document type alone", "<!DOCTYPE alto><alto/>", "xml"],
  ["HTML with a declaration", '<?xml version="1.0"?>\n<!DOCTYPE html><html>', "unsupported"],
  ["text that begins with a bracket", "<正文>\n清晨", "other"],
  ["text in words of markup", "<p>清晨</p>", "other"],
  ["instructions without end", "<??>".repeat(250), "other"],
])("[U13] %s is known by what is in it", (_, text, kind) => {
  expect(sniff(Buffer.from(text)).kind).toBe(kind)
  expect(sniff(Buffer.from(`\ufeff${text}`)).kind).toBe(kind)
})

it("[U13] ALTO is inspected whatever its name, and each of its pages can be read", async () => {
  const file = put("a.jpg", altoOf([page("清晨"), page("晚风")]))
  expect(await inspect(file)).toMatchObject({ kind: "alto", extension: "xml", pages: 2, width: null })
  expect((await readAltoPage(file, 1)).lines).toMatchObject([{ text: "晚风", box: [10, 20, 90, 40] }])
  await expect(readAltoPage(file, 2)).rejects.toMatchObject({ code: "file-damaged", detail: { file: "a.jpg" } })
})

/** 清晨 in GBK. */
const gbk = (declaration: string) => {
  const [before = "", after = ""] = alto(declaration).split("清晨")
  return Buffer.concat([Buffer.from(before), Buffer.from("c7e5b3bf", "hex"), Buffer.from(after)])
}
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`

it.each([
  ["UTF-8", Buffer.from(alto())],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${alto()}`)],
  ["UTF-8 that is called something else", Buffer.from(alto(declared("GB2312")))],
  ["UTF-16", Buffer.from(`\ufeff${alto(declared("UTF-16"))}`, "utf16le")],
  ["UTF-16, the other way round", Buffer.from(`\ufeff${alto(declared("UTF-16"))}`, "utf16le").swap16()],
  ["UTF-16 without a mark", Buffer.from(alto(declared("UTF-16")), "utf16le")],
  ["GBK as declared", gbk(declared("gbk"))],
  ["GB2312 as declared", gbk(declared("GB2312"))],
  ["GBK without a word", gbk('<?xml version="1.0"?>')],
])("[U14] %s is read", async (_, bytes) => {
  expect((await readAltoPage(put("a.xml", bytes), 0)).lines[0]?.text).toBe("清晨")
})

it("[U14] bytes that are not in the encoding that is declared are refused", async () => {
  const refused = (file: string) => inspect(file).catch((error) => [error.code, error.detail])
  expect(await refused(put("a.xml", gbk(declared("UTF-8"))))).toEqual([
    "xml-encoding",
    { file: "a.xml", encoding: "UTF-8" },
  ])
  expect(await refused(put("a.xml", gbk(declared("no-such"))))).toEqual([
    "xml-encoding",
    { file: "a.xml", encoding: "no-such" },
  ])
  const cut = Buffer.from(`\ufeff${alto()}`, "utf16le").subarray(0, -1)
  expect(await refused(put("a.xml", cut))).toEqual(["xml-encoding", { file: "a.xml", encoding: "UTF-8" }])
})

it("[U14] a refusal names the file, and what is too large is refused before it is read", async () => {
  const refused = (file: string) => inspect(file).catch((error) => [error.code, error.detail])
  expect(await refused(put("a.xml", "<?xml version='1.0'?><mets/>"))).toEqual([
    "xml-not-alto",
    { file: "a.xml", root: "mets" },
  ])
  const huge = put("huge.xml", alto())
  truncateSync(huge, 64 * 1024 * 1024 + 1)
  expect(await refused(huge)).toEqual(["file-too-large", { file: "huge.xml" }])
})
