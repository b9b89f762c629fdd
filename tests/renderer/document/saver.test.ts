import { undo } from "prosemirror-history"
import { describe, expect, it } from "vitest"
import { makeSaver } from "../../../renderer/state/saver.ts"
import { makeUnsent } from "../../../renderer/state/unsent.ts"
import { AppError } from "../../../shared/errors.ts"
import { seeded } from "../../services/random.ts"
import { type FakeHost, hostOf } from "./host.ts"
import { openPage, select, show, type } from "./page.ts"

const timing = { rest: 1, most: 2, again: 1 }
const settled = (condition: () => boolean) => expect.poll(condition, { timeout: 2000, interval: 2 }).toBe(true)

function opened(clientId = "me", host?: FakeHost) {
  const page = openPage(undefined, clientId)
  const there = host ?? hostOf(page)
  const saver = makeSaver({ client: there.client, page, clientId, version: 0, timing })
  return { page, host: there, saver }
}

describe("saving", () => {
  it("[Y1] says saved only when the host has committed", async () => {
    const { page, host, saver } = opened()
    select(page, "岸线", 0)
    type(page, "新")
    expect(saver.saved.get().state).toBe("saving")
    await settled(() => saver.saved.get().state === "saved")
    expect(host.doc().eq(page.state.doc)).toBe(true)
  })

  it("[Y2] a lost request or a lost answer is sent again and stored once", async () => {
    const { page, host, saver } = opened()
    host.faults.push("request", "answer", "request")
    select(page, "岸线", 0)
    type(page, "新")
    await saver.flush()
    expect(saver.saved.get()).toEqual({ state: "unsaved", error: null })
    type(page, "又")
    await settled(() => saver.saved.get().state === "saved")
    expect(host.doc().eq(page.state.doc)).toBe(true)
    expect(host.rows.map((row) => row.clientSeq)).toEqual([0, 1])
  })

  it("[Y3] an error that may pass is said and tried again; one that will not is said and not hidden", async () => {
    const { page, host, saver } = opened()
    host.faults.push(new AppError("disk-full"))
    select(page, "岸线", 0)
    type(page, "新")
    await saver.flush()
    expect(saver.saved.get()).toMatchObject({ state: "unsaved", error: { code: "disk-full" } })
    await settled(() => saver.saved.get().state === "saved")
    host.faults.push(new AppError("invalid", { what: "steps" }))
    type(page, "又")
    await saver.flush()
    expect(saver.saved.get()).toMatchObject({ state: "refused", error: { code: "invalid" } })
  })

  it("[Y4] nothing of a composition is sent before it ends, and nothing is taken in", async () => {
    const { page, host, saver } = opened()
    const other = opened("other", host)
    select(page, "岸线", 0)
    type(page, "甲")
    saver.hold()
    type(page, "ni")
    type(page, "hao")
    await saver.flush()
    expect(host.doc().textContent).toContain("甲岸线")
    select(other.page, "停水", 0)
    other.saver.catchUp()
    await other.saver.flush()
    type(other.page, "乙")
    await other.saver.flush()
    saver.catchUp()
    expect(page.state.doc.textContent).not.toContain("乙停水")
    saver.release()
    await settled(() => saver.saved.get().state === "saved")
    expect(page.state.doc.textContent).toContain("乙停水")
    expect(page.state.doc.textContent).toContain("甲nihao岸线")
    expect(host.doc().eq(page.state.doc)).toBe(true)
  })

  it("[Y5] two windows that write at once end with one text that has both, and are told", async () => {
    const first = opened("one")
    const second = opened("two", first.host)
    const random = seeded(5)
    for (let i = 0; i < 60; i++) {
      const { page, saver } = random() < 0.5 ? first : second
      const at = 2 + Math.floor(random() * 20)
      page.dispatch(page.state.tr.insertText(String.fromCodePoint(0x4e00 + i), at))
      if (random() < 0.5) await saver.flush()
    }
    for (let i = 0; i < 4; i++)
      for (const { saver } of [first, second]) {
        saver.catchUp()
        await saver.flush()
      }
    await settled(() => [first, second].every((one) => one.saver.saved.get().state === "saved"))
    expect(first.page.state.doc.eq(second.page.state.doc)).toBe(true)
    expect(first.host.doc().eq(first.page.state.doc)).toBe(true)
    for (let i = 0; i < 60; i++) expect(first.page.state.doc.textContent).toContain(String.fromCodePoint(0x4e00 + i))
    expect([first, second].map((one) => one.saver.elsewhere.get())).toEqual([true, true])
  })

  it("[Y6] undo takes back one's own edits and leaves another window's", async () => {
    const first = opened("one")
    const second = opened("two", first.host)
    select(first.page, "岸线", 0)
    type(first.page, "甲")
    await first.saver.flush()
    select(second.page, "停水", 0)
    type(second.page, "乙")
    await second.saver.flush()
    first.saver.catchUp()
    await first.saver.flush()
    first.page.run(undo)
    await first.saver.flush()
    expect(show(first.page)).toContain("t notice 乙停水通知")
    expect(first.page.state.doc.textContent).not.toContain("甲")
    expect(first.host.doc().eq(first.page.state.doc)).toBe(true)
  })

  it("[Y7] what was not acknowledged when the page ended is sent by the next one, once", async () => {
    const { page, host, saver } = opened()
    host.faults.push("answer")
    select(page, "岸线", 0)
    type(page, "甲")
    await saver.flush()
    type(page, "乙")
    const batches = saver.unsent()
    expect(batches).toHaveLength(2)
    saver.close()
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
    makeUnsent(storage).keep([{ documentId: "d", clientId: "me", batches }])
    const next = makeUnsent(storage)
    host.faults.push("request")
    await expect(next.sendAgain(host.client)).rejects.toThrow()
    await next.sendAgain(host.client)
    await next.sendAgain(host.client)
    expect(host.doc().textContent).toContain("甲乙岸线")
    expect(host.rows).toHaveLength(2)
    expect(next.lost.get()).toBe(0)
  })

  it("[Y9] a page that was read again is known as such, and what was typed meanwhile is kept", async () => {
    const { page, host, saver } = opened()
    const reader = opened("reading:1", host)
    select(reader.page, "停水", 0)
    type(reader.page, "甲")
    await reader.saver.flush()
    select(page, "岸线", 0)
    type(page, "乙")
    await saver.flush()
    await settled(() => saver.saved.get().state === "saved")
    expect([saver.reread.get(), saver.elsewhere.get()]).toEqual([true, false])
    expect(host.doc().textContent).toMatch(/乙岸线.*甲停水/u)
  })

  it("[Y8] what cannot be carried over is counted, not hidden", async () => {
    const { host } = opened()
    const kept = new Map<string, string>()
    const unsent = makeUnsent({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    })
    unsent.keep([{ documentId: "d", clientId: "gone", batches: [{ version: 9, clientSeq: 0, steps: [{}, {}] }] }])
    await unsent.sendAgain(host.client)
    expect(unsent.lost.get()).toBe(2)
  })
})
