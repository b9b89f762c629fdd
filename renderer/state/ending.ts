// What happens when the window is hidden, left or closed: what is not committed is sent at once, and kept for this tab in
// case it does not arrive.
import type { Host } from "../bridge/loopback.ts"
import type { Desk } from "./desk.ts"
import type { Elsewhere } from "./elsewhere.ts"
import type { Unsent } from "./unsent.ts"

interface Parts {
  host: Host
  desk: Desk
  unsent: Unsent
  elsewhere: Elsewhere
}

export function watchEnding(page: Window, { host, desk, unsent, elsewhere }: Parts, clientId: string): void {
  page.document.addEventListener("visibilitychange", () => {
    if (page.document.visibilityState === "hidden") void desk.flush()
  })
  page.addEventListener("pagehide", () => {
    const edits = desk.pages().flatMap(({ editing, saver }) => {
      const batches = saver.unsent()
      return batches.length ? [{ documentId: editing.documentId, clientId, batches }] : []
    })
    for (const { batches, ...ids } of edits)
      for (const batch of batches) host.sendLast("document.append", { ...ids, ...batch })
    unsent.keep(edits)
    elsewhere.leave()
  })
  // A page that comes back from the browser's cache goes on where it was: what it kept is still its own.
  page.addEventListener("pageshow", (event) => {
    if (!event.persisted) return
    unsent.keep([])
    elsewhere.comeBack()
  })
}
