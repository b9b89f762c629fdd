// The one place where a window is made.
import { app, BrowserWindow, nativeTheme } from "electron"
import { origin } from "./origin.ts"
import { keepPlace, readPlace } from "./place.ts"

export interface WindowParts {
  preload: string
  /** Has the page send what it has not sent; settles at the latest after two seconds. */
  flush(window: BrowserWindow): Promise<void>
  /** The page died, again and soon after it was loaded anew. */
  lost(window: BrowserWindow): void
}

/** A page that dies twice within this time would do so again. */
const soon = 60_000

export function openWindow({ preload, flush, lost }: WindowParts): BrowserWindow {
  const { maximized, ...bounds } = readPlace()
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: "校样",
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#1d1b18" : "#fbf8f2",
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // Dictionaries would be fetched from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (maximized) window.maximize()
  window.once("ready-to-show", () => window.show())
  let closing = false
  window.on("close", (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    void Promise.all([flush(window), keepPlace(window).catch(() => {})]).then(() => window.destroy())
  })
  let died = Number.NEGATIVE_INFINITY
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return
    const again = performance.now() - died < soon
    died = performance.now()
    if (again) lost(window)
    else window.webContents.reload()
  })
  // The host may be being started again. -3 is a load that another one took over.
  window.webContents.on("did-fail-load", (_event, code, _text, _address, top) => {
    if (top && code !== -3) setTimeout(() => window.isDestroyed() || window.webContents.reload(), 1000)
  })
  window.loadURL(`${origin}/`).catch(() => {})
  return window
}
