import { spawn } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { setTimeout as pause } from "node:timers/promises"
import { expect, it, onTestFinished } from "vitest"
import { batchItems, itemOf, listBatches, summarize } from "../../electron/services/library/batches.ts"
import { checkLibrary } from "../../electron/services/library/check.ts"
import { listPages } from "../../electron/services/library/pages.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { command, environment } from "./command.ts"
import { aLibrary } from "./kit.ts"
import { seeded } from "./random.ts"

const han = "洪州东湖新桥社区春风昨日居民演出道路改造完成学校医院花园江岸"

/** A small page whose words no other page has. */
function goodPage(n: number): string {
  const random = seeded(n)
  const words = (count: number) =>
    Array.from({ length: count }, () => [...han][Math.floor(random() * han.length)]).join("")
  return `${words(12)}\n\n　　本报讯（记者 张三）${n}日，${words(50)}。\n　　${words(40)}。\n`
}

const bad: Record<string, [content: Buffer, code: string]> = {
  "坏01.txt": [Buffer.from(""), "file-empty"],
  "坏02.txt": [Buffer.from(" \n\n\t"), "file-empty"],
  "坏03.txt": [Buffer.from([0, 1, 2, 3, 0, 0, 9]), "file-binary"],
  "坏04.txt": [Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 37 + 129) % 256)), "file-binary"],
  "坏05.jpg": [Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb", "hex"), "file-damaged"],
  "坏06.png": [Buffer.from("89504e470d0a1a0a0000000d49484452000000640000", "hex"), "file-damaged"],
  "坏07.tif": [Buffer.from("49492a0008000000ff00", "hex"), "file-damaged"],
  "坏08.gif": [Buffer.from("GIF89a__________"), "file-unsupported"],
  "坏09.zip": [Buffer.from("504b030414000000", "hex"), "file-unsupported"],
  "坏10.jpg": [Buffer.from("ffd8ff", "hex"), "file-damaged"],
}

function sources(): string {
  const folder = join(tempFolder(), "来稿")
  mkdirSync(folder)
  for (let n = 1; n <= 40; n++) writeFileSync(join(folder, `好${n}.txt`), goodPage(n))
  for (const [name, [content]] of Object.entries(bad)) writeFileSync(join(folder, name), content)
  return folder
}

/** Runs the import; killed after so many lines of progress and a moment, if that is said. Returns its exit code. */
async function run(library: string, folder: string, kill?: { lines: number; ms: number }): Promise<number | null> {
  const child = spawn(process.execPath, [command, "import", folder, "--library", library, "--resume", "--jobs", "2"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: environment,
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
  let lines = 0
  const strike = () => kill && ++lines === kill.lines && void pause(kill.ms).then(() => child.kill("SIGKILL"))
  createInterface({ input: child.stderr }).on("line", strike)
  if (kill?.lines === 0) void pause(kill.ms).then(() => child.kill("SIGKILL"))
  return ended
}

it("[K2] an import that is killed five times and resumed takes in each good file once and names each bad one", {
  timeout: 600_000,
}, async () => {
  const random = seeded(11)
  const folder = sources()
  const dir = join(tempFolder(), "library")
  // The first dies while the library is being made or just after, the others in the middle of their work.
  expect(await run(dir, folder, { lines: 0, ms: 200 + random() * 300 })).toBeNull()
  for (let i = 0; i < 4; i++) {
    const kill = { lines: 2 + Math.floor(random() * 16), ms: random() * 30 }
    expect(await run(dir, folder, kill)).toBeNull()
  }
  expect(await run(dir, folder)).toBe(1)

  const library = await aLibrary({ dir, create: false })
  const { pages } = await listPages(library.db, 0, 100)
  const good = Array.from({ length: 40 }, (_, i) => `好${i + 1}.txt`)
  expect(pages.map((page) => page.source).sort()).toEqual(good.sort())
  const batches = await listBatches(library.db)
  expect(batches).toHaveLength(1)
  expect(await summarize(library.db, batches[0] ?? "", false)).toMatchObject({ state: "ended", total: 50, failed: 10 })
  const items = (await batchItems(library.db, batches[0] ?? "")).map(itemOf)
  const reasons = Object.fromEntries(items.flatMap(({ name, error }) => (error ? [[name, error.code]] : [])))
  expect(reasons).toEqual(Object.fromEntries(Object.entries(bad).map(([name, [, code]]) => [name, code])))
  expect(await checkLibrary(library)).toEqual([])
})
