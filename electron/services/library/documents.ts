// Documents as a snapshot and the steps after it. Nothing is updated in place: every batch of steps is a row of the
// journal with a hash over it and the one before, so that a lost or changed row shows.
import { createHash } from "node:crypto"
import type { Node } from "prosemirror-model"
import { Step } from "prosemirror-transform"
import type { Input, Output } from "../../../shared/contract.ts"
import type { Conflict } from "../../../shared/document/render.ts"
import { documentShape, parseDocument } from "../../../shared/document/saved.ts"
import { schema } from "../../../shared/document/schema.ts"
import { AppError } from "../../../shared/errors.ts"
import type { Recognition } from "../../../shared/model/recognition.ts"
import type { Ledger } from "../../../shared/model/seam.ts"
import type { Db } from "./database.ts"

/** A snapshot is added every so many batches; the steps stay. */
const snapshotEvery = 100

export interface CurrentDocument {
  id: string
  pageId: string
  version: number
  doc: Node
  /** Hash of the newest row of the journal, "" before the first. */
  hash: string
}

export interface Documents {
  open(pageId: string): Promise<Output<"document.open">>
  append(input: Input<"document.append">, now: Date): Promise<{ version: number; pageId: string; begun: boolean }>
  since(documentId: string, version: number): Promise<Output<"document.since">>
  /** The document of a page as it now is, with what it was composed from. */
  read(pageId: string): Promise<ReadDocument>
}

export interface ReadDocument extends CurrentDocument {
  ledger: Ledger
  recognition: Recognition
}

export const chain = (previous: string, steps: string): string =>
  createHash("sha256").update(previous).update("\n").update(steps).digest("hex")

/** Applies stored steps; throws AppError `invalid` where one does not fit. */
export function applySteps(doc: Node, steps: readonly unknown[]): Node {
  let current = doc
  try {
    for (const json of steps) {
      const result = Step.fromJSON(schema, json).apply(current)
      if (!result.doc) throw new Error(result.failed ?? "no document")
      current = result.doc
    }
    current.check()
  } catch {
    throw new AppError("invalid", { what: "steps" })
  }
  return current
}

