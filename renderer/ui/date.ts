// Dates as people write them, to ISO.

/** `2026-05-12` from 2026-5-12, 2026.5.12, 2026/5/12, 20260512 or 2026年5月12日; null where it is no date. */
export function isoDate(written: string): string | null {
  const text = written.normalize("NFKC").replace(/\s/g, "")
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  if (!found) return null
  const [, year = "", month = "", day = ""] = found
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** The day of the week of an ISO date, short, in a language. */
export const weekday = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`))
