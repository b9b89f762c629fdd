// jiaoyang library info|check|backup|restore, jiaoyang search, jiaoyang export: commands on a library as it lies there.
import { randomBytes } from "node:crypto"
import { readdir, stat } from "node:fs/promises"
import { join, resolve } from "node:path"
import { AppError } from "../../shared/errors.ts"
import type { Exporter } from "../../shared/export/exporter.ts"
import { backup, newestBackup, restore } from "../services/library/backup.ts"
import { checkLibrary } from "../services/library/check.ts"
import { databaseFile, type Library, openLibrary } from "../services/library/library.ts"
import { listRows } from "../services/library/pages.ts"
import { search } from "../services/library/search.ts"
import { takeWriterLock } from "../services/library/writerlock.ts"
import { publish } from "../services/publish.ts"
import { complain, exit, UsageError, writing } from "./failing.ts"
import { inLanguage, say } from "./words.ts"

const now = () => new Date()

/** Opens a library for reading, which also works beside a running program, and closes it after use. */
async function reading<T>(dir: string, use: (library: Library) => Promise<T>): Promise<T> {
  const library = await openLibrary({ dir, create: false, readOnly: true, random: randomBytes, now })
  try {
    return await use(library)
  } finally {
    await library.close()
  }
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

async function folderSize(folder: string): Promise<number> {
  let sum = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    if (entry.isFile()) sum += (await stat(join(entry.parentPath, entry.name))).size
  return sum
}

export const libraryInfo = (dir: string, asJson: boolean): Promise<number> =>
  reading(dir, async ({ db, raw, dir: path }) => {
    const count = (table: string) => (raw.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
    const undated = (await db.selectFrom("page").select("id").where("date", "is", null).execute()).length
    const info = {
      path,
      pages: count("page"),
      undated,
      articles: count("article"),
      scans: count("scan"),
      edits: count("step"),
      shape: Number(raw.pragma("user_version", { simple: true })),
      bytes: await folderSize(path),
      newestBackup: await newestBackup(path),
    }
    if (asJson) print(JSON.stringify(info))
    else for (const [key, value] of Object.entries(info)) print(`${key}\t${value ?? "-"}`)
    return exit.done
  })

export const libraryCheck = (dir: string, asJson: boolean): Promise<number> =>
  reading(dir, async (library) => {
    const problems = await checkLibrary(library)
    if (asJson) print(JSON.stringify({ problems }))
    else for (const { code, what } of problems) print(`${code}\t${what}`)
    if (!problems.length && !asJson) print(say("clean"))
    return problems.length ? exit.someFailed : exit.done
  })

export const libraryBackup = (dir: string, to?: string): Promise<number> =>
  reading(dir, async (library) => {
    const { path, pages } = await writing(to ?? dir, backup(library, to && resolve(to)))
    print(path)
    complain(inLanguage(`已备份 ${pages} 版`, `${pages} pages backed up`))
    return exit.done
  })

/** Restores over what is there, which must not be in use. */
export async function libraryRestore(dir: string, from?: string): Promise<number> {
  const source = from ? resolve(from) : await newestBackup(dir)
  if (!source) throw new AppError("library-missing", { path: join(dir, "backups") })
  await stat(join(source, databaseFile)).catch(() => {
    throw new AppError("library-missing", { path: source })
  })
  const inUse = await stat(join(dir, "writer.lock")).then(
    () => true,
    () => false,
  )
  const lock = inUse ? takeWriterLock(join(dir, "writer.lock"), now) : null
  try {
    const { pages, setAside } = await restore(source, resolve(dir), now())
    complain(inLanguage(`已恢复 ${pages} 版`, `${pages} pages restored`))
    if (setAside) complain(inLanguage(`原来的文件放在 ${setAside}`, `what was there is kept in ${setAside}`))
    return exit.done
  } finally {
    lock?.release()
  }
}

export const searchLibrary = (dir: string, query: string, limit: number, asJson: boolean): Promise<number> =>
  reading(dir, async ({ db }) => {
    const found = await search(db, query, limit)
    if (asJson) print(JSON.stringify(found))
    else
      for (const hit of found.hits) {
        const where = [
          hit.newspaper,
          hit.date ?? say("undated"),
          hit.pageNumber,
          `${hit.pageId}/${hit.articleId}`,
        ].filter((part) => part)
        print(`${hit.headline || "—"}\n  ${where.join(" · ")}\n  ${hit.snippet}`)
      }
    complain(found.total ? inLanguage(`${found.total} 篇`, `${found.total} articles`) : say("nothingFound"))
    return exit.done
  })

export interface ExportChoice {
  all?: boolean
  issue?: string
  page?: string
  article?: string
}

/** The pages, or the one article, that were asked for. */
async function chosen(library: Library, choice: ExportChoice): Promise<{ pageId: string; articleId?: string }[]> {
  const rows = await listRows(library.db)
  const issueOf = (row: (typeof rows)[number]) => `${row.newspaper ?? ""}/${row.date ?? ""}`
  const [pageId, articleId] = (choice.article ?? "").split("/")
  const found = rows.filter(
    (row) =>
      choice.all ||
      (choice.issue !== undefined && issueOf(row) === choice.issue) ||
      row.id === choice.page ||
      row.id === pageId,
  )
  return found.map((row) => ({ pageId: row.id, ...(choice.article && articleId ? { articleId } : {}) }))
}

export const exportLibrary = (dir: string, choice: ExportChoice, exporter: Exporter, out: string): Promise<number> => {
  const given = [choice.all, choice.issue, choice.page, choice.article].filter(
    (one) => one !== undefined && one !== false,
  )
  if (given.length !== 1)
    throw new UsageError(
      inLanguage("请在 --all、--issue、--page、--article 中选一个", "choose one of --all, --issue, --page, --article"),
    )
  return reading(dir, async (library) => {
    const pages = await chosen(library, choice)
    const paths = await writing(out, publish(library, pages, exporter, out))
    for (const path of paths) print(path)
    complain(inLanguage(`已导出 ${paths.length} 个文件`, `${paths.length} files written`))
    return pages.length || choice.all ? exit.done : exit.someFailed
  })
}
