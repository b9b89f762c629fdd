// The program as a person starts it: `jiaoyang serve` on a library of its own, in a process of its own.
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"

export interface Served {
  address: string
  library: string
  stop(): Promise<void>
}

const program = resolve(import.meta.dirname, "../../electron/cli/jiaoyang.mjs")

/** `prepare` may fill the library before the program opens it. */
export async function serveLibrary(prepare?: (library: string) => Promise<void>): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-e2e-"))
  const library = join(folder, "library")
  await prepare?.(library)
  const child: ChildProcess = spawn(process.execPath, [program, "serve", "--library", library, "--no-open"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, JIAOYANG_CONFIG: join(folder, "config") },
  })
  const ended = new Promise<void>((done) => child.once("exit", () => done()))
  const address = await new Promise<string>((done, fail) => {
    if (child.stdout) createInterface({ input: child.stdout }).once("line", done)
    void ended.then(() => fail(new Error("the program ended before it said its address")))
  })
  return {
    address,
    library,
    async stop() {
      child.kill("SIGTERM")
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
