// Libraries and pages as the tests of the services need them: real files, real SQLite, no engine.
import { randomBytes } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Slice } from "prosemirror-model"
import { ReplaceStep } from "prosemirror-transform"
import { onTestFinished } from "vitest"
import type { Db } from "../../electron/services/library/database.ts"
import { type Library, type LibraryOptions, openLibrary } from "../../electron/services/library/library.ts"
import { addPage, type NewPage } from "../../electron/services/library/pages.ts"
import { compose } from "../../shared/document/compose.ts"
import { parseDocument } from "../../shared/document/saved.ts"
import { schema } from "../../shared/document/schema.ts"
import { readPlaintext } from "../../shared/import/plaintext.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import { makeId } from "../../shared/model/ids.ts"
import { type PageFacts, unknownPage } from "../../shared/model/page.ts"
import { tempFolder } from "../support/tempfolder.ts"

export const noon = new Date("2026-05-12T04:00:00Z")

/** A library that closes itself when the test is over. */
export async function aLibrary(options: Partial<LibraryOptions> = {}): Promise<Library> {
  const dir = options.dir ?? join(tempFolder(), "library")
  const library = await openLibrary({
    dir,
    create: true,
    readOnly: false,
    random: randomBytes,
    now: () => noon,
    ...options,
  })
  onTestFinished(() => library.close())
  return library
}

/** What opening a library says where it is refused. */
export const refusal = (options: Partial<LibraryOptions>): Promise<unknown> =>
  aLibrary(options).then(
    () => "opened",
    (error: { code: string }) => error,
  )

/** A small page of one article: a headline, then paragraphs, one a line. */
export const pageText = (body: string, headline = "江城新闻简报"): string => `${headline}\n\n${body}\n`

export function newPage(sha256: string, text: string, facts: Partial<PageFacts> = {}, sourceName = "a.txt"): NewPage {
  const recognition = readPlaintext(text)
  const [headline, ...paragraphs] = recognition.lines.map((line) => schema.text(line.text))
  const blocks = [
    schema.node("headline", null, headline),
    ...paragraphs.map((one) => schema.node("paragraph", null, one)),
  ]
  const doc = schema.node("doc", null, [schema.node("article", { id: "a1" }, blocks), schema.node("tray")])
  return {
    scan: { sha256, extension: "txt", bytes: Buffer.byteLength(text) },
    picture: false,
    pageIndex: 0,
    sourceName,
    facts: { ...unknownPage, ...facts },
    recognition,
    composed: { doc, ledger: { seams: [], edits: [] } },
  }
}

/** Puts a text into a library as one article of plain paragraphs. Returns the page's id. */
export const addText = (
  library: Library,
  text: string,
  facts: Partial<PageFacts> = {},
  name = "a.txt",
): Promise<string> => add(library, text, (sha256) => newPage(sha256, text, facts, name))

/** The same, put together by the rules as an import would. */
export const addComposed = (library: Library, text: string, facts: Partial<PageFacts> = {}): Promise<string> =>
  add(library, text, (sha256) => {
    const page = newPage(sha256, text, facts)
    return { ...page, composed: compose(page.recognition, arrange(page.recognition)) }
  })

async function add(library: Library, text: string, pageOf: (sha256: string) => NewPage): Promise<string> {
  const file = join(tempFolder(), "source")
  writeFileSync(file, text)
  const page = pageOf(await library.scans.keep(file, "txt"))
  const { db, random } = library
  return db.transaction().execute((trx) => addPage(trx as Db, page, random, noon))
}

/** One step as JSON that writes `text` at `at`. */
export const typing = (at: number, text: string): Record<string, unknown> =>
  new ReplaceStep(
    at,
    at,
    new Slice(schema.node("paragraph", null, schema.text(text)).content, 0, 0),
  ).toJSON() as Record<string, unknown>

/** Where the text of a document's first block of `type` begins, in saved JSON or opened. */
export function startOf(json: unknown, type: string): number {
  let found = -1
  parseDocument(json).descendants((node, pos) => {
    if (found < 0 && node.type.name === type) found = pos + 1
  })
  return found
}

export const newId = (): string => makeId(randomBytes)

/** Writes `text` before the first `before` of a document as it then is. */
export function writer(library: Library, pageId: string): (before: string, text: string) => Promise<void> {
  let clientSeq = 0
  return async (before, text) => {
    const { documentId, doc, version } = await library.documents.open(pageId)
    const document = parseDocument(doc)
    let at = 0
    document.descendants((node, pos) => {
      if (node.isText && node.text?.includes(before)) at ||= pos + node.text.indexOf(before)
    })
    // With the mark of the line it is written into, as the editor does it.
    const step = typing(at, text) as { slice: { content: { marks?: unknown }[] } }
    const marks = document.resolve(at + 1).marks()
    step.slice.content[0]!.marks = marks.map((one) => one.toJSON())
    await library.documents.append({ documentId, version, clientId: "c", clientSeq: clientSeq++, steps: [step] }, noon)
  }
}
