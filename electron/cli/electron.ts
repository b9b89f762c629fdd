// Electron's program, which its package does not bring: it is fetched the first time, if that is quickly done.
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

/** The folder of Electron's package; null where it is not installed. */
export function electronPackage(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve("electron/package.json"))
  } catch {
    return null
  }
}

/** Path of the program, where the package has it, or where its own variable says that it is. */
function programIn(folder: string): string | null {
  const { ELECTRON_OVERRIDE_DIST_PATH: elsewhere } = process.env
  const named = join(folder, "path.txt")
  const name = existsSync(named) ? readFileSync(named, "utf8") : elsewhere && "electron"
  const program = name ? join(elsewhere || join(folder, "dist"), name) : null
  return program && existsSync(program) ? program : null
}

/** Runs the package's own installer for at most `limit` milliseconds. What it had fetched by then is taken away again. */
async function fetchInto(folder: string, limit: number): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), "jiaoyang-electron-"))
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  const child = spawn(process.execPath, [join(folder, "install.js")], {
    stdio: "ignore",
    env,
    timeout: limit,
    killSignal: "SIGKILL",
  })
  await new Promise((resolve) => child.once("error", resolve).once("exit", resolve))
  rmSync(temporary, { recursive: true, force: true })
  // Named last by the installer: without it what was unpacked is not whole.
  if (!existsSync(join(folder, "path.txt"))) rmSync(join(folder, "dist"), { recursive: true, force: true })
}

/** Path of Electron's program, fetched if need be; null where it cannot be had within `limit` milliseconds. */
export async function findElectron(folder: string, limit: number): Promise<string | null> {
  const there = programIn(folder)
  if (there) return there
  await fetchInto(folder, limit)
  return programIn(folder)
}
