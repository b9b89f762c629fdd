import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { createRequire } from "node:module"
import type { AddressInfo } from "node:net"
import { dirname, join } from "node:path"
import { expect, it, onTestFinished, vi } from "vitest"
import { findElectron } from "../../electron/cli/electron.ts"
import { jiaoyang } from "../cli/run.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { root } from "./started.ts"

/** Electron's package as npm leaves it, in a folder of its own. */
function freshPackage(): string {
  const folder = tempFolder()
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"))
  const fresh = join(folder, "electron")
  mkdirSync(fresh)
  const installed = dirname(createRequire(import.meta.url).resolve("electron/package.json"))
  for (const name of ["package.json", "install.js", "checksums.json"])
    writeFileSync(join(fresh, name), readFileSync(join(installed, name)))
  return fresh
}

/** A place to fetch from that begins to answer and never ends. */
async function slowMirror(): Promise<{ asked(): number }> {
  let asked = 0
  const server = createServer((_request, response) => {
    asked++
    response.writeHead(200, { "content-length": "100000000" })
    response.write(Buffer.alloc(100_000))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
    vi.unstubAllEnvs()
  })
  vi.stubEnv("ELECTRON_MIRROR", `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  vi.stubEnv("electron_config_cache", join(tempFolder(), "cache"))
  vi.stubEnv("TMPDIR", tempFolder())
  return { asked: () => asked }
}

it("[W14] fetching Electron ends in time, and nothing half fetched is left", async () => {
  const { asked } = await slowMirror()
  const folder = freshPackage()
  const began = performance.now()
  expect(await findElectron(folder, 2500)).toBeNull()
  expect(performance.now() - began).toBeLessThan(5000)
  expect(asked()).toBe(1)
  expect(readdirSync(folder).sort()).toEqual(["checksums.json", "install.js", "package.json"])
  expect(readdirSync(process.env.TMPDIR ?? "").filter((name) => name.startsWith("jiaoyang-electron"))).toEqual([])
})

it("[W14] a folder that was half unpacked is taken away, a whole one is used and not fetched", async () => {
  const folder = freshPackage()
  mkdirSync(join(folder, "dist"))
  writeFileSync(join(folder, "install.js"), "process.exit(1)")
  expect(await findElectron(folder, 5000)).toBeNull()
  expect(existsSync(join(folder, "dist"))).toBe(false)
  mkdirSync(join(folder, "dist"))
  writeFileSync(join(folder, "dist", "electron"), "")
  writeFileSync(join(folder, "path.txt"), "electron")
  expect(await findElectron(folder, 0)).toBe(join(folder, "dist", "electron"))
})

it("[W14] without a display, or where Electron gives up at once, the browser is used, which is said in one line", async () => {
  // Serving itself is stopped by a port that does not exist for it.
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void taken.close())
  const port = String((taken.address() as AddressInfo).port)
  const library = join(tempFolder(), "library")
  const start = (env: Record<string, string>, ...more: string[]) =>
    jiaoyang(["start", "--library", library, "--port", port, ...more], { env })
  const none = { DISPLAY: "", WAYLAND_DISPLAY: "" }
  const said = (await start(none)).err.trim().split("\n")
  expect(said).toEqual(["there is no display here; using the browser instead", `port ${port} is in use`])
  // Who wants no window is not told of it.
  expect((await start(none, "--no-open")).err.trim()).toBe(`port ${port} is in use`)

  const dist = tempFolder()
  const electron = (code: number) => {
    const script = `#!/bin/sh\necho "$@" "$JIAOYANG_LIBRARY" "$ELECTRON_RUN_AS_NODE" > ${join(dist, "heard")}\nexit ${code}\n`
    writeFileSync(join(dist, "electron"), script, { mode: 0o755 })
    return start({ DISPLAY: ":9", ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_RUN_AS_NODE: "1" })
  }
  expect((await electron(1)).err).toContain("Electron cannot run here; using the browser instead\n")
  expect(await electron(0)).toMatchObject({ code: 0, out: "", err: "" })
  expect(readFileSync(join(dist, "heard"), "utf8").trim()).toBe(`${root}/ ${library}`)
})
