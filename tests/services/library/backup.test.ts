import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { expect, it } from "vitest"
import { backup, newestBackup, restore } from "../../../electron/services/library/backup.ts"
import { checkLibrary } from "../../../electron/services/library/check.ts"
import { listPages } from "../../../electron/services/library/pages.ts"
import { tempFolder } from "../../support/tempfolder.ts"
import { addText, aLibrary, noon, pageText, startOf, typing } from "../kit.ts"

const later = new Date("2026-05-13T01:02:03Z")

async function edited() {
  const library = await aLibrary()
  const pageId = await addText(library, pageText("洪州新建三座桥。"))
  const { documentId, doc } = await library.documents.open(pageId)
  const steps = [typing(startOf(doc, "paragraph"), "昨")]
  await library.documents.append({ documentId, version: 0, clientId: "c", clientSeq: 1, steps }, noon)
  return { library, pageId, opened: await library.documents.open(pageId) }
}

it("[L18] a backup is a whole library, made while the library is open", async () => {
  const { library, pageId, opened } = await edited()
  const to = join(tempFolder(), "copy")
  expect(await backup(library, to)).toEqual({ path: to, pages: 1 })
  const copy = await aLibrary({ dir: to, readOnly: true })
  expect(await copy.documents.open(pageId)).toEqual(opened)
  expect(await checkLibrary(copy)).toEqual([])
  await expect(backup(library, to)).rejects.toMatchObject({ code: "library-unusable" })
})

it("[L18] backups without a place of their own are stamped, and the newest seven stay", async () => {
  const { library } = await edited()
  let now = noon.getTime()
  for (let i = 0; i < 9; i++) await backup({ ...library, now: () => new Date((now += 1000)) })
  const names = readdirSync(join(library.dir, "backups")).sort()
  expect(names).toHaveLength(7)
  expect(names.at(-1)).toBe("20260512T040009Z")
  expect(await newestBackup(library.dir)).toBe(join(library.dir, "backups", "20260512T040009Z"))
})

it("[L18] the newest backup is the newest that is whole", async () => {
  const { library } = await edited()
  const { path } = await backup(library)
  const torn = join(library.dir, "backups", "20990101T000000Z")
  await backup(library, torn)
  writeFileSync(join(torn, "library.sqlite"), readFileSync(join(torn, "library.sqlite")).fill(7, 4096))
  expect(await newestBackup(library.dir)).toBe(path)
})

it("[L19] restoring brings back what was backed up and sets aside what was there", async () => {
  const { library, pageId, opened } = await edited()
  const { path } = await backup(library)
  await addText(library, pageText("后来才有的一版。"))
  await library.close()
  const lost = readFileSync(join(library.dir, "library.sqlite"))
  const { pages, setAside } = await restore(path, library.dir, later)
  expect([pages, setAside]).toEqual([1, join(library.dir, "damaged-20260513T010203Z")])
  expect(readFileSync(join(setAside ?? "", "library.sqlite"))).toEqual(lost)
  const restored = await aLibrary({ dir: library.dir })
  expect(await restored.documents.open(pageId)).toEqual(opened)
  expect((await listPages(restored.db, 0, 9)).total).toBe(1)
})

it("[L19] a library that was lost altogether comes back with its originals", async () => {
  const { library, pageId, opened } = await edited()
  const to = join(tempFolder(), "copy")
  await backup(library, to)
  await library.close()
  rmSync(library.dir, { recursive: true })
  expect(await restore(to, library.dir, later)).toEqual({ pages: 1, setAside: null })
  const restored = await aLibrary({ dir: library.dir })
  expect(await restored.documents.open(pageId)).toEqual(opened)
  expect(await checkLibrary(restored)).toEqual([])
})

it("[L19] a damaged backup is refused before anything is touched", async () => {
  const { library } = await edited()
  const { path } = await backup(library)
  await library.close()
  writeFileSync(join(path, "library.sqlite"), "torn")
  const before = readFileSync(join(library.dir, "library.sqlite"))
  await expect(restore(path, library.dir, later)).rejects.toMatchObject({ code: "library-damaged" })
  expect(readFileSync(join(library.dir, "library.sqlite"))).toEqual(before)
  expect(existsSync(join(library.dir, "damaged-20260513T010203Z"))).toBe(false)
})

