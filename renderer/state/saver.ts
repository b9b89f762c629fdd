// Sends every edit to the host and knows which are committed. Steps are sent in batches in their order; a batch whose
// answer was lost is sent again as it was, and the host knows it by its number. What another window appended is taken in
// and the unsent steps are put on top of it, so that nobody overwrites anybody.
import { receiveTransaction, sendableSteps } from "prosemirror-collab"
import { Step } from "prosemirror-transform"
import type { Client } from "../../shared/client.ts"
import { schema } from "../../shared/document/schema.ts"
import { AppError, type Failure, failure } from "../../shared/errors.ts"
import { Unreachable } from "../bridge/loopback.ts"
import type { EditingPage } from "../document/editing.ts"
import { makeStore, type Store } from "./store.ts"

export type Saved =
  | { state: "saved" }
  | { state: "saving" }
  /** Not committed, and why; it is tried again until it is. */
  | { state: "unsaved"; error: Failure | null }
  /** The host refuses these steps: what was typed since is not kept. */
  | { state: "refused"; error: Failure }

export interface Batch {
  version: number
  clientSeq: number
  steps: Record<string, unknown>[]
}

export interface Saver {
  saved: Store<Saved>
  /** Another window has changed this page since it was opened here. */
  elsewhere: Store<boolean>
  /** Sends what there is without waiting; resolves when all of it is committed or it is known that it is not. */
  flush(): Promise<void>
  /** While an input method composes nothing of it is sent, and nothing is taken in. */
  hold(): void
  release(): void
  /** Takes in what others appended. */
  catchUp(): void
  /** What would be lost if the page ended now: the batch on its way, and the rest. */
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
const batchSize = 1000

export interface SaverParts {
  client: Client
  page: EditingPage
  clientId: string
  /** The host's number of batches when the document was opened. */
  version: number
  timing?: Timing
}

export function makeSaver({ client, page, clientId, version: opened, timing = usual }: SaverParts): Saver {
  const saved = makeStore<Saved>({ state: "saved" })
  const elsewhere = makeStore(false)
  let version = opened
  let clientSeq = 0
  let onItsWay: Batch | null = null
  let working: Promise<void> | null = null
  let heldFrom: number | null = null
  let behind = false
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let firstUnsent = 0

  const pending = () => sendableSteps(page.state)?.steps ?? []
  const sendable = () => pending().slice(0, heldFrom ?? undefined)

  const schedule = (wait: number) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void flush(), wait)
  }

  const stopListening = page.listen((state, before) => {
    if (state.doc === before.doc || !pending().length) return
    if (saved.get().state === "saved") {
      saved.set({ state: "saving" })
      firstUnsent = Date.now()
    }
    if (!working && saved.get().state === "saving")
      schedule(Math.max(0, Math.min(timing.rest, firstUnsent + timing.most - Date.now())))
  })

  /** Confirms the batch on its way as version `to`. */
  const confirm = (batch: Batch, to: number) => {
    const steps = pending().slice(0, batch.steps.length)
    onItsWay = null
    version = to
    if (heldFrom !== null) heldFrom -= steps.length
    page.dispatch(
      receiveTransaction(
        page.state,
        steps,
        steps.map(() => clientId),
      ),
    )
  }

  const takeIn = async () => {
    const { batches } = await client.call("document.since", { documentId: page.documentId, version })
    for (const batch of batches) {
      if (batch.version <= version) continue
      if (batch.clientId === clientId && onItsWay) confirm(onItsWay, batch.version)
      else {
        const steps = batch.steps.map((json) => Step.fromJSON(schema, json))
        const ids = steps.map(() => batch.clientId)
        page.dispatch(receiveTransaction(page.state, steps, ids, { mapSelectionBackward: true }))
        version = batch.version
        elsewhere.set(true)
      }
    }
    behind = false
  }

  const sendOne = async () => {
    onItsWay ??= {
      version,
      clientSeq: clientSeq++,
      steps: sendable()
        .slice(0, batchSize)
        .map((step) => step.toJSON() as Record<string, unknown>),
    }
    const batch = onItsWay
    try {
      const reply = await client.call("document.append", { documentId: page.documentId, clientId, ...batch })
      confirm(batch, reply.version)
    } catch (error) {
      if (!(error instanceof AppError && error.code === "conflict")) throw error
      // Nothing of this batch was stored, or its answer would have come: it is made anew on what others stored.
      if (heldFrom !== null) {
        behind = true
        throw new Unreachable("composing")
      }
      onItsWay = null
      await takeIn()
    }
  }

  const work = async () => {
    try {
      if (behind && heldFrom === null) await takeIn()
      while (sendable().length || onItsWay) await sendOne()
      saved.set(pending().length ? { state: "saving" } : { state: "saved" })
    } catch (error) {
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
    })
    return working
  }

  return {
    saved,
    elsewhere,
    flush,
    hold: () => {
      heldFrom ??= pending().length
    },
    release: () => {
      heldFrom = null
      void flush()
    },
    catchUp: () => {
      behind = true
      if (heldFrom === null) void flush()
    },
    unsent: () => {
      const batches = onItsWay ? [onItsWay] : []
      const rest = sendable().slice(onItsWay?.steps.length ?? 0)
      if (rest.length)
        batches.push({
          version: version + batches.length,
          clientSeq,
          steps: rest.map((step) => step.toJSON() as Record<string, unknown>),
        })
      return batches
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      stopListening()
    },
  }
}
