// A failure as plain data that comes from elsewhere: over HTTP, from a child process, from a parent.
import { z } from "zod"
import { errorCodes } from "../errors.ts"

export const FailureData = z.object({
  code: z.enum(errorCodes),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