/** The only original that lies below `folder`. */
function originalIn(folder: string): string {
  const sub = readdirSync(join(folder, "scans"))[0] ?? ""
  return join(folder, "scans", sub, readdirSync(join(folder, "scans", sub))[0] ?? "")
}

it("[L18] a backup is one database file and the originals it knows, without drafts and strays", async () => {
  const { library } = await edited()
  const sub = dirname(originalIn(library.dir))
  for (const name of [".a.txt.0123456789ab.tmp", "stray.jpg"]) writeFileSync(join(sub, name), "half")
  const { path } = await backup(library)
  expect(readdirSync(path).sort()).toEqual(["library.sqlite", "scans"])
  expect(readdirSync(dirname(originalIn(path)))).toHaveLength(1)
})

it("[L18] backups that were never finished push no finished one out", async () => {
  const { library } = await edited()
  const { path } = await backup(library)
  for (let day = 1; day < 8; day++) mkdirSync(join(library.dir, "backups", `2099010${day}T000000Z`))
  await backup({ ...library, now: () => later })
  expect(existsSync(join(path, "library.sqlite"))).toBe(true)
})

it("[L18] a lost original stops no backup", async () => {
  const { library } = await edited()
  rmSync(originalIn(library.dir))
  const { path, pages } = await backup(library)
  expect(pages).toBe(1)
  const found = await checkLibrary(await aLibrary({ dir: path, readOnly: true }))
  expect(found.map(({ code }) => code)).toEqual(["scan-missing"])
})

it("[L19] edits that still lie in the journal beside a copied database are restored too", async () => {
  const { library, pageId, opened } = await edited()
  const from = tempFolder()
  for (const end of ["", "-wal"])
    copyFileSync(join(library.dir, `library.sqlite${end}`), join(from, `library.sqlite${end}`))
  expect(statSync(join(from, "library.sqlite-wal")).size).toBeGreaterThan(0)
  const dir = join(tempFolder(), "library")
  expect(await restore(from, dir, later)).toEqual({ pages: 1, setAside: null })
  expect(await (await aLibrary({ dir, create: false })).documents.open(pageId)).toEqual(opened)
})

it("[L19] a folder with something else in it is refused untouched, and an empty backup makes no folder", async () => {
  const { library } = await edited()
  const { path } = await backup(library)
  const dir = tempFolder()
  writeFileSync(join(dir, "论文.doc"), "mine")
  await expect(restore(path, dir, later)).rejects.toMatchObject({ code: "library-unusable" })
  expect(readdirSync(dir)).toEqual(["论文.doc"])
  const empty = tempFolder()
  writeFileSync(join(empty, "library.sqlite"), "")
  const nowhere = join(tempFolder(), "nowhere")
  await expect(restore(empty, nowhere, later)).rejects.toMatchObject({ code: "library-damaged" })
  expect(existsSync(nowhere)).toBe(false)
})

it("[L19] a damaged original is set aside and comes back whole; a whole one is not touched", async () => {
  const { library } = await edited()
  const to = join(tempFolder(), "copy")
  await backup(library, to)
  await library.close()
  const original = originalIn(library.dir)
  const whole = readFileSync(original)
  rmSync(original)
  writeFileSync(original, "cut off")
  const { setAside } = await restore(to, library.dir, later)
  expect(readFileSync(original)).toEqual(whole)
  expect(readFileSync(originalIn(setAside ?? ""), "utf8")).toBe("cut off")
  const before = statSync(original).ino
  await restore(to, library.dir, noon)
  expect(statSync(original).ino).toBe(before)
})

it("[L19] where the backup cannot be brought in, the library that was there stays in its place", async () => {
  const { library } = await edited()
  const to = join(tempFolder(), "copy")
  await backup(library, to)
  await library.close()
  rmSync(join(library.dir, "scans"), { recursive: true })
  writeFileSync(join(library.dir, "scans"), "in the way")
  const before = readFileSync(join(library.dir, "library.sqlite"))
  await expect(restore(to, library.dir, later)).rejects.toThrow()
  expect(readFileSync(join(library.dir, "library.sqlite"))).toEqual(before)
  expect(readdirSync(library.dir).filter((name) => /damaged|restoring/.test(name))).toEqual([])
})
