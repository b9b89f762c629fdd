// Threads that read pictures of lines side by side. With a thread for each core one picture after the other costs half of
// what a batch shared by all cores does: what belongs to one picture stays in the core's cache.
import { Worker } from "node:worker_threads"
import { AppError } from "../../../../shared/errors.ts"
import type { Grey } from "../../image/grey.ts"
import type { Decoded } from "./decode.ts"
import type { ThreadAnswer, ThreadRequest } from "./thread.ts"

const usual = new URL(import.meta.url.endsWith(".ts") ? "./thread.ts" : "./thread.js", import.meta.url)

interface Waiting {
  resolve(decoded: Decoded): void
  reject(error: Error): void
}

interface Thread {
  worker: Worker
  waiting: Map<number, Waiting>
}

export class Threads {
  private readonly most: number
  private readonly entry: URL
  private readonly threads: Thread[] = []
  private asked = 0

  /** Tests put a faulty program at `entry`. */
  constructor(most: number, entry = usual) {
    this.most = most
    this.entry = entry
  }

  /** Starts them: the model is loaded while the caller does something else. */
  begin() {
    while (this.threads.length < this.most) this.threads.push(this.start())
  }

  /** What the picture of one line says, by the thread that has least to do. */
  read({ data, width, height }: Grey): Promise<Decoded> {
    this.begin()
    const thread = this.threads.reduce((best, one) => (one.waiting.size < best.waiting.size ? one : best))
    const id = ++this.asked
    const request: ThreadRequest = { id, image: { data: new Uint8Array(data), width, height } }
    return new Promise((resolve, reject) => {
      thread.waiting.set(id, { resolve, reject })
      thread.worker.postMessage(request)
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.splice(0).map(({ worker }) => worker.terminate()))
  }

  private start(): Thread {
    const thread: Thread = { worker: new Worker(this.entry), waiting: new Map() }
    thread.worker.on("message", (answer: ThreadAnswer) => {
      const asker = thread.waiting.get(answer.id)
      thread.waiting.delete(answer.id)
      if ("decoded" in answer) asker?.resolve(answer.decoded)
      else asker?.reject(reasonOf(answer))
    })
    // Whoever reads next starts another.
    thread.worker.on("error", (error) => {
      this.threads.splice(this.threads.indexOf(thread), 1)
      for (const { reject } of thread.waiting.values()) reject(error)
    })
    return thread
  }
}

const reasonOf = ({ failed, cause }: Extract<ThreadAnswer, { failed: unknown }>): Error =>
  Object.assign(new AppError(failed.code, failed.detail), { cause })
