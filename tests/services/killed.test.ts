import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { expect, it } from "vitest"
import { checkLibrary } from "../../electron/services/library/check.ts"
import { parseDocument } from "../../shared/document/saved.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { aLibrary, startOf, typing } from "./kit.ts"
import { seeded } from "./random.ts"
import { type Served, serveLibrary } from "./served.ts"

const rounds = 50
const page = `洪州三座新桥同日通车

　　本报讯（记者 张三）5月11日，洪州三座新桥同日通车，两岸市民过江的时间缩短一半，沿线二十多个社区受益。
　　市民纷纷点赞。
`

async function importedPage(host: Served): Promise<string> {
  const { importId } = await host.call("import.start", { uploads: [await host.upload("东湖日报.txt", page)] })
  await expect.poll(async () => (await host.call("import.get", { importId })).state, { timeout: 20_000 }).toBe("ended")
  const { pages } = await host.call("page.list", {})
  expect(pages).toHaveLength(1)
  return pages[0]?.id ?? ""
}

/** A host that answers and is not the one that was killed. */
async function pidAfter(host: Served, killed: number): Promise<number> {
  for (;;) {
    const { pid } = await host.call("app.info", {}).catch(() => ({ pid: killed }))
    if (pid !== killed) return pid
    await pause(20)
  }
}

/** What edit `n` writes: a character of its own. */
const mark = (n: number) => String.fromCodePoint(0xac00 + n)

it(`[K1] ${rounds} times kill -9 during edits: nothing that was acknowledged is lost, nothing is there twice`, {
  timeout: 900_000,
}, async () => {
  const random = seeded(7)
  const dir = join(tempFolder(), "library")
  const host = await serveLibrary(dir)
  const pageId = await importedPage(host)
  const first = await host.call("document.open", { pageId })
  const { documentId } = first
  const at = startOf(first.doc, "paragraph")
  const printed = parseDocument(first.doc).textBetween(at, parseDocument(first.doc).content.size)

  let acknowledged = 0
  let pid = await pidAfter(host, 0)
  const send = async (clientSeq: number) => {
    const steps = [typing(at, mark(clientSeq))]
    const input = { documentId, version: clientSeq, clientId: "writer", clientSeq, steps }
    expect((await host.call("document.append", input)).version).toBe(clientSeq + 1)
    acknowledged = clientSeq + 1
  }
  for (let round = 0; round < rounds; round++) {
    const doomed = pid
    const kill = pause(random() * 300).then(() => process.kill(doomed, "SIGKILL"))
    try {
      for (;;) await send(acknowledged)
    } catch (error) {
      // A lost connection ends the round; a refusal would be a fault.
      expect(error).toBeInstanceOf(TypeError)
    }
    await kill
    pid = await pidAfter(host, doomed)
    const { doc, version } = await host.call("document.open", { pageId })
    // The batch that was on its way may have been stored without a word; nothing else may differ.
    expect([acknowledged, acknowledged + 1]).toContain(version)
    const wanted = Array.from({ length: version }, (_, i) => mark(version - 1 - i)).join("")
    expect(parseDocument(doc).textBetween(at, at + version + printed.length)).toContain(wanted)
    // Sent again it is acknowledged, stored before or not.
    await send(acknowledged)
  }
  const { doc, version } = await host.call("document.open", { pageId })
  expect(version).toBe(acknowledged)
  expect(version).toBeGreaterThan(rounds)
  const text = parseDocument(doc).textBetween(at, parseDocument(doc).content.size)
  expect(text).toBe(Array.from({ length: version }, (_, i) => mark(version - 1 - i)).join("") + printed)
  expect(await checkLibrary(await aLibrary({ dir, readOnly: true }))).toEqual([])
})
