// The preload, run against a recording stand-in for its side of Electron.
import { vi } from "vitest"
import type { Desktop } from "../../shared/desktop.ts"

interface Preloaded {
  /** What the page sees, by its name there. */
  exposed: Record<string, Desktop<File>>
  /** What the page's asking sent to the program. */
  invoked: unknown[][]
  /** Has the program say something. */
  say(channel: string, ...given: unknown[]): Promise<void>
}

export async function preloaded(): Promise<Preloaded> {
  const exposed: Preloaded["exposed"] = {}
  const invoked: unknown[][] = []
  const listeners = new Map<string, (...given: unknown[]) => unknown>()
  const ipcRenderer = {
    invoke: async (...given: unknown[]) => {
      invoked.push(given)
      return ["answer"]
    },
    on: (channel: string, listener: (...given: unknown[]) => unknown) => {
      listeners.set(channel, listener)
      return ipcRenderer
    },
  }
  const contextBridge = { exposeInMainWorld: (name: string, verbs: Desktop<File>) => (exposed[name] = verbs) }
  const webUtils = { getPathForFile: (file: File) => `/dropped/${file.name}` }
  vi.resetModules()
  vi.doMock("electron", () => ({ contextBridge, ipcRenderer, webUtils }))
  await import("../../electron/preload.ts")
  const event = { sender: ipcRenderer }
  return {
    exposed,
    invoked,
    say: async (channel, ...given) => void (await listeners.get(channel)?.(event, ...given)),
  }
}
