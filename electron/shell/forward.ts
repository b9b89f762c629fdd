// The page's requests to the host's socket. A request's body is read whole, an answer's is passed on as it comes; when the
// page stops reading, the host is told by the connection's end.
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http"
import { Readable } from "node:stream"
import type { ReadableStream } from "node:stream/web"
import { isOurs } from "./origin.ts"

export type Forward = (request: Request) => Promise<Response>

/** They speak of one connection; the host's answer comes to the page over another. */
const hopByHop = ["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer"]
const ofConnection = new Set([...hopByHop, "transfer-encoding", "upgrade", "proxy-connection"])

function passed(headers: IncomingHttpHeaders): [string, string][] {
  const named = new Set(headers.connection?.split(",").map((name) => name.trim().toLowerCase()))
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || ofConnection.has(name) || named.has(name) ? [] : [[name, [value].flat().join(", ")]],
  )
}

const bodiless = new Set([101, 204, 205, 304])

export function makeForward({ socket, token }: { socket: string; token: string }): Forward {
  return async (asked) => {
    const { origin } = Object.fromEntries(asked.headers)
    if (!isOurs(asked.url) || (origin !== undefined && !isOurs(origin))) return new Response(null, { status: 403 })
    const url = new URL(asked.url)
    const body = asked.body ? Buffer.from(await asked.arrayBuffer()) : null
    const headers = {
      ...Object.fromEntries(passed(Object.fromEntries(asked.headers))),
      ...(origin !== undefined && { origin: "http://jiaoyang" }),
      host: "jiaoyang",
      authorization: `Bearer ${token}`,
      ...(body && { "content-length": body.length }),
    }
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) =>
        request({ socketPath: socket, path: url.pathname + url.search, method: asked.method, headers, agent: false })
          .on("response", resolve)
          .on("error", reject)
          .end(body),
      )
      const status = answer.statusCode ?? 502
      const init = { status, headers: passed(answer.headers) }
      if (!bodiless.has(status)) return new Response(Readable.toWeb(answer) as ReadableStream, init)
      answer.resume()
      return new Response(null, init)
    } catch {
      // No host there: for the page the same as no network, and it asks again.
      return Response.error()
    }
  }
}
