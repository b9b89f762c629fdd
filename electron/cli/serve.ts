// jiaoyang serve: keeps a host running and prints the address to open.
import { randomBytes } from "node:crypto"
import { homedir } from "node:os"
import { join } from "node:path"
import { BusyAddress, HostLost, type Keeper, keepHost } from "../host/starter.ts"
import { programFolder } from "../services/version.ts"
import { openInBrowser } from "./browser.ts"
import { buildPage, pageFolder } from "./build.ts"
import { complain, exit, UsageError } from "./failing.ts"
import { inLanguage } from "./words.ts"

export const usualLibrary = (): string => process.env.JIAOYANG_LIBRARY || join(homedir(), "Jiaoyang")

export interface ServeOptions {
  library: string
  port: number
  open: boolean
}

const again = () => complain(inLanguage("后台意外结束，正在重新启动", "the host ended unexpectedly; starting it again"))

async function started(library: string, port: number, token: string): Promise<Keeper> {
  const opened = (path: string) =>
    complain(inLanguage(`资料库：${path}　按 Ctrl+C 结束`, `Library: ${path}  Ctrl+C ends`))
  const program = join(programFolder, "electron", "host", "main.ts")
  const orders = { library, listen: { port }, token, pageFolder, failed: null }
  try {
    return await keepHost(orders, { node: process.execPath, program, opened, died: again })
  } catch (error) {
    if (!(error instanceof BusyAddress)) throw error
    throw new UsageError(inLanguage(`端口 ${port} 已被占用`, `port ${port} is in use`))
  }
}

export async function serve({ library, port, open }: ServeOptions): Promise<number> {
  await buildPage()
  const token = randomBytes(24).toString("hex")
  const host = await started(library, port, token)
  const address = "port" in host.listen ? `http://127.0.0.1:${host.listen.port}/#token=${token}` : ""
  process.stdout.write(`${address}\n`)
  if (open) openInBrowser(address)
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void host.stop())
  try {
    await host.ended
    return exit.done
  } catch (error) {
    if (!(error instanceof HostLost)) throw error
    complain(
      inLanguage(
        "后台一再意外结束，不再启动；详情见资料库的 cache/log.jsonl",
        "the host keeps ending unexpectedly and is not started again; see cache/log.jsonl in the library",
      ),
    )
    return exit.someFailed
  }
}
