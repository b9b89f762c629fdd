// A page's document as it lies in the library: ProseMirror JSON and a number for its shape, upgraded on the way up only.
import { Node } from "prosemirror-model"
import { AppError } from "../errors.ts"
import { schema } from "./schema.ts"

/** Shape of saved documents. A later shape adds an upgrade function here; there is no way down. */
export const documentShape = 1

/** Parses and checks saved JSON. Throws AppError `invalid` where it is no document of this schema. */
export function parseDocument(json: unknown): Node {
  try {
    const doc = Node.fromJSON(schema, json)
    doc.check()
    return doc
  } catch {
    throw new AppError("invalid", { what: "document" })
  }
}
