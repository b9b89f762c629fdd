// What is left to look at on the open page; null while none is open.
import { makeStore, type Store } from "./store.ts"

export interface WorkLeft {
  conflicts: number
  suspects: number
  seams: number
}

export type Work = Store<WorkLeft | null>

export const makeWork = (): Work => makeStore<WorkLeft | null>(null)
