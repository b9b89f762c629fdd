// The parent side: a bounded number of children, started when needed and replaced when they hang, crash, swell, are
// cancelled or have done their share.
import { AppError, type ErrorCode } from "../../shared/errors.ts"
import { Crash, EngineProcess, type Limits, type Log } from "./process.ts"
import type { Job, Op, Progress, Value } from "./protocol.ts"
import { makeTimeLeft } from "./timeleft.ts"

export interface EnginePoolOptions extends Limits {
  size: number
  /** A child that has had nothing to do for so long is ended. */
  idleMs?: number
  log: Log
  /** The child's program; tests put a faulty one here. */
  entry?: URL
}

export interface JobProgress extends Progress {
  /** Until the page is read; null where that cannot be told yet. */
  secondsLeft: number | null
}

export interface RunOptions {
  signal?: AbortSignal
  onProgress?(progress: JobProgress): void
  /** Something went wrong that does not spoil the whole, such as one block that could not be read. */
  onWarning?(text: string): void
}

export interface EnginePool {
  run<O extends Op>(job: Extract<Job, { op: O }>, options?: RunOptions): Promise<Value<O>>
  /** Ends all children; jobs under way are rejected as cancelled. */
  close(): Promise<void>
}

/** Native libraries and language models keep growing a little: a new child is cheap. */
const jobsPerChild = 25
const defaultEntry = new URL(import.meta.url.endsWith(".ts") ? "./main.ts" : "./main.js", import.meta.url)

export const makeEnginePool = (options: EnginePoolOptions): EnginePool => new Pool(options)

class Pool implements EnginePool {
  private readonly options: Required<EnginePoolOptions>
  private readonly closed = new AbortController()
  private readonly idle = new Map<EngineProcess, NodeJS.Timeout>()
  private readonly waiting: (() => void)[] = []
  private busy = 0

  constructor(options: EnginePoolOptions) {
    this.options = { idleMs: 60_000, entry: defaultEntry, ...options }
  }

  async run<O extends Op>(job: Extract<Job, { op: O }>, run: RunOptions = {}): Promise<Value<O>> {
    const signal = run.signal ? AbortSignal.any([run.signal, this.closed.signal]) : this.closed.signal
    await turn(signal, this.waiting, () => this.busy < this.options.size && ++this.busy > 0)
    try {
      return (await this.withRetry(job, signal, run)) as Value<O>
    } finally {
      this.busy--
      this.waiting.shift()?.()
    }
  }

  async close() {
    this.closed.abort()
    for (const [child, timer] of this.idle) {
      clearTimeout(timer)
      child.kill()
    }
    this.idle.clear()
  }

  /** It may be an accident, or of what the child did before: the same job gets one fresh child. */
  private async withRetry(job: Job, signal: AbortSignal, run: RunOptions): Promise<unknown> {
    try {
      return await this.once(this.take(), job, signal, run)
    } catch (error) {
      if (!isFault(error) || signal.aborted) throw outcome(error, job, signal)
      this.options.log(`engine failed at ${job.op}, tried again: ${error.message}`)
    }
    try {
      return await this.once(this.takeFresh(), job, signal, run)
    } catch (error) {
      if (isFault(error)) this.options.log(`engine failed again at ${job.op}: ${error.message}`)
      throw outcome(error, job, signal)
    }
  }

  private async once(child: EngineProcess, job: Job, signal: AbortSignal, run: RunOptions): Promise<unknown> {
    const timeLeft = makeTimeLeft(() => performance.now())
    const watcher = {
      onProgress: (progress: Progress) => run.onProgress?.({ ...progress, secondsLeft: timeLeft(progress) }),
      onWarning: (text: string) => (run.onWarning ?? this.options.log)(text),
    }
    try {
      return await child.run(job, this.options, signal, watcher)
    } catch (error) {
      if (isFault(error)) child.kill()
      throw error
    } finally {
      this.give(child)
    }
  }

  private take(): EngineProcess {
    for (let child = this.idleChild(); child; child = this.idleChild()) if (child.alive) return child
    return this.takeFresh()
  }

  /** A new child; where there are as many as may be, an idle one makes room for it. */
  private takeFresh(): EngineProcess {
    if (this.idle.size + this.busy > this.options.size) this.idleChild()?.kill()
    return new EngineProcess(this.options.entry, this.options.log)
  }

  private idleChild(): EngineProcess | undefined {
    const [first] = this.idle
    if (!first) return
    const [child, timer] = first
    clearTimeout(timer)
    this.idle.delete(child)
    return child
  }

  private give(child: EngineProcess) {
    if (!child.alive || child.jobs >= jobsPerChild || this.closed.signal.aborted) return child.kill()
    const end = () => {
      this.idle.delete(child)
      child.kill()
    }
    this.idle.set(child, setTimeout(end, this.options.idleMs).unref())
  }
}

const faults: ErrorCode[] = ["engine-failed", "engine-timeout", "engine-memory"]

/** The child's own failure, not something it found out about the job. */
const isFault = (error: unknown): error is Error =>
  error instanceof Crash || (error instanceof AppError && faults.includes(error.code))

function outcome(error: unknown, { op }: Job, signal: AbortSignal): unknown {
  if (signal.aborted) return new AppError("cancelled")
  return error instanceof Crash ? new AppError("engine-failed", { op }) : error
}

/** First come, first served; `claim` looks and takes in one step. Leaving the queue takes no child with it. */
async function turn(signal: AbortSignal, waiting: (() => void)[], claim: () => boolean) {
  const cancelled = () => new AppError("cancelled")
  if (signal.aborted) throw cancelled()
  while (!claim())
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(go), 1)
        reject(cancelled())
      }
      const go = () => {
        signal.removeEventListener("abort", leave)
        resolve()
      }
      signal.addEventListener("abort", leave, { once: true })
      waiting.push(go)
    })
}
