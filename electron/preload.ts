// Runs before the page, in a world of its own, and hands it the few verbs of `shared/desktop.ts`. The page never comes by
// the channel itself or by the objects of its events.
import { contextBridge, ipcRenderer, webUtils } from "electron"
import type { CommandId } from "../shared/commands/table.ts"
import type { Desktop } from "../shared/desktop.ts"

const desktop: Desktop<File> = {
  platform: process.platform,
  chooseFiles: () => ipcRenderer.invoke("desktop.chooseFiles"),
  chooseFolder: () => ipcRenderer.invoke("desktop.chooseFolder"),
  pathOf: (file) => webUtils.getPathForFile(file),
  reveal: (path) => void ipcRenderer.invoke("desktop.reveal", String(path)),
  speak: (language) => void ipcRenderer.invoke("desktop.speak", String(language)),
  onCommand: (hear) => void ipcRenderer.on("desktop.command", (_event, id) => hear(String(id) as CommandId)),
  onFlush: (flush) =>
    void ipcRenderer.on("desktop.flush", async () => {
      await flush().catch(() => {})
      await ipcRenderer.invoke("desktop.flushed")
    }),
}

contextBridge.exposeInMainWorld("jiaoyang", desktop)
