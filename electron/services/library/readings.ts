// New readings of pages that are in the library. Nothing goes: the recognition before stays, and the document becomes what
// it is by steps in the same journal.
import type { Node } from "prosemirror-model"
import type { Merged } from "../../../shared/document/merge.ts"
import { parseDocument } from "../../../shared/document/saved.ts"
import { stepsBetween } from "../../../shared/document/stepsbetween.ts"
import { AppError } from "../../../shared/errors.ts"
import { makeId, type RandomBytes } from "../../../shared/model/ids.ts"
import type { Recognition } from "../../../shared/model/recognition.ts"
import type { Db } from "./database.ts"
import { newest, type ReadDocument, storeBatch } from "./documents.ts"

/** A document as it was composed from its recognition, before anybody's work. */
export async function readBase(db: Db, documentId: string): Promise<Node> {
  const { base } = await db.selectFrom("document").select("base").where("id", "=", documentId).executeTakeFirstOrThrow()
  if (base !== null) return parseDocument(JSON.parse(base))
  const { body } = await db
    .selectFrom("snapshot")
    .select("body")
    .where("document_id", "=", documentId)
    .orderBy("version")
    .limit(1)
    .executeTakeFirstOrThrow()
  return parseDocument(JSON.parse(body))
}

export interface NewReading {
  recognition: Recognition
  merged: Merged
  clientId: string
}

/**
 * Keeps a reading that was merged with the document as read in `before`, inside the caller's transaction. Returns the
 * document's new version. Throws AppError `conflict` where the document has changed since.
 */
export async function keepReading(
  db: Db,
  before: ReadDocument,
  { recognition, merged, clientId }: NewReading,
  random: RandomBytes,
  now: Date,
): Promise<number> {
  const { version } = await newest(db, before.id)
  if (version !== before.version) throw new AppError("conflict", { version })
  const id = makeId(random)
  const { engine } = recognition
  await db
    .insertInto("recognition")
    .values({
      id,
      page_id: before.pageId,
      engine: engine.name,
      version: engine.version,
      body: JSON.stringify(recognition),
      created_at: now.toISOString(),
    })
    .execute()
  const steps = stepsBetween(before.doc, merged.doc).map((step) => step.toJSON())
  const next = await storeBatch(db, before, { clientId, clientSeq: 0, steps }, now)
  await db
    .updateTable("document")
    .set({
      recognition_id: id,
      ledger: JSON.stringify(merged.ledger),
      base: JSON.stringify(merged.base),
      conflicts: JSON.stringify(merged.conflicts),
    })
    .where("id", "=", before.id)
    .execute()
  return next.version
}
