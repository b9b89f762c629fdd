// npm start: the program in its own window, or, where there is no Electron or no display for one, in the browser.
import { spawn } from "node:child_process"
import { programFolder } from "../services/version.ts"
import { buildPage, buildShell } from "./build.ts"
import { electronPackage, findElectron } from "./electron.ts"
import { complain, exit } from "./failing.ts"
import { type ServeOptions, serve, usualLibrary } from "./serve.ts"
import { inLanguage } from "./words.ts"

/** How long Electron may take to be fetched, or to say that it cannot run here. */
const patience = 20_000

export interface StartOptions extends Omit<ServeOptions, "library"> {
  library?: string
}

const hasDisplay = (): boolean =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Runs the window to its end; false where Electron gave up at once. */
async function ranWindow(electron: string, library: string | undefined): Promise<boolean> {
  const env = { ...process.env, ...(library && { JIAOYANG_LIBRARY: library }), ELECTRON_RUN_AS_NODE: undefined }
  const began = performance.now()
  let stopped = false
  const child = spawn(electron, [programFolder], { stdio: "inherit", env })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      stopped = true
      child.kill(signal)
    })
  const code = await new Promise((resolve) => child.once("error", resolve).once("exit", resolve))
  return stopped || code === 0 || performance.now() - began > patience
}

/** Why there was no window; null where there was one. */
async function noWindow(library: string | undefined): Promise<string | null> {
  if (!hasDisplay()) return inLanguage("这里没有图形界面", "there is no display here")
  const folder = electronPackage()
  const electron = folder && (await findElectron(folder, patience))
  if (!electron) return inLanguage("没有下载到 Electron", "Electron could not be fetched")
  await Promise.all([buildPage(), buildShell()])
  return (await ranWindow(electron, library)) ? null : inLanguage("Electron 无法运行", "Electron cannot run here")
}

export async function start({ library, port, open }: StartOptions): Promise<number> {
  if (open) {
    const why = await noWindow(library)
    if (why === null) return exit.done
    complain(inLanguage(`${why}，改在浏览器中使用`, `${why}; using the browser instead`))
  }
  return serve({ library: library ?? usualLibrary(), port, open })
}
