import { setTimeout as wait } from "node:timers/promises"
import { afterEach, expect, it, vi } from "vitest"
import { backoff, openStream, type StreamState } from "../../renderer/bridge/eventstream.ts"
import { jsonLines } from "../../renderer/bridge/jsonlines.ts"
import { atMost } from "../../renderer/bridge/limit.ts"

afterEach(() => void vi.useRealTimers())

it("[R3] events are cut at line ends wherever a chunk ends; heartbeats and what is not JSON are passed over", () => {
  const cut = jsonLines()
  expect(cut('{"name":"a"}\n\n{"na')).toEqual([{ name: "a" }])
  expect(cut('me":"b"}')).toEqual([])
  expect(cut('\n  \nnot json\n{"name":"c"}\n')).toEqual([{ name: "b" }, { name: "c" }])
})

it("[R4] a lost connection is tried again after 1, 2, then every 5 seconds", () => {
  expect([1, 2, 3, 4, 50].map(backoff)).toEqual([1000, 2000, 5000, 5000, 5000])
})

it("[R4] the stream says each event, comes back after it broke, and says how it is", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] })
  const bodies = ['{"name":"x","data":1}\n', '\n{"name":"y","data":2}\n']
  const states: StreamState[] = []
  const said: unknown[] = []
  let asked = 0
  const stream = openStream(async () => {
    asked++
    if (asked === 2) throw new TypeError("refused")
    return new Response(bodies[asked === 1 ? 0 : 1])
  })
  stream.watch((state) => states.push(state))
  stream.subscribe((name, data) => said.push([name, data]))
  for (let second = 0; second < 4; second++) {
    await wait(5)
    await vi.advanceTimersByTimeAsync(1000)
  }
  await wait(5)
  expect(said.slice(0, 2)).toEqual([
    ["x", 1],
    ["y", 2],
  ])
  expect(states.slice(0, 4)).toEqual(["connecting", "open", "lost", "open"])
})

it("[R4] a refused token ends it: nothing is asked again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] })
  let asked = 0
  const states: StreamState[] = []
  const stream = openStream(async () => {
    asked++
    return new Response("", { status: 401 })
  })
  stream.watch((state) => states.push(state))
  await wait(5)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toBe(1)
  expect(states).toEqual(["connecting", "denied"])
})

it("[R5] at most two uploads run at once, the others follow in order, also after one has failed", async () => {
  const limit = atMost(2)
  const begun: number[] = []
  let running = 0
  let most = 0
  const work = (n: number) => async () => {
    begun.push(n)
    most = Math.max(most, ++running)
    await wait(2)
    running--
    if (n === 1) throw new Error("failed")
    return n
  }
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => limit(work(n))))
  expect(most).toBe(2)
  expect(begun).toEqual([0, 1, 2, 3, 4])
  expect(results.map((one) => one.status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"])
})
