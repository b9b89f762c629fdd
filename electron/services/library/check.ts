// Looks over a whole library: the database, its journal, its documents and the originals. Changes nothing.
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import type { Node } from "prosemirror-model"
import { parseDocument } from "../../../shared/document/saved.ts"
import { hashFile } from "../safefile.ts"
import { applySteps, chain } from "./documents.ts"
import type { Library } from "./library.ts"

export const problemCodes = [
  "database-damaged",
  "reference-broken",
  "scan-missing",
  "scan-changed",
  "scan-orphaned",
  "page-without-document",
  "document-unreadable",
  "journal-broken",
  "snapshot-differs",
  "temporary-left",
] as const

export interface Problem {
  code: (typeof problemCodes)[number]
  /** Which page, document or file. */
  what: string
}

export async function checkLibrary(library: Library): Promise<Problem[]> {
  const problems: Problem[] = []
  try {
    problems.push(...checkDatabase(library))
    problems.push(...(await checkScans(library)))
    problems.push(...(await checkDocuments(library)))
  } catch (error) {
    // A torn file cannot be looked over to its end: that is an answer too.
    if (!(error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CORRUPT"))) throw error
    problems.push({ code: "database-damaged", what: error.message })
  }
  return problems
}

function checkDatabase({ raw }: Library): Problem[] {
  const problems: Problem[] = []
  for (const row of raw.pragma("integrity_check") as { integrity_check: string }[])
    if (row.integrity_check !== "ok") problems.push({ code: "database-damaged", what: row.integrity_check })
  for (const row of raw.pragma("foreign_key_check") as { table: string; rowid: number }[])
    problems.push({ code: "reference-broken", what: `${row.table} ${row.rowid}` })
  return problems
}

async function checkScans({ db, dir, scans }: Library): Promise<Problem[]> {
  const problems: Problem[] = []
  const known = new Set<string>()
  for (const { sha256, extension } of await db.selectFrom("scan").selectAll().execute()) {
    const path = scans.pathOf(sha256, extension)
    known.add(path)
    const found = await hashFile(path).catch(() => null)
    if (found === null) problems.push({ code: "scan-missing", what: sha256 })
    else if (found !== sha256) problems.push({ code: "scan-changed", what: sha256 })
  }
  for (const folder of await readdir(join(dir, "scans")).catch(() => []))
    for (const name of await readdir(join(dir, "scans", folder)))
      if (name.endsWith(".tmp")) problems.push({ code: "temporary-left", what: name })
      else if (!known.has(join(dir, "scans", folder, name))) problems.push({ code: "scan-orphaned", what: name })
  return problems
}

async function checkDocuments({ db }: Library): Promise<Problem[]> {
  const problems: Problem[] = []
  const pages = await db
    .selectFrom("page")
    .leftJoin("document", "document.page_id", "page.id")
    .leftJoin("indexed", "indexed.page_id", "page.id")
    .select(["page.id", "document.id as documentId", "indexed.version as indexed"])
    .execute()
  for (const { id, documentId, indexed } of pages)
    if (!documentId) problems.push({ code: "page-without-document", what: id })
    else problems.push(...(await checkDocument(db, documentId, indexed ?? 0)))
  return problems
}

/**
 * Replays a document's journal from its beginning; every snapshot on the way must agree. A chain does not show that its
 * end is gone: that shows where a snapshot or the index had come further.
 */
async function checkDocument(db: Library["db"], id: string, indexed: number): Promise<Problem[]> {
  const snapshots = await db
    .selectFrom("snapshot")
    .selectAll()
    .where("document_id", "=", id)
    .orderBy("version")
    .execute()
  const steps = await db.selectFrom("step").selectAll().where("document_id", "=", id).orderBy("version").execute()
  try {
    let doc: Node = parseDocument(JSON.parse(snapshots[0]?.body ?? "null"))
    let hash = ""
    for (const [i, step] of steps.entries()) {
      hash = chain(hash, step.steps)
      if (step.version !== i + 1 || step.hash !== hash)
        return [{ code: "journal-broken", what: `${id} ${step.version}` }]
      doc = applySteps(doc, JSON.parse(step.steps))
      const snapshot = snapshots.find((one) => one.version === step.version)
      if (snapshot && !parseDocument(JSON.parse(snapshot.body)).eq(doc))
        return [{ code: "snapshot-differs", what: `${id} ${step.version}` }]
    }
    const reached = Math.max(indexed, snapshots.at(-1)?.version ?? 0)
    return steps.length < reached ? [{ code: "journal-broken", what: `${id} ${steps.length + 1}` }] : []
  } catch {
    return [{ code: "document-unreadable", what: id }]
  }
}
