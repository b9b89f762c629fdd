// One observable value. Everything the page knows lives in a few of these; components listen to the part they show.
import { useSyncExternalStore } from "react"

export interface Store<T> {
  get(): T
  set(next: T): void
  /** Sets what `change` makes of the present value. */
  change(change: (now: T) => T): void
  subscribe(listener: () => void): () => void
}

export function makeStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  const set = (next: T) => {
    if (Object.is(next, value)) return
    value = next
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => value,
    set,
    change: (change) => set(change(value)),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The store's value, or a part of it: `select` must give the same object for the same value. */
export function useStore<T>(store: Store<T>): T
export function useStore<T, S>(store: Store<T>, select: (value: T) => S): S
export function useStore<T, S>(store: Store<T>, select?: (value: T) => S): T | S {
  return useSyncExternalStore(store.subscribe, () => (select ? select(store.get()) : store.get()))
}
