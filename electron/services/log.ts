// The log: JSON lines in a file beside the library, for what nobody should have to read. Never on stdout.
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs"
import { dirname } from "node:path"

export type Log = (event: string, detail?: Record<string, unknown>) => void

const limit = 5_000_000

/** A log in a file, turned over once it is large. A log that cannot be written is no reason to stop. */
export function fileLog(path: string, now: () => Date): Log {
  return (event, detail = {}) => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > limit) renameSync(path, `${path}.1`)
      appendFileSync(path, `${JSON.stringify({ at: now().toISOString(), pid: process.pid, event, ...detail })}\n`)
    } catch {}
  }
}

export const noLog: Log = () => {}

/** What the log keeps of an error. */
export const errorDetail = (error: unknown): Record<string, unknown> =>
  error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) }
