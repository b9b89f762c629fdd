// What a process and all its descendants hold in memory, by what Linux says: the sum of their proportional set sizes.
import { readdirSync, readFileSync } from "node:fs"

const read = (path: string): string => {
  try {
    return readFileSync(path, "latin1")
  } catch {
    return ""
  }
}

function descendants(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync("/proc"))
    if (/^\d+$/.test(name)) parents.set(Number(name), Number(read(`/proc/${name}/stat`).split(") ")[1]?.split(" ")[1]))
  const found = [root]
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child)
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
  const timer = setInterval(look, 200)
  try {
    return { value: await work(), peak: Math.max(peak, memoryOf(process.pid)) }
  } finally {
    clearInterval(timer)
  }
}
