import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it, onTestFinished } from "vitest"
import type { EnginePool } from "../../electron/engine/pool.ts"
import type { Inspection, Job } from "../../electron/engine/protocol.ts"
import { makeAnnouncer } from "../../electron/services/announcer.ts"
import { checkLibrary } from "../../electron/services/library/check.ts"
import { makeRereader } from "../../electron/services/rereader.ts"
import type { Input } from "../../shared/contract.ts"
import { regionOf } from "../../shared/document/regionreading.ts"
import { parseDocument } from "../../shared/document/saved.ts"
import type { Recognition } from "../../shared/model/recognition.ts"
import { printPage } from "../support/print.ts"
import { addRead } from "../support/read.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { aLibrary, writer } from "./kit.ts"

const picture: Inspection = {
  kind: "image",
  mime: "image/png",
  extension: "png",
  width: 6000,
  height: 8000,
  pages: 1,
  bytes: 3,
}

const printed: Recognition = {
  ...printPage(
    "桥头早市有了新规矩",
    ["清晨的桥头已经热闹起来，挑担的推车的都往这里赶。", "八点半以后各扫各的门前，管理员老周拿着本子登记。"],
    { measure: 14, depth: 20 },
  ),
  prepared: [{ step: "upright", amount: 180 }],
}

/** A library with one page, and an engine that answers what `answer` makes of it. */
async function setup() {
  const library = await aLibrary()
  const file = join(tempFolder(), "page.png")
  writeFileSync(file, "png")
  const pageId = await addRead(library, file, printed)
  const asked: Job[] = []
  const engine = { answer: (): Recognition => printed }
  const pool: EnginePool = {
    run: async (job) => {
      asked.push(job as Job)
      return (job.op === "inspect" ? picture : engine.answer()) as never
    },
    close: async () => {},
  }
  const announcer = makeAnnouncer()
  const ended: unknown[] = []
  announcer.listen((name, data) => name === "recognition.progress" && ended.push(data))
  const rereader = makeRereader({ library, pool, announcer, log() {} })
  onTestFinished(() => rereader.close())
  return {
    library,
    asked,
    engine,
    ended,
    open: async () => {
      const { doc, conflicts, recognition } = await library.documents.open(pageId)
      return { said: parseDocument(doc).textContent, conflicts, recognition: recognition as unknown as Recognition }
    },
    /** Reads the lines with these texts again. */
    readAgain: async (...texts: string[]) => {
      const { recognition } = await library.documents.read(pageId)
      const wanted = recognition.lines.filter((line) => texts.some((text) => line.text.includes(text)))
      const region = regionOf(recognition, new Set(wanted.map(({ id }) => id)))
      const how = { engine: "tesseract", script: "hant", direction: "vertical", without: ["light"] } as const
      const input: Input<"page.recognize"> = { pageId, ...how, without: [...how.without], region: region.map(mutable) }
      await rereader.finished(await rereader.start(input))
      return region
    },
    write: writer(library, pageId),
  }
}

const mutable = ([x0, y0, x1, y1]: readonly [number, number, number, number]): [number, number, number, number] => [
  x0,
  y0,
  x1,
  y1,
]

/** The page with all of its text changed. */
const changed = (change: (text: string) => string): Recognition => ({
  ...printed,
  engine: { name: "tesseract", version: "5" },
  lines: printed.lines.map((line, i) => ({ ...line, id: `f${i}`, text: change(line.text) })),
})

it("[I40] a region is read as it was asked for, and the rest of the recognition stays", async () => {
  const { asked, engine, readAgain, open, library } = await setup()
  engine.answer = () => changed((text) => text.replace(/[清扫]/u, "误"))
  const region = await readAgain("清晨")
  expect(asked.at(-1)).toEqual({
    op: "recognize",
    path: expect.any(String),
    pageIndex: 0,
    engine: "tesseract",
    script: "hant",
    direction: "vertical",
    without: ["light"],
    region: { boxes: region, turned: 180 },
  })
  const { said, recognition } = await open()
  expect(said).toContain("误晨的桥头")
  expect(said).toContain("各扫各的门前")
  const lines = printed.lines.map((line) => ({ ...line, text: line.text.replace("清晨", "误晨") }))
  expect(recognition).toEqual({ ...printed, engine: { name: "print+tesseract", version: "1, tesseract 5" }, lines })
  expect(await checkLibrary(library)).toEqual([])
})

it("[I40] what a person made is merged, and what differs elsewhere still does", async () => {
  const { engine, readAgain, write, open, ended } = await setup()
  await write("热闹", "格外")
  await write("本子", "小")
  engine.answer = () => changed((text) => text.replace("经热", "经火").replace("着本", "看本"))
  await readAgain("热闹")
  expect((await open()).conflicts).toMatchObject([{ fresh: expect.stringContaining("经火") }])
  expect(ended.at(-1)).toMatchObject({ state: "done", conflicts: 1 })
  await readAgain("着本子")
  const { said, conflicts } = await open()
  expect(said).toContain("已经格外热闹起来")
  expect(said).toContain("小本子")
  expect(conflicts).toMatchObject([
    { fresh: expect.stringContaining("经火") },
    { fresh: expect.stringContaining("看本") },
  ])
  expect(ended.at(-1)).toMatchObject({ state: "done", conflicts: 1 })
})

it("[I40] where nothing is read the page stays as it was, with the reason", async () => {
  const { engine, readAgain, open, ended } = await setup()
  const before = await open()
  engine.answer = () => ({ ...printed, lines: printed.lines.slice(0, 1) })
  await readAgain("门前")
  expect(await open()).toEqual(before)
  expect(ended.at(-1)).toMatchObject({ state: "failed", error: { code: "no-text" } })
})
