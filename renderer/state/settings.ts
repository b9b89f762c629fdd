// What this person prefers on this machine: language and theme.
import { type Language, languageOf } from "../../shared/i18n/language.ts"
import { makeStore, type Store } from "./store.ts"

const themes = ["auto", "light", "dark"] as const
export type Theme = (typeof themes)[number]

export interface Settings {
  language: Language
  theme: Theme
}

const key = "jiaoyang.settings"

/** Reads what was remembered; anything unknown falls back to the browser's language and the automatic theme. */
export function readSettings(kept: string | null, locale: string | undefined): Settings {
  let said: Partial<Record<keyof Settings, unknown>> = {}
  try {
    said = (JSON.parse(kept ?? "{}") as typeof said | null) ?? {}
  } catch {
    // What cannot be read was not remembered.
  }
  const language = said.language === "zh" || said.language === "en" ? said.language : languageOf(locale)
  return { language, theme: themes.find((theme) => theme === said.theme) ?? "auto" }
}

/** Keeps the settings and writes them onto the page's root element. */
export function makeSettings(page: Window, locale: string): Store<Settings> {
  const store = makeStore(readSettings(page.localStorage.getItem(key), locale))
  const apply = () => {
    const { language, theme } = store.get()
    page.document.documentElement.lang = language === "zh" ? "zh-CN" : "en"
    page.document.documentElement.dataset.theme = theme
    page.localStorage.setItem(key, JSON.stringify(store.get()))
  }
  store.subscribe(apply)
  apply()
  return store
}

export const nextTheme = (theme: Theme): Theme => themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto"
