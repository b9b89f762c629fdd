// What a process and all its descendants hold in memory, by what Linux says: the sum of their proportional set sizes.
import { readFileSync } from "node:fs"

const read = (path: string): string => {
  try {
    return readFileSync(path, "latin1")
  } catch {
    return ""
  }
}

function descendants(root: number): number[] {
  const found = [root]
  for (const pid of found)
    found.push(...read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number))
  return found
}

/** Bytes. */
export const memoryOf = (root: number): number =>
  descendants(root).reduce(
    (sum, pid) => sum + 1024 * Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
    0,
  )

/** What `work` answers, and the most that this process and its descendants held meanwhile. */
export async function peakDuring<T>(work: () => Promise<T>): Promise<{ value: T; peak: number }> {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, memoryOf(process.pid))
  }
  const timer = setInterval(look, 400)
  try {
    return { value: await work(), peak: Math.max(peak, memoryOf(process.pid)) }
  } finally {
    clearInterval(timer)
  }
}
