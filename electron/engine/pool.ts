// The parent side: a bounded number of children, started when needed and replaced when they hang, crash, swell, are
// cancelled or have done their share.
import { AppError } from "../../shared/errors.ts"
import { Crash, EngineProcess, type Limits, type Log } from "./process.ts"
import type { Job, Op, Progress, Value } from "./protocol.ts"

export interface EnginePoolOptions extends Limits {
  size: number
  /** A child that has had nothing to do for so long is ended. */
  idleMs?: number
  log: Log
  /** The child's program; tests put a faulty one here. */
  entry?: URL
}

export interface RunOptions {
  signal?: AbortSignal
  onProgress?(progress: Progress): void
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

export function makeEnginePool(options: EnginePoolOptions): EnginePool {
  const { size, idleMs = 60_000, log, entry = defaultEntry } = options
  const closed = new AbortController()
  const idle = new Map<EngineProcess, NodeJS.Timeout>()
  const waiting: (() => void)[] = []
  let busy = 0

  const take = (): EngineProcess => {
    for (const [child, timer] of idle) {
      clearTimeout(timer)
      idle.delete(child)
      if (child.alive) return child
    }
    return new EngineProcess(entry, log)
  }
  const give = (child: EngineProcess) => {
    if (!child.alive || child.jobs >= jobsPerChild || closed.signal.aborted) return child.kill()
    const timer = setTimeout(() => {
      idle.delete(child)
      child.kill()
    }, idleMs)
    idle.set(child, timer.unref())
  }

  const once = async (job: Job, signal: AbortSignal, run: RunOptions) => {
    const child = take()
    const watcher = {
      onProgress: (progress: Progress) => run.onProgress?.(progress),
      onWarning: (text: string) => (run.onWarning ?? log)(text),
    }
    try {
      return await child.run(job, options, signal, watcher)
    } catch (error) {
      if (error instanceof Crash) child.kill()
      throw error
    } finally {
      give(child)
    }
  }

  /** A crash may be an accident of what the child did before; the same job gets one fresh child. */
  const withRetry = async (job: Job, signal: AbortSignal, run: RunOptions) => {
    for (let left = 1; ; left--)
      try {
        return await once(job, signal, run)
      } catch (error) {
        if (!(error instanceof Crash)) throw error
        log(`engine crashed at ${job.op}: ${error.message}`)
        if (!left || signal.aborted) throw new AppError(signal.aborted ? "cancelled" : "engine-failed", { op: job.op })
      }
  }

  return {
    async run(job, run = {}) {
      const signal = run.signal ? AbortSignal.any([run.signal, closed.signal]) : closed.signal
      await turn(signal, waiting, () => busy < size && ++busy > 0)
      try {
        return (await withRetry(job, signal, run)) as never
      } finally {
        busy--
        waiting.shift()?.()
      }
    },
    async close() {
      closed.abort()
      for (const [child, timer] of idle) {
        clearTimeout(timer)
        child.kill()
      }
      idle.clear()
    },
  }
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
