// Tabs of one browser tell each other which page they have open.
import { makeStore, type Store } from "./store.ts"

export interface Elsewhere {
  /** Whether another tab has the same page open. */
  shared: Store<boolean>
  /** Says which page this tab has open now; null for none. */
  show(pageId: string | null): void
  /** This tab goes: the others need not count it any more. */
  leave(): void
  /** It was only put by, and is there again. */
  comeBack(): void
}

interface Said {
  tab: string
  pageId: string | null
  /** Asks the others to say what they have. */
  asks: boolean
}

export function makeElsewhere(tab: string, channel: BroadcastChannel | null): Elsewhere {
  const shared = makeStore(false)
  const others = new Map<string, string>()
  let mine: string | null = null
  const look = () => shared.set(mine !== null && [...others.values()].includes(mine))
  const tell = (pageId: string | null, asks: boolean) => channel?.postMessage({ tab, pageId, asks } satisfies Said)
  channel?.addEventListener("message", ({ data }: MessageEvent<Said>) => {
    if (data.pageId === null) others.delete(data.tab)
    else others.set(data.tab, data.pageId)
    if (data.asks) tell(mine, false)
    look()
  })
  return {
    shared,
    show: (pageId) => {
      if (pageId === mine) return
      mine = pageId
      tell(mine, true)
      look()
    },
    leave: () => tell(null, false),
    comeBack: () => tell(mine, true),
  }
}
