// The host behind the window: on plain Node, which lies beside the program, and reached by a socket.
import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { app } from "electron"
import { bundledNode } from "../cli/bundlednode.mjs"
import { keepHost, makeSocket } from "../host/starter.ts"
import { type Forward, makeForward } from "./forward.ts"
import { origin } from "./origin.ts"

export interface HostBehind {
  forward: Forward
  /** One call of the contract on the window's own behalf; what it answers is for the page to see. */
  call(name: "import.start" | "library.open", input: object): Promise<void>
  /** Fails when no host can be kept alive. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** What plain Node reads cannot lie in the archive: it lies beside it. */
const programFolder = (): string => (app.isPackaged ? `${app.getAppPath()}.unpacked` : app.getAppPath())

export async function startHost(library: string, opened: (path: string) => void): Promise<HostBehind> {
  const folder = programFolder()
  const node = bundledNode(join(folder, "package.json"))
  if (!node) throw new Error(`no Node in ${folder}`)
  const socket = makeSocket()
  const token = randomBytes(24).toString("hex")
  const orders = { library, listen: { socket: socket.path }, token, pageFolder: join(folder, "out", "renderer") }
  const program = join(folder, "electron", "host", "main.ts")
  try {
    const keeper = await keepHost({ ...orders, failed: null }, { node, program, opened, died: () => {} })
    const forward = makeForward({ socket: socket.path, token })
    return {
      forward,
      call: async (name, input) => {
        await forward(new Request(`${origin}/call/${name}`, { method: "POST", body: JSON.stringify(input) }))
      },
      ended: keeper.ended,
      stop: () => keeper.stop().finally(socket.remove),
    }
  } catch (error) {
    socket.remove()
    throw error
  }
}
