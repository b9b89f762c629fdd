// The shell's own main program, run against the stand-in, with the real host behind it.
import { mkdtempSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { onTestFinished, vi } from "vitest"
import { type Client, makeClient } from "../../shared/client.ts"
import type { Reply } from "../../shared/errors.ts"
import { makeStandIn, type Situation, type StandIn } from "./standin.ts"

export const root = resolve(import.meta.dirname, "../..")

export interface Shell extends StandIn {
  library: string
  config: string
  /** Asks as the page does: through the scheme. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  client: Client
  /** Asks through the preload's channel, as our own page at the top of its window or as somebody else. */
  invoke(verb: string, given?: unknown, frame?: object | null): Promise<unknown>
  quit(): Promise<void>
}

interface Wanted extends Partial<Situation> {
  /** What Electron would run. */
  main?: string
  argv?: string[]
  library?: string | null
  config?: string
}

/** Runs the shell; settles when it has a window or has ended. It is ended by what is given to `finish`. */
export async function startShell(wanted: Wanted = {}, finish: (end: () => Promise<void>) => void = onTestFinished) {
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-shell-"))
  const { main = "electron/shell/main.ts", argv = [], library, config = join(folder, "config"), ...situation } = wanted
  const dir = library ?? join(folder, "library")
  const packaged = situation.packaged ?? false
  const standIn = makeStandIn({
    packaged,
    appPath: packaged ? unpacked(folder) : root,
    locale: "zh-CN",
    first: true,
    displays: [{ x: 0, y: 0, width: 1920, height: 1080 }],
    buttons: [1],
    chosen: [],
    ...situation,
  })
  vi.stubEnv("JIAOYANG_CONFIG", config)
  vi.stubEnv("JIAOYANG_LIBRARY", library === null ? "" : dir)
  vi.stubEnv("JIAOYANG_LANG", "")
  const { argv: before } = process
  process.argv = packaged ? ["jiaoyang", ...argv] : ["electron", root, ...argv]
  vi.resetModules()
  vi.doMock("electron", () => standIn.electron)
  const { app, windows, handlers } = standIn
  const ended = new Promise<void>((done) => app.once("ended", done))
  finish(async () => {
    for (const window of [...windows]) window.destroy()
    if (handlers.has("scheme")) await ended
    process.argv = before
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  await import(join(root, main))
  await vi.waitUntil(() => windows[0]?.loaded || app.ended !== null, { timeout: 20_000 })

  const ask: Shell["fetch"] = (path, init) => handlers.get("scheme")?.(new Request(`jiaoyang://app${path}`, init))
  const send = async (name: string, input: unknown) =>
    (await (await ask(`/call/${name}`, { method: "POST", body: JSON.stringify(input) })).json()) as Reply
  const shell: Shell = {
    ...standIn,
    library: dir,
    config,
    fetch: ask,
    client: makeClient({ send, subscribe: () => () => {} }),
    async invoke(verb, given, frame) {
      const sender = windows[0]?.webContents
      const senderFrame = frame === undefined ? sender?.mainFrame : frame
      return handlers.get(`desktop.${verb}`)?.({ sender, senderFrame }, given)
    },
    async quit() {
      app.quit()
      await ended
    },
  }
  return shell
}

/** A folder as a packaged program has it: the archive, and beside it what plain Node reads. */
function unpacked(folder: string): string {
  symlinkSync(root, join(folder, "app.asar.unpacked"))
  return join(folder, "app.asar")
}

/** The page at once says that all is kept. */
export function flushAtOnce(shell: Shell): void {
  const contents = shell.windows[0]?.webContents
  contents?.on("sent", (channel: string) => {
    if (channel === "desktop.flush") void shell.invoke("flushed")
  })
}
