// Edits that were not acknowledged when the page ended. They are kept for this tab and sent again when it comes back;
// the host knows by their numbers which of them it has.
import { z } from "zod"
import type { Client } from "../../shared/client.ts"
import { AppError } from "../../shared/errors.ts"
import { makeStore, type Store } from "./store.ts"

const Kept = z.array(
  z.object({
    documentId: z.string(),
    clientId: z.string(),
    batches: z.array(
      z.object({ version: z.number(), clientSeq: z.number(), steps: z.array(z.record(z.string(), z.unknown())) }),
    ),
  }),
)
export type KeptEdits = z.infer<typeof Kept>[number]

export interface Unsent {
  /** Edits that could not be carried over: the page was changed elsewhere before they arrived. */
  lost: Store<number>
  keep(edits: readonly KeptEdits[]): void
  /** Sends what was kept. Throws where the host cannot be reached; it stays kept then. */
  sendAgain(client: Client): Promise<void>
}

const key = "jiaoyang.unsent"

export function makeUnsent(store: Pick<Storage, "getItem" | "setItem" | "removeItem">): Unsent {
  const lost = makeStore(0)
  const read = (): KeptEdits[] => {
    try {
      return Kept.parse(JSON.parse(store.getItem(key) ?? "[]"))
    } catch {
      return []
    }
  }
  const keep = (edits: readonly KeptEdits[]) => {
    if (edits.length) store.setItem(key, JSON.stringify(edits))
    else store.removeItem(key)
  }
  return {
    lost,
    keep,
    sendAgain: async (client) => {
      for (let left = read(); left.length; left = left.slice(1)) {
        const { documentId, clientId, batches } = left[0] as KeptEdits
        for (const batch of batches)
          try {
            await client.call("document.append", { documentId, clientId, ...batch })
          } catch (error) {
            if (!(error instanceof AppError)) throw error
            lost.change((count) => count + batch.steps.length)
          }
        keep(left.slice(1))
      }
    },
  }
}
