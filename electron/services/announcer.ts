// Where services announce events, and hosts listen.
import type { EventData, EventName } from "../../shared/contract.ts"

export interface Announcer {
  announce<N extends EventName>(name: N, data: EventData<N>): void
  listen(listener: (name: string, data: unknown) => void): () => void
}

export function makeAnnouncer(): Announcer {
  const listeners = new Set<(name: string, data: unknown) => void>()
  return {
    announce: (name, data) => {
      for (const listener of listeners) listener(name, data)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
