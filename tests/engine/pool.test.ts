import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, expect, it, onTestFinished } from "vitest"
import { type EnginePool, type EnginePoolOptions, makeEnginePool } from "../../electron/engine/pool.ts"
import { makeTimeLeft } from "../../electron/engine/timeleft.ts"

const entry = new URL("./faulty-engine.ts", import.meta.url)
const logged: string[] = []
const pools: EnginePool[] = []

function pool(options: Partial<EnginePoolOptions> = {}): EnginePool {
  const made = makeEnginePool({
    size: 1,
    memoryLimit: 1e9,
    timeoutMs: 20_000,
    log: (text) => logged.push(text),
    entry,
    ...options,
  })
  pools.push(made)
  return made
}

afterEach(async () => {
  logged.length = 0
  await Promise.all(pools.splice(0).map((each) => each.close()))
})

const job = (fault: string) => ({ op: "inspect", path: fault }) as const
const pidOf = async (engines: EnginePool) => Number((await engines.run(job("fine"))).mime)
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const dies = (pid: number) => expect.poll(() => isAlive(pid), { timeout: 4000 }).toBe(false)

it("[E1] a crash is answered with engine-failed and the next job is served", async () => {
  const engines = pool()
  await expect(engines.run(job("crash"))).rejects.toMatchObject({ code: "engine-failed" })
  expect((await engines.run(job("fine"))).kind).toBe("text")
})

const faulty = {
  crash: "engine-failed",
  fail: "engine-failed",
  lie: "engine-failed",
  hang: "engine-timeout",
  stop: "engine-timeout",
}
const swelling = process.platform === "linux" ? { swell: "engine-memory" } : {}

it.each(Object.entries({ ...faulty, ...swelling }))(
  "[E9] what fails by an accident is tried once more in a fresh child, and then is a failure: %s",
  async (fault, code) => {
    const folder = mkdtempSync(path.join(tmpdir(), "engine-"))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const engines = pool({ timeoutMs: code === "engine-timeout" ? 3000 : 20_000, memoryLimit: 400e6 })
    const [once, always] = [path.join(folder, "once"), path.join(folder, "always")]
    const before = await pidOf(engines)
    const answer = await engines.run(job(`${fault}:${once}`))
    expect(Number(answer.mime)).not.toBe(before)
    await expect(engines.run(job(`${fault}:${always}:always`))).rejects.toMatchObject({ code })
    expect([once, always].map((file) => readFileSync(file, "utf8").length)).toEqual([2, 2])
    expect((await engines.run(job("fine"))).kind).toBe("text")
  },
)

it("[E9] a refusal is not tried again, nor is what was cancelled", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "engine-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [refused, cancelled] = [path.join(folder, "refused"), path.join(folder, "cancelled")]
  const engines = pool()
  await expect(engines.run(job(`refuse:${refused}`))).rejects.toMatchObject({ code: "file-damaged" })
  const signal = AbortSignal.timeout(800)
  await expect(engines.run(job(`wait:${cancelled}`), { signal })).rejects.toMatchObject({ code: "cancelled" })
  expect((await engines.run(job("fine"))).kind).toBe("text")
  expect(readFileSync(refused, "utf8")).toBe(".")
})

it("[E18] a long job that tells of its progress is no hang; how long it will take is said", async () => {
  const left: (number | null)[] = []
  const onProgress = ({ secondsLeft }: { secondsLeft: number | null }) => left.push(secondsLeft)
  expect((await pool({ timeoutMs: 3000 }).run(job("slow"), { onProgress })).kind).toBe("text")
  expect(left.length).toBeGreaterThan(5)
})

it("[E18] the time left is said once enough was read, from the pace of this page, and not of what came before", () => {
  let now = 0
  const timeLeft = makeTimeLeft(() => now)
  const at = (ms: number, stage: "analyse" | "read", done: number) => {
    now = ms
    return timeLeft({ stage, done, total: 100 })
  }
  expect([at(0, "analyse", 0), at(9000, "read", 0), at(9500, "read", 10), at(11_000, "read", 4)]).toEqual(
    Array(4).fill(null),
  )
  expect([at(11_000, "read", 20), at(17_000, "read", 80), at(19_000, "read", 100)]).toEqual([8, 2, 0])
  expect([at(20_000, "read", 0), at(22_000, "read", 50)]).toEqual([null, 2])
})

