// How a page is called in lists, titles and labels.
import type { PageSummary } from "../../shared/contract.ts"
import type { Dictionary } from "../i18n/zh.ts"

type Named = Pick<PageSummary, "newspaper" | "date" | "pageNumber" | "section">

/** `东湖日报 · 2026-05-12 · 03版 城事`; what is unknown is left out, a page nothing is known of has its file's name. */
export function pageName(page: Named & { source: string }, words: Dictionary): string {
  return placeName(page, words) || page.source
}

/** The same without the file's name: empty where nothing is known. */
export function placeName({ newspaper, date, pageNumber, section }: Named, words: Dictionary): string {
  const number = pageNumber === null ? null : words.pageLabel(pageNumber)
  const place = [number, section].filter(Boolean).join(" ")
  return [newspaper, date, place].filter(Boolean).join(" · ")
}
