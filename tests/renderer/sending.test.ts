import { expect, it } from "vitest"
import type { Host } from "../../renderer/bridge/loopback.ts"
import { makeSending } from "../../renderer/state/sending.ts"
import type { Client } from "../../shared/client.ts"
import { AppError } from "../../shared/errors.ts"

function sendingTo(upload: Host["upload"]) {
  const started: unknown[] = []
  const client = {
    call: async (_name: string, input: unknown) => {
      started.push(input)
      return { importId: "0000000000000001" }
    },
  } as unknown as Client
  return { sending: makeSending({ upload } as Host, client), started }
}

const file = (name: string) => ({ name, body: new Blob([name]) })
const tooLarge = new AppError("too-large", { file: "b" })

it("[R6] the files of a batch become one import, in their order, with what is known of them", async () => {
  const { sending, started } = sendingTo(async (name) => `up-${name}`)
  const importId = await sending.send([file("a"), file("b")], { newspaper: "东湖日报" })
  expect(importId).toBe("0000000000000001")
  expect(started).toEqual([{ uploads: ["up-a", "up-b"], options: { newspaper: "东湖日报" } }])
  expect(sending.store.get()).toEqual([])
})

it("[R6] a file that cannot be sent stays with its reason while the others are imported; it can be sent again", async () => {
  let refuse = true
  const { sending, started } = sendingTo(async (name) => {
    if (name === "b" && refuse) throw tooLarge
    return `up-${name}`
  })
  await sending.send([file("a"), file("b"), file("c")], {})
  expect(started).toEqual([{ uploads: ["up-a", "up-c"], options: {} }])
  const [batch] = sending.store.get()
  expect(batch).toMatchObject({
    state: "failed",
    sent: 2,
    failed: [{ file: { name: "b" }, error: { code: "too-large" } }],
  })
  refuse = false
  await sending.retry(batch?.id ?? 0)
  expect(started[1]).toEqual({ uploads: ["up-b"], options: {} })
  expect(sending.store.get()).toEqual([])
})

it("[R6] a cancelled batch imports nothing and leaves nothing behind", async () => {
  const { sending, started } = sendingTo((name, _body, signal) =>
    name === "a"
      ? Promise.resolve("up-a")
      : new Promise((_done, fail) => signal.addEventListener("abort", () => fail(new Error("aborted")))),
  )
  const sent = sending.send([file("a"), file("b")], {})
  sending.cancel(sending.store.get()[0]?.id ?? 0)
  expect(await sent).toBeNull()
  expect(started).toEqual([])
  expect(sending.store.get()).toEqual([])
})
