import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import Database from "better-sqlite3"
import { expect, it, onTestFinished } from "vitest"
import { checkLibrary } from "../../../electron/services/library/check.ts"
import { migrations } from "../../../electron/services/library/migrations.ts"
import { listPages } from "../../../electron/services/library/pages.ts"
import { readBase } from "../../../electron/services/library/readings.ts"
import { tempFolder } from "../../support/tempfolder.ts"
import { addText, aLibrary, pageText, refusal } from "../kit.ts"

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex")

it("[L1] a new library is in WAL mode with synchronous=FULL and foreign keys, for writer and reader", async () => {
  const { raw, dir } = await aLibrary()
  const pragmas = (db: Database.Database) =>
    ["journal_mode", "synchronous", "foreign_keys"].map((name) => db.pragma(name, { simple: true }))
  expect(pragmas(raw)).toEqual(["wal", 2, 1])
  expect(pragmas((await aLibrary({ dir, readOnly: true })).raw)).toEqual(["wal", 2, 1])
  expect(() => raw.exec("insert into article values (1, 'nobody', 'a1', 0, '', '')")).toThrow(/FOREIGN KEY/)
})

it("[L1] every transaction begins immediate: a second connection cannot write while one is open", async () => {
  const { db, dir } = await aLibrary()
  const other = new Database(join(dir, "library.sqlite"), { timeout: 0 })
  onTestFinished(() => void other.close())
  await db.transaction().execute(async () => {
    expect(() => other.exec("insert into meta values ('a', 'b')")).toThrow(/locked/)
  })
  other.exec("insert into meta values ('a', 'b')")
})

it("[L2] a missing library is never made in passing, and nothing is left behind", async () => {
  const dir = join(tempFolder(), "nowhere")
  expect(await refusal({ dir, create: false })).toMatchObject({ code: "library-missing", detail: { path: dir } })
  expect(await refusal({ dir, create: true, readOnly: true })).toMatchObject({ code: "library-missing" })
  expect(existsSync(dir)).toBe(false)
})

it("[L2] a folder with something else in it is refused untouched", async () => {
  const dir = tempFolder()
  writeFileSync(join(dir, "论文.doc"), "mine")
  expect(await refusal({ dir })).toMatchObject({ code: "library-unusable" })
  expect(readdirSync(dir)).toEqual(["论文.doc"])
  expect(await refusal({ dir: join(dir, "论文.doc") })).toMatchObject({ code: "library-unusable" })
  expect(await refusal({ dir: join(dir, "论文.doc", "library") })).toMatchObject({ code: "library-unusable" })
})

it("[L2] folders that hold originals or backups never get an empty library", async () => {
  for (const name of ["scans", "backups"]) {
    const dir = tempFolder()
    mkdirSync(join(dir, name, "ab"), { recursive: true })
    expect(await refusal({ dir })).toMatchObject({ code: "library-unusable" })
  }
})

it("[L2] what a kill left of a library that was only just begun is no hindrance", async () => {
  const dir = tempFolder()
  for (const name of ["scans", "cache", "backups"]) mkdirSync(join(dir, name))
  new Database(join(dir, "writer.lock")).exec("create table holder (pid integer, host text, since text)").close()
  await (await aLibrary({ dir })).close()
  expect(existsSync(join(dir, "library.sqlite"))).toBe(true)
})

it("[L3] a library of a newer program is refused and not a byte changed, for writer and reader", async () => {
  const { dir, raw, close } = await aLibrary()
  raw.pragma("user_version = 99")
  await close()
  const file = join(dir, "library.sqlite")
  const before = hashOf(file)
  for (const readOnly of [false, true])
    expect(await refusal({ dir, readOnly })).toMatchObject({
      code: "library-newer",
      detail: { found: 99, known: migrations.length },
    })
  expect(hashOf(file)).toBe(before)
})

it("[L3] a file that is no database is library-damaged and left as it is", async () => {
  const dir = tempFolder()
  writeFileSync(join(dir, "library.sqlite"), "no database at all, but long enough to be read as one".repeat(20))
  const before = hashOf(join(dir, "library.sqlite"))
  for (const readOnly of [false, true])
    expect(await refusal({ dir, readOnly })).toMatchObject({ code: "library-damaged" })
  expect(hashOf(join(dir, "library.sqlite"))).toBe(before)
})

