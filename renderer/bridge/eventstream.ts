// One endless response with the host's events. When it breaks, it is asked for again after 1, 2, then every 5 seconds.
import { jsonLines } from "./jsonlines.ts"

export type StreamState = "connecting" | "open" | "lost" | "denied"
type Hear = (name: string, data: unknown) => void

export interface EventStream {
  subscribe(listener: Hear): () => void
  /** Hears the present state at once and every change after it. */
  watch(listener: (state: StreamState) => void): () => void
}

/** Milliseconds to wait before the attempt after `failures` failed ones. */
export const backoff = (failures: number): number => [1000, 2000][failures - 1] ?? 5000

async function readAll(body: ReadableStream<Uint8Array>, say: Hear): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  const cut = jsonLines()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    for (const event of cut(value) as ({ name?: unknown; data?: unknown } | null)[])
      if (typeof event?.name === "string") say(event.name, event.data)
  }
}

/** Opens the stream and keeps it open for the life of the page. */
export function openStream(request: (signal: AbortSignal) => Promise<Response>): EventStream {
  const listeners = new Set<Hear>()
  const watchers = new Set<(state: StreamState) => void>()
  let state: StreamState = "connecting"
  const become = (next: StreamState) => {
    if (next === state) return
    state = next
    for (const watcher of watchers) watcher(next)
  }
  const say: Hear = (name, data) => {
    for (const listener of listeners) listener(name, data)
  }
  void keepOpen(() => listen(request, say, () => become("open")), become)
  return {
    subscribe: (listener) => added(listeners, listener),
    watch: (watcher) => {
      watcher(state)
      return added(watchers, watcher)
    },
  }
}

function added<T>(set: Set<T>, one: T): () => void {
  set.add(one)
  return () => set.delete(one)
}

/** One attempt, to its end. */
async function listen(
  request: (signal: AbortSignal) => Promise<Response>,
  say: Hear,
  opened: () => void,
): Promise<"opened" | "refused" | "denied"> {
  const gone = new AbortController()
  let result: "opened" | "refused" = "refused"
  try {
    const response = await request(gone.signal)
    if (response.status === 401) return "denied"
    if (!response.ok || !response.body) return result
    result = "opened"
    opened()
    await readAll(response.body, say)
  } catch {
    // A stream that breaks ends like one that was closed: it is asked for again.
  } finally {
    gone.abort()
  }
  return result
}

async function keepOpen(attempt: () => ReturnType<typeof listen>, become: (state: StreamState) => void) {
  for (let failures = 1; ; failures++) {
    const result = await attempt()
    if (result === "denied") return become("denied")
    if (result === "opened") failures = 1
    become("lost")
    await new Promise((resolve) => setTimeout(resolve, backoff(failures)))
  }
}
