// One child as its parent sees it: started, given one job at a time, watched, killed by its own number.
import { type ChildProcess, fork } from "node:child_process"
import { readFile } from "node:fs/promises"
import { AppError, type ErrorCode } from "../../shared/errors.ts"
import { type Job, Message, type Op, type Progress, values } from "./protocol.ts"

export interface Limits {
  /** Bytes of resident memory, looked at every 200 ms where the system tells. */
  memoryLimit: number
  /** A child that has said nothing for so long hangs: long jobs tell of their progress. */
  timeoutMs: number
}

export interface Watcher {
  onProgress(progress: Progress): void
  onWarning(text: string): void
}

export type Log = (text: string) => void

/** The child ended by itself in the middle of a job. */
export class Crash extends Error {}

const memoryEvery = 200

interface Current {
  id: number
  op: Op
  watcher: Watcher
  settle(error: Error | null, value?: unknown): void
}

export class EngineProcess {
  private readonly child: ChildProcess
  private readonly log: Log
  private current: Current | null
  jobs = 0
  alive = true

  constructor(entry: URL, log: Log) {
    this.log = log
    this.current = null
    this.child = fork(entry, { execPath: process.execPath, execArgv: [], serialization: "advanced", silent: true })
    this.child.on("message", (message) => this.hear(message))
    this.child.on("error", (error) => this.end(String(error)))
    this.child.on("exit", (code, signal) => this.end(`exit ${code ?? signal}`))
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => log(`engine ${this.child.pid}: ${text.trimEnd()}`))
    this.rest()
  }

  get pid() {
    return this.child.pid
  }

  /** One job. Rejects with an AppError, or with a Crash. */
  async run(job: Job, limits: Limits, signal: AbortSignal, watcher: Watcher): Promise<unknown> {
    const stop = (code: ErrorCode) => {
      const { current } = this
      this.kill()
      current?.settle(new AppError(code))
    }
    const onAbort = () => stop("cancelled")
    const timer = setTimeout(() => stop("engine-timeout"), limits.timeoutMs)
    const heard = {
      onProgress(progress: Progress) {
        timer.refresh()
        watcher.onProgress(progress)
      },
      onWarning: watcher.onWarning,
    }
    const memory = setInterval(async () => {
      if ((await residentBytes(this.pid)) > limits.memoryLimit && this.current) stop("engine-memory")
    }, memoryEvery)
    signal.addEventListener("abort", onAbort, { once: true })
    this.wake()
    try {
      return await this.ask(job, heard)
    } finally {
      clearTimeout(timer)
      clearInterval(memory)
      signal.removeEventListener("abort", onAbort)
      this.current = null
      this.rest()
    }
  }

  kill() {
    this.alive = false
    this.child.kill("SIGKILL")
  }

  private ask(job: Job, watcher: Watcher): Promise<unknown> {
    const id = ++this.jobs
    return new Promise((resolve, reject) => {
      const settle = (error: Error | null, value?: unknown) => (error ? reject(error) : resolve(value))
      this.current = { id, op: job.op, watcher, settle }
      if (!this.alive) return reject(new Crash("the engine was gone"))
      this.child.send({ id, job }, (error) => error && this.end(String(error)))
    })
  }

  /** What a child says is believed only as far as it fits the protocol. */
  private hear(message: unknown) {
    const { current } = this
    const parsed = Message.safeParse(message)
    if (!current || (parsed.success && parsed.data.id !== current.id)) return
    if (!parsed.success) return current.settle(new Crash(`unknown message: ${parsed.error.message}`))
    const { data } = parsed
    if ("progress" in data) return current.watcher.onProgress(data.progress)
    if ("warning" in data) return current.watcher.onWarning(data.warning)
    if (data.ok) {
      const value = values[current.op].safeParse(data.value)
      return value.success ? current.settle(null, value.data) : current.settle(new Crash(value.error.message))
    }
    if (data.cause) this.log(`engine ${this.pid}: ${current.op} failed: ${data.cause}`)
    current.settle(new AppError(data.error.code, data.error.detail))
  }

  private end(reason: string) {
    this.alive = false
    this.current?.settle(new Crash(reason))
  }

  /** An idle child keeps nobody's event loop alive. */
  private rest() {
    this.child.unref()
    this.child.channel?.unref()
    for (const stream of [this.child.stdout, this.child.stderr]) (stream as { unref?(): void } | null)?.unref?.()
  }

  private wake() {
    this.child.ref()
    this.child.channel?.ref()
  }
}

/** 0 where the system has no /proc or the process is gone. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "latin1").catch(() => "")
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024
}
