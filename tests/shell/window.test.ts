import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import { expect, it, vi } from "vitest"
import { commandIds, commands } from "../../shared/commands/table.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { stoppable } from "./standin.ts"
import { flushAtOnce, startShell } from "./started.ts"

const text = `洪州三座新桥同日通车\n\n　　本报讯（记者 张三）5月11日，洪州三座新桥同日通车。\n`

const textFile = (name = "东湖日报.txt"): string => {
  const file = join(tempFolder(), name)
  writeFileSync(file, text)
  return file
}

/** Answers while a host is there; the one that died is not. */
const alive = (shell: Awaited<ReturnType<typeof startShell>>) =>
  expect.poll(() => shell.client.call("app.info", {}).catch(() => null), { timeout: 10_000 }).not.toBeNull()

it("[W4] the menu has every command with its key, in the page's language, and a click sends it to the page", async () => {
  const shell = await startShell()
  type Item = { id?: string; label: string; accelerator?: string; registerAccelerator?: boolean; click?(): void }
  const menus = () => (shell.all("Menu.setApplicationMenu").at(-1)?.[0] as (Item & { submenu: Item[] })[]) ?? []
  expect(menus().map((one) => one.label)).toEqual("文件 编辑 文字 稿件 版面图 前往 显示 帮助".split(" "))
  const items = menus().flatMap((one) => one.submenu.filter((item) => item.id))
  expect(items.map((item) => item.id)).toEqual(
    menus().flatMap(({ id }) => commandIds.filter((one) => commands[one].menu === id)),
  )
  // The page hears keys by itself: a menu that took them too would do everything twice.
  for (const item of items) expect(item.registerAccelerator).toBe(false)
  const key = (id: string) => items.find((item) => item.id === id)?.accelerator
  expect(["edit.redo", "block.up", "page.next", "settings.open", "view.back", "home.open"].map(key)).toEqual([
    "CmdOrCtrl+Shift+Z",
    "Alt+Shift+Up",
    "Alt+PageDown",
    "CmdOrCtrl+,",
    "Esc",
    undefined,
  ])
  items.find((item) => item.id === "import.open")?.click?.()
  expect(shell.windows[0]?.webContents.sent).toEqual([["desktop.command", "import.open"]])
  await shell.invoke("speak", "en")
  expect(menus().map((one) => one.label)).toEqual("File Edit Text Article Scan Go View Help".split(" "))
})

it("[W5] a window is shown when it is ready, where and as large as it was, but never where no display shows it", async () => {
  const config = tempFolder()
  const first = await startShell({ config })
  await expect.poll(() => first.windows[0]?.shown).toBe(true)
  expect(first.windows[0]?.options).toMatchObject({ show: false, width: 1440, height: 900 })
  flushAtOnce(first)
  first.windows[0]?.maximize()
  await first.quit()
  const place = { x: 10, y: 20, width: 1200, height: 800 }
  expect(JSON.parse(readFileSync(join(config, "window.json"), "utf8"))).toEqual({ ...place, maximized: true })

  const second = await startShell({ config })
  expect([second.windows[0]?.options, second.windows[0]?.maximized]).toMatchObject([place, true])
  const { readPlace } = await import("../../electron/shell/place.ts")
  const kept = JSON.stringify(place)
  for (const [there, width] of [
    [kept, 1200],
    [kept.replace('"x":10', '"x":-1150'), 1440],
    [kept.replace('"x":10', '"x":-1000'), 1200],
    [kept.replace('"y":20', '"y":1079'), 1440],
    ["", 1440],
    ["null", 1440],
    ['{"x":1}', 1440],
    ['{"x":"a","y":0,"width":1e9,"height":1}', 1440],
  ] as const) {
    writeFileSync(join(config, "window.json"), there)
    expect([there, readPlace().width]).toEqual([there, width])
  }
})

