// The packages' settings as electron-builder itself reads and checks them.
import { createRequire } from "node:module"
import type { Configuration } from "electron-builder"
import { root } from "./started.ts"

type Settings = Pick<Configuration, "asar" | "electronFuses"> & {
  files: { filter: string[] }[]
  asarUnpack: string[]
  afterPack: string
}

interface Reader {
  getConfig(folder: string, path: string | null, more: object): Promise<Settings>
  validateConfiguration(settings: Settings, log: object): Promise<void>
}

const ofBuilder = createRequire(createRequire(import.meta.url).resolve("electron-builder/package.json"))

export async function packageSettings(): Promise<Settings> {
  const { getConfig, validateConfiguration } = ofBuilder("app-builder-lib/out/util/config/config.js") as Reader
  const settings = await getConfig(root, null, {})
  await validateConfiguration(settings, { isEnabled: false })
  return settings
}