async function load(db: Db, id: string, pageId: string): Promise<CurrentDocument> {
  const snapshot = await db
    .selectFrom("snapshot")
    .selectAll()
    .where("document_id", "=", id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom("step")
    .selectAll()
    .where("document_id", "=", id)
    .where("version", ">=", snapshot.version)
    .orderBy("version")
    .execute()
  let current: CurrentDocument = {
    id,
    pageId,
    version: snapshot.version,
    doc: parseDocument(JSON.parse(snapshot.body)),
    hash: "",
  }
  for (const row of rows) {
    if (row.version === snapshot.version) current = { ...current, hash: row.hash }
    else
      current = {
        ...current,
        version: row.version,
        doc: applySteps(current.doc, JSON.parse(row.steps)),
        hash: row.hash,
      }
  }
  return current
}

/** Keeps the documents worked on last, so that a keystroke does not read them again. */
export function makeDocuments(db: Db): Documents {
  const cache = new Map<string, CurrentDocument>()
  const remember = (current: CurrentDocument) => {
    cache.delete(current.id)
    cache.set(current.id, current)
    if (cache.size > 8) cache.delete(cache.keys().next().value ?? "")
  }

  const current = async (trx: Db, id: string, pageId: string): Promise<CurrentDocument> => {
    const { version } = await newest(trx, id)
    const known = cache.get(id)
    return known && known.version === version ? known : load(trx, id, pageId)
  }

  const read: Documents["read"] = async (pageId) => {
    const row = await db
      .selectFrom("document")
      .innerJoin("recognition", "recognition.id", "document.recognition_id")
      .select(["document.id", "document.ledger", "recognition.body"])
      .where("document.page_id", "=", pageId)
      .executeTakeFirst()
    if (!row) throw new AppError("not-found", { what: "page" })
    const found = await current(db, row.id, pageId)
    return {
      ...found,
      ledger: JSON.parse(row.ledger) as Ledger,
      recognition: JSON.parse(row.body) as Recognition,
    }
  }

  return {
    read,
    async open(pageId) {
      const { id, version, doc, ledger, recognition } = await read(pageId)
      const json = { doc: doc.toJSON(), ledger: { ...ledger }, recognition: { ...recognition } }
      return { documentId: id, version, ...json, conflicts: await conflictsOf(db, id) }
    },
    async append(input, now) {
      const next = await db.transaction().execute((trx) => appendIn(trx as Db, input, now, current))
      if (next.current) remember(next.current)
      return { version: next.version, pageId: next.pageId, begun: next.begun }
    },
    async since(documentId, version) {
      const known = await db.selectFrom("document").select("id").where("id", "=", documentId).executeTakeFirst()
      if (!known) throw new AppError("not-found", { what: "document" })
      const rows = await db
        .selectFrom("step")
        .select(["version", "client_id", "steps"])
        .where("document_id", "=", documentId)
        .where("version", ">", version)
        .orderBy("version")
        .execute()
      return {
        batches: rows.map((row) => ({ version: row.version, clientId: row.client_id, steps: JSON.parse(row.steps) })),
      }
    },
  }
}

/** Asked for by writers alone: a reader may have a library before it that is of an older shape. */
/** Where the newest reading and a person said different things. */
export async function conflictsOf(db: Db, id: string): Promise<Conflict[]> {
  const row = await db.selectFrom("document").select("conflicts").where("id", "=", id).executeTakeFirstOrThrow()
  return JSON.parse(row.conflicts) as Conflict[]
}

export async function newest(db: Db, id: string): Promise<{ version: number }> {
  const row = await db
    .selectFrom("step")
    .select("version")
    .where("document_id", "=", id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst()
  return row ?? { version: 0 }
}

/** The first edit of a recognized page puts it in proof; its facts, and so its revision, stay what they were. */
async function beginProof(db: Db, pageId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("page")
    .set({ state: "proof" })
    .where("id", "=", pageId)
    .where("state", "=", "recognized")
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Current = (db: Db, id: string, pageId: string) => Promise<CurrentDocument>

async function appendIn(db: Db, input: Input<"document.append">, now: Date, read: Current) {
  const { documentId: id, clientId, clientSeq } = input
  const owner = await db.selectFrom("document").select("page_id").where("id", "=", id).executeTakeFirst()
  if (!owner) throw new AppError("not-found", { what: "document" })
  const pageId = owner.page_id
  const steps = JSON.stringify(input.steps)
  const sent = await db
    .selectFrom("step")
    .select(["version", "steps"])
    .where("document_id", "=", id)
    .where("client_id", "=", clientId)
    .where("client_seq", "=", clientSeq)
    .executeTakeFirst()
  const before = await read(db, id, pageId)
  if (sent) {
    if (sent.steps !== steps) throw new AppError("conflict", { version: before.version })
    return { version: sent.version, pageId, begun: false, current: null }
  }
  if (before.version !== input.version) throw new AppError("conflict", { version: before.version })
  const next = await storeBatch(db, before, { clientId, clientSeq, steps: input.steps }, now)
  const begun = await beginProof(db, pageId)
  return { version: next.version, pageId, begun, current: next }
}

/** Writes a batch of steps on `before`, inside the caller's transaction. */
export async function storeBatch(
  db: Db,
  before: CurrentDocument,
  batch: { clientId: string; clientSeq: number; steps: readonly unknown[] },
  now: Date,
): Promise<CurrentDocument> {
  const { id, pageId } = before
  const doc = applySteps(before.doc, batch.steps)
  const steps = JSON.stringify(batch.steps)
  const [version, hash] = [before.version + 1, chain(before.hash, steps)]
  await db
    .insertInto("step")
    .values({
      document_id: id,
      version,
      client_id: batch.clientId,
      client_seq: batch.clientSeq,
      steps,
      hash,
      created_at: now.toISOString(),
    })
    .execute()
  if (version % snapshotEvery === 0)
    await db
      .insertInto("snapshot")
      .values({ document_id: id, version, shape: documentShape, body: JSON.stringify(doc) })
      .execute()
  return { id, pageId, version, doc, hash }
}
