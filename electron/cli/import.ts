// jiaoyang import PATH… --library DIR
import type { ImportOptions } from "../../shared/contract.ts"
import { errorText } from "../../shared/i18n/errors.ts"
import { listCandidates } from "../services/intake.ts"
import { batchItems, type itemOf, summarize, unfinishedBatch } from "../services/library/batches.ts"
import { openWorkspace, type Workspace } from "../services/workspace.ts"
import { complain, exit, UsageError } from "./failing.ts"
import { makeProgress } from "./progress.ts"
import { inLanguage, language, say } from "./words.ts"

export interface ImportCommand {
  library: string
  resume: boolean
  jobs?: number | undefined
  options: ImportOptions
}

export async function importPaths(paths: string[], { library, resume, jobs, options }: ImportCommand): Promise<number> {
  if (!paths.length && !resume)
    throw new UsageError(inLanguage("请给出要导入的文件或文件夹", "name files or folders to import"))
  const workspace = await openWorkspace({ dir: library, create: true, ...(jobs ? { jobs } : {}) })
  const interrupted = new AbortController()
  const stop = () => interrupted.abort()
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
  try {
    const left = resume ? await unfinishedBatch(workspace.library.db) : undefined
    const known = left
      ? new Set((await batchItems(workspace.library.db, left)).map((item) => item.path))
      : new Set<string>()
    const files = (await listCandidates(paths)).filter((file) => !known.has(file.path))
    let failed = 0
    if (left)
      failed += await follow(workspace, interrupted.signal, () =>
        workspace.importer.resume(left, false).then(() => left),
      )
    if (files.length && !interrupted.signal.aborted)
      failed += await follow(workspace, interrupted.signal, () => workspace.importer.start(files, options))
    if (!left && !files.length) complain(say("nothingFound"))
    if (interrupted.signal.aborted) return 130
    return failed ? exit.someFailed : exit.done
  } finally {
    await workspace.close()
  }
}

/** Shows a batch as it goes, and at its end what failed. Returns how many did. */
async function follow(
  { library, importer, announcer }: Workspace,
  stop: AbortSignal,
  begin: () => Promise<string>,
): Promise<number> {
  const progress = makeProgress()
  const leave = announcer.listen((name, data) => {
    if (name !== "import.progress") return
    const { item, total, done, duplicate, failed } = data as Awaited<ReturnType<typeof summarize>> & {
      item: ReturnType<typeof itemOf> | null
    }
    const ended = done + duplicate + failed
    if (!item) return
    if (item.state === "working") progress.at(`${item.name} ${say("read")}`, ended, total)
    else if (item.error) progress.ended(`[${ended}/${total}] ${errorText(item.error, language)}`)
    else if (item.state === "done" || item.state === "duplicate")
      progress.ended(`[${ended}/${total}] ${item.name} ${say(item.state)}`)
  })
  try {
    const batchId = await begin()
    const interrupt = () => void importer.close()
    stop.addEventListener("abort", interrupt, { once: true })
    await importer.finished(batchId)
    stop.removeEventListener("abort", interrupt)
    const { total, done, duplicate, failed } = await summarize(library.db, batchId, false)
    progress.ended(
      inLanguage(
        `共 ${total} 个文件：导入 ${done}，已在资料库 ${duplicate}，失败 ${failed}`,
        `${total} files: ${done} imported, ${duplicate} already in the library, ${failed} failed`,
      ),
    )
    return failed
  } finally {
    leave()
  }
}
