// An engine that answers from a table: files are found by what is in them, so that a kept copy answers like its source.
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import type { EnginePool, RunOptions } from "../../electron/engine/pool.ts"
import type { Inspection, Job, Op, Value } from "../../electron/engine/protocol.ts"
import { AppError, type ErrorCode } from "../../shared/errors.ts"
import { readPlaintext } from "../../shared/import/plaintext.ts"
import type { Recognition } from "../../shared/model/recognition.ts"

const text: Omit<Inspection, "bytes"> = {
  kind: "text",
  mime: "text/plain",
  extension: "txt",
  width: null,
  height: null,
  pages: 1,
}

/** After `pages`, every line is a page of a file of several. `bad:CODE` is refused when it is looked at, `late:CODE` when it is read, `bug` breaks; `held` waits for `release`. */
export class StubPool implements EnginePool {
  readonly jobs: string[] = []
  /** What is made of the words of a file that is read. */
  readAs = (words: string): string => words
  private open: () => void = () => {}
  private readonly gate = new Promise<void>((resolve) => {
    this.open = resolve
  })

  release(): void {
    this.open()
  }

  async run<O extends Op>(job: Extract<Job, { op: O }>, { signal, onProgress }: RunOptions = {}): Promise<Value<O>> {
    const { op, path } = job as Job
    this.jobs.push(`${op} ${basename(path)}`)
    const words = this.readAs(readFileSync(path, "utf8"))
    const [, when, code] = /^(bad|late):([a-z-]+)/.exec(words) ?? []
    if (code && (when === "bad" || op === "readText")) throw new AppError(code as ErrorCode, { file: basename(path) })
    const pages = words.startsWith("pages\n") ? words.trim().split("\n").slice(1) : null
    if (pages && op === "inspect") return { ...text, kind: "pdf", pages: pages.length, bytes: words.length } as Value<O>
    if (op === "recognize") onProgress?.({ stage: "read", done: 1, total: 2, secondsLeft: 3 })
    if (pages && "pageIndex" in job) return pageOf(pages[job.pageIndex] ?? "") as Value<O>
    if (op === "inspect") return { ...text, bytes: words.length } as Value<O>
    if (words.startsWith("bug")) throw new Error("a bug of ours")
    if (words.startsWith("held")) await Promise.race([this.gate, gone(signal)])
    return { text: words, encoding: "utf-8" } as Value<O>
  }

  async close(): Promise<void> {}
}

function pageOf(words: string): Recognition {
  const code = words.split("late:")[1]
  if (code) throw new AppError(code as ErrorCode)
  return { ...readPlaintext(`江城新闻简报\n\n${words}`), engine: { name: "stub", version: "1" } }
}

const gone = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    const leave = () => reject(new AppError("cancelled"))
    if (signal?.aborted) leave()
    signal?.addEventListener("abort", leave)
  })
