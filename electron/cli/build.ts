// In a checkout the page and the window's program are built when they are missing or older than their sources. A packaged
// program brings them built.
import { spawn } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { programFolder } from "../services/version.ts"
import { UsageError } from "./failing.ts"
import { inLanguage } from "./words.ts"

interface Built {
  /** The file that is newest when all is built. */
  result: string
  config: string
  sources: string[]
  /** Package and file of the builder, and how much it is to say. */
  builder: [name: string, file: string, level: "warn" | "error"]
}

const inProgram = (...names: string[]) => join(programFolder, ...names)

export const pageFolder = inProgram("out", "renderer")

const page: Built = {
  result: join(pageFolder, "index.html"),
  config: inProgram("renderer", "vite.config.ts"),
  sources: [inProgram("renderer"), inProgram("shared")],
  builder: ["vite", "bin/vite.js", "warn"],
}

const shell: Built = {
  result: inProgram("out", "shell", "preload.cjs"),
  config: inProgram("electron", "electron.vite.config.ts"),
  sources: [inProgram("electron"), inProgram("shared")],
  // It would warn that the page is not built with it.
  builder: ["electron-vite", "bin/electron-vite.js", "error"],
}

const newest = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )

function isFresh({ result, config, sources }: Built): boolean {
  const built = statSync(result, { throwIfNoEntry: false })
  if (!built) return false
  if (!existsSync(config)) return true
  return built.mtimeMs >= Math.max(...sources.map(newest))
}

/** Builds what is not fresh. What the build prints goes to stderr. */
async function build(one: Built, failed: string): Promise<void> {
  if (isFresh(one)) return
  const [name, file, level] = one.builder
  const program = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file)
  const child = spawn(process.execPath, [program, "build", "--config", one.config, "--logLevel", level], {
    cwd: programFolder,
    stdio: ["ignore", process.stderr, process.stderr],
    // Whoever builds it first, a test too, builds what people use.
    env: { ...process.env, NODE_ENV: "production" },
  })
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve))
  if (code !== 0) throw new UsageError(failed)
}

export const buildPage = (): Promise<void> => build(page, inLanguage("页面没有构建成功", "the page could not be built"))

export const buildShell = (): Promise<void> =>
  build(shell, inLanguage("窗口程序没有构建成功", "the window's program could not be built"))
