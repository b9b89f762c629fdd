// A parent that is killed while this process is busy in a loop: the "disconnect" event would never be heard. A thread of
// its own sees the change of parent and ends the process. Windows keeps the number of a dead parent, so it has only
// the event.
import { Worker } from "node:worker_threads"

const watch = `
  const { workerData: parent } = require("node:worker_threads")
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL") }, 1000)
`

export function watchParent() {
  if (process.platform === "win32") return
  new Worker(watch, { eval: true, workerData: process.ppid }).unref()
}
