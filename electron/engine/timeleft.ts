// How long the rest of a page will take, at the pace at which it has been read so far.
import type { Progress } from "./protocol.ts"

/** Fewer lines or blocks say too little about the others; the first ones also wait for the engine to start. */
const leastDone = 5
const leastMs = 1000

/** Of one job: told each progress, it answers seconds, or null as long as it cannot tell. `now` is in milliseconds. */
export function makeTimeLeft(now: () => number): (progress: Progress) => number | null {
  let began: number | null = null
  return ({ stage, done, total }) => {
    if (stage !== "read" || !done) began = stage === "read" ? now() : null
    if (began === null || done < leastDone || now() - began < leastMs) return null
    return Math.round(((now() - began) * (total - done)) / done / 1000)
  }
}
