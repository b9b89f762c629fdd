// What whoever starts a host tells it, on one line of its stdin.
import { z } from "zod"
import { FailureData } from "../../shared/model/failure.ts"

/** A port of 127.0.0.1 (0: any free one), or a socket that only this user can open. */
const Listen = z.union([
  z.strictObject({ port: z.number().int().min(0).max(65535) }),
  // Longer names do not fit into what the system takes.
  z.strictObject({ socket: z.string().max(100) }),
])
export type Listen = z.infer<typeof Listen>

export const HostOrders = z.object({
  library: z.string(),
  listen: Listen,
  token: z.string().min(32),
  pageFolder: z.string(),
  /** The library that was wanted instead and could not be opened. */
  failed: z.object({ path: z.string(), error: FailureData }).nullable(),
})

export type HostOrders = z.infer<typeof HostOrders>
