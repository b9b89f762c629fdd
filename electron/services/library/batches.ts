// Imports: a batch of files, each an item with a state of its own and a reason where it failed. What was under way when
// a program ended is simply waiting again.
import type { Selectable } from "kysely"
import type { ImportItem, ImportOptions, ImportSummary } from "../../../shared/contract.ts"
import { AppError, type Failure } from "../../../shared/errors.ts"
import { makeId, type RandomBytes } from "../../../shared/model/ids.ts"
import type { Db } from "./database.ts"
import type { Tables } from "./schema.ts"

export type ItemRow = Selectable<Tables["item"]>

export const itemOf = (row: ItemRow): ImportItem => ({
  id: row.id,
  name: row.name,
  state: row.state as ImportItem["state"],
  error: row.error ? (JSON.parse(row.error) as Failure) : null,
  pageId: row.page_id,
})

export async function createBatch(
  db: Db,
  files: { path: string; name: string }[],
  options: ImportOptions,
  random: RandomBytes,
  now: Date,
): Promise<string> {
  const id = makeId(random)
  await db.transaction().execute(async (trx) => {
    const batch = { id, options: JSON.stringify(options), created_at: now.toISOString() }
    await trx.insertInto("batch").values(batch).execute()
    for (const file of files)
      await trx
        .insertInto("item")
        .values({ batch_id: id, ...file, state: "waiting", error: null, page_id: null })
        .execute()
  })
  return id
}

export async function batchOptions(db: Db, id: string): Promise<ImportOptions> {
  const row = await db.selectFrom("batch").select("options").where("id", "=", id).executeTakeFirst()
  if (!row) throw new AppError("not-found", { what: "import" })
  return JSON.parse(row.options) as ImportOptions
}

/** Counts of a batch; `running` says whether somebody works on it now, which the database cannot know. */
export async function summarize(db: Db, id: string, running: boolean): Promise<ImportSummary> {
  const rows = await db
    .selectFrom("item")
    .select((where) => ["state", where.fn.countAll<number>().as("count")])
    .where("batch_id", "=", id)
    .groupBy("state")
    .execute()
  const count = (state: ImportItem["state"]) => rows.find((row) => row.state === state)?.count ?? 0
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  const open = count("waiting") + count("working")
  return {
    id,
    state: running ? "running" : open ? "waiting" : "ended",
    total,
    done: count("done"),
    duplicate: count("duplicate"),
    failed: count("failed"),
    cancelled: count("cancelled"),
  }
}

export async function listBatches(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("batch").select("id").orderBy("created_at", "desc").orderBy("id").limit(50).execute()
  return rows.map((row) => row.id)
}

export async function batchItems(db: Db, id: string): Promise<ItemRow[]> {
  return db.selectFrom("item").selectAll().where("batch_id", "=", id).orderBy("id").execute()
}

/** The newest batch that has files left to work on. */
export async function unfinishedBatch(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom("batch")
    .innerJoin("item", "item.batch_id", "batch.id")
    .select("batch.id")
    .where("item.state", "in", ["waiting", "working"])
    .orderBy("batch.created_at", "desc")
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Takes the next waiting item of a batch and marks it as being worked on. */
export async function claimItem(db: Db, batchId: string): Promise<ItemRow | undefined> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom("item")
      .selectAll()
      .where("batch_id", "=", batchId)
      .where("state", "=", "waiting")
      .orderBy("id")
      .limit(1)
      .executeTakeFirst()
    if (row) await trx.updateTable("item").set({ state: "working" }).where("id", "=", row.id).execute()
    return row && { ...row, state: "working" }
  })
}

export async function finishItem(
  db: Db,
  id: number,
  state: ImportItem["state"],
  outcome: { error?: Failure; pageId?: string } = {},
): Promise<ItemRow> {
  return db
    .updateTable("item")
    .set({ state, error: outcome.error ? JSON.stringify(outcome.error) : null, page_id: outcome.pageId ?? null })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const hasWaiting = async (db: Db, batchId: string): Promise<boolean> =>
  (await db
    .selectFrom("item")
    .select("id")
    .where("batch_id", "=", batchId)
    .where("state", "=", "waiting")
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Makes items of a batch that are in one of `from` states `to`; or only the item `itemId`. */
export async function moveItems(
  db: Db,
  batchId: string,
  from: ImportItem["state"][],
  to: ImportItem["state"],
  itemId?: number,
): Promise<void> {
  await db
    .updateTable("item")
    .set({ state: to, error: null })
    .where("batch_id", "=", batchId)
    .where("state", "in", from)
    .$if(itemId !== undefined, (query) => query.where("id", "=", itemId ?? 0))
    .execute()
}

/** After a kill: nobody works on anything yet. */
export async function releaseItems(db: Db): Promise<void> {
  await db.updateTable("item").set({ state: "waiting" }).where("state", "=", "working").execute()
}
