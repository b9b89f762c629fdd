// Says when a page's edits are sent, and whether they are committed: soon after the last one, in time after the first, not
// while an input method composes, and again until the host has them.
import type { Client } from "../../shared/client.ts"
import { readingClient } from "../../shared/contract.ts"
import { AppError, type Failure, failure } from "../../shared/errors.ts"
import { Unreachable } from "../bridge/loopback.ts"
import type { EditingPage } from "../document/editing.ts"
import { type Batch, makeOutbox } from "./outbox.ts"
import { makeStore, type Store } from "./store.ts"

export type Saved =
  | { state: "saved" }
  | { state: "saving" }
  /** Not committed, and why; it is tried again until it is. */
  | { state: "unsaved"; error: Failure | null }
  /** The host refuses these steps: what was typed since is not kept. */
  | { state: "refused"; error: Failure }

export interface Saver {
  saved: Store<Saved>
  /** Another window has changed this page since it was opened here. */
  elsewhere: Store<boolean>
  /** The page was read again: with all that is known here of its lines it is to be opened anew. */
  reread: Store<boolean>
  /** Sends what there is without waiting; resolves when all of it is committed or it is known that it is not. */
  flush(): Promise<void>
  /** While an input method composes nothing of it is sent, and nothing is taken in. */
  hold(): void
  release(): void
  /** Takes in what others appended. */
  catchUp(): void
  /** What would be lost if the page ended now. */
  unsent(): Batch[]
  close(): void
}

interface Timing {
  /** Milliseconds after the last edit. */
  rest: number
  /** Milliseconds after the first edit that was not sent. */
  most: number
  /** Milliseconds until another try. */
  again: number
}

const usual: Timing = { rest: 250, most: 700, again: 1000 }

export interface SaverParts {
  client: Client
  page: EditingPage
  clientId: string
  /** The host's number of batches when the document was opened. */
  version: number
  timing?: Timing
}

export function makeSaver({ timing = usual, ...parts }: SaverParts): Saver {
  const { page } = parts
  const saved = makeStore<Saved>({ state: "saved" })
  const [elsewhere, reread] = [makeStore(false), makeStore(false)]
  const changedElsewhere = (by: string) => (by.startsWith(readingClient) ? reread : elsewhere).set(true)
  const outbox = makeOutbox({ ...parts, changedElsewhere })
  /** Steps after this one belong to a composition; null while none is going on. */
  let held: number | null = null
  let behind = false
  let working: Promise<void> | null = null
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstUnsent = 0

  const all = Number.POSITIVE_INFINITY
  const until = () => held ?? all
  /** What others stored waits for the end of a composition, and then so does what comes after it. */
  const due = () => (behind ? held === null : outbox.waiting(until()))

  const schedule = (wait: number) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void flush(), wait)
  }

  const stopListening = page.listen((state, before) => {
    if (state.doc === before.doc || !outbox.waiting(all)) return
    if (saved.get().state === "saved") {
      saved.set({ state: "saving" })
      firstUnsent = Date.now()
    }
    if (!working && saved.get().state === "saving")
      schedule(Math.max(0, Math.min(timing.rest, firstUnsent + timing.most - Date.now())))
  })

  /** False where a composition began meanwhile. */
  const takeIn = async (): Promise<boolean> => {
    const take = await outbox.newer()
    if (held === null) take()
    return held === null
  }

  const work = async () => {
    try {
      while (due()) {
        const next = behind ? takeIn : () => outbox.send(until())
        // More may become known while this is under way.
        behind = false
        if (!(await next())) behind = true
      }
      saved.set({ state: outbox.waiting(all) ? "saving" : "saved" })
    } catch (error) {
      // What was stored meanwhile, perhaps this very batch, is asked for first.
      behind = true
      if (error instanceof AppError && (error.code === "invalid" || error.code === "not-found"))
        return saved.set({ state: "refused", error: failure(error) })
      saved.set({ state: "unsaved", error: error instanceof Unreachable ? null : failure(error) })
      schedule(timing.again)
    }
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    if (closed || saved.get().state === "refused") return Promise.resolve()
    working ??= work().finally(() => {
      working = null
      // A composition may have ended just as the work did.
      if (saved.get().state !== "unsaved" && due()) void flush()
    })
    return working
  }

  return {
    saved,
    elsewhere,
    reread,
    flush,
    hold: () => {
      held ??= outbox.written()
    },
    release: () => {
      held = null
      void flush()
    },
    catchUp: () => {
      behind = true
      void flush()
    },
    unsent: () => outbox.unsent(until()),
    close: () => {
      closed = true
      clearTimeout(timer)
      stopListening()
    },
  }
}
