import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { expect, it } from "vitest"
import { makeSharing } from "../../electron/host/sharing.ts"
import { addRead, readSample, samples } from "../support/read.ts"
import { ask } from "./ask.ts"
import { aHost, authorized, type Host } from "./transports.ts"

const tile = (host: Host, path: string) => ask(host, `/tile/${path}`, { headers: authorized })
const addSample = (host: Host) =>
  addRead(host.workspace.library, join(samples, "donghu-03", "scan.jpg"), readSample("donghu-03"))

it("[S29] a tile is asked for by id and numbers, nothing else, and with the token", async () => {
  const host = await aHost()
  const id = "0123456789abcdef"
  expect((await ask(host, `/tile/${id}/0/0_0`)).status).toBe(401)
  const wrong = [
    "",
    "x",
    id,
    `${id}/0`,
    `${id}/0/`,
    `${id}/0/0`,
    `${id}/0/0_0.jpeg`,
    `${id}/0/0_0/`,
    `${id}/-1/0_0`,
    `${id}/0/-1_0`,
    `${id}/0x1/0_0`,
    `${id}/1e1/0_0`,
    `${id}/100/0_0`,
    `${id}/0/00000_0`,
    `${id}/%D9%A3/0_0`,
    `${id}/0/0_0%00`,
    `${id}/%2e%2e/0_0`,
    `${id}/..%2f..%2f0/0_0`,
    `..%2f..%2flibrary.sqlite/0/0_0`,
    `${id.toUpperCase()}/0/0_0`,
    `${id}0/0/0_0`,
  ]
  for (const path of wrong) expect([path, (await tile(host, path)).status]).toEqual([path, 400])
  for (const path of [`../call/0/0_0`, `${id}/../../../../etc/passwd`])
    expect([400, 404]).toContain((await tile(host, path)).status)
  expect((await tile(host, `${id}/0/0_0`)).status).toBe(404)
  expect((await ask(host, `/tile/${id}/0/0_0`, { method: "POST", headers: authorized })).status).toBe(404)
  expect(readdirSync(host.workspace.library.cacheDir).includes("tiles")).toBe(false)
})

it("[S30] all tiles of a page come of one pyramid, made at the first question; beyond its edges there is none", async () => {
  const host = await aHost()
  const id = await addSample(host)
  for (const path of [`${id}/4/0_0`, `${id}/3/6_0`, `${id}/3/0_7`, `${id}/0/1_0`])
    expect([path, (await tile(host, path)).status]).toEqual([path, 404])
  expect(readdirSync(host.workspace.library.cacheDir).includes("tiles")).toBe(false)
  const answers = await Promise.all(["0/0_0", "3/0_0", "3/5_6"].map((path) => tile(host, `${id}/${path}`)))
  for (const { status, headers } of answers) {
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      "content-type": "image/jpeg",
      "cache-control": expect.stringContaining("immutable"),
    })
  }
  const cache = join(host.workspace.library.cacheDir, "tiles")
  const [shelf = ""] = readdirSync(cache)
  const [folder = "", ...more] = readdirSync(join(cache, shelf))
  expect([folder, more]).toEqual([expect.stringMatching(/^[0-9a-f]{64}-0$/), []])
  const response = await fetch(`${host.base}/tile/${id}/3/5_6`, { headers: authorized })
  const kept = readFileSync(join(cache, shelf, folder, "3", "5_6.jpeg"))
  expect(Buffer.from(await response.arrayBuffer()).equals(kept)).toBe(true)
})

it("[S31] what several wait for is done once, goes on while one of them is left, and is stopped when all have gone", async () => {
  const share = makeSharing()
  let [begun, stopped] = [0, 0]
  const work = async (everyoneLeft: AbortSignal) => {
    begun++
    everyoneLeft.addEventListener("abort", () => stopped++)
    await pause(50)
    return begun
  }
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()]
  const one = share("a", first.signal, work)
  const two = share("a", second.signal, work)
  first.abort()
  await expect(one).rejects.toMatchObject({ code: "cancelled" })
  expect([await two, begun, stopped]).toEqual([1, 1, 0])
  const three = share("a", third.signal, work)
  third.abort()
  await expect(three).rejects.toMatchObject({ code: "cancelled" })
  expect([begun, stopped]).toEqual([2, 1])
  expect(await share("a", second.signal, work)).toBe(3)
  await expect(share("b", second.signal, () => Promise.reject(new Error("no")))).rejects.toThrow("no")
})
