// jiaoyang convert FILE…: pages in, clean articles out, no library.
import { mkdir, stat } from "node:fs/promises"
import { basename, extname, join, sep } from "node:path"
import { AppError } from "../../shared/errors.ts"
import { articlesFile } from "../../shared/export/articlesfile.ts"
import type { Exporter } from "../../shared/export/exporter.ts"
import { safeName } from "../../shared/export/filenames.ts"
import type { EnginePool } from "../engine/pool.ts"
import { digitizePage, eachPage, inspect, type ReadOptions } from "../services/digitize.ts"
import { noLog } from "../services/log.ts"
import { hashFile, writeFileSafely } from "../services/safefile.ts"
import { makePool, usualJobs } from "../services/workspace.ts"
import { complain, exit, sentence, UsageError, writing } from "./failing.ts"
import { makeProgress, type Progress } from "./progress.ts"
import { inLanguage, say } from "./words.ts"

export interface ConvertOptions {
  exporter: Exporter
  out: string
  read: ReadOptions
}

/** Where texts go: standard output, one file, or a file a page in a folder. */
interface Sink {
  put(name: string, text: string): Promise<void>
}

const toStdout = (exporter: Exporter): Sink => {
  let first = true
  return {
    async put(_, text) {
      const between = first || exporter.id === "json" ? "" : "\n"
      first = false
      await new Promise<void>((resolve, reject) =>
        process.stdout.write(between + text, (error) => (error ? reject(error) : resolve())),
      )
    },
  }
}

async function makeSink(out: string, exporter: Exporter, files: number): Promise<Sink> {
  if (out === "-") return toStdout(exporter)
  const folder =
    files > 1 || out.endsWith(sep) || out.endsWith("/") || (await stat(out).catch(() => null))?.isDirectory()
  if (!folder) {
    let pages = 0
    return {
      // A second page of the one file gets a name of its own beside the first.
      put: (_, text) => writing(out, writeFileSafely(pages++ ? numbered(out, pages) : out, text)),
    }
  }
  await writing(out, mkdir(out, { recursive: true }))
  const taken = new Set<string>()
  return {
    async put(name, text) {
      let unique = `${name}.${exporter.extension}`
      for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${name}-${n}.${exporter.extension}`
      taken.add(unique.toLowerCase())
      await writing(out, writeFileSafely(join(out, unique), text))
    },
  }
}

const numbered = (path: string, n: number): string =>
  `${path.slice(0, path.length - extname(path).length)}-${n}${extname(path)}`

export async function convert(files: string[], options: ConvertOptions): Promise<number> {
  const sink = await makeSink(options.out, options.exporter, files.length)
  const pool = makePool(
    usualJobs(),
    process.env.JIAOYANG_DEBUG ? (event, detail) => complain(`${event} ${JSON.stringify(detail)}`) : noLog,
  )
  const progress = makeProgress()
  const failed: string[] = []
  try {
    for (const file of files) {
      try {
        const reasons = await convertFile(file, options, pool, sink, progress)
        for (const reason of reasons) progress.ended(sentence(nameFile(reason, file)))
        if (reasons.length) failed.push(file)
      } catch (error) {
        if (error instanceof UsageError) throw error
        failed.push(file)
        progress.ended(sentence(nameFile(error, file)))
      }
    }
  } finally {
    await pool.close()
  }
  if (failed.length && files.length > 1)
    complain(
      inLanguage(`${files.length} 个文件，${failed.length} 个失败`, `${files.length} files, ${failed.length} failed`),
    )
  return failed.length ? exit.someFailed : exit.done
}

/** A reason always names its file. */
const nameFile = (error: unknown, file: string): unknown =>
  error instanceof AppError
    ? new AppError(error.code, { ...error.detail, file })
    : new AppError("internal", { file, cause: String(error) })

/** Answers why some of its pages could not be read. */
async function convertFile(
  file: string,
  options: ConvertOptions,
  pool: EnginePool,
  sink: Sink,
  progress: Progress,
): Promise<AppError[]> {
  const began = performance.now()
  const name = basename(file)
  progress.at(`${name} ${say("decode")}`)
  const inspection = await inspect(pool, file, {})
  const sha256 = await hashFile(file)
  return eachPage(inspection.pages, async (pageIndex) => {
    const label = inspection.pages > 1 ? `${name} ${pageIndex + 1}/${inspection.pages}` : name
    const page = await digitizePage(pool, file, inspection, pageIndex, options.read, {
      onProgress: ({ done, total, stage, secondsLeft }) =>
        progress.at(`${label} ${say(stage)}`, done, total, secondsLeft),
      onWarning: (text) => progress.ended(`${label}: ${text}`),
    })
    const { recognition, composed, facts } = page
    const result = articlesFile({ file: name, sha256, pageIndex }, facts, recognition, composed.doc, composed.ledger)
    const base = safeName(basename(file, extname(file)))
    await sink.put(inspection.pages > 1 ? `${base}-${pageIndex + 1}` : base, options.exporter.write(result))
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const { articles, lines } = result
    progress.ended(
      inLanguage(
        `${label}：${articles.length} 篇，${lines.length} 行，${seconds} 秒`,
        `${label}: ${articles.length} articles, ${lines.length} lines, ${seconds} s`,
      ),
    )
  })
}
