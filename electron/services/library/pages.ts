// Pages and what is known of them.
import type { Selectable } from "kysely"
import type { Input, PageSummary } from "../../../shared/contract.ts"
import type { Composed } from "../../../shared/document/compose.ts"
import { readArticles } from "../../../shared/document/read.ts"
import { documentShape } from "../../../shared/document/saved.ts"
import { AppError } from "../../../shared/errors.ts"
import { makeId, type RandomBytes } from "../../../shared/model/ids.ts"
import type { PageFacts, PageState } from "../../../shared/model/page.ts"
import type { Recognition } from "../../../shared/model/recognition.ts"
import type { Db } from "./database.ts"
import { asCounted } from "./order.ts"
import type { Tables } from "./schema.ts"
import { indexPage } from "./search.ts"

export type PageRow = Selectable<Tables["page"]>

export interface NewPage {
  scan: { sha256: string; extension: string; bytes: number }
  /** Whether that file is a picture. Text has none, even where it comes with boxes. */
  picture: boolean
  pageIndex: number
  sourceName: string
  facts: PageFacts
  recognition: Recognition
  composed: Composed
}

const summary = (row: PageRow): PageSummary => ({
  id: row.id,
  newspaper: row.newspaper,
  date: row.date,
  pageNumber: row.page_number,
  section: row.section,
  state: row.state as PageState,
  source: row.source_name,
  width: row.width,
  height: row.height,
  headlines: JSON.parse(row.headlines) as string[],
  revision: row.revision,
})

export const factsOf = (row: PageRow): PageFacts => ({
  newspaper: row.newspaper,
  date: row.date,
  weekday: row.weekday,
  pageNumber: row.page_number,
  section: row.section,
  editors: JSON.parse(row.editors) as PageFacts["editors"],
  printed: row.printed,
})

/** Newspaper, then date (未归期 last), then page number as people count: 02 before 10, A5 before A10. */
function inOrder(a: PageRow, b: PageRow): number {
  return (
    asCounted(a.newspaper, b.newspaper) ||
    (a.date ?? "9999").localeCompare(b.date ?? "9999") ||
    asCounted(a.page_number, b.page_number) ||
    asCounted(a.source_name, b.source_name) ||
    a.page_index - b.page_index
  )
}

export async function listRows(db: Db): Promise<PageRow[]> {
  return (await db.selectFrom("page").selectAll().execute()).sort(inOrder)
}

export async function listPages(
  db: Db,
  offset: number,
  limit: number,
): Promise<{ pages: PageSummary[]; total: number }> {
  const rows = await listRows(db)
  return { pages: rows.slice(offset, offset + limit).map(summary), total: rows.length }
}

export async function pageRow(db: Db, pageId: string): Promise<PageRow> {
  const row = await db.selectFrom("page").selectAll().where("id", "=", pageId).executeTakeFirst()
  if (!row) throw new AppError("not-found", { what: "page" })
  return row
}

export const getPage = async (db: Db, pageId: string): Promise<PageSummary> => summary(await pageRow(db, pageId))

/** The page made of one page of one file, if the library has it. */
export const findPage = (db: Db, sha256: string, pageIndex: number): Promise<PageRow | undefined> =>
  db
    .selectFrom("page")
    .selectAll()
    .where("scan_sha256", "=", sha256)
    .where("page_index", "=", pageIndex)
    .executeTakeFirst()

export const hasScan = async (db: Db, sha256: string): Promise<boolean> =>
  (await db.selectFrom("scan").select("sha256").where("sha256", "=", sha256).executeTakeFirst()) !== undefined

export async function updatePage(db: Db, now: () => Date, input: Input<"page.update">): Promise<PageSummary> {
  return db.transaction().execute(async (trx) => {
    const row = await pageRow(trx as Db, input.pageId)
    if (row.revision !== input.revision) throw new AppError("conflict", { revision: row.revision })
    const blank = (value: string | null) => (value === "" ? null : value)
    await trx
      .updateTable("page")
      .set({
        ...(input.newspaper !== undefined && { newspaper: blank(input.newspaper) }),
        ...(input.date !== undefined && { date: input.date }),
        ...(input.pageNumber !== undefined && { page_number: blank(input.pageNumber) }),
        ...(input.section !== undefined && { section: blank(input.section) }),
        ...(input.state !== undefined && { state: input.state }),
        revision: row.revision + 1,
        updated_at: now().toISOString(),
      })
      .where("id", "=", row.id)
      .execute()
    return getPage(trx as Db, row.id)
  })
}

/** Adds a page with its recognition and document, inside the caller's transaction. Returns its id. */
export async function addPage(db: Db, page: NewPage, random: RandomBytes, now: Date): Promise<string> {
  const [id, recognitionId, documentId] = [makeId(random), makeId(random), makeId(random)]
  const at = now.toISOString()
  const { facts, recognition, composed } = page
  await db
    .insertInto("scan")
    .values({ ...page.scan, created_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
  await db
    .insertInto("page")
    .values({
      id,
      newspaper: facts.newspaper,
      date: facts.date,
      weekday: facts.weekday,
      page_number: facts.pageNumber,
      section: facts.section,
      editors: JSON.stringify(facts.editors),
      printed: facts.printed,
      state: "recognized",
      scan_sha256: page.scan.sha256,
      page_index: page.pageIndex,
      source_name: page.sourceName,
      width: page.picture ? recognition.width : null,
      height: page.picture ? recognition.height : null,
      headlines: JSON.stringify(readArticles(composed.doc).flatMap((article) => article.headline ?? [])),
      revision: 1,
      created_at: at,
      updated_at: at,
    })
    .execute()
  const { name, version } = recognition.engine
  const body = JSON.stringify(recognition)
  await db
    .insertInto("recognition")
    .values({ id: recognitionId, page_id: id, engine: name, version, body, created_at: at })
    .execute()
  const ledger = JSON.stringify(composed.ledger)
  await db
    .insertInto("document")
    .values({ id: documentId, page_id: id, recognition_id: recognitionId, ledger, created_at: at })
    .execute()
  const snapshot = { document_id: documentId, version: 0, shape: documentShape, body: JSON.stringify(composed.doc) }
  await db.insertInto("snapshot").values(snapshot).execute()
  await indexPage(db, id, 0, composed.doc)
  return id
}
