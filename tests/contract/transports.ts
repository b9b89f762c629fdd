// The contract over every transport that there is, on a real library: the same tests run over all of them.
import { join } from "node:path"
import { Readable } from "node:stream"
import { onTestFinished } from "vitest"
import { makeHandlers } from "../../electron/host/handlers.ts"
import { makeLibraries } from "../../electron/host/libraries.ts"
import { listenAt } from "../../electron/host/listen.ts"
import { makePictures } from "../../electron/host/pictures.ts"
import { makeRouter, type Router } from "../../electron/host/router.ts"
import { makeUploads, type Uploads } from "../../electron/host/uploads.ts"
import { libraryId } from "../../electron/services/library/library.ts"
import { openWorkspace, type Workspace } from "../../electron/services/workspace.ts"
import { type Forward, makeForward } from "../../electron/shell/forward.ts"
import { origin } from "../../electron/shell/origin.ts"
import type { Transport } from "../../shared/client.ts"
import type { Reply } from "../../shared/errors.ts"
import { tempFolder } from "../support/tempfolder.ts"

export const token = "t".repeat(48)

export interface Host {
  workspace: Workspace
  uploads: Uploads
  base: string
  socket: string
  /** What the window sends its requests through. */
  forward: Forward
  logged: unknown[]
  /** Libraries that the host would have left for. */
  leftFor: string[]
  router: Router
}

/** A host in this process, listening on a port of its own and on a socket. */
export async function aHost(pageFolder = tempFolder()): Promise<Host> {
  const workspace = await openWorkspace({ dir: join(tempFolder(), "library"), create: true, jobs: 1 })
  const { library, announcer } = workspace
  const uploads = await makeUploads(library)
  const logged: unknown[] = []
  const leftFor: string[] = []
  // A busy machine is no fault.
  const log = (...said: unknown[]) => void (said[0] === "slow call" || logged.push(said))
  const leaveFor = (dir: string) => void leftFor.push(dir)
  const currentId = await libraryId(library)
  const libraries = makeLibraries({ library, currentId, failed: null, leaveFor })
  const router = makeRouter(makeHandlers(workspace, uploads, libraries), log)
  const parts = { router, announcer, uploads, pictures: makePictures(workspace), log, token, pageFolder }
  const socket = join(tempFolder(), "host")
  const [loopback, window] = await Promise.all([listenAt({ port: 0 }, parts), listenAt({ socket }, parts)])
  onTestFinished(async () => {
    await Promise.all([loopback.close(), window.close()])
    await workspace.close()
  })
  const { port } = loopback.listen as { port: number }
  const forward = makeForward({ socket, token })
  return { workspace, uploads, base: `http://127.0.0.1:${port}`, socket, forward, logged, leftFor, router }
}

export interface Reach extends Transport {
  upload(name: string, text: string | Buffer): Promise<string>
}

function inProcess({ workspace, uploads, router }: Host): Reach {
  return {
    send: (name, input) => router(name, input, { paths: false }),
    subscribe: (listener) => workspace.announcer.listen(listener),
    upload: (name, text) => uploads.receive(name, Readable.from([Buffer.from(text)])),
  }
}

export const authorized = { authorization: `Bearer ${token}` }

const overHttp = ({ base }: Host): Reach => over((path, init) => fetch(base + path, { ...init, headers: authorized }))

/** As the window does it: no token, through the forwarder to the socket. */
const overSocket = ({ forward }: Host): Reach => over((path, init) => forward(new Request(origin + path, init)))

function over(ask: (path: string, init: RequestInit) => Promise<Response>): Reach {
  return {
    async send(name, input) {
      const request = { method: "POST", body: JSON.stringify(input) }
      return (await (await ask(`/call/${encodeURIComponent(name)}`, request)).json()) as Reply
    },
    subscribe(listener) {
      const stop = new AbortController()
      const follow = async () => {
        const { body } = await ask("/events", { signal: stop.signal })
        const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
        stop.signal.addEventListener("abort", () => void reader?.cancel().catch(() => {}))
        let rest = ""
        for (;;) {
          const { done, value } = (await reader?.read()) ?? { done: true, value: "" }
          if (done) return
          const lines = (rest + value).split("\n")
          rest = lines.pop() ?? ""
          for (const line of lines.filter(Boolean)) {
            const { name, data } = JSON.parse(line) as { name: string; data: unknown }
            listener(name, data)
          }
        }
      }
      follow().catch(() => {})
      return () => stop.abort()
    },
    async upload(name, text) {
      const response = await ask(`/upload?name=${encodeURIComponent(name)}`, { method: "PUT", body: text as string })
      return ((await response.json()) as { value: { uploadId: string } }).value.uploadId
    },
  }
}

export const transports: [name: string, reach: (host: Host) => Reach][] = [
  ["in process", inProcess],
  ["over HTTP", overHttp],
  ["through the window's scheme", overSocket],
]
