// The contract over every transport that there is, on a real library: the same tests run over all of them.
import type { Server } from "node:http"
import { join } from "node:path"
import { Readable } from "node:stream"
import { onTestFinished } from "vitest"
import { makeHandlers } from "../../electron/host/handlers.ts"
import { makeLoopback } from "../../electron/host/loopback.ts"
import { makePictures } from "../../electron/host/pictures.ts"
import { makeRouter } from "../../electron/host/router.ts"
import { makeUploads, type Uploads } from "../../electron/host/uploads.ts"
import { openWorkspace, type Workspace } from "../../electron/services/workspace.ts"
import type { Transport } from "../../shared/client.ts"
import type { Reply } from "../../shared/errors.ts"
import { tempFolder } from "../support/tempfolder.ts"

export const token = "t".repeat(48)

export interface Host {
  workspace: Workspace
  uploads: Uploads
  server: Server
  base: string
  logged: unknown[]
}

/** A host in this process, listening on a port of its own. */
export async function aHost(pageFolder = tempFolder()): Promise<Host> {
  const workspace = await openWorkspace({ dir: join(tempFolder(), "library"), create: true, jobs: 1 })
  const uploads = await makeUploads(workspace.library)
  const logged: unknown[] = []
  const log = (...said: unknown[]) => void logged.push(said)
  const router = makeRouter(makeHandlers(workspace, uploads), log)
  const { announcer } = workspace
  const server = makeLoopback({ router, announcer, uploads, pictures: makePictures(workspace), log, token, pageFolder })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(async () => {
    server.close()
    server.closeAllConnections()
    await workspace.close()
  })
  return { workspace, uploads, server, base: `http://127.0.0.1:${(server.address() as { port: number }).port}`, logged }
}

export interface Reach extends Transport {
  upload(name: string, text: string | Buffer): Promise<string>
}

function inProcess({ workspace, uploads, logged }: Host): Reach {
  const router = makeRouter(makeHandlers(workspace, uploads), (...said) => void logged.push(said))
  return {
    send: (name, input) => router(name, input, { paths: false }),
    subscribe: (listener) => workspace.announcer.listen(listener),
    upload: (name, text) => uploads.receive(name, Readable.from([Buffer.from(text)])),
  }
}

export const authorized = { authorization: `Bearer ${token}` }

function overHttp({ base }: Host): Reach {
  return {
    async send(name, input) {
      const request = { method: "POST", headers: authorized, body: JSON.stringify(input) }
      return (await (await fetch(`${base}/call/${encodeURIComponent(name)}`, request)).json()) as Reply
    },
    subscribe(listener) {
      const stop = new AbortController()
      const follow = async () => {
        const { body } = await fetch(`${base}/events`, { headers: authorized, signal: stop.signal })
        let rest = ""
        for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
          const lines = (rest + text).split("\n")
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
      const address = `${base}/upload?name=${encodeURIComponent(name)}`
      const response = await fetch(address, { method: "PUT", headers: authorized, body: text as string })
      return ((await response.json()) as { value: { uploadId: string } }).value.uploadId
    },
  }
}

export const transports: [name: string, reach: (host: Host) => Reach][] = [
  ["in process", inProcess],
  ["over HTTP", overHttp],
]
