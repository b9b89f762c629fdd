// The host: plain Node, the same program under a browser, Electron's shell and the tests. Its parent says on one line of
// stdin what to open; it says on one line of stdout where it listens, or why it cannot, and on another
// which library is wanted instead of this one. It ends when stdin closes.
import { createInterface } from "node:readline"
import { failure } from "../../shared/errors.ts"
import { libraryId } from "../services/library/library.ts"
import { errorDetail } from "../services/log.ts"
import { rememberOpened } from "../services/recent.ts"
import { openWorkspace, type Workspace } from "../services/workspace.ts"
import { makeHandlers } from "./handlers.ts"
import { makeLibraries } from "./libraries.ts"
import { type Listening, listenAt } from "./listen.ts"
import { HostOrders } from "./orders.ts"
import { makePictures } from "./pictures.ts"
import { makeRouter } from "./router.ts"
import { makeUploads } from "./uploads.ts"

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

/** Ends in order, and has whoever started this host open another library at the same address. */
function leaveFor(dir: string): void {
  say({ open: dir })
  // The answer is under way by then.
  setImmediate(end)
}

async function serve(workspace: Workspace, { listen, token, pageFolder, failed }: HostOrders): Promise<Listening> {
  const { library, announcer, log } = workspace
  const currentId = await libraryId(library)
  await rememberOpened(currentId, library.dir, library.now()).catch((error) =>
    log("recent libraries not written", errorDetail(error)),
  )
  const uploads = await makeUploads(library)
  const libraries = makeLibraries({ library, currentId, failed, leaveFor })
  const router = makeRouter(makeHandlers(workspace, uploads, libraries), log)
  return listenAt(listen, { router, announcer, uploads, pictures: makePictures(workspace), log, token, pageFolder })
}

async function run(orders: HostOrders): Promise<() => Promise<void>> {
  const workspace = await openWorkspace({ dir: orders.library, create: true })
  try {
    const { listen, close } = await serve(workspace, orders)
    say({ ok: true, listen })
    return async () => {
      await close()
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
