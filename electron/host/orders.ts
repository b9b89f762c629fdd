// What whoever starts a host tells it, on one line of its stdin.
import { z } from "zod"

export const HostOrders = z.object({
  library: z.string(),
  /** 0 means any free one. */
  port: z.number().int().min(0).max(65535),
  token: z.string().min(32),
  pageFolder: z.string(),
})

export type HostOrders = z.infer<typeof HostOrders>
