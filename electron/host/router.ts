// A call's name and input in, a reply out. The one place where inputs are checked; handlers trust their types.
import { type CallContext, type CallName, calls, type Handlers } from "../../shared/contract.ts"
import { AppError, failure, type Reply } from "../../shared/errors.ts"
import { sqliteError } from "../services/library/database.ts"
import { errorDetail, type Log } from "../services/log.ts"

export type Router = (name: string, input: unknown, context: CallContext) => Promise<Reply>

const slow = 500

export function makeRouter(handlers: Handlers, log: Log): Router {
  return async (name, input, context) => {
    const began = performance.now()
    try {
      // "constructor" is not a call.
      if (!Object.hasOwn(calls, name)) throw new AppError("not-found", { what: "call" })
      const parsed = calls[name as CallName].input.safeParse(input)
      if (!parsed.success) throw new AppError("invalid", { where: parsed.error.issues[0]?.path.join(".") ?? "" })
      const handler = handlers[name as CallName] as (input: unknown, context: CallContext) => unknown
      return { ok: true, value: await handler(parsed.data, context) }
    } catch (error) {
      if (!(error instanceof AppError)) log("call failed", { name, ...errorDetail(error) })
      return { ok: false, error: failure(sqliteError(error, "")) }
    } finally {
      const took = Math.round(performance.now() - began)
      if (took > slow) log("slow call", { name, took })
    }
  }
}
