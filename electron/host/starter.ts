// The one who starts a host: again at the same address when it dies, with another library when it says so. The page then
// sends again what was not acknowledged.
import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { AppError, type Failure, failure } from "../../shared/errors.ts"
import type { HostOrders, Listen } from "./orders.ts"

export interface StarterParts {
  /** A plain Node. */
  node: string
  /** `host/main.ts`. */
  program: string
  /** Hears of each library that was opened. */
  opened(library: string): void
  /** Hears that a host died and another one is started. */
  died(): void
}

export interface Keeper {
  listen: Listen
  /** Settles when it was stopped; fails when no host can be kept alive. */
  ended: Promise<void>
  stop(): Promise<void>
}

export interface Socket {
  path: string
  remove(): void
}

/** A place for a socket that only this user can reach. */
export function makeSocket(): Socket {
  if (process.platform === "win32")
    return { path: `\\\\.\\pipe\\jiaoyang-${randomBytes(16).toString("hex")}`, remove: () => {} }
  // A socket's path must fit into about 100 bytes. mkdtemp makes folders that only their owner can enter.
  const folder = mkdtempSync(join(Buffer.byteLength(tmpdir()) < 70 ? tmpdir() : "/tmp", "jiaoyang-"))
  return { path: join(folder, "host"), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Something else listens where the host should. */
export class BusyAddress extends Error {}

/** The host dies of itself whenever it is started. */
export class HostLost extends Error {}

interface Host {
  child: ChildProcess
  listen: Listen
  /** How it ended, and which library it said is wanted next. */
  ended: Promise<{ signal: NodeJS.Signals | null; next: string | null }>
}

type Said =
  | { ok: true; listen: Listen }
  | { ok: false; error: Failure; busyPort: boolean; cause: string }
  | { ok?: undefined; open: string }

async function startHost(orders: HostOrders, { node, program }: StarterParts): Promise<Host> {
  const child = spawn(node, [program], { stdio: ["pipe", "pipe", "inherit"], windowsHide: true })
  child.stdin.on("error", () => {})
  child.stdin.write(`${JSON.stringify(orders)}\n`)
  let next: string | null = null
  const ended = new Promise<Awaited<Host["ended"]>>((resolve) =>
    child.once("exit", (code, signal) => {
      const done = () => resolve({ signal, next })
      // What a host said that ended in order is read to its end; engines may hold the output of one that died.
      if (code === 0) child.once("close", done)
      else done()
    }),
  )
  const said = await new Promise<Said>((resolve, reject) => {
    child.once("error", reject)
    void ended.then(() => reject(new Error("host ended before it listened")))
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (!line.startsWith("{")) return
      const heard = JSON.parse(line) as Said
      if (heard.ok === undefined) next = heard.open
      else resolve(heard)
    })
  })
  if (said.ok) return { child, listen: said.listen, ended }
  if (said.ok === undefined) throw new Error("host left before it listened")
  if (said.busyPort) throw new BusyAddress()
  if (said.cause && said.error.code === "internal") process.stderr.write(`${said.cause}\n`)
  throw new AppError(said.error.code, said.error.detail)
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Deaths so soon after a start count together. */
const soon = 30_000
const mostDeaths = 5

/** Starts a host and keeps one running until it is stopped. Fails where the first cannot be started. */
export async function keepHost(given: HostOrders, parts: StarterParts): Promise<Keeper> {
  let host = await startHost(given, parts)
  let orders: HostOrders = { ...given, listen: host.listen }
  let stopping = false
  parts.opened(orders.library)

  /** A few tries, for the address may need a moment to be free. */
  async function again(): Promise<Host> {
    for (let left = 5; ; left--)
      try {
        return await startHost(orders, parts)
      } catch (error) {
        if (!left || stopping) throw error
        await wait(300)
      }
  }

  /** A host on the other library, or on the former one where the other cannot be opened. */
  async function over(library: string): Promise<Host> {
    try {
      const there = await startHost({ ...orders, library, failed: null }, parts)
      orders = { ...orders, library, failed: null }
      parts.opened(library)
      return there
    } catch (error) {
      orders = { ...orders, failed: { path: library, error: failure(error) } }
      return again()
    }
  }

  async function keep(): Promise<void> {
    for (let deaths = 0; ; ) {
      const since = performance.now()
      const { signal, next } = await host.ended
      if (stopping) return
      if (next === null) {
        // One that was killed from outside is not to blame.
        if (signal !== "SIGKILL") deaths = performance.now() - since > soon ? 1 : deaths + 1
        if (deaths >= mostDeaths) throw new HostLost()
        parts.died()
      }
      host = next === null ? await again() : await over(next)
      if (stopping) host.child.stdin?.end()
    }
  }

  const ended = keep().catch((error) => {
    if (!stopping) throw error
  })
  return {
    listen: host.listen,
    ended,
    async stop() {
      stopping = true
      host.child.stdin?.end()
      // All that was acknowledged is on the disk.
      const late = setTimeout(() => host.child.kill("SIGKILL"), 10_000)
      await ended.catch(() => {})
      clearTimeout(late)
    },
  }
}
