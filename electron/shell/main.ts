// The program with a window: puts the parts together. Started by Electron; loads nothing native.
import { existsSync, mkdirSync } from "node:fs"
import { homedir } from "node:os"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { app, type BrowserWindow, dialog } from "electron"
import type { CommandId } from "../../shared/commands/table.ts"
import { failure } from "../../shared/errors.ts"
import { errorText } from "../../shared/i18n/errors.ts"
import { type Language, languageOf } from "../../shared/i18n/language.ts"
import { configFolder, recentLibraries } from "../services/recent.ts"
import { answerPage, flush, openOutside } from "./desktop.ts"
import { guard } from "./guards.ts"
import { type HostBehind, startHost } from "./host.ts"
import { showMenu } from "./menu.ts"
import { handleScheme, registerScheme } from "./scheme.ts"
import { openWindow } from "./window.ts"
import { sayIn } from "./words.ts"

let language: Language = "zh"
let window: BrowserWindow | null = null
let host: HostBehind | null = null
/** Files and libraries that came before there was a host. */
const waiting: string[] = []

const say = (key: Parameters<ReturnType<typeof sayIn>>[0]) => sayIn(language)(key)
const run = (id: CommandId) => window?.webContents.send("desktop.command", id)

function speak(wanted: Language): void {
  language = wanted
  showMenu(language, run)
}

const isLibrary = (path: string): boolean => existsSync(join(path, "library.sqlite"))

/** Files are imported, a library is opened. */
function takeIn(paths: string[]): void {
  if (!host) return void waiting.push(...paths)
  const library = paths.find(isLibrary)
  if (library) void host.call("library.open", { path: library })
  else if (paths.length) void host.call("import.start", { paths }).then(() => run("queue.open"))
}

/** What of the command line names a file: not the switches, and in a checkout not the program's folder. */
const pathsIn = (words: string[]): string[] =>
  words
    .slice(app.isPackaged ? 1 : 2)
    .filter((word) => !word.startsWith("-"))
    // Desktops name files by path or by address.
    .map((word) => (/^file:\/\/\//.test(word) ? fileURLToPath(word) : resolve(word)))
    .filter(existsSync)

const usualLibrary = (): string =>
  process.env.JIAOYANG_LIBRARY ||
  recentLibraries().find((one) => isLibrary(one.path))?.path ||
  join(homedir(), "Jiaoyang")

/** A host on the library, or on another one that the person chooses; null where none is wanted. */
async function hostOn(library: string): Promise<HostBehind | null> {
  try {
    return await startHost(library, (path) => app.addRecentDocument(path))
  } catch (error) {
    const { response } = await dialog.showMessageBox({
      type: "error",
      message: say("noLibrary"),
      detail: `${errorText(failure(error), language)}\n${library}`,
      buttons: [say("otherLibrary"), say("quit")],
      cancelId: 1,
    })
    if (response !== 0) return null
    const { filePaths } = await dialog.showOpenDialog({ properties: ["openDirectory", "createDirectory"] })
    return hostOn(filePaths[0] ?? library)
  }
}

async function pageLost(lost: BrowserWindow): Promise<void> {
  const buttons = [say("reload"), say("quit")]
  const { response } = await dialog.showMessageBox(lost, {
    type: "error",
    message: say("pageLost"),
    buttons,
    cancelId: 1,
  })
  if (response === 0) lost.webContents.reload()
  else lost.destroy()
}

function show(): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

async function start(): Promise<void> {
  await app.whenReady()
  speak(languageOf(process.env.JIAOYANG_LANG || app.getLocale()))
  guard((contents, address) => void openOutside(contents, address, say))
  answerPage(speak)
  host = await hostOn(usualLibrary())
  if (!host) return app.quit()
  const { forward, ended, stop } = host
  ended.catch(() => {
    dialog.showErrorBox("校样 Jiaoyang", say("hostLost"))
    void stop().finally(() => app.exit(1))
  })
  handleScheme(forward)
  const preload = join(import.meta.dirname, "preload.cjs")
  window = openWindow({ preload, flush, lost: (lost) => void pageLost(lost) })
  window.on("closed", () => {
    window = null
  })
  takeIn([...waiting.splice(0), ...pathsIn(process.argv)])
}

app.enableSandbox()
// Electron refuses a folder that is not there.
const userData = join(configFolder(), "window")
mkdirSync(userData, { recursive: true })
app.setPath("userData", userData)
registerScheme()
app.on("open-file", (event, path) => {
  event.preventDefault()
  takeIn([path])
})
app.on("second-instance", (_event, _argv, _folder, given) => {
  show()
  takeIn((given as { paths: string[] }).paths)
})
app.on("window-all-closed", () => app.quit())
app.on("will-quit", (event) => {
  if (!host) return
  event.preventDefault()
  const ending = host.stop()
  host = null
  void ending.finally(() => app.quit())
})
if (app.requestSingleInstanceLock({ paths: pathsIn(process.argv) })) void start()
else app.quit()
