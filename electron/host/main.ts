// The host: plain Node, the same program under a browser, Electron's shell and the tests. Its parent says on one line of
// stdin what to open; it says on one line of stdout where it listens, or why it cannot. It ends when stdin closes.
import { createInterface } from "node:readline"
import { failure } from "../../shared/errors.ts"
import { openWorkspace, type Workspace } from "../services/workspace.ts"
import { makeHandlers } from "./handlers.ts"
import { makeLoopback } from "./loopback.ts"
import { HostOrders } from "./orders.ts"
import { makePictures } from "./pictures.ts"
import { makeRouter } from "./router.ts"
import { makeUploads } from "./uploads.ts"

async function listen(
  workspace: Workspace,
  { port, token, pageFolder }: HostOrders,
): Promise<{ port: number; close(): void }> {
  const { announcer, log } = workspace
  const uploads = await makeUploads(workspace.library)
  const router = makeRouter(makeHandlers(workspace, uploads), log)
  const server = makeLoopback({ router, announcer, uploads, pictures: makePictures(workspace), log, token, pageFolder })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { port: (server.address() as { port: number }).port, close }
}

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

async function run(orders: HostOrders): Promise<() => Promise<void>> {
  const workspace = await openWorkspace({ dir: orders.library, create: true })
  try {
    const { port, close } = await listen(workspace, orders)
    say({ ok: true, port, pid: process.pid })
    return async () => {
      close()
      await workspace.close()
    }
  } catch (error) {
    await workspace.close()
    throw error
  }
}

let stop: Promise<(() => Promise<void>) | null> = Promise.resolve(null)
let ending = false

async function end(): Promise<void> {
  if (ending) return
  ending = true
  await (await stop)?.()
  process.exit(0)
}

const input = createInterface({ input: process.stdin })
input.once("line", (line) => {
  stop = run(HostOrders.parse(JSON.parse(line))).catch((error) => {
    const busyPort = error instanceof Error && "code" in error && error.code === "EADDRINUSE"
    say({ ok: false, error: failure(error), busyPort, cause: busyPort ? "" : String(error) })
    process.exit(1)
  })
})
input.once("close", end)
process.once("SIGTERM", end)
process.once("SIGINT", end)
process.on("uncaughtException", (error) => {
  // Nothing acknowledged is in memory only: dying is safe, and whoever started this host starts another.
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
