// The contract's calls on the services, a few lines each.
import type { Handlers } from "../../shared/contract.ts"
import { AppError } from "../../shared/errors.ts"
import { exporterFor } from "../../shared/export/all.ts"
import { listCandidates } from "../services/intake.ts"
import { jumpsOf } from "../services/jumps.ts"
import { batchItems, itemOf, listBatches, summarize } from "../services/library/batches.ts"
import { getPage, listPages, updatePage } from "../services/library/pages.ts"
import { refreshIndex, search } from "../services/library/search.ts"
import { pageFile, pageName } from "../services/publish.ts"
import { sampleScans } from "../services/samples.ts"
import { programVersion } from "../services/version.ts"
import type { Workspace } from "../services/workspace.ts"
import type { Libraries } from "./libraries.ts"
import type { Uploads } from "./uploads.ts"

export function makeHandlers(
  { library, importer, rereader, announcer }: Workspace,
  uploads: Uploads,
  libraries: Libraries,
): Handlers {
  const { db, documents } = library
  const count = async (table: "page" | "article") =>
    (
      await db
        .selectFrom(table)
        .select((where) => where.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow()
    ).n
  const summary = (id: string) => summarize(db, id, importer.running(id))

  return {
    "app.info": async () => ({
      version: programVersion,
      pid: process.pid,
      library: library.dir,
      libraryId: libraries.currentId,
      pages: await count("page"),
      articles: await count("article"),
    }),
    "library.recent": () => libraries.recent(),
    "library.open": (wanted, context) => {
      libraries.open(wanted, context)
      return {}
    },
    "page.list": async ({ offset, limit }) => {
      await refreshIndex(db, documents)
      return listPages(db, offset, limit)
    },
    "page.get": ({ pageId }) => getPage(db, pageId),
    "page.update": async (input) => {
      const page = await updatePage(db, library.now, input)
      announcer.announce("page.changed", { pageId: page.id })
      return page
    },
    "page.jumps": ({ pageId }) => jumpsOf(library, pageId),
    "page.recognize": async (input) => ({ jobId: await rereader.start(input) }),
    "recognition.list": () => ({ jobs: rereader.jobs() }),
    "recognition.cancel": async ({ jobId }) => {
      await rereader.cancel(jobId)
      return {}
    },
    "document.open": ({ pageId }) => documents.open(pageId),
    "document.append": async (input) => {
      const { version, pageId, begun } = await documents.append(input, library.now())
      if (begun) announcer.announce("page.changed", { pageId })
      announcer.announce("document.changed", { documentId: input.documentId, version, clientId: input.clientId })
      return { version }
    },
    "document.since": ({ documentId, version }) => documents.since(documentId, version),
    "import.start": async ({ uploads: ids, paths, options }, context) => {
      if (paths.length && !context.paths) throw new AppError("invalid", { where: "paths" })
      const files = [...uploads.take(ids), ...(await listCandidates(paths))]
      if (!files.length) throw new AppError("invalid", { where: "uploads" })
      return { importId: await importer.start(files, options) }
    },
    "import.sample": async () => ({ importId: await importer.start(sampleScans(), {}) }),
    "import.list": async () => ({ imports: await Promise.all((await listBatches(db)).map(summary)) }),
    "import.get": async ({ importId }) => {
      const items = await batchItems(db, importId)
      if (!items.length) throw new AppError("not-found", { what: "import" })
      return { ...(await summary(importId)), items: items.map(itemOf) }
    },
    "import.cancel": async ({ importId }) => {
      await importer.cancel(importId)
      return {}
    },
    "import.resume": async ({ importId, itemId }) => {
      await importer.resume(importId, true, itemId)
      return {}
    },
    "export.page": async ({ pageId, format }) => {
      const exporter = exporterFor(format)
      if (!exporter) throw new AppError("invalid", { where: "format" })
      const { row, file } = await pageFile(library, pageId)
      return { name: `${pageName(row)}.${exporter.extension}`, mime: exporter.mime, text: exporter.write(file) }
    },
    "search.query": async ({ query, limit }) => {
      await refreshIndex(db, documents)
      return search(db, query, limit)
    },
  }
}
