// The last thing that went wrong or well outside any pane; the status line says it until it is dismissed.
import { AppError, type Failure, failure } from "../../shared/errors.ts"
import { Unreachable } from "../bridge/loopback.ts"
import { makeStore, type Store } from "./store.ts"

export interface Notices {
  store: Store<Failure | null>
  /** Shows a failed work's reason. A lost connection is not repeated here: the status line says it already. */
  watch(work: Promise<unknown>): void
  dismiss(): void
}

export function makeNotices(): Notices {
  const store = makeStore<Failure | null>(null)
  const tell = (error: unknown) => {
    if (error instanceof Unreachable) return
    if (!(error instanceof AppError)) console.error(error)
    store.set(failure(error))
  }
  return { store, watch: (work) => void work.catch(tell), dismiss: () => store.set(null) }
}