it("[L3] an emptied database is library-damaged, never filled as a new one", async () => {
  const library = await aLibrary()
  await addText(library, pageText("洪州新建三座桥。"))
  await library.close()
  const file = join(library.dir, "library.sqlite")
  truncateSync(file, 0)
  for (const [create, readOnly] of [
    [true, false],
    [false, false],
    [false, true],
  ])
    expect(await refusal({ dir: library.dir, create, readOnly })).toMatchObject({ code: "library-damaged" })
  expect(readFileSync(file)).toHaveLength(0)
})

it("[L3] an emptied database keeps the journal that lies beside it", async () => {
  const dir = tempFolder()
  writeFileSync(join(dir, "library.sqlite"), "")
  writeFileSync(join(dir, "library.sqlite-wal"), "the newest edits")
  expect(await refusal({ dir })).toMatchObject({ code: "library-damaged" })
  expect(readFileSync(join(dir, "library.sqlite-wal"), "utf8")).toBe("the newest edits")
})

it("[L2] an empty file that a kill left is begun again only where a library may be made", async () => {
  const dir = tempFolder()
  writeFileSync(join(dir, "library.sqlite"), "")
  expect(await refusal({ dir, create: false })).toMatchObject({ code: "library-missing" })
  expect(await refusal({ dir, readOnly: true })).toMatchObject({ code: "library-missing" })
  expect(await refusal({ dir })).toBe("opened")
})

it("[L4] a library that fails to open lets go of its lock", async () => {
  const { dir, raw, close } = await aLibrary()
  raw.exec("create trigger refuse before insert on meta begin select raise(abort, 'refused'); end; delete from meta")
  await close()
  for (let i = 0; i < 2; i++) expect(String(await refusal({ dir }))).toMatch(/refused/)
})

/** Another process that opens `dir` and says its pid, or the code with which it was refused. */
async function elsewhere(dir: string): Promise<{ said: string; pid: number; kill(): void }> {
  const program = `
    import { randomBytes } from "node:crypto"
    import { openLibrary } from ${JSON.stringify(new URL("../../../electron/services/library/library.ts", import.meta.url))}
    const options = { dir: ${JSON.stringify(dir)}, create: true, readOnly: false, random: randomBytes, now: () => new Date() }
    await openLibrary(options).then(() => console.log("open"), (error) => console.log(error.code, error.detail.pid))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  const said = await new Promise<string>((resolve) => child.stdout.once("data", (text) => resolve(String(text).trim())))
  return { said, pid: child.pid ?? 0, kill: () => void child.kill("SIGKILL") }
}

it("[L4] a second writer is refused and told who writes; readers are not", async () => {
  const library = await aLibrary()
  expect((await elsewhere(library.dir)).said).toBe(`library-busy ${process.pid}`)
  const reader = await aLibrary({ dir: library.dir, readOnly: true })
  await addText(library, pageText("读者看得到新的一版。"))
  expect((await listPages(reader.db, 0, 10)).total).toBe(1)
  expect(() => reader.raw.exec("delete from page")).toThrow(/readonly/)
})

it("[L4] the lock goes with its holder, even one that was killed", async () => {
  const dir = join(tempFolder(), "library")
  const other = await elsewhere(dir)
  expect(other.said).toBe("open")
  expect(await refusal({ dir })).toMatchObject({ code: "library-busy", detail: { pid: other.pid } })
  other.kill()
  await expect.poll(() => refusal({ dir }), { timeout: 5000 }).toBe("opened")
})

it("[L5] a library from before pages were read again is read as it is, and written once it is brought up", async () => {
  const library = await aLibrary()
  const pageId = await addText(library, pageText("洪州新建三座桥。"))
  const { dir } = library
  await library.close()
  const raw = new Database(join(dir, "library.sqlite"))
  raw.exec("alter table document drop column base; alter table document drop column conflicts")
  raw.pragma("user_version = 1")
  raw.close()
  const reader = await aLibrary({ dir, create: false, readOnly: true })
  expect((await reader.documents.read(pageId)).doc.textContent).toContain("三座桥")
  expect(await checkLibrary(reader)).toEqual([])
  await reader.close()
  const writer = await aLibrary({ dir, create: false })
  expect(await writer.documents.open(pageId)).toMatchObject({ version: 0, conflicts: [] })
  expect((await readBase(writer.db, (await writer.documents.open(pageId)).documentId)).textContent).toContain("三座桥")
})
