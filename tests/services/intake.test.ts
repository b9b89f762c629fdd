import { mkdirSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, it } from "vitest"
import { listCandidates } from "../../electron/services/intake.ts"
import { tempFolder } from "../support/tempfolder.ts"

function folderWith(...names: string[]): string {
  const folder = tempFolder()
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), name)
  }
  return folder
}

const namesIn = async (...paths: string[]) => (await listCandidates(paths)).map((file) => file.name)

it("[I2] a folder gives its files with all below it, in the order in which people count", async () => {
  const folder = folderWith(
    "10.tif",
    "2.tif",
    "A10.tif",
    "A5.tif",
    "第10版.tif",
    "第9版.tif",
    "3/1.tif",
    "3/页/10.tif",
    "3/页/9.tif",
  )
  expect(await namesIn(folder)).toEqual([
    "2.tif",
    join("3", "1.tif"),
    join("3", "页", "9.tif"),
    join("3", "页", "10.tif"),
    "10.tif",
    "第9版.tif",
    "第10版.tif",
    "A5.tif",
    "A10.tif",
  ])
})

it("[I2] files of the system are no scans", async () => {
  const folder = folderWith(
    "Thumbs.db",
    "desktop.ini",
    ".DS_Store",
    "._1.tif",
    "~$1.docx",
    "__MACOSX/1.tif",
    ".git/1.tif",
    "1.tif",
  )
  expect(await namesIn(folder)).toEqual(["1.tif"])
})

it("[I2] links inside a folder are not followed, so a link to its own folder ends nothing", async () => {
  const folder = folderWith("1.tif")
  symlinkSync(folder, join(folder, "again"))
  symlinkSync(join(folder, "1.tif"), join(folder, "2.tif"))
  expect(await namesIn(folder)).toEqual(["1.tif"])
})

it("[I2] what is named itself is taken whatever it is, in the order given, each file once", async () => {
  const folder = folderWith("b.tif", "a.tif", ".hidden")
  symlinkSync(join(folder, "a.tif"), join(folder, "link.tif"))
  const named = ["b.tif", ".hidden", "missing.tif", "link.tif", "b.tif"].map((name) => join(folder, name))
  expect(await namesIn(...named)).toEqual(["b.tif", ".hidden", "missing.tif", "link.tif"])
  expect(await namesIn(join(folder, "b.tif"), folder)).toEqual(["b.tif", "a.tif"])
})
