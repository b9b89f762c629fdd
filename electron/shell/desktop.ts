// What the page may ask of the desktop: the only listener to its channel. Whoever asks must be our own page at the top of its
// window.
import { isAbsolute } from "node:path"
import { BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, shell, type WebContents } from "electron"
import type { Language } from "../../shared/i18n/language.ts"
import { origin } from "./origin.ts"
import type { Say } from "./words.ts"

const trusted = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin

/** How long a closing window waits for its page. */
const patience = 2000

const flushing = new Map<WebContents, () => void>()

const verbs = {
  chooseFiles: async (window: BrowserWindow) =>
    (await dialog.showOpenDialog(window, { properties: ["openFile", "multiSelections"] })).filePaths,
  chooseFolder: async (window: BrowserWindow) =>
    (await dialog.showOpenDialog(window, { properties: ["openDirectory", "createDirectory"] })).filePaths[0] ?? null,
  reveal: (_window: BrowserWindow, path: unknown) => {
    if (typeof path === "string" && isAbsolute(path)) shell.showItemInFolder(path)
  },
  flushed: ({ webContents }: BrowserWindow) => flushing.get(webContents)?.(),
}

export function answerPage(speak: (language: Language) => void): void {
  const all = { ...verbs, speak: (_window: BrowserWindow, to: unknown) => speak(to === "en" ? "en" : "zh") }
  for (const [verb, work] of Object.entries(all))
    ipcMain.handle(`desktop.${verb}`, (event, given: unknown) => {
      const window = BrowserWindow.fromWebContents(event.sender)
      if (!trusted(event) || !window) throw new Error("refused")
      return work(window, given)
    })
}

/** Has the page send what it has not sent. Settles when it has, or when that takes too long. */
export async function flush({ webContents }: BrowserWindow): Promise<void> {
  await new Promise<void>((resolve) => {
    flushing.set(webContents, resolve)
    setTimeout(resolve, patience)
    webContents.send("desktop.flush")
  })
  flushing.delete(webContents)
}

/** Opens an address in the person's browser or mail program, if the person wants it. */
export async function openOutside(contents: WebContents, address: string, say: Say): Promise<void> {
  const url = URL.parse(address)
  const window = BrowserWindow.fromWebContents(contents)
  if (!url || !window || !["https:", "mailto:"].includes(url.protocol)) return
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    message: say("openOutsideAsk"),
    detail: url.href,
    buttons: [say("openOutside"), say("cancel")],
    defaultId: 1,
    cancelId: 1,
  })
  if (response === 0) await shell.openExternal(url.href)
}
