import { readdirSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { security } from "../../electron/host/staticfiles.ts"
import { tempFolder } from "../support/tempfolder.ts"
import { ask, builtPage, post } from "./ask.ts"
import { aHost, authorized, token } from "./transports.ts"

const doors: [method: string, path: string][] = [
  ["POST", "/call/app.info"],
  ["GET", "/events"],
  ["PUT", "/upload?name=a.txt"],
  ["GET", "/scan/0123456789abcdef"],
  ["GET", "/tile/0123456789abcdef/0/0_0"],
]

it("[S1] without the launch token every door is closed, and a wrong one opens none", async () => {
  const host = await aHost()
  const wrong = [
    "",
    "Bearer",
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `Bearer ${"u".repeat(48)}`,
    `Basic ${token}`,
    token,
  ]
  for (const [method, path] of doors) {
    expect(await ask(host, path, { method })).toMatchObject({ status: 401, code: "unauthorized" })
    for (const authorization of wrong)
      expect(await ask(host, path, { method, headers: { authorization } })).toMatchObject({ status: 401 })
  }
  expect(await ask(host, `/call/app.info?token=${token}`, { method: "POST", body: "{}" })).toMatchObject({
    status: 401,
  })
  expect(readdirSync(join(host.workspace.library.cacheDir)).includes("uploads")).toBe(false)
  expect(await post(host, "app.info", "{}")).toMatchObject({ status: 200 })
})

it("[S2] only requests meant for this address, from its own page, are heard, token or not", async () => {
  const host = await aHost(builtPage())
  const { port } = new URL(host.base)
  const foreign = [
    "evil.example",
    `evil.example:${port}`,
    "127.0.0.1",
    "localhost",
    "127.0.0.1:1",
    `127.0.0.1.nip.io:${port}`,
    `0.0.0.0:${port}`,
  ]
  for (const name of foreign)
    for (const path of ["/", "/call/app.info"])
      expect([name, (await ask(host, path, { headers: { ...authorized, host: name } })).status]).toEqual([name, 401])
  const origins = [
    "null",
    "",
    "https://evil.example",
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${Number(port) + 1}`,
    `http://evil.example:${port}`,
    `http://127.0.0.1:${port}.evil.example`,
  ]
  for (const origin of origins)
    expect([origin, (await post(host, "app.info", "{}", { origin })).status]).toEqual([origin, 401])
  for (const origin of [host.base, `http://localhost:${port}`])
    expect((await post(host, "app.info", "{}", { origin })).status).toBe(200)
  expect((await ask(host, "/", { headers: { host: `localhost:${port}` } })).status).toBe(200)
})

it("[S4] every answer carries the security headers and a policy without inline code", async () => {
  const host = await aHost(builtPage())
  const answers = [
    await ask(host, "/"),
    await ask(host, "/missing"),
    await ask(host, "/", { headers: { host: "evil.example" } }),
    await ask(host, "/call/app.info", { method: "POST" }),
    await post(host, "app.info", "{}"),
    await post(host, "app.info", "{"),
    await ask(host, "/scan/x", { headers: authorized }),
  ]
  for (const { headers } of answers) {
    for (const [name, value] of Object.entries(security)) expect(headers[name]).toBe(value)
    expect(headers["access-control-allow-origin"]).toBeUndefined()
  }
  const policy = security["content-security-policy"] ?? ""
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
})

it("[S5] a body that is no JSON is refused; one above the limit is answered 413", async () => {
  const host = await aHost()
  for (const body of ["", "{", "nonsense", '{"a":1}}', "\u0000", Buffer.from([0xff, 0xfe, 0x00])])
    expect(await post(host, "page.list", body)).toMatchObject({ status: 400, code: "invalid" })
  const large = Buffer.alloc(100_000_000, 0x20)
  expect(await post(host, "page.list", large)).toMatchObject({ status: 413, code: "too-large" })
  expect(await post(host, "page.list", large, { "transfer-encoding": "chunked" })).toMatchObject({ status: 413 })
  const padded = Buffer.from(`{${" ".repeat(1_000_000)}}`)
  expect(await post(host, "page.list", padded)).toMatchObject({ status: 200 })
  expect(host.logged).toEqual([])
})

it("[S8] over HTTP an import takes no paths of this machine", async () => {
  const host = await aHost()
  for (const paths of [["/etc/passwd"], [tempFolder()]])
    expect(await post(host, "import.start", JSON.stringify({ paths }))).toMatchObject({ status: 200, code: "invalid" })
  expect(JSON.parse((await post(host, "import.list", "{}")).text)).toEqual({ ok: true, value: { imports: [] } })
})

it("[S9] what is no door is not-found: other methods, other words", async () => {
  const host = await aHost()
  const others = [
    ["GET", "/call/app.info"],
    ["PUT", "/call/app.info"],
    ["POST", "/events"],
    ["POST", "/upload"],
    ["DELETE", "/scan/0123456789abcdef"],
  ]
  for (const [method = "", path = ""] of others)
    expect([method, path, (await ask(host, path, { method, headers: authorized })).status]).toEqual([method, path, 404])
})
