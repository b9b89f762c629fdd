// What this person prefers on this machine: language, theme, text, keys, and how the panes stand.
import { z } from "zod"
import { type Language, languageOf } from "../../shared/i18n/language.ts"
import { type PreparationStep, preparationSteps } from "../../shared/model/preparation.ts"
import { makeStore, type Store } from "./store.ts"

export const themes = ["auto", "light", "dark"] as const
export type Theme = (typeof themes)[number]

export interface Settings {
  language: Language
  theme: Theme
  /** Pixels of the editor's text. */
  textSize: number
  /** Of the editor's text, as a multiple of its size. */
  lineHeight: number
  /** Keys a person chose instead of the table's, by command. */
  keys: Readonly<Record<string, readonly string[]>>
  /** Whether the text shows where printed lines were joined. */
  seams: boolean
  /** What is not to be done to pictures before they are read. */
  without: readonly PreparationStep[]
  panes: Panes
}

export interface Panes {
  rail: boolean
  scan: boolean
  /** The text stands left of the scan. */
  swapped: boolean
  /** Pixels of the rail. */
  railWidth: number
  /** Percent of the page's width that is the scan's. */
  scanWidth: number
  /** Percent of the page's height that is the scan's, where it stands above the text. */
  scanHeight: number
}

export const usualPanes: Panes = {
  rail: true,
  scan: true,
  swapped: false,
  railWidth: 232,
  scanWidth: 52,
  scanHeight: 40,
}

/** What the sizes of the text can be. */
export const textSizes = { min: 12, max: 40 }
export const lineHeights = { min: 1.2, max: 3 }

const key = "jiaoyang.settings"

const Kept = z.object({
  language: z.enum(["zh", "en"]).optional().catch(undefined),
  theme: z.enum(themes).catch("auto"),
  textSize: z.number().min(textSizes.min).max(textSizes.max).catch(18),
  lineHeight: z.number().min(lineHeights.min).max(lineHeights.max).catch(1.8),
  keys: z.record(z.string(), z.array(z.string())).catch({}),
  seams: z.boolean().catch(false),
  without: z.array(z.enum(preparationSteps)).catch([]),
  panes: z
    .object({
      rail: z.boolean().catch(usualPanes.rail),
      scan: z.boolean().catch(usualPanes.scan),
      swapped: z.boolean().catch(usualPanes.swapped),
      railWidth: z.number().min(100).max(1000).catch(usualPanes.railWidth),
      scanWidth: z.number().min(0).max(100).catch(usualPanes.scanWidth),
      scanHeight: z.number().min(0).max(100).catch(usualPanes.scanHeight),
    })
    .catch(usualPanes),
})

/** Reads what was remembered; anything unknown falls back to the browser's language and to what is usual. */
export function readSettings(kept: string | null, locale: string | undefined): Settings {
  let said: unknown = {}
  try {
    said = JSON.parse(kept ?? "{}") ?? {}
  } catch {
    // What cannot be read was not remembered.
  }
  const { language, ...rest } = Kept.catch(Kept.parse({})).parse(said)
  return { language: language ?? languageOf(locale), ...rest }
}

/** Keeps the settings and writes them onto the page's root element. */
export function makeSettings(page: Window, locale: string): Store<Settings> {
  const store = makeStore(readSettings(page.localStorage.getItem(key), locale))
  const apply = () => {
    const { language, theme, textSize, lineHeight } = store.get()
    const root = page.document.documentElement
    root.lang = language === "zh" ? "zh-CN" : "en"
    root.dataset.theme = theme
    root.style.setProperty("--text-size", `${textSize}px`)
    root.style.setProperty("--text-leading", String(lineHeight))
    page.localStorage.setItem(key, JSON.stringify(store.get()))
  }
  store.subscribe(apply)
  apply()
  return store
}

export const nextTheme = (theme: Theme): Theme => themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto"

/** Changes how the panes stand. */
export const changePanes = (settings: Store<Settings>, change: (panes: Panes) => Partial<Panes>): void =>
  settings.change((now) => ({ ...now, panes: { ...now.panes, ...change(now.panes) } }))
