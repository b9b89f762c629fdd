import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it, onTestFinished } from "vitest"
import { BusyAddress, HostLost, type Keeper, keepHost } from "../../electron/host/starter.ts"
import { tempFolder } from "../support/tempfolder.ts"

/** Something that begins as a host does and then does `rest`. */
function fakeHost(
  rest: string,
  say: object = { ok: true, listen: { port: 4 } },
): { program: string; starts(): number } {
  const folder = tempFolder()
  const count = join(folder, "starts")
  const program = join(folder, "host.mjs")
  writeFileSync(
    program,
    `import { existsSync, readFileSync, writeFileSync } from "node:fs"
    const starts = existsSync(${JSON.stringify(count)}) ? Number(readFileSync(${JSON.stringify(count)}, "utf8")) + 1 : 1
    writeFileSync(${JSON.stringify(count)}, String(starts))
    process.stdin.on("end", () => process.exit(0))
    process.stdin.once("data", (line) => {
      const orders = JSON.parse(line)
      console.log(${JSON.stringify(JSON.stringify(say))})
      ${rest}
    })`,
  )
  return { program, starts: () => (existsSync(count) ? Number(readFileSync(count, "utf8")) : 0) }
}

const orders = { library: "/first", listen: { port: 0 }, token: "t".repeat(48), pageFolder: "/page", failed: null }

interface Kept {
  keeper: Keeper
  opened: string[]
  deaths(): number
}

async function keep(program: string, node = process.execPath): Promise<Kept> {
  const opened: string[] = []
  let deaths = 0
  const keeper = await keepHost(orders, {
    node,
    program,
    opened: (library) => opened.push(library),
    died: () => deaths++,
  })
  onTestFinished(() => keeper.stop())
  return { keeper, opened, deaths: () => deaths }
}

it("[W12] a host that dies of itself again and again is given up after five times", async () => {
  const { program, starts } = fakeHost("setTimeout(() => process.exit(1), 10)")
  const { keeper, deaths } = await keep(program)
  await expect(keeper.ended).rejects.toThrow(HostLost)
  expect([starts(), deaths()]).toEqual([5, 4])
})

it("[W12] one that is killed from outside is not to blame: it is started again however often", async () => {
  const { program, starts } = fakeHost('if (starts < 9) process.kill(process.pid, "SIGKILL")')
  const { keeper, deaths } = await keep(program)
  await expect.poll(starts, { timeout: 20_000 }).toBe(9)
  await keeper.stop()
  await keeper.ended
  expect(deaths()).toBe(8)
})

it("[W12] another library is opened at the same address; where it cannot be, the former one is, and the host is told", async () => {
  const { program } = fakeHost(`
    if (orders.library === "/first" && !orders.failed) { console.log(JSON.stringify({ open: "/bad" })); process.exit(0) }
    if (orders.library === "/first" && orders.failed.path === "/bad" && orders.listen.port === 4) {
      console.log(JSON.stringify({ open: "/second" })); process.exit(0)
    }`)
  writeFileSync(
    program,
    readFileSync(program, "utf8").replace(
      "console.log(",
      `if (orders.library === "/bad") {
        console.log(JSON.stringify({ ok: false, error: { code: "library-damaged", detail: {} }, busyPort: false, cause: "" }))
        process.exit(1)
      }
      console.log(`,
    ),
  )
  const { opened, deaths } = await keep(program)
  await expect.poll(() => opened).toEqual(["/first", "/second"])
  expect(deaths()).toBe(0)
})

it("[W12] what keeps the first host from starting is said, and nothing is tried again", async () => {
  const failing = (say: object) => fakeHost("process.exit(1)", say)
  const taken = failing({ ok: false, error: { code: "internal", detail: {} }, busyPort: true, cause: "" })
  await expect(keep(taken.program)).rejects.toThrow(BusyAddress)
  const error = { code: "library-newer", detail: { found: 9, known: 3 } }
  const newer = failing({ ok: false, error, busyPort: false, cause: "" })
  await expect(keep(newer.program)).rejects.toMatchObject(error)
  await expect(keep(taken.program, "/no/such/node")).rejects.toThrow("ENOENT")
  expect([taken.starts(), newer.starts()]).toEqual([1, 1])
})

it("[W12] stopping ends the host in order, also while another one is being started", async () => {
  const { program } = fakeHost('if (starts === 1) process.kill(process.pid, "SIGKILL")')
  const { keeper, deaths } = await keep(program)
  await expect.poll(deaths).toBe(1)
  await keeper.stop()
  await keeper.ended
})
