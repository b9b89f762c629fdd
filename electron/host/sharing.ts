// Work that several wait for is done once, and stopped when the last of them has gone.
import { AppError } from "../../shared/errors.ts"

export type Share = <T>(key: string, signal: AbortSignal, work: (everyoneLeft: AbortSignal) => Promise<T>) => Promise<T>

interface Shared {
  done: Promise<unknown>
  waiting: number
  stop: AbortController
}

export function makeSharing(): Share {
  const going = new Map<string, Shared>()
  const begin = (key: string, work: (everyoneLeft: AbortSignal) => Promise<unknown>): Shared => {
    const stop = new AbortController()
    const shared: Shared = { done: work(stop.signal), waiting: 0, stop }
    const end = () => {
      if (going.get(key) === shared) going.delete(key)
    }
    shared.done.then(end, end)
    going.set(key, shared)
    return shared
  }
  return async <T>(key: string, signal: AbortSignal, work: (everyoneLeft: AbortSignal) => Promise<T>) => {
    const cancelled = () => new AppError("cancelled")
    if (signal.aborted) throw cancelled()
    const shared = going.get(key) ?? begin(key, work)
    shared.waiting++
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(cancelled())
        if (--shared.waiting > 0) return
        // Who comes from now on begins anew.
        going.delete(key)
        shared.stop.abort()
      }
      signal.addEventListener("abort", leave, { once: true })
      ;(shared.done as Promise<T>).then(resolve, reject).finally(() => signal.removeEventListener("abort", leave))
    })
  }
}
