// The host behind the page's own origin: calls, events, uploads and pictures over fetch, in a browser each with the launch token.
import { z } from "zod"
import type { Transport } from "../../shared/client.ts"
import { AppError, type Reply, unwrap } from "../../shared/errors.ts"
import { FailureData } from "../../shared/model/failure.ts"
import { type EventStream, openStream } from "./eventstream.ts"
import { atMost } from "./limit.ts"

/** The host did not answer at all; the request may be sent again. */
export class Unreachable extends Error {}

export interface Host extends Transport {
  events: EventStream
  /** Sends a call as the page ends; nobody is left to hear the answer. */
  sendLast(name: string, input: unknown): void
  /** Streams one file to the host; at most two at a time. */
  upload(name: string, body: Blob, signal: AbortSignal): Promise<string>
  scan(pageId: string, width: number, signal: AbortSignal): Promise<Blob>
  tiles(pageId: string): TileDoor
}

/** How a viewer that fetches by itself asks for the tiles of a scan. */
export interface TileDoor {
  address(level: number, x: number, y: number): string
  headers: Readonly<Record<string, string>>
}

const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: FailureData }),
])

const Uploaded = z.object({ uploadId: z.string() })

async function replyOf(response: Response): Promise<Reply> {
  const answer = Answer.safeParse(await response.json().catch(() => null))
  if (answer.success) return answer.data as Reply
  return { ok: false, error: { code: response.status === 401 ? "unauthorized" : "internal", detail: {} } }
}

/** Without a token where the window's own program vouches for the page. */
export function loopback(token: string | null): Host {
  const allowed: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { ...(init.headers as Record<string, string> | undefined), ...allowed }
    try {
      return await fetch(path, { ...init, headers })
    } catch (error) {
      if (init.signal?.aborted) throw error
      throw new Unreachable(path)
    }
  }
  const events = openStream((signal) => ask("/events", { signal }))
  const oneOfTwo = atMost(2)
  return {
    events,
    subscribe: (listener) => events.subscribe(listener),
    send: async (name, input) => {
      const headers = { "content-type": "application/json" }
      return replyOf(await ask(`/call/${name}`, { method: "POST", headers, body: JSON.stringify(input) }))
    },
    sendLast: (name, input) => {
      const headers = { "content-type": "application/json" }
      ask(`/call/${name}`, { method: "POST", headers, body: JSON.stringify(input), keepalive: true }).catch(() => {})
    },
    upload: (name, body, signal) =>
      oneOfTwo(async () => {
        const path = `/upload?name=${encodeURIComponent(name)}`
        return Uploaded.parse(unwrap(await replyOf(await ask(path, { method: "PUT", body, signal })))).uploadId
      }),
    scan: async (pageId, width, signal) => {
      const response = await ask(`/scan/${pageId}?width=${width}`, { signal })
      if (response.ok) return response.blob()
      const reply = await replyOf(response)
      throw reply.ok ? new AppError("internal") : new AppError(reply.error.code, reply.error.detail)
    },
    tiles: (pageId) => ({
      address: (level, x, y) => `/tile/${pageId}/${level}/${x}_${y}`,
      headers: allowed,
    }),
  }
}
