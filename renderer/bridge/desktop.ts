// What the window hands to its page; null in a browser.
import type { Desktop } from "../../shared/desktop.ts"

export type PageDesktop = Desktop<File>

export const desktop: PageDesktop | null = (globalThis as { jiaoyang?: PageDesktop }).jiaoyang ?? null
