// The forty checks of Electron's security checklist and our own, on what the shell's main program really does and on its code.
import { existsSync, globSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join, matchesGlob } from "node:path"
import { FuseV1Options } from "@electron/fuses"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { buildPage, buildShell } from "../../electron/cli/build.ts"
import { allImports } from "../architecture/imports.ts"
import { packageSettings } from "./package.ts"
import { preloaded } from "./preload.ts"
import { filesIn, matching } from "./sources.ts"
import { stoppable } from "./standin.ts"
import { root, type Shell, startShell } from "./started.ts"

const shellFiles = [...filesIn("electron/shell"), "electron/preload.ts"]
const ourFiles = ["electron", "shared", "renderer"].flatMap((folder) => filesIn(folder))
const built = (): [string, string][] =>
  [...filesIn("out/shell", /\.c?js$/), ...filesIn("out/renderer", /\.(?:js|css|html)$/)].map((name) => [
    name,
    readFileSync(join(root, name), "utf8"),
  ])

beforeAll(() => Promise.all([buildPage(), buildShell()]))

describe("a window", () => {
  type Preferences = Record<string, unknown>
  const checks: [what: string, fine: (preferences: Preferences) => boolean][] = [
    ["2 contextIsolation", (on) => on.contextIsolation !== false],
    ["3 sandbox", (on) => on.sandbox !== false],
    ["4 no nodeIntegration", (on) => on.nodeIntegration !== true],
    ["5 nor in workers and frames", (on) => !on.nodeIntegrationInWorker && !on.nodeIntegrationInSubFrames],
    ["6 webSecurity", (on) => on.webSecurity !== false],
    ["7 nothing insecure or experimental", (on) => !on.allowRunningInsecureContent && !on.experimentalFeatures],
    ["8 no webview, no Blink features", (on) => !on.webviewTag && !on.enableBlinkFeatures],
    ["9 its preload is the built one", (on) => String(on.preload).endsWith("preload.cjs")],
    ["10 what is dropped is not gone to", (on) => on.navigateOnDragDrop !== true],
    ["34 developer tools only in a checkout", (on) => on.devTools === true],
  ]

  it("[W40] 1 is made in one place", () => {
    expect(matching(shellFiles, /new (?:BrowserWindow|BrowserView|WebContentsView|BaseWindow)\b/)).toEqual([
      "electron/shell/window.ts",
    ])
  })

  it.each(checks)("[W40] %s", async (_, fine) => {
    const { windows } = await running()
    expect(windows).toHaveLength(1)
    for (const { options } of windows) expect(fine(options.webPreferences)).toBe(true)
  })

  it("[W40] 34 no developer tools in a packaged program, and no way to them in its menu", async () => {
    const { windows, all } = await startShell({ packaged: true })
    expect(windows[0]?.options.webPreferences.devTools).toBe(false)
    expect(JSON.stringify(all("Menu.setApplicationMenu"))).not.toMatch(/devtools/i)
    expect(matching(shellFiles, /openDevTools|debugger/)).toEqual([])
  })

  it("[W40] 12 shows no file of the disk, only its own scheme", async () => {
    expect((await running()).windows[0]?.loaded).toBe("jiaoyang://app/")
    expect(matching(shellFiles, /loadFile|["'`]file:/)).toEqual([])
  })
})

describe("the program", () => {
  it("[W41] 11 every renderer is sandboxed, 33 there is one instance, and all that before it is ready", async () => {
    const order = (await running()).done.map((one) => one.what)
    const ready = order.indexOf("app.ready")
    for (const what of ["app.enableSandbox", "protocol.registerSchemesAsPrivileged", "app.requestSingleInstanceLock"])
      expect([what, order.includes(what) && order.indexOf(what) < ready]).toEqual([what, true])
  })

  it("[W41] 13 its scheme is standard and secure and may not pass the policy by; 14 it is handled once", async () => {
    const { all } = await running()
    const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
    expect(all("protocol.registerSchemesAsPrivileged")).toEqual([[[{ scheme: "jiaoyang", privileges }]]])
    expect(all("protocol.handle")).toEqual([["jiaoyang"]])
    expect(matching(shellFiles, /(?:intercept|register)\w*Protocol/)).toEqual([])
  })

  it("[W41] 31 trusts no certificate of its own, 32 sets no switch of the command line", () => {
    expect(matching(ourFiles, /certificate-error|setCertificateVerifyProc|NODE_TLS_REJECT_UNAUTHORIZED/)).toEqual([])
    expect(matching(shellFiles, /commandLine|--no-sandbox|remote-debugging|disable-web-security/)).toEqual([])
  })
})

describe("a page", () => {
  const strange = [
    "https://evil.example/",
    "http://app/",
    "file:///etc/passwd",
    "jiaoyang://app.evil.example/",
    "jiaoyang://other/",
    "jiaoyang://app:8080/",
    "jiaoyang://user@evil/",
    "javascript:alert(1)",
    "data:text/html,x",
    "about:blank",
    "jiaoyang:app",
    "",
  ]

  it.each([
    ["15, 16", "will-navigate"],
    ["17", "will-frame-navigate"],
    ["17", "will-redirect"],
  ])("[W42] %s %s goes nowhere but to our own origin", async (_, name) => {
    const contents = (await running()).windows[0]?.webContents
    const refuses = (url: string) => {
      const event = stoppable({ url })
      contents?.emit(name, event, url)
      return event.prevented
    }
    expect(strange.filter((url) => !refuses(url))).toEqual([])
    expect([refuses("jiaoyang://app/"), refuses("jiaoyang://app/#/search")]).toEqual([false, false])
  })

  it("[W42] 18 opens no window, 19 attaches no webview", async () => {
    const contents = (await running()).windows[0]?.webContents
    for (const url of [...strange, "jiaoyang://app/"]) expect(contents?.open({ url })).toEqual({ action: "deny" })
    const event = stoppable()
    contents?.emit("will-attach-webview", event)
    expect(event.prevented).toBe(true)
  })

  it("[W42] 20-22 is granted nothing but to copy text", async () => {
    const { handlers } = await running()
    const permissions = ["media", "geolocation", "notifications", "clipboard-read", "openExternal", "fileSystem", "usb"]
    const ours = "jiaoyang://app/"
    const asked = (permission: string, requestingUrl: string) => {
      let granted: boolean | undefined
      const answer = (to: boolean) => void (granted = to)
      handlers.get("permission request")?.({}, permission, answer, { requestingUrl })
      return [granted, handlers.get("permission check")?.({}, permission, requestingUrl, {})]
    }
    for (const permission of permissions)
      expect([permission, asked(permission, ours)]).toEqual([permission, [false, false]])
    expect(asked("clipboard-sanitized-write", ours)).toEqual([true, true])
    expect(asked("clipboard-sanitized-write", "https://evil.example/")).toEqual([false, false])
    expect(handlers.get("device permission")?.({ deviceType: "usb" })).toBe(false)
  })
})

describe("the channel", () => {
  it("[W43] 23 has one listener", () => {
    expect(matching(shellFiles, /\bipcMain\b/)).toEqual(["electron/shell/desktop.ts"])
  })

  it("[W43] 24 each verb answers our own page at the top of its window, and nobody else", async () => {
    const shell = await running()
    const verbs = [...shell.handlers.keys()].filter((name) => name.startsWith("desktop."))
    expect(verbs.sort()).toEqual(
      ["chooseFiles", "chooseFolder", "flushed", "reveal", "speak"].map((verb) => `desktop.${verb}`),
    )
    const strangers = [
      null,
      { parent: null, origin: "https://evil.example" },
      { parent: null, origin: "null" },
      { parent: null, origin: "jiaoyang://app.evil" },
      { parent: {}, origin: "jiaoyang://app" },
    ]
    for (const verb of verbs)
      for (const stranger of strangers)
        await expect(shell.invoke(verb.replace("desktop.", ""), "x", stranger)).rejects.toThrow("refused")
    await expect(shell.invoke("speak", "zh")).resolves.toBeUndefined()
  })

  it("[W43] 25 the page sees verbs, not the channel; 26 no event reaches it; 27 only plain data crosses", async () => {
    const { exposed, invoked, say } = await preloaded()
    expect(Object.keys(exposed)).toEqual(["jiaoyang"])
    const desktop = exposed.jiaoyang
    if (!desktop) throw new Error("nothing exposed")
    expect(Object.keys(desktop).sort()).toEqual(
      ["chooseFiles", "chooseFolder", "onCommand", "onFlush", "pathOf", "platform", "reveal", "speak"].sort(),
    )
    const heard: unknown[][] = []
    expect(desktop.onCommand((...given) => heard.push(given))).toBeUndefined()
    await say("desktop.command", "page.next", { more: 1 })
    expect(heard).toEqual([["page.next"]])
    const flushed: unknown[][] = []
    desktop.onFlush(async (...given: unknown[]) => void flushed.push(given))
    await say("desktop.flush")
    expect([flushed, invoked]).toEqual([[[]], [["desktop.flushed"]]])
    desktop.reveal({ toString: () => "/a" } as unknown as string)
    desktop.speak("en")
    expect(await desktop.chooseFiles()).toEqual(["answer"])
    expect(invoked.slice(1)).toEqual([["desktop.reveal", "/a"], ["desktop.speak", "en"], ["desktop.chooseFiles"]])
    expect(desktop.pathOf(new File([], "a.jpg"))).toBe("/dropped/a.jpg")
  })

  it("[W43] 26 the program hears that the page is done even where it failed to be", async () => {
    const { exposed, invoked, say } = await preloaded()
    exposed.jiaoyang?.onFlush(() => Promise.reject(new Error("no host")))
    await say("desktop.flush")
    expect(invoked).toEqual([["desktop.flushed"]])
  })
})

describe("what leads outside", () => {
  it("[W44] 28 only https and mailto, each after a question, in one place; 29 no file is opened", async () => {
    const shell = await startShell({ buttons: [1, 0] })
    const open = async (url: string) => {
      shell.windows[0]?.webContents.open({ url })
      await new Promise((resolve) => setImmediate(resolve))
      return [shell.all("dialog.showMessageBox").length, shell.all("shell.openExternal").length]
    }
    for (const url of [
      "http://example.org",
      "file:///etc/passwd",
      "javascript:1",
      "smb://x/y",
      "ms-word:x",
      "no url",
      "",
    ])
      expect([url, await open(url)]).toEqual([url, [0, 0]])
    expect(await open("https://example.org/a b")).toEqual([1, 0])
    expect(shell.all("dialog.showMessageBox")[0]?.[1]).toMatchObject({
      detail: "https://example.org/a%20b",
      defaultId: 1,
    })
    expect(await open("https://example.org/")).toEqual([2, 1])
    expect(await open("mailto:a@example.org")).toEqual([3, 2])
    expect(shell.all("shell.openExternal")).toEqual([["https://example.org/"], ["mailto:a@example.org"]])
    expect(matching(shellFiles, /openExternal/)).toEqual(["electron/shell/desktop.ts"])
    expect(matching(shellFiles, /openPath/)).toEqual([])
  })

  it("[W44] a file is shown in its folder only by a whole path", async () => {
    const shell = await running()
    for (const path of ["a.jpg", "../a", "https://x", 3, null, { path: "/a" }]) await shell.invoke("reveal", path)
    await shell.invoke("reveal", "/scans/a.jpg")
    expect(shell.all("shell.showItemInFolder")).toEqual([["/scans/a.jpg"]])
  })
})

describe("the code", () => {
  it("[W45] 30 makes no code and no HTML out of text", () => {
    const pattern =
      /executeJavaScript|\beval\(|new Function\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|srcdoc/
    expect(matching(ourFiles, pattern)).toEqual([])
    expect(built().filter(([name, text]) => name.startsWith("out/shell") && pattern.test(text))).toEqual([])
  })

  it("[W45] 37 its Electron is one that is still mended", () => {
    const { version } = createRequire(import.meta.url)("electron/package.json") as { version: string }
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(45)
  })

  it("[W45] 38 a policy that allows nothing foreign is in every answer", async () => {
    const shell = await running()
    for (const path of ["/", "/icon.svg", "/call/app.info", "/nothing", "/scan/x"]) {
      const policy = (await shell.fetch(path)).headers.get("content-security-policy")
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/)
    }
  })

  it("[W45] 39 what is built names no address of the network but these, which are never asked", () => {
    const named = built().flatMap(([, text]) => text.match(/(?:https?|wss?):\/\/[\w.-]+/g) ?? [])
    const known = [
      "http://www.w3.org",
      "https://react.dev",
      "https://json-schema.org",
      "http://json-schema.org",
      "http://jiaoyang",
      "https://prosemirror.net",
      // Names of formats that OpenSeadragon tells apart, and its own site in messages.
      "http://schemas.microsoft.com",
      "http://iiif.io",
      "https://iiif.io",
      "http://library.stanford.edu",
      "http://tile.openstreetmap.org",
      "https://openseadragon.github.io",
    ]
    expect([...new Set(named)].filter((address) => !known.includes(address))).toEqual([])
  })

  it("[W45] 40 one SQLite and no other", () => {
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))
    expect(
      Object.keys(packages).filter((name) => /(?<!@types)\/(?:better-sqlite3|sqlite3|sql\.js|libsql)$/.test(name)),
    ).toEqual(["node_modules/better-sqlite3"])
    expect(matching(ourFiles, /["'](?:node:sqlite|sql\.js|sqlite3|libsql|@libsql\/\w+)["']/)).toEqual([])
  })
})

describe("the package", () => {
  it("[W46] 35 its fuses are set, each of them", async () => {
    const { electronFuses } = await packageSettings()
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    // Each that there is but WebAssembly's trap handlers, which only make it faster.
    expect(Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name))).toHaveLength(9)
  })

  it("[W46] 36 Electron's own code is in the archive, and only what plain Node reads lies beside it", async () => {
    const { asar, asarUnpack } = await packageSettings()
    expect(asar).toBe(true)
    expect(asarUnpack).toEqual(["out/renderer", "electron", "shared", "resources", "node_modules"])
  })

  it("[W46] every path that is packed is there, and all that plain Node starts from is packed", async () => {
    const { files, afterPack } = await packageSettings()
    const taken = files.flatMap(({ filter }) => filter).filter((one) => !one.startsWith("!"))
    for (const pattern of taken) expect([pattern, globSync(pattern, { cwd: root }).length > 0]).toEqual([pattern, true])
    expect(existsSync(join(root, afterPack))).toBe(true)
    const packed = (file: string) =>
      taken.some((pattern) => matchesGlob(file, pattern) || matchesGlob(file, `${pattern}/**`))
    const { main, bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
    const starts = [main, bin.jiaoyang, "electron/host/main.ts", "electron/engine/main.ts", "out/renderer/index.html"]
    const scans = filesIn("resources/samples", /scan\.jpg$/)
    const sources = allImports(["electron/host", "electron/cli", "electron/engine", "electron/services", "shared"])
    const needed = sources.filter((one) => one.kind === "file").map((one) => one.to)
    expect([...starts, ...scans, ...needed].filter((file) => !packed(file))).toEqual([])
  })

  it("[W46] what is built starts as its sources do", async () => {
    const { main } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
    const shell = await startShell({ main, packaged: true })
    expect(await shell.client.call("app.info", {})).toMatchObject({ library: shell.library })
    expect(shell.windows[0]?.options.webPreferences.preload).toBe(join(root, "out", "shell", "preload.cjs"))
    expect((await shell.fetch("/")).headers.get("content-type")).toContain("text/html")
  })

  it("[W46] what plain Node needs of packages are the program's own dependencies, not the developers'", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
    const sources = allImports(["electron/host", "electron/cli", "electron/engine", "electron/services", "shared"])
    const packages = new Set(sources.filter((one) => one.kind === "package").map((one) => one.to))
    expect([...packages].filter((name) => !(name in dependencies))).toEqual([])
  })
})

let one: Promise<Shell> | undefined
const ends: (() => Promise<void>)[] = []

/** One run for all checks that only look. */
function running(): Promise<Shell> {
  one ??= startShell({}, (end) => ends.push(end))
  return one
}

afterAll(() => Promise.all(ends.map((end) => end())))
