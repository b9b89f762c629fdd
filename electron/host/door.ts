// The contract over HTTP: POST /call/noun.verb, GET /events, PUT /upload, GET /scan/<page>, GET
// /tile/<page>/<level>/<x>_<y>, and the page's own files. Everything but those files wants the launch token; every request
// must be meant for this very address.
import { timingSafeEqual } from "node:crypto"
import { createReadStream } from "node:fs"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { AppError, failure, type Reply } from "../../shared/errors.ts"
import type { Announcer } from "../services/announcer.ts"
import { errorDetail, type Log } from "../services/log.ts"
import type { Pictures } from "./pictures.ts"
import type { Router } from "./router.ts"
import { security, serveFile } from "./staticfiles.ts"
import type { Uploads } from "./uploads.ts"

export interface DoorParts {
  router: Router
  announcer: Announcer
  uploads: Uploads
  pictures: Pictures
  log: Log
  token: string
  /** Folder of the built page. */
  pageFolder: string
}

/** What a door is called, and what may come through it. */
export interface Threshold {
  /** Names that a request's Host may have. */
  names(): string[]
  /** Whether callers may name files by path. */
  paths: boolean
}

export interface Door {
  server: Server
  /** Lets answers that are under way end, but not for long. */
  close(): Promise<void>
}

const bodyLimit = 32_000_000

export function makeDoor(parts: DoorParts, threshold: Threshold): Door {
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    answer(parts, threshold, streams, request, response).catch((error) => {
      if (!(error instanceof AppError)) parts.log("request failed", { url: request.url, ...errorDetail(error) })
      reply(response, statusOf(error), { ok: false, error: failure(error) })
    })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 10 * 60_000
  server.maxConnections = 200
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const stream of streams) stream.end()
    const sweep = setInterval(() => server.closeIdleConnections(), 20)
    const late = setTimeout(() => server.closeAllConnections(), 500)
    await closed
    clearInterval(sweep)
    clearTimeout(late)
  }
  return { server, close }
}

/** A refusal at the door has a status of its own; a call that fails has not: its reply says all. */
const statusOf = (error: unknown): number =>
  error instanceof AppError
    ? (({ unauthorized: 401, "not-found": 404, "too-large": 413 } as Record<string, number>)[error.code] ?? 400)
    : 500

async function answer(
  parts: DoorParts,
  { names, paths }: Threshold,
  streams: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(security)) response.setHeader(name, value)
  if (!meantForUs(request, names())) throw new AppError("unauthorized", { what: "host" })
  // Put together, not resolved: "//name/…" is a path here and no other host.
  const url = URL.parse(`http://127.0.0.1:80${request.url}`)
  if (!url) throw new AppError("invalid", { what: "address" })
  const [, door = "", rest = ""] = url.pathname.split("/", 3)
  if (!["call", "events", "upload", "scan", "tile"].includes(door))
    return serveFile(parts.pageFolder, url.pathname, request, response)
  if (!hasToken(request, parts.token)) throw new AppError("unauthorized", { what: "token" })
  if (door === "call" && request.method === "POST") {
    const input = await readJson(request)
    return reply(response, 200, await parts.router(rest, input, { paths }))
  }
  if (door === "events" && request.method === "GET") return streamEvents(parts.announcer, streams, response)
  if (door === "upload" && request.method === "PUT") {
    const uploadId = await parts.uploads.receive(url.searchParams.get("name") ?? "file", request)
    return reply(response, 200, { ok: true, value: { uploadId } })
  }
  if (door === "scan" && request.method === "GET")
    return sendPicture(response, (signal) => wholePicture(parts.pictures, rest, url, signal))
  if (door === "tile" && request.method === "GET")
    return sendPicture(response, (signal) => tilePicture(parts.pictures, url, signal))
  throw new AppError("not-found", { what: "address" })
}

/** Refuses what another site's page, or a name that points here, would send. */
function meantForUs(request: IncomingMessage, names: string[]): boolean {
  const { host, origin } = request.headers
  return names.includes(host ?? "") && (origin === undefined || names.some((one) => origin === `http://${one}`))
}

function hasToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? "")
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > bodyLimit) throw new AppError("too-large", { limit: bodyLimit })
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"))
  } catch {
    throw new AppError("invalid", { what: "json" })
  }
}

function reply(response: ServerResponse, status: number, body: Reply): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
  response.end(JSON.stringify(body))
}

/** Events as JSON lines, an empty line now and then so that a dead connection shows. */
function streamEvents(announcer: Announcer, streams: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" })
  response.write("\n")
  const leave = announcer.listen((name, data) => response.write(`${JSON.stringify({ name, data })}\n`))
  const beat = setInterval(() => response.write("\n"), 15_000)
  streams.add(response)
  response.on("close", () => {
    streams.delete(response)
    clearInterval(beat)
    leave()
  })
}

const isId = (text: string): boolean => /^[0-9a-z]{16}$/.test(text)

function wholePicture(pictures: Pictures, pageId: string, url: URL, signal: AbortSignal): Promise<string> {
  const width = Number(url.searchParams.get("width") ?? 1600)
  if (!isId(pageId) || !(width >= 16 && width <= 20_000)) throw new AppError("invalid", { what: "scan" })
  return pictures.whole(pageId, width, signal)
}

function tilePicture(pictures: Pictures, url: URL, signal: AbortSignal): Promise<string> {
  const found = /^\/tile\/([^/]+)\/(\d{1,2})\/(\d{1,4})_(\d{1,4})$/.exec(url.pathname)
  const [, pageId = "", ...numbers] = found ?? []
  if (!isId(pageId)) throw new AppError("invalid", { what: "tile" })
  const [level = 0, x = 0, y = 0] = numbers.map(Number)
  return pictures.tile(pageId, { level, x, y }, signal)
}

/** A picture never changes under its address. */
async function sendPicture(response: ServerResponse, picture: (signal: AbortSignal) => Promise<string>): Promise<void> {
  const gone = new AbortController()
  response.on("close", () => gone.abort())
  const path = await picture(gone.signal)
  response.writeHead(200, { "content-type": "image/jpeg", "cache-control": "private, max-age=31536000, immutable" })
  createReadStream(path)
    .on("error", () => response.destroy())
    .pipe(response)
}
