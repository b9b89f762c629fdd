// Sixty pages in one queue: whether each comes out, and whether memory grows. The upper quarters of the sample scans by turns,
// to be done in reasonable time; before them each scan once as a whole. Prints a table; asserts nothing.
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sharp from "sharp"
import { type EnginePool, makeEnginePool } from "../../electron/engine/pool.ts"
import { peakDuring } from "./memory.ts"
import { samples } from "./pages.ts"

const pages = 60
const part = 15

interface Outcome {
  lines: number
  /** Bytes of all processes together. */
  peak: number
}

async function readPage(pool: EnginePool, path: string): Promise<Outcome> {
  const job = { op: "recognize", path, pageIndex: 0, engine: "auto", script: "auto", direction: "auto" } as const
  const { value, peak } = await peakDuring(() => pool.run(job).catch(() => null))
  return { lines: value?.lines.length ?? 0, peak }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)
const mean = (outcomes: Outcome[]): number => outcomes.reduce((sum, { peak }) => sum + peak, 0) / outcomes.length
const most = (outcomes: Outcome[]): number => Math.max(...outcomes.map(({ peak }) => peak))

export async function benchQueue(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jiaoyang-bench-"))
  const pool = makeEnginePool({ size: 1, memoryLimit: 2_500_000_000, timeoutMs: 600_000, log: () => {} })
  try {
    const scans = readdirSync(samples)
      .filter((name) => !name.endsWith(".md"))
      .map((name) => join(samples, name, "scan.jpg"))
    const whole: Outcome[] = []
    for (const scan of scans) whole.push(await readPage(pool, scan))
    const quarters = await Promise.all(
      scans.map(async (scan, i) => {
        const { width, height } = await sharp(scan).metadata()
        const file = join(folder, `${i}.jpg`)
        await sharp(scan)
          .extract({ left: 0, top: 0, width, height: Math.round(height / 4) })
          .toFile(file)
        return file
      }),
    )
    const queue: Outcome[] = []
    for (let i = 0; i < pages; i++) queue.push(await readPage(pool, quarters[i % quarters.length]!))
    const [first, last] = [mean(queue.slice(0, part)), mean(queue.slice(-part))]
    console.table([
      {
        pages,
        lost: queue.filter(({ lines }) => !lines).length,
        [`first ${part}, MB`]: megabytes(first),
        [`last ${part}, MB`]: megabytes(last),
        ratio: (last / first).toFixed(2),
        "most, MB": megabytes(most(queue)),
        "whole scans, MB": megabytes(most(whole)),
      },
    ])
  } finally {
    await pool.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
