// A child that misbehaves on request: the job's path says how.
import { readFileSync, writeFileSync } from "node:fs"
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
  swell: () => {
    setInterval(() => hoard.push(Buffer.alloc(40_000_000, 1)), 20)
  },
  refuse: (id) => process.send?.({ id, ok: false, error: { code: "file-damaged", detail: { file: "x" } } }),
  lie: (id) => process.send?.({ id, ok: true, value: { kind: "surprise" } }),
  babble: (id) => {
    process.stdout.write("words on stdout\n")
    process.send?.({ id, progress: { done: 1, total: 2, stage: "read" } })
    process.send?.({ id, warning: "careful" })
    process.send?.({ id, ok: true, value: inspection })
  },
}

/** `once:FILE` crashes the first time and answers the second: FILE remembers. */
function crashOnce(id: number, file: string) {
  if (readFileSync(file, "utf8")) return faults.fine?.(id)
  writeFileSync(file, "crashed")
  process.exit(3)
}

process.on("message", (message: { id: number; job: { path: string } }) => {
  const [fault = "", file = ""] = message.job.path.split(/:(.*)/s)
  if (fault === "once") crashOnce(message.id, file)
  else faults[fault]?.(message.id)
})
process.on("disconnect", () => process.exit(0))
watchParent()
