import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http"
import { join } from "node:path"
import { expect, it, onTestFinished } from "vitest"
import { makeSocket } from "../../electron/host/starter.ts"
import { makeForward } from "../../electron/shell/forward.ts"
import { aHost, authorized, token } from "../contract/transports.ts"
import { tempFolder } from "../support/tempfolder.ts"

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A forwarder to something that is not the host and answers as it likes. */
async function forwardTo(answer: Answer) {
  const socket = join(tempFolder(), "host")
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(socket, resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const forward = makeForward({ socket, token })
  return (path: string, init?: RequestInit) => forward(new Request(`jiaoyang://app${path}`, init))
}

it("[W1] an answer is passed on as it comes, and the host hears when the page stops reading", async () => {
  let gone = false
  const ask = await forwardTo((_request, response) => {
    response.write("one\n")
    response.on("close", () => {
      gone = true
    })
  })
  const response = await ask("/events")
  const reader = response.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("one\n")
  expect(gone).toBe(false)
  await reader?.cancel()
  await expect.poll(() => gone).toBe(true)
})

it("[W1] against the real host: the event stream comes piece by piece and its listener leaves when it is cancelled", async () => {
  const { forward, workspace } = await aHost()
  const response = await forward(new Request("jiaoyang://app/events"))
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe("\n")
  workspace.announcer.announce("page.changed", { pageId: "0123456789abcdef" })
  expect(JSON.parse((await reader?.read())?.value ?? "")).toMatchObject({ name: "page.changed" })
  await reader?.cancel()
})

it("[W1] an answer that breaks off is broken for the page too, not cut short", async () => {
  const ask = await forwardTo((_request, response) => {
    response.writeHead(200, { "content-length": "100" })
    response.write("begun")
    setTimeout(() => response.destroy(), 20)
  })
  await expect((await ask("/")).text()).rejects.toThrow()
})

it("[W2] a body is read whole and sent with its length; what has no body has none", async () => {
  const heard: [string | undefined, string | undefined, string][] = []
  const ask = await forwardTo((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk) => chunks.push(chunk))
    request.on("end", () => {
      const { "content-length": length, "transfer-encoding": encoding } = request.headers
      heard.push([length, encoding, Buffer.concat(chunks).toString()])
      response.end("done")
    })
  })
  const parts = ["版", "面", "图"]
  const stream = new ReadableStream({
    pull(controller) {
      const part = parts.shift()
      if (part) controller.enqueue(new TextEncoder().encode(part))
      else controller.close()
    },
  })
  await ask("/upload", { method: "PUT", body: stream, duplex: "half" } as RequestInit)
  await ask("/call/x", { method: "POST", body: "{}" })
  await ask("/")
  expect(heard).toEqual([
    ["9", undefined, "版面图"],
    ["2", undefined, "{}"],
    [undefined, undefined, ""],
  ])
})

it("[W2] 204, 205 and 304 have no body, other statuses and their text are as the host gave them", async () => {
  const ask = await forwardTo((request, response) => {
    response.writeHead(Number(request.url?.slice(1)), { "x-status": "yes" })
    response.end()
  })
  for (const status of [204, 205, 304]) {
    const response = await ask(`/${status}`)
    expect([response.status, response.body, response.headers.get("x-status")]).toEqual([status, null, "yes"])
  }
  for (const status of [200, 400, 401, 404, 413, 500]) expect((await ask(`/${status}`)).status).toBe(status)
})

it("[W2] Host, Origin and the token are the host's; headers of the connection stay with it, both ways", async () => {
  let heard: IncomingMessage["headers"] = {}
  const ask = await forwardTo(({ headers }, response) => {
    heard = headers
    response.setHeader("connection", "close, x-private")
    response.setHeader("keep-alive", "timeout=5")
    response.setHeader("x-private", "1")
    response.setHeader("x-open", "2")
    response.end("done")
  })
  const headers = {
    origin: "jiaoyang://app",
    authorization: "Bearer of the page's own",
    "x-kept": "1",
    te: "trailers",
    "proxy-authorization": "Basic x",
  }
  const response = await ask("/call/x?a=1", { method: "POST", headers, body: "{}" })
  expect(heard).toMatchObject({ host: "jiaoyang", origin: "http://jiaoyang", ...authorized, "x-kept": "1" })
  for (const name of ["te", "proxy-authorization", "keep-alive"]) expect(heard).not.toHaveProperty(name)
  const given = Object.fromEntries(response.headers)
  expect(given["x-open"]).toBe("2")
  for (const name of ["connection", "keep-alive", "x-private", "transfer-encoding"])
    expect(given).not.toHaveProperty(name)
})

it("[W2] what is not of our own origin is not passed on; where no host is, a request fails as without a network", async () => {
  let asked = 0
  const ask = await forwardTo((_request, response) => {
    asked++
    response.end()
  })
  for (const origin of ["https://evil.example", "null", "jiaoyang://other", "http://jiaoyang"])
    expect((await ask("/", { headers: { origin } })).status).toBe(403)
  const nobody = makeForward({ socket: join(tempFolder(), "nobody"), token })
  for (const address of ["jiaoyang://other/", "https://app/", "jiaoyang://app.evil/", "jiaoyang://app:1/"])
    expect((await nobody(new Request(address))).status).toBe(403)
  expect((await nobody(new Request("jiaoyang://app/"))).type).toBe("error")
  expect(asked).toBe(0)
})

it("[W3] the socket wants the token and its own names too; only through it may files be named by path", async () => {
  const { socket, base } = await aHost()
  const post = (headers: Record<string, string>, path = "/call/app.info") =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ socketPath: socket, path, method: "POST", headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on("error", reject)
        .end("{}")
    })
  const right = { host: "jiaoyang", ...authorized }
  expect(await post(right)).toBe(200)
  expect(await post({ ...right, origin: "http://jiaoyang" })).toBe(200)
  expect(await post({ host: "jiaoyang" })).toBe(401)
  expect(await post({ ...right, authorization: `Bearer ${"x".repeat(48)}` })).toBe(401)
  for (const host of ["127.0.0.1", "localhost", "jiaoyang:80", "evil.example"])
    expect(await post({ ...right, host })).toBe(401)
  for (const origin of ["https://evil.example", "null", "jiaoyang://app"])
    expect(await post({ ...right, origin })).toBe(401)

  const paths = { method: "POST", body: JSON.stringify({ paths: [join(tempFolder(), "a.txt")] }) }
  const overPort = await fetch(`${base}/call/import.start`, { ...paths, headers: authorized })
  expect(await overPort.json()).toMatchObject({ ok: false, error: { code: "invalid", detail: { where: "paths" } } })
  const wanted = { method: "POST", body: JSON.stringify({ path: tempFolder() }), headers: authorized }
  expect(await (await fetch(`${base}/call/library.open`, wanted)).json()).toMatchObject({
    error: { code: "invalid", detail: { where: "path" } },
  })
  const forward = makeForward({ socket, token })
  const overSocket = await forward(new Request("jiaoyang://app/call/import.start", paths))
  expect(await overSocket.json()).toMatchObject({ ok: true })
})

it("[W3] a socket's path fits into what systems take, and its folder is this user's alone", async () => {
  const socket = makeSocket()
  onTestFinished(socket.remove)
  expect(Buffer.byteLength(socket.path)).toBeLessThan(100)
})
