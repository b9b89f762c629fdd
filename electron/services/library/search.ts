// Full text over all articles. Han characters are indexed one by one and asked for as phrases, so that a query of one
// character works like one of twenty. What is stored is never normalized, only what is compared.

import { sql } from "kysely"
import type { Node } from "prosemirror-model"
import type { Output } from "../../../shared/contract.ts"
import { readArticles } from "../../../shared/document/read.ts"
import { searchKey } from "../../../shared/text/han.ts"
import type { Db } from "./database.ts"
import { type Documents, makeDocuments } from "./documents.ts"
import { asCounted } from "./order.ts"

/** A text as words for the index: each Han character a word, runs of letters and digits as they are. */
export const indexWords = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, " $& ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** A part of a query: words that stand one after another; the last one may be the beginning of a longer word. */
interface Phrase {
  words: string
  isOpen: boolean
}

/** The words of a query: parts between spaces must all occur, each as one phrase. */
const phrasesOf = (query: string): Phrase[] =>
  query
    .trim()
    .split(/\s+/u)
    .map(indexWords)
    .filter(Boolean)
    .map((words) => ({ words, isOpen: /[\p{L}\p{N}]$/u.test(words) && !/\p{Script=Han}$/u.test(words) }))

const matchExpression = (phrases: Phrase[]): string =>
  phrases.map(({ words, isOpen }) => `"${words}"${isOpen ? "*" : ""}`).join(" AND ")

/** What the index would say of a text that it does not hold yet. */
function matches(text: string, phrases: Phrase[]): boolean {
  const words = ` ${indexWords(text)} `
  return phrases.every((phrase) => words.includes(` ${phrase.words}${phrase.isOpen ? "" : " "}`))
}

/** Writes a page's articles to the index, inside the caller's transaction. */
export async function indexPage(db: Db, pageId: string, version: number, doc: Node): Promise<void> {
  const old = await db.selectFrom("article").select("id").where("page_id", "=", pageId).execute()
  for (const { id } of old) await sql`delete from article_index where rowid = ${id}`.execute(db)
  await db.deleteFrom("article").where("page_id", "=", pageId).execute()
  let position = 0
  for (const { id, headline, text } of readArticles(doc)) {
    const row = { page_id: pageId, article_id: id, position: position++, headline: headline ?? "", text }
    const { insertId } = await db.insertInto("article").values(row).executeTakeFirstOrThrow()
    await sql`insert into article_index (rowid, words) values (${Number(insertId)}, ${indexWords(text)})`.execute(db)
  }
  const indexed = { page_id: pageId, version }
  await db
    .insertInto("indexed")
    .values(indexed)
    .onConflict((on) => on.column("page_id").doUpdateSet({ version }))
    .execute()
}

/** Brings the index up to the documents as they now are. */
export async function refreshIndex(db: Db, documents: Documents): Promise<void> {
  for (const pageId of await stalePages(db)) {
    const { version, doc } = await documents.read(pageId)
    const headlines = JSON.stringify(readArticles(doc).flatMap((article) => article.headline ?? []))
    await db.transaction().execute(async (trx) => {
      await indexPage(trx as Db, pageId, version, doc)
      await trx.updateTable("page").set({ headlines }).where("id", "=", pageId).execute()
    })
  }
}

async function stalePages(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("document")
    .innerJoin("indexed", "indexed.page_id", "document.page_id")
    .select("document.page_id")
    .where((where) =>
      where(
        "indexed.version",
        "<",
        where
          .selectFrom("step")
          .select((one) => one.fn.coalesce(one.fn.max("step.version"), sql<number>`0`).as("v"))
          .whereRef("step.document_id", "=", "document.id"),
      ),
    )
    .execute()
  return rows.map((row) => row.page_id)
}

const around = 40

/** The words of an article around where a query is found first, offsets in code points; null where it is not. */
export function snippet(text: string, query: string): { snippet: string; from: number; to: number } | null {
  const chars = [...text.replace(/\n/gu, " ")]
  const keys = chars.map(searchKey)
  const joined = keys.join("")
  const wanted = searchKey(query.trim().split(/\s+/u)[0] ?? "")
  const found = wanted ? joined.indexOf(wanted) : -1
  if (found < 0) return null
  let [unit, first] = [0, 0]
  while (unit + (keys[first]?.length ?? 0) <= found) unit += keys[first++]?.length ?? 0
  let last = first
  while (unit < found + wanted.length && last < chars.length) unit += keys[last++]?.length ?? 0
  const begin = Math.max(0, first - around)
  return { snippet: chars.slice(begin, last + around).join(""), from: first - begin, to: last - begin }
}

const isExact = (text: string, query: string): boolean => {
  const key = searchKey(text)
  return query
    .trim()
    .split(/\s+/u)
    .every((part) => key.includes(searchKey(part)))
}

interface Found {
  pageId: string
  articleId: string
  headline: string
  text: string
  position: number
  newspaper: string | null
  date: string | null
  pageNumber: string | null
}

/** The newest first, then in the order of pages. */
const newestFirst = (a: Found, b: Found): number =>
  (b.date ?? "").localeCompare(a.date ?? "") ||
  asCounted(a.newspaper, b.newspaper) ||
  asCounted(a.pageNumber, b.pageNumber) ||
  a.pageId.localeCompare(b.pageId) ||
  a.position - b.position

const indexed = (db: Db, phrases: Phrase[]): Promise<Found[]> =>
  db
    .selectFrom("article")
    .innerJoin("page", "page.id", "article.page_id")
    .select([
      "page.id as pageId",
      "article.article_id as articleId",
      "article.headline",
      "article.text",
      "article.position",
      "page.newspaper",
      "page.date",
      "page.page_number as pageNumber",
    ])
    .where(
      sql<boolean>`article.id in (select rowid from article_index where article_index match ${matchExpression(phrases)})`,
    )
    .execute()

/** Looks through pages that were edited since they were indexed: a reader cannot bring the index up to date. */
async function unindexed(db: Db, pageIds: string[], phrases: Phrase[]): Promise<Found[]> {
  const documents = makeDocuments(db)
  const found: Found[] = []
  for (const pageId of pageIds) {
    const page = await db
      .selectFrom("page")
      .select(["newspaper", "date", "page_number as pageNumber"])
      .where("id", "=", pageId)
      .executeTakeFirstOrThrow()
    for (const [position, { id, headline, text }] of readArticles((await documents.read(pageId)).doc).entries())
      if (matches(text, phrases))
        found.push({ pageId, articleId: id, headline: headline ?? "", text, position, ...page })
  }
  return found
}

/** Articles that contain every part of `query`, newest first. Phrases of the index skip punctuation, so hits are checked. */
export async function search(db: Db, query: string, limit: number): Promise<Output<"search.query">> {
  const phrases = phrasesOf(query)
  if (!phrases.length) return { total: 0, hits: [] }
  const stale = await stalePages(db)
  const settled = (await indexed(db, phrases)).filter(({ pageId }) => !stale.includes(pageId))
  const found = [...settled, ...(await unindexed(db, stale, phrases))]
  const exact = found.filter(({ text }) => isExact(text, query)).sort(newestFirst)
  const hits = exact.slice(0, limit).map(({ text, position: _, ...hit }) => ({
    ...hit,
    ...(snippet(text, query) ?? { snippet: [...text].slice(0, 2 * around).join(""), from: 0, to: 0 }),
  }))
  return { total: exact.length, hits }
}
