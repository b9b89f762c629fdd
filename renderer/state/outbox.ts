// The steps of a page on their way to the host, in batches and in order. A batch whose answer was lost is sent again as it
// was, and the host knows it by its number. What another window appended is taken in, and the steps that are not stored yet
// are put on top of it, so that nobody overwrites anybody.
import { getVersion, receiveTransaction, sendableSteps } from "prosemirror-collab"
import { Step } from "prosemirror-transform"
import type { Client } from "../../shared/client.ts"
import { schema } from "../../shared/document/schema.ts"
import { AppError } from "../../shared/errors.ts"
import type { EditingPage } from "../document/editing.ts"

export interface Batch {
  version: number
  clientSeq: number
  steps: Record<string, unknown>[]
}

export interface OutboxParts {
  client: Client
  page: EditingPage
  clientId: string
  /** The host's number of batches when the document was opened. */
  version: number
  /** Hears that another window has changed the page, or that it was read again. */
  changedElsewhere(by: string): void
}

/** `until` counts steps from the beginning, as `written` does: those after it stay where they are. */
export interface Outbox {
  /** All steps of the page so far, stored or not. */
  written(): number
  /** Whether something up to `until` is still to be sent. */
  waiting(until: number): boolean
  /**
   * Sends one batch; false where the host has more than this page. Throws where the host cannot be reached or refuses.
   */
  send(until: number): Promise<boolean>
  /** Asks for what others stored; what comes back takes it in. */
  newer(): Promise<() => void>
  /** What would be lost if the page ended now: the batch on its way, and the rest. */
  unsent(until: number): Batch[]
}

const batchSize = 1000

export function makeOutbox({ client, page, clientId, changedElsewhere, ...opened }: OutboxParts): Outbox {
  const { documentId } = page
  let version = opened.version
  let clientSeq = 0
  let onItsWay: Batch | null = null

  const pending = (): readonly Step[] => sendableSteps(page.state)?.steps ?? []
  const upTo = (until: number) => pending().slice(0, Math.max(0, until - getVersion(page.state)))
  const batchOf = (some: readonly Step[], after: number, seq: number): Batch => ({
    version: after,
    clientSeq: seq,
    steps: some.map((step) => step.toJSON() as Record<string, unknown>),
  })

  /** The batch on its way is stored as version `to`. */
  const confirm = ({ steps: { length } }: Batch, to: number) => {
    const stored = pending().slice(0, length)
    const ids = stored.map(() => clientId)
    onItsWay = null
    version = to
    page.dispatch(receiveTransaction(page.state, stored, ids))
  }

  const takeIn = (batch: { version: number; clientId: string; steps: unknown[] }) => {
    if (batch.version <= version) return
    if (batch.clientId === clientId && onItsWay) return confirm(onItsWay, batch.version)
    const theirs = batch.steps.map((json) => Step.fromJSON(schema, json))
    const ids = theirs.map(() => batch.clientId)
    page.dispatch(receiveTransaction(page.state, theirs, ids, { mapSelectionBackward: true }))
    version = batch.version
    changedElsewhere(batch.clientId)
  }

  return {
    written: () => getVersion(page.state) + pending().length,
    waiting: (until) => onItsWay !== null || upTo(until).length > 0,
    async send(until) {
      onItsWay ??= batchOf(upTo(until).slice(0, batchSize), version, clientSeq++)
      const batch = onItsWay
      try {
        const reply = await client.call("document.append", { documentId, clientId, ...batch })
        confirm(batch, reply.version)
        return true
      } catch (error) {
        if (!(error instanceof AppError && error.code === "conflict")) throw error
        // Nothing of this batch was stored, or its answer would have come: it is made anew on what others stored.
        onItsWay = null
        return false
      }
    },
    async newer() {
      const { batches } = await client.call("document.since", { documentId, version })
      return () => batches.forEach(takeIn)
    },
    unsent(until) {
      const batches = onItsWay ? [onItsWay] : []
      const rest = upTo(until).slice(onItsWay?.steps.length ?? 0)
      return rest.length ? [...batches, batchOf(rest, version + batches.length, clientSeq)] : batches
    },
  }
}
