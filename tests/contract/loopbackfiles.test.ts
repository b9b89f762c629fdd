import { readdirSync } from "node:fs"
import { request } from "node:http"
import { join } from "node:path"
import { expect, it } from "vitest"
import { ask, builtPage } from "./ask.ts"
import { aHost, authorized } from "./transports.ts"

it("[S3] of the page's folder only the page's files are served, and nothing beside it", async () => {
  const host = await aHost(builtPage())
  for (const path of ["/", "/index.html", "/assets/main.js", "/?x=1"]) expect((await ask(host, path)).status).toBe(200)
  const paths = [
    "/../secret.html",
    "/%2e%2e/secret.html",
    "/..%2fsecret.html",
    "/..\\secret.html",
    "/assets/../../secret.html",
    "/assets/%2e%2e/%2e%2e/secret.html",
    "//secret.html",
    "/./../secret.html",
    "/....//secret.html",
    "/index.html%00.js",
    "/index.html/",
    "/assets",
    "/assets/",
    "/notes.map",
    "/constructor",
    "/__proto__",
    "/etc/passwd",
    "//etc/passwd",
    "/C:/Windows/win.ini",
    "/%",
    "/%ff%fe",
    "//",
    "///",
    "http://[",
    "*",
  ]
  for (const path of paths) {
    const { status, text } = await ask(host, path)
    expect([path, status >= 400 && status < 500, /secret|private|root:/.test(text)]).toEqual([path, true, false])
  }
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) expect((await ask(host, "/", { method })).status).toBe(404)
  expect(await ask(host, "/index.html", { method: "HEAD" })).toMatchObject({ status: 200, text: "" })
  expect(host.logged).toEqual([])
})

const uploadNames: [sent: string, kept: string][] = [
  ["../../../etc/cron.d/x", "x"],
  ["..\\..\\x.txt", "x.txt"],
  ["/etc/passwd", "passwd"],
  ["a\u0000b.txt", "a b.txt"],
  ["..", "_"],
  ["", "_"],
  ["CON.txt", "_CON.txt"],
  ["版".repeat(500), "版".repeat(40)],
  ["C:\\扫描\\第1版.tif", "第1版.tif"],
  ["\u202egnp.exe", "gnp.exe"],
]

it("[S6] an upload lands in a folder of its own under a safe name, whatever it is called", async () => {
  const host = await aHost()
  for (const [sent, kept] of uploadNames) {
    const path = `/upload?name=${encodeURIComponent(sent)}`
    const { status, text } = await ask(host, path, { method: "PUT", headers: authorized, body: "x" })
    const { uploadId } = JSON.parse(text).value as { uploadId: string }
    expect([sent, status]).toEqual([sent, 200])
    const folder = join(host.workspace.library.cacheDir, "uploads", uploadId)
    expect(readdirSync(folder)).toEqual([kept])
  }
})

it("[S6] an upload that breaks off leaves nothing", async () => {
  const host = await aHost()
  const { hostname, port } = new URL(host.base)
  const headers = { ...authorized, "content-length": "1000" }
  const sent = request({ hostname, port, path: "/upload?name=a", method: "PUT", headers })
  sent.on("error", () => {})
  sent.write("half")
  const folder = join(host.workspace.library.cacheDir, "uploads")
  const there = () => {
    try {
      return readdirSync(folder).length
    } catch {
      return 0
    }
  }
  await expect.poll(there).toBe(1)
  sent.destroy()
  await expect.poll(there).toBe(0)
})

it("[S7] scans are asked for by id and width, nothing else", async () => {
  const host = await aHost()
  const scan = async (path: string) => (await ask(host, `/scan/${path}`, { headers: authorized })).status
  for (const path of ["", "x", "..%2f..%2fetc", "0123456789ABCDEF", "0123456789abcde", "0123456789abcdef0"])
    expect([path, await scan(path)]).toEqual([path, 400])
  for (const width of ["", "0", "15", "20001", "-1", "NaN", "1e9", "x", "Infinity"])
    expect([width, await scan(`0123456789abcdef?width=${width}`)]).toEqual([width, 400])
  expect(await scan("0123456789abcdef?width=400")).toBe(404)
})
