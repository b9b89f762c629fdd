import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { describe, expect, it } from "vitest"
import { type CallName, calls, type EventName, events, type Output } from "../../shared/contract.ts"
import { errorCodes, type Reply } from "../../shared/errors.ts"
import { startOf, typing } from "../services/kit.ts"
import { hostile } from "./hostile.ts"
import { aHost, type Host, type Reach, transports } from "./transports.ts"

const page = `东湖日报 2026年5月12日 星期二 第03版

洪州地铁5G网络全线开通

　　本报讯（记者 张三）5月11日，洪州地铁全线开通5G网络，速度达28.6兆。
　　市民纷纷点赞。
`

const called = new Set<string>()

/** Calls and checks the answer's shape against the contract. */
async function call<N extends CallName>(reach: Reach, name: N, input: unknown): Promise<Output<N>> {
  const reply = await reach.send(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  called.add(name)
  const parsed = calls[name].output.parse(reply.value)
  expect(reply.value).toEqual(parsed)
  return parsed as Output<N>
}

async function imported(reach: Reach, ...texts: string[]): Promise<string> {
  const uploads = []
  for (const [i, text] of texts.entries()) uploads.push(await reach.upload(`${i + 1}.txt`, text))
  const { importId } = await call(reach, "import.start", { uploads })
  const state = async () => (await call(reach, "import.get", { importId })).state
  await expect.poll(state, { timeout: 20_000 }).toBe("ended")
  return importId
}

const refused = (reply: Reply): string => (reply.ok ? "ok" : reply.error.code)

describe.each(transports)("%s", (_, reachOf) => {
  const start = async (): Promise<Host & { reach: Reach }> => {
    const host = await aHost()
    return { ...host, reach: reachOf(host) }
  }

  it("[C1] every call does what it says, and its answer is of the contract's shape", async () => {
    const { reach, workspace, leftFor } = await start()
    const importId = await imported(reach, page, "")
    const { imports } = await call(reach, "import.list", {})
    expect(imports).toMatchObject([{ id: importId, state: "ended", total: 2, done: 1, failed: 1 }])
    const { items } = await call(reach, "import.get", { importId })
    expect(items.map((item) => item.error?.code ?? item.state)).toEqual(["done", "file-empty"])
    await call(reach, "import.resume", { importId })
    await call(reach, "import.cancel", { importId })
    const { pages, total } = await call(reach, "page.list", {})
    expect(total).toBe(1)
    const { id: pageId, revision } = pages[0]!
    expect(pages[0]).toMatchObject({ newspaper: "东湖日报", date: "2026-05-12", pageNumber: "03", state: "recognized" })
    expect(await call(reach, "page.get", { pageId })).toEqual(pages[0])
    expect(await call(reach, "page.jumps", { pageId })).toEqual({ jumps: [] })
    const updated = await call(reach, "page.update", { pageId, revision, section: "要闻" })
    expect(updated).toEqual({ ...pages[0], section: "要闻", revision: 2 })
    const opened = await call(reach, "document.open", { pageId })
    const { documentId, version } = opened
    const steps = [typing(startOf(opened.doc, "paragraph"), "昨日")]
    const append = { documentId, version, clientId: "c", clientSeq: 1, steps }
    expect(await call(reach, "document.append", append)).toEqual({ version: 1 })
    const { batches } = await call(reach, "document.since", { documentId, version: 0 })
    expect(batches).toEqual([{ version: 1, clientId: "c", steps }])
    expect(await call(reach, "page.get", { pageId })).toMatchObject({ state: "proof", revision: 2 })
    expect((await call(reach, "search.query", { query: "昨日5月" })).hits).toMatchObject([{ pageId, articleId: "a1" }])
    const exported = await call(reach, "export.page", { pageId, format: "txt" })
    expect(exported).toMatchObject({ name: "东湖日报 2026-05-12 03.txt" })
    expect(exported.text).toContain("昨日5月11日")
    const { jobId } = await call(reach, "page.recognize", { pageId })
    const running = async () => (await call(reach, "recognition.list", {})).jobs.length
    await expect.poll(running, { timeout: 20_000 }).toBe(0)
    expect((await call(reach, "document.since", { documentId, version: 1 })).batches).toMatchObject([
      { version: 2, clientId: `reading:${jobId}` },
    ])
    // So short a text may be read before the word to stop arrives.
    const again = await call(reach, "page.recognize", { pageId })
    expect(["ok", "not-found"]).toContain(refused(await reach.send("recognition.cancel", again)))
    called.add("recognition.cancel")
    const sample = await call(reach, "import.sample", {})
    await call(reach, "import.cancel", sample)
    const names = (await call(reach, "import.get", sample)).items.map((item) => item.name)
    expect(names).toEqual(["donghu-03.jpg", "linlan-A5.jpg"])
    const { libraries, failed } = await call(reach, "library.recent", {})
    const { dir } = workspace.library
    expect([libraries[0], failed]).toMatchObject([{ name: "library", path: dir, current: true, missing: false }, null])
    await call(reach, "library.open", { name: "第二个" })
    expect(leftFor).toEqual([join(dir, "..", "第二个")])
    const info = await call(reach, "app.info", {})
    expect(info.libraryId).toBe(libraries[0]?.id)
    expect(info).toMatchObject({ pid: process.pid, pages: 1, articles: 1, library: workspace.library.dir })
    expect([...called].sort()).toEqual(Object.keys(calls).sort())
  })

  it("[C2] what is no call is not-found, whatever objects inherit", async () => {
    const { reach, logged } = await start()
    for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty", "page.delete", "", "page.list/x"])
      expect([name, refused(await reach.send(name, {}))]).toEqual([name, "not-found"])
    expect(logged).toEqual([])
  })

  it("[C3] input that is not of the contract's shape is invalid and says where", async () => {
    const { reach } = await start()
    const cases: [CallName, unknown, string][] = [
      ["page.get", {}, "pageId"],
      ["page.get", null, ""],
      ["page.get", [], ""],
      ["page.get", { pageId: "../../etc/passwd" }, "pageId"],
      ["page.list", { limit: 1001 }, "limit"],
      ["page.list", { offset: -1 }, "offset"],
      ["search.query", { query: "字".repeat(201) }, "query"],
      ["export.page", { pageId: "0".repeat(16), format: "exe" }, "format"],
      ["document.append", { documentId: "0".repeat(16), version: 0, clientId: "c", clientSeq: 0, steps: [] }, "steps"],
      ["import.start", { uploads: ["x".repeat(65)] }, "uploads.0"],
      ["import.start", { options: { date: "12.5.2026" } }, "options.date"],
      ["page.recognize", { pageId: "0".repeat(16), engine: "best" }, "engine"],
      ["page.recognize", { pageId: "0".repeat(16), region: [] }, "region"],
      ["page.recognize", { pageId: "0".repeat(16), region: [[0, 0, 9]] }, "region.0"],
    ]
    for (const [name, input, where] of cases)
      expect([name, await reach.send(name, input)]).toEqual([
        name,
        { ok: false, error: { code: "invalid", detail: { where } } },
      ])
  })

  it("[C4] what is asked for and not there is not-found; nothing is done for it", async () => {
    const { reach } = await start()
    const id = "0123456789abcdef"
    const cases: [CallName, unknown][] = [
      ["page.get", { pageId: id }],
      ["page.update", { pageId: id, revision: 1 }],
      ["page.jumps", { pageId: id }],
      ["page.recognize", { pageId: id }],
      ["recognition.cancel", { jobId: id }],
      ["document.open", { pageId: id }],
      ["document.append", { documentId: id, version: 0, clientId: "c", clientSeq: 0, steps: [{}] }],
      ["export.page", { pageId: id, format: "txt" }],
      ["import.get", { importId: id }],
      ["import.cancel", { importId: id }],
      ["import.resume", { importId: id }],
      ["import.start", { uploads: [id] }],
    ]
    for (const [name, input] of cases)
      expect([name, refused(await reach.send(name, input))]).toEqual([name, "not-found"])
  })

  it("[C4] an import with one upload that is not there takes none of the others away", async () => {
    const { reach } = await start()
    const good = await reach.upload("a.txt", page)
    for (const uploads of [
      [good, "missing"],
      [good, good],
    ])
      expect(refused(await reach.send("import.start", { uploads }))).toBe("not-found")
    expect(refused(await reach.send("import.start", { uploads: [] }))).toBe("invalid")
    expect(refused(await reach.send("import.start", { uploads: [good] }))).toBe("ok")
  })

  it("[C5] a stale write is a conflict that names the newest", async () => {
    const { reach } = await start()
    await imported(reach, page)
    const pageId = (await call(reach, "page.list", {})).pages[0]!.id
    const { documentId } = await call(reach, "document.open", { pageId })
    const append = { documentId, version: 7, clientId: "c", clientSeq: 1, steps: [typing(2, "昨")] }
    const conflict = (detail: object) => ({ ok: false, error: { code: "conflict", detail } })
    expect(await reach.send("document.append", append)).toEqual(conflict({ version: 0 }))
    expect(await reach.send("page.update", { pageId, revision: 9 })).toEqual(conflict({ revision: 1 }))
  })

  it("[C6] events arrive in the contract's shape, until the listener leaves", async () => {
    const { reach } = await start()
    const heard: [string, unknown][] = []
    const leave = reach.subscribe((name, data) => heard.push([name, data]))
    await pause(200)
    await imported(reach, page)
    const pageId = (await call(reach, "page.list", {})).pages[0]!.id
    const { documentId, doc } = await call(reach, "document.open", { pageId })
    const steps = [typing(startOf(doc, "paragraph"), "昨")]
    await call(reach, "page.recognize", { pageId })
    const read = () =>
      heard.some(([name, data]) => name === "recognition.progress" && (data as { state: string }).state === "done")
    await expect.poll(read, { timeout: 20_000 }).toBe(true)
    await call(reach, "document.append", { documentId, version: 1, clientId: "me", clientSeq: 1, steps })
    await expect.poll(() => heard.at(-1)?.[0]).toBe("document.changed")
    for (const [name, data] of heard) expect(events[name as EventName].parse(data)).toEqual(data)
    // A text is not read line by line.
    const expected = Object.keys(events).filter((name) => name !== "import.reading")
    expect(new Set(heard.map(([name]) => name))).toEqual(new Set(expected))
    expect(heard.at(-1)?.[1]).toEqual({ documentId, version: 2, clientId: "me" })
    expect(heard.filter(([name]) => name === "import.progress").at(-1)?.[1]).toMatchObject({ state: "ended", done: 1 })
    await call(reach, "page.update", { pageId, revision: 1, section: "要闻" })
    await expect.poll(() => heard.at(-1)).toEqual(["page.changed", { pageId }])
    leave()
    const before = heard.length
    await call(reach, "page.update", { pageId, revision: 2, section: "要闻" })
    await pause(100)
    expect(heard).toHaveLength(before)
  })

  it("[C8] a full disk is said as such, nothing is stored, and the same batch goes through once there is room", async () => {
    const { reach, workspace } = await start()
    await imported(reach, page)
    const pageId = (await call(reach, "page.list", {})).pages[0]!.id
    const { documentId, doc } = await call(reach, "document.open", { pageId })
    const steps = [typing(startOf(doc, "paragraph"), "昨".repeat(50_000))]
    const append = { documentId, version: 0, clientId: "c", clientSeq: 1, steps }
    const { raw } = workspace.library
    raw.pragma(`max_page_count = ${raw.pragma("page_count", { simple: true })}`)
    expect(refused(await reach.send("document.append", append))).toBe("disk-full")
    expect((await call(reach, "document.open", { pageId })).doc).toEqual(doc)
    raw.pragma("max_page_count = 1000000")
    expect(await call(reach, "document.append", append)).toEqual({ version: 1 })
  })

  it("[C7] no hostile value is an internal error, hangs or changes what is there", async () => {
    const { reach, logged } = await start()
    await imported(reach, page)
    const pageId = (await call(reach, "page.list", {})).pages[0]!.id
    const { documentId, doc } = await call(reach, "document.open", { pageId })
    for (const [name, input] of hostile(pageId, documentId)) {
      const reply = await reach.send(name, input)
      if (!reply.ok) expect([name, input, reply.error.code]).not.toEqual([name, input, "internal"])
      if (!reply.ok) expect(errorCodes).toContain(reply.error.code)
    }
    expect(logged).toEqual([])
    expect((await call(reach, "document.open", { pageId })).doc).toEqual(doc)
    expect((await call(reach, "page.list", {})).total).toBe(1)
  })
})
