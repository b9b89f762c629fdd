// Where Tesseract's language data lie. For rows they come as npm packages; for columns (chi_tra_vert, chi_sim_vert) there are none: the
// user points to them with JIAOYANG_TESSDATA, or they are where Debian puts them.
import { existsSync, readdirSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import type { Script } from "./engine.ts"

export interface Data {
  language: string
  folder: string
  gzip: boolean
}

const require = createRequire(import.meta.url)
const rows: Record<Script, string> = { hans: "chi_sim", hant: "chi_tra" }

export function rowData(script: Script): Data {
  const language = rows[script]
  const folder = path.dirname(require.resolve(`@tesseract.js-data/${language}/package.json`))
  return { language, folder: path.join(folder, "4.0.0_best_int"), gzip: true }
}

const debian = "/usr/share/tesseract-ocr"

/** Folders to look in, the user's first. */
function places(): string[] {
  const own = process.env.JIAOYANG_TESSDATA
  const versions = existsSync(debian) ? readdirSync(debian).map((name) => path.join(debian, name, "tessdata")) : []
  return [...(own ? [own] : []), ...versions, "/usr/share/tessdata"]
}

/** Data for columns, null where there are none. */
export function columnData(script: Script, folders = places()): Data | null {
  const language = `${rows[script]}_vert`
  for (const folder of folders)
    for (const gzip of [false, true])
      if (existsSync(path.join(folder, `${language}.traineddata${gzip ? ".gz" : ""}`)))
        return { language, folder, gzip }
  return null
}
