import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { listCandidates } from "../../electron/services/intake.ts"
import { listPages } from "../../electron/services/library/pages.ts"
import { pageFile } from "../../electron/services/publish.ts"
import { altoOf, sampleAlto } from "../support/alto.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { ask } from "./ask.ts"
import { aHost, authorized } from "./transports.ts"

it("[U16] each page of an ALTO file becomes a page with boxes, without a picture", async () => {
  const host = await aHost()
  const { library, importer } = host.workspace
  const { page, truth } = sampleAlto("donghu-03")
  const folder = tempFolder()
  writeFileSync(join(folder, "版面.xml"), altoOf([page, { ...page, lines: [] }]))
  writeFileSync(join(folder, "坏.xml"), "<alto>")
  const batch = await importer.start(await listCandidates([folder]), {})
  await importer.finished(batch)
  const { pages } = await listPages(library.db, 0, 9)
  expect(pages.map(({ source, width, height, headlines }) => [source, width, height, headlines.length])).toEqual([
    ["版面.xml", null, null, truth.articles.length],
    ["版面.xml", null, null, 0],
  ])
  const id = pages[0]?.id ?? ""
  const { file } = await pageFile(library, id)
  expect(file.source).toMatchObject({ engine: "alto 4", width: page.width, height: page.height })
  expect(file.lines.map((line) => line.box)).toEqual(page.lines.map((line) => line.box))
  for (const path of [`/scan/${id}?width=800`, `/tile/${id}/0/0_0`])
    expect((await ask(host, path, { headers: authorized })).status).toBe(404)
})
