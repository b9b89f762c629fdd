import { expect, it } from "vitest"
import { en } from "../../renderer/i18n/en.ts"
import { zh } from "../../renderer/i18n/zh.ts"
import { splitSnippet } from "../../renderer/search/snippet.ts"
import { withPage } from "../../renderer/state/pages.ts"
import { parseRoute, type Route, routeHash } from "../../renderer/state/route.ts"
import { nextTheme, readSettings } from "../../renderer/state/settings.ts"
import { isoDate, weekday } from "../../renderer/ui/date.ts"
import { keyName } from "../../renderer/ui/keys.ts"
import { pageName } from "../../renderer/ui/pagename.ts"
import { page } from "./pages.ts"

const keys = (words: object): string[] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === "object" ? keys(word).map((k) => `${key}.${k}`) : key,
  )

it("[R16] both languages have every word, and none is empty", () => {
  expect(keys(en).sort()).toEqual(keys(zh).sort())
  for (const word of [...Object.values(zh), ...Object.values(en)]) expect(word).not.toBe("")
})

it("[R16] language and theme are remembered; without a memory the browser's language decides", () => {
  expect(readSettings(null, "zh-TW")).toMatchObject({ language: "zh", theme: "auto" })
  expect(readSettings("{", "de-DE")).toMatchObject({ language: "en", theme: "auto" })
  expect(readSettings("null", "en")).toMatchObject({ language: "en", theme: "auto" })
  expect(readSettings('{"language":"zh","theme":"dark"}', "en")).toMatchObject({ language: "zh", theme: "dark" })
  expect(readSettings('{"language":"xx","theme":3}', "en")).toMatchObject({ language: "en", theme: "auto" })
  expect(["auto", "light", "dark"].map((theme) => nextTheme(theme as "auto"))).toEqual(["light", "dark", "auto"])
})

const routes: Route[] = [
  { view: "home" },
  { view: "queue" },
  { view: "libraries" },
  { view: "export", scope: { of: "all" } },
  { view: "export", scope: { of: "selected" } },
  { view: "export", scope: { of: "page", pageId: "0000000000000001" } },
  { view: "export", scope: { of: "issue", newspaper: "东湖/日报", date: "2026-05-12" } },
  { view: "export", scope: { of: "issue", newspaper: null, date: null } },
  { view: "settings" },
  { view: "keys" },
  { view: "search", query: "a/b 快速路 100%" },
  { view: "page", pageId: "0000000000000001", articleId: null },
  { view: "page", pageId: "0000000000000001", articleId: "a/1" },
]
for (const route of routes)
  it(`[R17] ${routeHash(route)} leads back to where it was made`, () =>
    expect(parseRoute(routeHash(route))).toEqual(route))
for (const hash of ["", "#", "#/", "#/page", "#/nowhere", "#token=x"])
  it(`[R17] ${hash || "no fragment"} is home`, () => expect(parseRoute(hash)).toEqual({ view: "home" }))
it("[R17] an address cut in the middle of a character is still an address", () =>
  expect(parseRoute("#/search/%E5%BF")).toEqual({ view: "search", query: "%E5%BF" }))

for (const [written, iso] of [
  ["2026-05-12", "2026-05-12"],
  ["2026年5月12日", "2026-05-12"],
  ["２０２６．５．１２", "2026-05-12"],
  ["20260512", "2026-05-12"],
  [" 2026/5/12 ", "2026-05-12"],
  ["2024-2-29", "2024-02-29"],
  ["2026-02-29", null],
  ["2026-13-01", null],
  ["5月12日", null],
  ["昨天", null],
] as const)
  it(`[R18] ${written} → ${iso}`, () => expect(isoDate(written)).toBe(iso))
it("[R18] the day of the week does not depend on where the computer stands", () => {
  expect(weekday("2026-05-12", "zh-CN")).toBe("周二")
  expect(weekday("2026-05-12", "en")).toBe("Tue")
})

it("[R19] a hit is marked by code points, not by half characters", () => {
  expect(splitSnippet("…𠮷野家今日开业…", 2, 4)).toEqual(["…𠮷", "野家", "今日开业…"])
})

it("[R20] a page is called by what is known of it, else by its file", () => {
  const known = page({ newspaper: "东湖日报", date: "2026-05-12", pageNumber: "03", section: "城事" })
  expect(pageName(known, zh)).toBe("东湖日报 · 2026-05-12 · 03版 城事")
  expect(pageName(known, en)).toBe("东湖日报 · 2026-05-12 · p. 03 城事")
  expect(pageName(page({ section: "副刊" }), zh)).toBe("副刊")
  expect(pageName(page({ source: "IMG_1.jpg" }), zh)).toBe("IMG_1.jpg")
})

it("[R21] a changed page replaces the one in the list, unless it is older; a new one is added", () => {
  const old = page({ revision: 3 })
  const newer = { ...old, revision: 4, section: "要闻" }
  expect(withPage([old], newer)).toEqual([newer])
  expect(withPage([newer], old)).toEqual([newer])
  expect(withPage([], old)).toEqual([old])
})

const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
for (const [event, name] of [
  [{ ...press, key: "F", code: "KeyF", ctrlKey: true, shiftKey: true }, "Mod+Shift+f"],
  [{ ...press, key: "e", code: "KeyE", metaKey: true }, "Mod+e"],
  [{ ...press, key: "PageDown", code: "PageDown", altKey: true }, "Alt+PageDown"],
  [{ ...press, key: "*", code: "Digit8", ctrlKey: true, shiftKey: true }, "Mod+Shift+8"],
  [{ ...press, key: "¡", code: "Digit1", metaKey: true, altKey: true }, "Mod+Alt+1"],
  [{ ...press, key: "F6", code: "F6" }, "F6"],
] as const)
  it(`[R22] the key is named ${name}`, () => expect(keyName(event)).toBe(name))
