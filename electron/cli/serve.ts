// jiaoyang serve: starts the host, prints the address to open, and starts the host again on the same address when it
// dies. The page then sends again what was not acknowledged.
import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { homedir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { AppError, type Failure } from "../../shared/errors.ts"
import type { HostOrders } from "../host/orders.ts"
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

const program = fileURLToPath(new URL("../host/main.ts", import.meta.url))

interface Host {
  child: ChildProcess
  port: number
}

type Said = { ok: true; port: number } | { ok: false; error: Failure; busyPort: boolean; cause: string }

async function startHost(orders: HostOrders): Promise<Host> {
  const child = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] })
  child.stdin.on("error", () => {})
  child.stdin.write(`${JSON.stringify(orders)}\n`)
  const said = await new Promise<Said>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve(JSON.parse(line) as Said))
    child.once("exit", (code) => reject(new Error(`host ended with ${code}`)))
  })
  if (said.ok) return { child, port: said.port }
  if (said.busyPort) throw new UsageError(inLanguage(`端口 ${orders.port} 已被占用`, `port ${orders.port} is in use`))
  if (said.cause && said.error.code === "internal") complain(said.cause)
  throw new AppError(said.error.code, said.error.detail)
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Starts a host again after it died; a few tries, for the port may need a moment to be free. */
async function again(orders: HostOrders): Promise<Host> {
  for (let left = 5; ; left--)
    try {
      return await startHost(orders)
    } catch (error) {
      if (!left) throw error
      await wait(300)
    }
}

export async function serve({ library, port, open }: ServeOptions): Promise<number> {
  await buildPage()
  const orders: HostOrders = { library, port, token: randomBytes(24).toString("hex"), pageFolder }
  let host = await startHost(orders)
  orders.port = host.port
  const address = `http://127.0.0.1:${host.port}/#token=${orders.token}`
  process.stdout.write(`${address}\n`)
  complain(inLanguage(`资料库：${library}　按 Ctrl+C 结束`, `Library: ${library}  Ctrl+C ends`))
  if (open) openInBrowser(address)
  let ending = false
  const end = () => {
    ending = true
    host.child.stdin?.end()
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end)
  for (;;) {
    if (host.child.exitCode === null && host.child.signalCode === null)
      await new Promise((resolve) => host.child.once("exit", resolve))
    if (ending) return exit.done
    complain(inLanguage("后台意外结束，正在重新启动", "the host ended unexpectedly; starting it again"))
    host = await again(orders)
  }
}
