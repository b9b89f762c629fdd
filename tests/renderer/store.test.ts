import { expect, it } from "vitest"
import { makeStore } from "../../renderer/state/store.ts"

it("[R1] a store tells its listeners of every change, and of nothing else", () => {
  const store = makeStore(1)
  const heard: number[] = []
  store.subscribe(() => heard.push(store.get()))
  store.set(2)
  store.set(2)
  store.change((now) => now + 1)
  expect(heard).toEqual([2, 3])
})

it("[R1] a listener that has left hears nothing, even one that leaves while it is told", () => {
  const store = makeStore("a")
  const heard: string[] = []
  const leave = store.subscribe(() => {
    heard.push(store.get())
    leave()
  })
  store.subscribe(() => heard.push(`second ${store.get()}`))
  store.set("b")
  store.set("c")
  expect(heard).toEqual(["b", "second b", "second c"])
})
