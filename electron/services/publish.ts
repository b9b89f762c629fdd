// Pages of a library as files for others: an exporter's text under a name that people can read.
import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { AppError } from "../../shared/errors.ts"
import { articlesFile } from "../../shared/export/articlesfile.ts"
import type { Exporter } from "../../shared/export/exporter.ts"
import { safeName, uniqueName } from "../../shared/export/filenames.ts"
import type { ArticlesFile } from "../../shared/model/article.ts"
import type { Library } from "./library/library.ts"
import { factsOf, type PageRow, pageRow } from "./library/pages.ts"
import { writeFileSafely } from "./safefile.ts"

/** A page's clean articles as they now are. */
export async function pageFile(library: Library, pageId: string): Promise<{ row: PageRow; file: ArticlesFile }> {
  const row = await pageRow(library.db, pageId)
  const { doc, ledger, recognition } = await library.documents.read(pageId)
  const source = { file: row.source_name, sha256: row.scan_sha256, pageIndex: row.page_index }
  return { row, file: articlesFile(source, factsOf(row), recognition, doc, ledger) }
}

/** `东湖日报 2026-05-12 03`, or the source's name where nothing is known. */
export const pageName = (row: PageRow): string => {
  const known = [row.newspaper, row.date, row.page_number].filter((part) => part)
  return safeName(known.length ? known.join(" ") : row.source_name.replace(/\.[^.]*$/u, ""))
}

/** Writes pages to a folder, one file each, replacing what an earlier export of the same page wrote. Returns paths. */
export async function publish(
  library: Library,
  pages: { pageId: string; articleId?: string }[],
  exporter: Exporter,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const taken = new Set<string>()
  const written: string[] = []
  for (const { pageId, articleId } of pages) {
    const { row, file } = await pageFile(library, pageId)
    const only = articleId ? file.articles.filter((article) => article.id === articleId) : file.articles
    if (!only.length && articleId) throw new AppError("not-found", { what: "article" })
    const base = articleId ? `${pageName(row)} ${safeName(only[0]?.headline ?? articleId)}` : pageName(row)
    const path = join(folder, uniqueName(`${base}.${exporter.extension}`, taken))
    await writeFileSafely(
      path,
      exporter.write(articleId ? { ...file, articles: only, notices: [], unplaced: [] } : file),
    )
    written.push(path)
  }
  return written
}
