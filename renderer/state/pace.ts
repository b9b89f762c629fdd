// How long an import will take, from the pace of the pages it has finished while it was watched.
import type { ImportSummary } from "../../shared/contract.ts"

export interface Pace {
  /** Milliseconds: when this run was first seen, and when its last page was done. */
  since: number
  last: number
  /** How many were done when it was first seen, and are now. */
  from: number
  done: number
}

/** The pace after the host has reported; a run that begins again is measured again. */
export function paceAfter(
  pace: Pace | undefined,
  before: ImportSummary | undefined,
  now: ImportSummary,
  at: number,
): Pace {
  const goesOn = pace && before?.state === "running" && now.done >= pace.done
  if (!goesOn && !(pace && now.state !== "running")) return { since: at, last: at, from: now.done, done: now.done }
  return now.done > pace.done ? { ...pace, last: at, done: now.done } : pace
}

/** Below this many pages a pace says nothing. */
const enough = 2

/** Seconds until the last file, or null where it cannot be said yet. */
export function secondsLeft(pace: Pace | undefined, summary: ImportSummary, at: number): number | null {
  if (!pace || summary.state !== "running" || pace.done - pace.from < enough) return null
  const { total, done, duplicate, failed, cancelled } = summary
  const open = total - done - duplicate - failed - cancelled
  const each = (pace.last - pace.since) / (pace.done - pace.from)
  return Math.max(open * each - (at - pace.last), each / 2) / 1000
}