it("[E2] a hang is ended in time with engine-timeout, even in a closed loop", async () => {
  const engines = pool({ timeoutMs: 700 })
  const pid = await pidOf(engines)
  await expect(engines.run(job("hang"))).rejects.toMatchObject({ code: "engine-timeout" })
  await dies(pid)
  expect(await pidOf(engines)).not.toBe(pid)
})

it.runIf(process.platform === "linux")("[E3] too much memory ends the child with engine-memory", async () => {
  await expect(pool({ memoryLimit: 400e6 }).run(job("swell"))).rejects.toMatchObject({ code: "engine-memory" })
})

it("[E4] a cancelled job is rejected at once and its child replaced", async () => {
  const engines = pool()
  const pid = await pidOf(engines)
  const stop = new AbortController()
  const running = engines.run(job("hang"), { signal: stop.signal })
  setTimeout(() => stop.abort(), 100)
  const started = Date.now()
  await expect(running).rejects.toMatchObject({ code: "cancelled" })
  expect(await pidOf(engines)).not.toBe(pid)
  expect(Date.now() - started).toBeLessThan(2000)
  await dies(pid)
})

it("[E4] a job cancelled while it waits leaves the queue and disturbs nobody", async () => {
  const engines = pool()
  const stop = new AbortController()
  const first = engines.run(job("wait"), { signal: stop.signal })
  const leaving = new AbortController()
  const second = engines.run(job("fine"), { signal: leaving.signal })
  const third = engines.run(job("fine"))
  leaving.abort()
  await expect(second).rejects.toMatchObject({ code: "cancelled" })
  stop.abort()
  await expect(first).rejects.toMatchObject({ code: "cancelled" })
  expect((await third).kind).toBe("text")
})

it("[E5] never more children than the pool's size, and every job is served", async () => {
  const engines = pool({ size: 2 })
  const pids = await Promise.all(Array.from({ length: 12 }, () => pidOf(engines)))
  expect(new Set(pids).size).toBeLessThanOrEqual(2)
})

it("[E6] a child is replaced after 25 jobs", async () => {
  const engines = pool()
  const pids: number[] = []
  for (let i = 0; i < 26; i++) pids.push(await pidOf(engines))
  expect(new Set(pids.slice(0, 25)).size).toBe(1)
  expect(pids[25]).not.toBe(pids[0])
  await dies(pids[0]!)
})

it("[E6] an idle child is ended", async () => {
  await dies(await pidOf(pool({ idleMs: 50 })))
})

it("[E7] close ends idle and busy children", async () => {
  const engines = pool({ size: 2 })
  const running = engines.run(job("wait"))
  const pid = await pidOf(engines)
  await engines.close()
  await expect(running).rejects.toMatchObject({ code: "cancelled" })
  await dies(pid)
  await expect(engines.run(job("fine"))).rejects.toMatchObject({ code: "cancelled" })
})

const loops = process.platform === "win32" ? ["wait"] : ["wait", "hang"]
it.each(loops)("[E7] a parent that is killed leaves no child behind (child: %s)", async (fault) => {
  const url = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
  const program = `
    import { makeEnginePool } from ${url("../../electron/engine/pool.ts")}
    const pool = makeEnginePool({ size: 1, memoryLimit: 1e9, timeoutMs: 60000, log() {}, entry: new URL(${url("./faulty-engine.ts")}) })
    console.log((await pool.run({ op: "inspect", path: "fine" })).mime)
    await pool.run({ op: "inspect", path: "${fault}" })
  `
  const parent = spawn(process.execPath, ["--input-type=module", "-e", program])
  const pid = await new Promise<number>((resolve) => parent.stdout.once("data", (text) => resolve(Number(text))))
  expect(isAlive(pid)).toBe(true)
  parent.kill("SIGKILL")
  await dies(pid)
})

it("[E8] a refusal keeps its code; an answer outside the protocol is a failed engine", async () => {
  const engines = pool()
  const refused = engines.run(job("refuse"))
  await expect(refused).rejects.toMatchObject({ code: "file-damaged", detail: { file: "x" } })
  await expect(engines.run(job("lie"))).rejects.toMatchObject({ code: "engine-failed" })
})

it("[E8] progress and warnings reach the caller; a child's words go to the log", async () => {
  const heard: unknown[] = []
  await pool().run(job("babble"), { onProgress: (each) => heard.push(each), onWarning: (each) => heard.push(each) })
  expect(heard).toEqual([{ done: 1, total: 2, stage: "read", secondsLeft: null }, "careful"])
  await pause(50)
  expect(logged.join()).toContain("words on stdout")
})
