import { expect, it } from "vitest"
import { takeToken } from "../../renderer/bridge/token.ts"

function tab(kept: Record<string, string> = {}) {
  const shown: string[] = []
  const keep = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, to: string) => {
      kept[key] = to
    },
  }
  const take = (hash: string) => takeToken({ hash, pathname: "/", search: "?a=1" }, keep, (to) => shown.push(to))
  return { take, shown }
}

it("[R2] the token of the address is kept for the tab and taken out of the address bar", () => {
  const { take, shown } = tab()
  expect(take("#token=Ab_9-x.y~z")).toBe("Ab_9-x.y~z")
  expect(shown).toEqual(["/?a=1"])
  expect(take("#/page/0000000000000001")).toBe("Ab_9-x.y~z")
  expect(shown).toHaveLength(1)
})

it("[R2] a newer address replaces the token of an older one", () => {
  const { take } = tab()
  take("#token=old")
  expect(take("#token=new")).toBe("new")
  expect(take("")).toBe("new")
})

for (const hash of ["", "#/", "#token=", "#/search/token=x"])
  it(`[R2] ${hash || "an empty fragment"} holds no token`, () => expect(tab().take(hash)).toBeNull())
