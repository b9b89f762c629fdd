// A long import that ends while nobody looks: the window's title says so, and the system where the person allowed it.
import { useEffect, useEffectEvent, useState } from "react"
import { useSession, useWords } from "../state/session.ts"

/** Milliseconds; shorter ones need no word. */
const long = 60_000

/** Whether a long import has ended since the window was last looked at. */
export function useEndedUnseen(): boolean {
  const { imports } = useSession()
  const { words } = useWords()
  const [ended, setEnded] = useState(false)
  const tell = useEffectEvent((done: number, failed: number) => {
    setEnded(true)
    if (typeof Notification !== "undefined" && Notification.permission === "granted")
      new Notification(words.app, { body: words.queueing.ended(done, failed) })
  })
  useEffect(() => {
    let running = new Set<string>()
    const look = () => {
      const { imports: now } = imports.store.get()
      for (const one of now) {
        const pace = imports.paces.get()[one.id]
        const lasted = pace && running.has(one.id) && one.state === "ended" ? Date.now() - pace.since : 0
        if (lasted > long && document.hidden) tell(one.done, one.failed)
      }
      running = new Set(now.filter((one) => one.state === "running").map((one) => one.id))
    }
    const seen = () => document.hidden || setEnded(false)
    document.addEventListener("visibilitychange", seen)
    const leave = imports.store.subscribe(look)
    return () => {
      leave()
      document.removeEventListener("visibilitychange", seen)
    }
  }, [imports])
  return ended
}
