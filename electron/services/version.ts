// The program's version and the folders it was started from.
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** The checkout, or the folder of the packaged program. */
export const programFolder = fileURLToPath(new URL("../../", import.meta.url))

export const programVersion: string = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }
).version
