// A child that misbehaves on request: the job's path says how.
import { appendFileSync, readFileSync } from "node:fs"
import { watchParent } from "../../electron/engine/watchdog.ts"

const { pid } = process
const inspection = { kind: "text", mime: `${pid}`, extension: "", width: null, height: null, pages: 1, bytes: 0 }
const hoard: Buffer[] = []

const faults: Record<string, (id: number) => void> = {
  fine: (id) => process.send?.({ id, ok: true, value: inspection }),
  crash: () => process.exit(3),
  hang: () => {
    for (;;);
  },
  wait: () => {},
  stop: () => process.kill(pid, "SIGSTOP"),
  slow: (id) => {
    let done = 0
    setInterval(() => process.send?.({ id, progress: { done: ++done, total: 20, stage: "read" } }), 250)
    setTimeout(() => faults.fine?.(id), 4500)
  },
  swell: () => {
    setInterval(() => hoard.push(Buffer.alloc(40_000_000, 1)), 20)
  },
  refuse: (id) => process.send?.({ id, ok: false, error: { code: "file-damaged", detail: { file: "x" } } }),
  fail: (id) => process.send?.({ id, ok: false, error: { code: "engine-failed", detail: {} } }),
  lie: (id) => process.send?.({ id, ok: true, value: { kind: "surprise" } }),
  babble: (id) => {
    process.stdout.write("words on stdout\n")
    process.send?.({ id, progress: { done: 1, total: 2, stage: "read" } })
    process.send?.({ id, warning: "careful" })
    process.send?.({ id, ok: true, value: inspection })
  },
}

/** `FAULT:FILE` misbehaves the first time and answers the second, `FAULT:FILE:always` does so again: FILE counts the tries. */
process.on("message", (message: { id: number; job: { path: string } }) => {
  const [fault = "", file, always] = message.job.path.split(":")
  if (file) appendFileSync(file, ".")
  faults[file && !always && readFileSync(file, "utf8").length > 1 ? "fine" : fault]?.(message.id)
})
process.on("disconnect", () => process.exit(0))
watchParent()
