// In a checkout the page is built when it is missing or older than its sources. A packaged program brings it built.
import { spawn } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { programFolder } from "../services/version.ts"
import { UsageError } from "./failing.ts"
import { inLanguage } from "./words.ts"

export const pageFolder = join(programFolder, "out", "renderer")
const config = join(programFolder, "renderer", "vite.config.ts")

const newest = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )

function isFresh(): boolean {
  const index = statSync(join(pageFolder, "index.html"), { throwIfNoEntry: false })
  if (!index) return false
  if (!existsSync(config)) return true
  return index.mtimeMs >= Math.max(newest(join(programFolder, "renderer")), newest(join(programFolder, "shared")))
}

/** Makes sure that the page can be served. What the build prints goes to stderr. */
export async function buildPage(): Promise<void> {
  if (isFresh()) return
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js")
  const child = spawn(process.execPath, [vite, "build", "--config", config, "--logLevel", "warn"], {
    cwd: programFolder,
    stdio: ["ignore", process.stderr, process.stderr],
    // Whoever builds it first, a test too, builds what people use.
    env: { ...process.env, NODE_ENV: "production" },
  })
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve))
  if (code !== 0) throw new UsageError(inLanguage("页面没有构建成功", "the page could not be built"))
}