it("[W6] one instance: a second one hands over its files and ends; they are imported, from the start too", async () => {
  const [first, second, third] = [textFile("一.txt"), textFile("二.txt"), textFile("三.txt")]
  const shell = await startShell({ argv: ["--some-switch", pathToFileURL(first).href, "/no/such/file"] })
  const count = async () => (await shell.client.call("import.list", {})).imports.length
  await expect.poll(count).toBe(1)
  await expect.poll(() => shell.windows[0]?.webContents.sent).toEqual([["desktop.command", "queue.open"]])

  const other = await startShell({ argv: [second], first: false })
  expect([other.app.ended, other.windows, other.handlers.size]).toEqual([0, [], 0])
  const [handed] = other.all("app.requestSingleInstanceLock")[0] ?? []
  expect(handed).toEqual({ paths: [second] })
  if (shell.windows[0]) shell.windows[0].minimized = true
  shell.app.emit("second-instance", {}, [], "/", handed)
  expect([shell.windows[0]?.minimized, shell.all("window.focus")]).toEqual([false, [[]]])
  await expect.poll(count).toBe(2)

  const event = stoppable()
  shell.app.emit("open-file", event, third)
  expect(event.prevented).toBe(true)
  await expect.poll(count).toBe(3)
})

it("[W7] closing waits until the page has sent what it had not, and for no more than two seconds", async () => {
  const quick = await startShell()
  let asked = 0
  quick.windows[0]?.webContents.on("sent", (channel: string) => {
    if (channel === "desktop.flush") asked++
  })
  quick.windows[0]?.close()
  quick.windows[0]?.close()
  await pause(300)
  expect([asked, quick.windows.length]).toEqual([1, 1])
  await quick.invoke("flushed")
  await expect.poll(() => quick.app.ended).toBe(0)

  const stuck = await startShell()
  const began = performance.now()
  await stuck.quit()
  expect(performance.now() - began).toBeGreaterThan(1900)
  expect(performance.now() - began).toBeLessThan(6000)
})

it("[W7] when the program ends its host ends in order, and its socket, in a folder that only this user can enter, is gone", async () => {
  const tmp = tempFolder()
  vi.stubEnv("TMPDIR", tmp)
  const shell = await startShell()
  const { pid } = await shell.client.call("app.info", {})
  const [socket = "", ...more] = readdirSync(tmp).filter((name) => existsSync(join(tmp, name, "host")))
  expect([more, statSync(join(tmp, socket)).mode & 0o777]).toEqual([[], 0o700])
  flushAtOnce(shell)
  await shell.quit()
  expect(() => process.kill(pid, 0)).toThrow()
  expect(existsSync(join(tmp, socket))).toBe(false)
})

it("[W8] a host that dies is started again at the same place; while there is none, a request fails as without a network", async () => {
  const shell = await startShell()
  const { pid } = await shell.client.call("app.info", {})
  process.kill(pid, "SIGKILL")
  await expect
    .poll(async () => (await shell.fetch("/call/app.info", { method: "POST", body: "{}" })).type)
    .toBe("error")
  await alive(shell)
  expect((await shell.client.call("app.info", {})).pid).not.toBe(pid)
})

it("[W8] a host that keeps dying of itself is given up: it is said, and the program ends with nothing left behind", async () => {
  const tmp = tempFolder()
  vi.stubEnv("TMPDIR", tmp)
  const shell = await startShell()
  const info = () => shell.client.call("app.info", {}).catch(() => ({ pid: 0 }))
  for (let died = 0; died < 5; died++) {
    await alive(shell)
    const { pid } = await info()
    process.kill(pid, "SIGSEGV")
    if (died < 4) await expect.poll(async () => ![0, pid].includes((await info()).pid), { timeout: 10_000 }).toBe(true)
  }
  await expect.poll(() => shell.app.ended, { timeout: 10_000 }).toBe(1)
  expect(shell.all("dialog.showErrorBox")).toMatchObject([
    ["校样 Jiaoyang", expect.stringContaining("cache/log.jsonl")],
  ])
  expect(readdirSync(tmp).filter((name) => existsSync(join(tmp, name, "host")))).toEqual([])
})

