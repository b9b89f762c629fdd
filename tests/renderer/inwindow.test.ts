import { expect, it, vi } from "vitest"
import type { PageDesktop } from "../../renderer/bridge/desktop.ts"
import { importByDialog, importFiles } from "../../renderer/state/importfiles.ts"
import { joinWindow, type WindowParts } from "../../renderer/state/inwindow.ts"
import type { Session } from "../../renderer/state/session.ts"
import { makeStore } from "../../renderer/state/store.ts"

/** A desktop that records, and on which every file with a name on a disk has a path. */
function aDesktop() {
  const heard = { spoken: [] as string[], run: (_id: string) => {}, flush: async () => {} }
  const desktop: PageDesktop = {
    platform: "linux",
    chooseFiles: async () => ["/a/1.jpg", "/a/2.jpg"],
    chooseFolder: async () => null,
    pathOf: (file) => (file.name === "image.png" ? "" : `/dropped/${file.name}`),
    reveal: () => {},
    speak: (language) => void heard.spoken.push(language),
    onCommand: (hear) => {
      heard.run = (id) => hear(id as Parameters<typeof hear>[0])
    },
    onFlush: (flush) => {
      heard.flush = flush
    },
  }
  return { desktop, heard }
}

/** As much of a session as importing needs. */
function aSession(desktop: PageDesktop | null) {
  const calls: unknown[][] = []
  const sent: string[][] = []
  const looked: string[] = []
  const work: Promise<unknown>[] = []
  const session = {
    desktop,
    client: {
      call: async (...given: unknown[]) => {
        calls.push(given)
        return { importId: "i" }
      },
    },
    sending: {
      options: makeStore({ newspaper: "东湖日报" }),
      send: async (files: { name: string }[]) => {
        sent.push(files.map((file) => file.name))
        return "i"
      },
    },
    imports: { look: async (id: string) => void looked.push(id) },
    notices: { watch: (promise: Promise<unknown>) => void work.push(promise) },
    settings: makeStore({ without: ["reversed"] }),
    routes: { store: makeStore({ view: "home" }), go: () => {} },
  } as unknown as Session
  return { session, calls, sent, looked, done: () => Promise.all(work) }
}

const named = (name: string) => ({ name, body: new File(["x"], name) })

it("[W15] in the window files on the disk are imported by their paths, with what is known of them", async () => {
  const { session, calls, sent, looked, done } = aSession(aDesktop().desktop)
  importFiles(session, [named("01.jpg"), named("02.jpg")])
  await done()
  const options = { newspaper: "东湖日报", without: ["reversed"] }
  expect([calls, sent, looked]).toEqual([
    [["import.start", { paths: ["/dropped/01.jpg", "/dropped/02.jpg"], options }]],
    [],
    ["i"],
  ])
  expect(session.sending.options.get()).toEqual({})
})

it("[W15] a picture from the clipboard has no path and is sent; in a browser everything is", async () => {
  const inWindow = aSession(aDesktop().desktop)
  importFiles(inWindow.session, [named("01.jpg"), named("image.png")])
  importFiles(inWindow.session, [{ name: "b", body: new Blob(["x"]) }])
  await inWindow.done()
  expect([inWindow.calls, inWindow.sent]).toEqual([[], [["01.jpg", "image.png"], ["b"]]])
  const inBrowser = aSession(null)
  importFiles(inBrowser.session, [named("01.jpg")])
  expect(importByDialog(inBrowser.session, "files")).toBe(false)
  await inBrowser.done()
  expect([inBrowser.calls, inBrowser.sent]).toEqual([[], [["01.jpg"]]])
})

it("[W15] in the window files are chosen in the system's dialog; what is called off begins nothing", async () => {
  const { session, calls, done } = aSession(aDesktop().desktop)
  expect(importByDialog(session, "folder")).toBe(true)
  await done()
  expect(calls).toEqual([])
  expect(importByDialog(session, "files")).toBe(true)
  await vi.waitUntil(() => calls.length)
  expect(calls).toMatchObject([["import.start", { paths: ["/a/1.jpg", "/a/2.jpg"] }]])
})

it("[W16] the page runs the menu's commands, tells its language and sends all edits when it is asked to", async () => {
  const { desktop, heard } = aDesktop()
  const settings = makeStore({ language: "zh" })
  const ran: string[] = []
  let flushed = 0
  joinWindow(desktop, {
    settings,
    commands: { run: (id: string) => ran.push(id) },
    desk: { flush: async () => void flushed++ },
  } as unknown as WindowParts)
  heard.run("page.next")
  settings.set({ language: "en" })
  settings.set({ language: "en" })
  await heard.flush()
  expect([ran, flushed, heard.spoken]).toEqual([["page.next"], 1, ["zh", "en", "en"]])
})
