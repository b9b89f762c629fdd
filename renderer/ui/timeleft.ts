// How long an import will still take, in words; nothing where it cannot be said.
import { useEffect, useState } from "react"
import type { ImportReading, ImportSummary } from "../../shared/contract.ts"
import type { Dictionary } from "../i18n/zh.ts"
import { secondsLeft } from "../state/pace.ts"
import { useSession, useWords } from "../state/session.ts"
import { useStore } from "../state/store.ts"

/** `约 3 分钟`: whole minutes, for nobody knows it better. */
export function durationText(seconds: number, { queueing }: Dictionary): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return queueing.soon
  if (minutes < 100) return queueing.minutes(minutes)
  return queueing.hours(Math.floor(minutes / 60), minutes % 60)
}

/** `3/8 · 40% · 约 6 秒`: the page of a file of several, how much of it is read, and how long the rest of it takes. */
export function readingText({ page, pages, done, total, secondsLeft }: ImportReading, words: Dictionary): string {
  const { queueing } = words
  return [
    pages > 1 ? `${page}/${pages}` : null,
    total > 0 ? `${Math.floor((100 * done) / total)}%` : null,
    secondsLeft === null
      ? null
      : queueing.left(secondsLeft < 60 ? queueing.seconds(secondsLeft) : durationText(secondsLeft, words)),
  ]
    .filter((part) => part !== null)
    .join(" · ")
}

/** The time left of an import, said again every few seconds. */
export function useTimeLeft(summary: ImportSummary | undefined): string | null {
  const { imports } = useSession()
  const { words } = useWords()
  const pace = useStore(imports.paces, (now) => (summary ? now[summary.id] : undefined))
  const [at, setAt] = useState(Date.now)
  const running = summary?.state === "running"
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setAt(Date.now()), 5000)
    return () => clearInterval(timer)
  }, [running])
  const seconds = summary ? secondsLeft(pace, summary, Math.max(at, pace?.last ?? 0)) : null
  return seconds === null ? null : durationText(seconds, words)
}