it("[W11] a page that could not be loaded, because its host was being started again, is loaded again", async () => {
  const shell = await startShell()
  const contents = shell.windows[0]?.webContents
  const fail = (code: number, top: boolean) => contents?.emit("did-fail-load", {}, code, "", "jiaoyang://app/", top)
  fail(-3, true)
  fail(-2, false)
  await pause(1200)
  expect(shell.all("webContents.reload")).toHaveLength(0)
  fail(-2, true)
  await expect.poll(() => shell.all("webContents.reload").length, { timeout: 3000 }).toBe(1)
})

it("[W11] a page that dies is loaded anew, once; if it dies again the person is asked", async () => {
  const shell = await startShell({ buttons: [0, 1] })
  const contents = shell.windows[0]?.webContents
  const die = (reason: string) => contents?.emit("render-process-gone", {}, { reason, exitCode: 1 })
  die("clean-exit")
  expect(shell.all("webContents.reload")).toHaveLength(0)
  die("crashed")
  expect([shell.all("webContents.reload").length, shell.all("dialog.showMessageBox").length]).toEqual([1, 0])
  die("oom")
  await expect.poll(() => shell.all("webContents.reload").length).toBe(2)
  expect(shell.all("dialog.showMessageBox")).toHaveLength(1)
  die("oom")
  await expect.poll(() => shell.windows).toEqual([])
})

it("[W13] a library that cannot be opened is said, and the person may choose another or quit", async () => {
  const unusable = tempFolder()
  writeFileSync(join(unusable, "thesis.doc"), "not a library")
  const good = join(tempFolder(), "good")
  const shell = await startShell({ library: unusable, buttons: [0], chosen: [[], [good]] })
  const boxes = shell.all("dialog.showMessageBox").map(([box]) => box)
  expect(boxes).toHaveLength(2)
  expect(boxes[0]).toMatchObject({ message: "资料库无法打开", detail: expect.stringContaining(unusable) })
  expect((await shell.client.call("app.info", {})).library).toBe(good)
  expect(shell.all("app.addRecentDocument")).toEqual([[good]])
  expect((await startShell({ library: unusable, buttons: [1] })).app.ended).toBe(0)
})

it("[W13] without a wish the library that was open last is opened, unless it is gone", async () => {
  const config = tempFolder()
  const first = await startShell({ config })
  flushAtOnce(first)
  await first.quit()
  const gone = { id: "0123456789abcdef", name: "gone", path: join(config, "gone"), openedAt: "2026-05-12T00:00:00Z" }
  const { libraries } = JSON.parse(readFileSync(join(config, "recent.json"), "utf8"))
  writeFileSync(join(config, "recent.json"), JSON.stringify({ libraries: [gone, ...libraries] }))
  const second = await startShell({ config, library: null })
  expect((await second.client.call("app.info", {})).library).toBe(first.library)
})

it("[W9] a library's folder that is opened is gone over to, in the same window", async () => {
  const shell = await startShell()
  const before = await shell.client.call("app.info", {})
  const other = join(tempFolder(), "other")
  mkdirSync(other)
  await shell.client.call("library.open", { path: other })
  const now = () =>
    shell.client.call("app.info", {}).then(
      (info) => info.library,
      () => null,
    )
  await expect.poll(now, { timeout: 10_000 }).toBe(other)
  expect((await shell.client.call("app.info", {})).libraryId).not.toBe(before.libraryId)
  expect(shell.all("app.addRecentDocument")).toEqual([[shell.library], [other]])
  shell.app.emit("open-file", stoppable(), shell.library)
  await expect.poll(now, { timeout: 10_000 }).toBe(shell.library)
  expect(existsSync(join(other, "library.sqlite"))).toBe(true)
})
