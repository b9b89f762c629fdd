import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, it } from "vitest"
import { recentLibraries, rememberOpened } from "../../electron/services/recent.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { aLibrary } from "./kit.ts"
import { type Served, serveLibrary } from "./served.ts"

const page = `洪州三座新桥同日通车\n\n　　本报讯（记者 张三）5月11日，洪州三座新桥同日通车。\n`

const serve = (library: string) => serveLibrary(library, { JIAOYANG_CONFIG: join(dirname(library), "config") })
const opened = (host: Served) =>
  host.call("app.info", {}).then(
    ({ library }) => library,
    () => null,
  )
const arrived = (host: Served, library: string) => expect.poll(() => opened(host), { timeout: 15_000 }).toBe(library)

it("[W9] another library is opened at the same address with the same token, and back; each is as it was left", async () => {
  const dir = join(tempFolder(), "第一个")
  const host = await serve(dir)
  const first = await host.call("app.info", {})
  const { importId } = await host.call("import.start", { uploads: [await host.upload("东湖日报.txt", page)] })
  await expect.poll(async () => (await host.call("import.get", { importId })).state, { timeout: 20_000 }).toBe("ended")

  const events = await fetch(`${host.base}/events`, { headers: { authorization: `Bearer ${host.token}` } })
  expect(await host.call("library.open", { name: " 第二个/../ " })).toEqual({})
  expect(await events.text()).toMatch(/^\n+$/)
  const second = join(dirname(dir), "第二个")
  await arrived(host, second)
  const { libraries, failed } = await host.call("library.recent", {})
  expect(libraries.map(({ name, current, missing }) => [name, current, missing])).toEqual([
    ["第二个", true, false],
    ["第一个", false, false],
  ])
  expect(failed).toBeNull()
  const there = await host.call("app.info", {})
  expect([there.pages, there.libraryId]).toEqual([0, libraries[0]?.id])

  await host.call("library.open", { id: first.libraryId })
  await arrived(host, dir)
  expect(await host.call("app.info", {})).toMatchObject({ libraryId: first.libraryId, pages: 1 })
  // What is open already is not opened again.
  const { pid } = await host.call("app.info", {})
  await host.call("library.open", { id: first.libraryId })
  expect((await host.call("app.info", {})).pid).toBe(pid)
})

it("[W9] a library that cannot be opened leaves the former one open, and why is said", async () => {
  const dir = join(tempFolder(), "here")
  const beside = (name: string) => join(dirname(dir), name)
  const host = await serve(dir)
  const { libraryId } = await host.call("app.info", {})
  const failed = async () => (await host.call("library.recent", {}).catch(() => null))?.failed

  const busy = await aLibrary({ dir: beside("busy") })
  await host.call("library.open", { name: "busy" })
  await expect.poll(failed, { timeout: 15_000 }).toMatchObject({ path: busy.dir, error: { code: "library-busy" } })
  expect(await host.call("app.info", {})).toMatchObject({ libraryId, library: dir })

  mkdirSync(beside("damaged"))
  writeFileSync(join(beside("damaged"), "library.sqlite"), "no database ".repeat(1000))
  await host.call("library.open", { name: "damaged" })
  const damaged = { path: beside("damaged"), error: { code: "library-damaged" } }
  await expect.poll(failed, { timeout: 15_000 }).toMatchObject(damaged)

  await host.call("library.open", { name: "good" })
  await arrived(host, beside("good"))
  expect(await failed()).toBeNull()
})

it("[W9] what is no library, is not known or is gone is refused at once, and nothing is left", async () => {
  const dir = join(tempFolder(), "here")
  const config = join(dirname(dir), "config")
  const host = await serve(dir)
  const { pid } = await host.call("app.info", {})
  mkdirSync(join(dirname(dir), "thesis"))
  writeFileSync(join(dirname(dir), "thesis", "chapter.doc"), "mine")
  const gone = { id: "0123456789abcdef", name: "gone", path: join(dirname(dir), "gone"), openedAt: "2026-05-12" }
  const { libraries } = JSON.parse(readFileSync(join(config, "recent.json"), "utf8"))
  writeFileSync(join(config, "recent.json"), JSON.stringify({ libraries: [...libraries, gone] }))
  const refused = (wanted: { id: string } | { name: string }) =>
    host.call("library.open", wanted).catch((error: { code: string }) => error.code)
  expect(await refused({ name: "thesis" })).toBe("library-unusable")
  expect(await refused({ id: gone.id })).toBe("library-missing")
  expect(await refused({ id: "fedcba9876543210" })).toBe("not-found")
  expect((await host.call("library.recent", {})).libraries.map((one) => one.missing)).toEqual([false, true])
  expect((await host.call("app.info", {})).pid).toBe(pid)
})

it("[W10] recent libraries: the newest first, each once, at most twenty; a damaged list is an empty one", async () => {
  const before = process.env.JIAOYANG_CONFIG
  process.env.JIAOYANG_CONFIG = join(tempFolder(), "config")
  try {
    expect(recentLibraries()).toEqual([])
    const id = (n: number) => String(n).padStart(16, "0")
    const now = new Date("2026-05-12T04:00:00Z")
    for (let n = 0; n < 25; n++) await rememberOpened(id(n), `/libraries/${n}`, now)
    expect(recentLibraries().map((one) => one.id)).toEqual(Array.from({ length: 20 }, (_, i) => id(24 - i)))
    // Moved; and another one made where one was.
    await rememberOpened(id(10), "/elsewhere/十", now)
    await rememberOpened(id(99), "/libraries/24", now)
    const [first, second, third] = recentLibraries()
    expect(first).toEqual({ id: id(99), name: "24", path: "/libraries/24", openedAt: "2026-05-12T04:00:00.000Z" })
    expect([second, third?.id, recentLibraries().length]).toMatchObject([{ id: id(10), name: "十" }, id(23), 20])
    const file = join(process.env.JIAOYANG_CONFIG, "recent.json")
    for (const damaged of ["", "[]", "null", '{"libraries":3}', '{"libraries":[null,1,{"id":"../x"}]}']) {
      writeFileSync(file, damaged)
      expect(recentLibraries()).toEqual([])
    }
  } finally {
    process.env.JIAOYANG_CONFIG = before
  }
})
