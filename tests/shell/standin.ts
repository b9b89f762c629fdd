// A stand-in for Electron that records what is done to it, and does as much as the shell's own logic needs: windows open and
// close, quitting can be put off, dialogs answer what the test says.
import { EventEmitter } from "node:events"

interface Stopped {
  prevented: boolean
  preventDefault(): void
}

export const stoppable = <T extends object>(more: T = {} as T): T & Stopped => {
  const event = { ...more, prevented: false, preventDefault: () => void (event.prevented = true) }
  return event
}

export interface Situation {
  packaged: boolean
  appPath: string
  locale: string
  /** Whether this is the first instance. */
  first: boolean
  displays: { x: number; y: number; width: number; height: number }[]
  /** Which button each message box gets, in turn; then the last. */
  buttons: number[]
  /** What each file dialog gives, in turn; then nothing. */
  chosen: string[][]
}

export interface Contents extends EventEmitter {
  mainFrame: object
  /** What was sent to the page. */
  sent: unknown[][]
  /** The handler of `window.open`. */
  open(details: { url: string }): unknown
}

export interface Window extends EventEmitter {
  webContents: Contents
  options: { webPreferences: Record<string, unknown> } & Record<string, unknown>
  shown: boolean
  maximized: boolean
  minimized: boolean
  loaded: string
  close(): void
  destroy(): void
  maximize(): void
}

export interface StandIn {
  /** What `import … from "electron"` gives. */
  electron: object
  /** What was done, in its order. */
  done: { what: string; with: unknown[] }[]
  /** With what a thing was done, each time. */
  all(what: string): unknown[][]
  windows: Window[]
  // biome-ignore lint/suspicious/noExplicitAny: handlers of every shape
  handlers: Map<string, (...given: any[]) => any>
  app: EventEmitter & { ended: number | null; quit(): void }
}

export function makeStandIn(situation: Situation): StandIn {
  const done: StandIn["done"] = []
  const note = (what: string, ...given: unknown[]) => void done.push({ what, with: given })
  const windows: BrowserWindow[] = []
  const handlers: StandIn["handlers"] = new Map()

  class WebContents extends EventEmitter implements Contents {
    mainFrame = { parent: null, origin: "jiaoyang://app" }
    sent: unknown[][] = []
    open = (_details: { url: string }): unknown => undefined
    send(...given: unknown[]) {
      this.sent.push(given)
      this.emit("sent", ...given)
    }
    setWindowOpenHandler(open: (details: { url: string }) => unknown) {
      this.open = open
    }
    reload() {
      note("webContents.reload")
    }
  }

  class BrowserWindow extends EventEmitter implements Window {
    static fromWebContents = (contents: unknown) => windows.find((one) => one.webContents === contents) ?? null
    webContents = new WebContents()
    options: Window["options"]
    shown = false
    maximized = false
    minimized = false
    loaded = ""
    constructor(options: Window["options"]) {
      super()
      this.options = options
      windows.push(this)
      note("BrowserWindow", options)
      app.emit("web-contents-created", {}, this.webContents)
    }
    async loadURL(address: string) {
      this.loaded = address
      setImmediate(() => this.emit("ready-to-show"))
    }
    show() {
      this.shown = true
    }
    focus() {
      note("window.focus")
    }
    maximize() {
      this.maximized = true
    }
    isMaximized = () => this.maximized
    isMinimized = () => this.minimized
    restore() {
      this.minimized = false
    }
    isDestroyed = () => !windows.includes(this)
    getNormalBounds = () => ({ x: 10, y: 20, width: 1200, height: 800 })
    close() {
      const event = stoppable()
      this.emit("close", event)
      if (!event.prevented) this.destroy()
    }
    destroy() {
      if (!windows.includes(this)) return
      windows.splice(windows.indexOf(this), 1)
      note("window.destroy")
      this.emit("closed")
      if (windows.length === 0) app.emit("window-all-closed")
    }
  }

  const app = Object.assign(new EventEmitter(), {
    isPackaged: situation.packaged,
    ended: null as number | null,
    getAppPath: () => situation.appPath,
    getLocale: () => situation.locale,
    enableSandbox: () => note("app.enableSandbox"),
    setPath: (...given: unknown[]) => note("app.setPath", ...given),
    addRecentDocument: (path: string) => note("app.addRecentDocument", path),
    requestSingleInstanceLock: (data: unknown) => {
      note("app.requestSingleInstanceLock", data)
      return situation.first
    },
    whenReady: async () => {
      await new Promise((resolve) => setImmediate(resolve))
      note("app.ready")
    },
    quit() {
      for (const window of [...windows]) window.close()
      if (windows.length > 0) return
      const event = stoppable()
      app.emit("will-quit", event)
      if (!event.prevented) app.exit(0)
    },
    exit(code: number) {
      app.ended ??= code
      app.emit("ended")
    },
  })

  const answer = async () => ({
    response: situation.buttons.length > 1 ? situation.buttons.shift() : situation.buttons[0],
  })
  const set = (name: string) => (handler: (...given: unknown[]) => unknown) => void handlers.set(name, handler)
  const electron = {
    app,
    BrowserWindow,
    nativeTheme: { shouldUseDarkColors: false },
    screen: { getAllDisplays: () => situation.displays.map((workArea) => ({ workArea })) },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown) => note("protocol.registerSchemesAsPrivileged", schemes),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
        note("protocol.handle", scheme)
        handlers.set("scheme", handler)
      },
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: set("permission request"),
        setPermissionCheckHandler: set("permission check"),
        setDevicePermissionHandler: set("device permission"),
      },
    },
    ipcMain: { handle: (channel: string, handler: (...given: unknown[]) => unknown) => set(channel)(handler) },
    dialog: {
      showMessageBox: (...given: unknown[]) => {
        note("dialog.showMessageBox", ...given)
        return answer()
      },
      showOpenDialog: async (...given: unknown[]) => {
        note("dialog.showOpenDialog", ...given)
        return { filePaths: situation.chosen.shift() ?? [] }
      },
      showErrorBox: (...given: unknown[]) => note("dialog.showErrorBox", ...given),
    },
    shell: {
      openExternal: async (address: string) => note("shell.openExternal", address),
      showItemInFolder: (path: string) => note("shell.showItemInFolder", path),
    },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => note("Menu.setApplicationMenu", menu),
    },
  }
  const all = (what: string) => done.filter((one) => one.what === what).map((one) => one.with)
  return { electron, done, all, windows, handlers, app }
}
