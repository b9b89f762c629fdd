// A host as the saver sees it: it appends batches in order, refuses stale ones, knows what it has, and can fail.
import type { Node } from "prosemirror-model"
import { Step } from "prosemirror-transform"
import { Unreachable } from "../../../renderer/bridge/loopback.ts"
import type { EditingPage } from "../../../renderer/document/editing.ts"
import type { Client } from "../../../shared/client.ts"
import type { Input } from "../../../shared/contract.ts"
import { schema } from "../../../shared/document/schema.ts"
import { AppError } from "../../../shared/errors.ts"

interface Row {
  version: number
  clientId: string
  clientSeq: number
  steps: Record<string, unknown>[]
}

export interface FakeHost {
  client: Client
  rows: Row[]
  doc(): Node
  /** What to do with the next calls: lose the request, lose the answer, or refuse with an error. */
  faults: ("request" | "answer" | AppError)[]
}

export function hostOf(page: EditingPage): FakeHost {
  const rows: Row[] = []
  const faults: FakeHost["faults"] = []
  let doc = page.state.doc
  const append = ({ version, clientId, clientSeq, steps }: Input<"document.append">) => {
    const known = rows.find((row) => row.clientId === clientId && row.clientSeq === clientSeq)
    if (known) {
      if (JSON.stringify(known.steps) !== JSON.stringify(steps))
        throw new AppError("conflict", { version: rows.length })
      return { version: known.version }
    }
    if (version !== rows.length) throw new AppError("conflict", { version: rows.length })
    for (const json of steps) {
      const result = Step.fromJSON(schema, json).apply(doc)
      if (!result.doc) throw new AppError("invalid", { what: "steps" })
      doc = result.doc
    }
    doc.check()
    rows.push({ version: rows.length + 1, clientId, clientSeq, steps: JSON.parse(JSON.stringify(steps)) })
    return { version: rows.length }
  }
  const call = async (name: string, input: never): Promise<unknown> => {
    await Promise.resolve()
    const fault = faults.shift()
    if (fault === "request") throw new Unreachable(name)
    if (fault instanceof AppError) throw fault
    const since = (input as { version: number }).version
    const answer = name === "document.append" ? append(input) : { batches: rows.filter((row) => row.version > since) }
    if (fault === "answer") throw new Unreachable(name)
    return answer
  }
  return { client: { call, on: () => () => {} } as unknown as Client, rows, faults, doc: () => doc }
}
