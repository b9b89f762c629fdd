// Every call the page can make and every event the host announces. Host and page meet nowhere else.
// One object in, one object out, all JSON. Inputs are checked once, in the router; events once, in the client.
import { z } from "zod"
import { FailureData } from "./model/failure.ts"
import { pageStates, settableStates } from "./model/page.ts"
import { preparationSteps } from "./model/preparation.ts"

const Id = z.string().regex(/^[0-9a-z]{16}$/)
const IsoDate = z.iso.date()
const Word = z.string().trim().max(200)
const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
const Json = z.record(z.string(), z.unknown())

/** One row of the library's list. `revision` counts changes of these facts, for `page.update`. */
export const PageSummary = z.object({
  id: Id,
  newspaper: z.string().nullable(),
  date: z.string().nullable(),
  pageNumber: z.string().nullable(),
  section: z.string().nullable(),
  state: z.enum(pageStates),
  /** Name of the file it came from. */
  source: z.string(),
  /** Pixels of the scan; null for pages that came without a picture, as text or ALTO. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** Headlines of its articles, in order. */
  headlines: z.array(z.string()),
  revision: z.number(),
})
export type PageSummary = z.infer<typeof PageSummary>

export const itemStates = ["waiting", "working", "done", "duplicate", "failed", "cancelled"] as const

/** One file of an import. A file of several pages is one item. */
export const ImportItem = z.object({
  id: z.number(),
  name: z.string(),
  state: z.enum(itemStates),
  /** Why it failed; null otherwise. */
  error: FailureData.nullable(),
  pageId: Id.nullable(),
})
export type ImportItem = z.infer<typeof ImportItem>

export const ImportSummary = z.object({
  id: Id,
  /** running: being worked on now; waiting: unfinished, can be resumed; ended: every item has an outcome. */
  state: z.enum(["running", "waiting", "ended"]),
  total: z.number(),
  done: z.number(),
  duplicate: z.number(),
  failed: z.number(),
  cancelled: z.number(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

/** How far the page of a file is that is being read now. */
const ImportReading = z.object({
  importId: Id,
  itemId: z.number(),
  /** From 1. */
  page: z.number(),
  pages: z.number(),
  stage: z.enum(["decode", "analyse", "read"]),
  /** Lines or blocks; 0 of 0 before they are known. */
  done: z.number(),
  total: z.number(),
  /** Of this page; null where it cannot be told yet. */
  secondsLeft: z.number().nullable(),
})
export type ImportReading = z.infer<typeof ImportReading>

const ImportOptions = z.object({
  newspaper: Word.optional(),
  date: IsoDate.optional(),
  pageNumber: Word.optional(),
  engine: z.enum(["auto", "ppocr", "tesseract"]).optional(),
  script: z.enum(["hans", "hant", "auto"]).optional(),
  /** What is not to be done to pictures before they are read. */
  without: z.array(z.enum(preparationSteps)).optional(),
})
export type ImportOptions = z.infer<typeof ImportOptions>

/** A page that is being read again, or was. */
export const RecognitionJob = z.object({
  id: Id,
  pageId: Id,
  state: z.enum(["running", "done", "failed", "cancelled"]),
  /** Parts of the page that were read, of how many; null while nobody knows. */
  progress: z.object({ done: z.number(), total: z.number() }).nullable(),
  /** Places where the new reading and a person said different things. */
  conflicts: z.number(),
  /** Why it failed; null otherwise. */
  error: FailureData.nullable(),
})
export type RecognitionJob = z.infer<typeof RecognitionJob>

/** Batches of steps of a new reading have a `clientId` that begins so: who takes one in opens the document anew. */
export const readingClient = "reading:"

export const exportFormats = ["json", "txt", "md"] as const

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

export const calls = {
  "app.info": call(
    z.object({}),
    z.object({
      version: z.string(),
      pid: z.number(),
      library: z.string(),
      /** Another one than before: another library is open, and nothing known is true any more. */
      libraryId: Id,
      pages: z.number(),
      articles: z.number(),
    }),
  ),
  /** Libraries of this user, the one that is open first, then by when they were. */
  "library.recent": call(
    z.object({}),
    z.object({
      libraries: z.array(
        z.object({ id: Id, name: z.string(), path: z.string(), current: z.boolean(), missing: z.boolean() }),
      ),
      /** The last library that was wanted, where it could not be opened. */
      failed: z.object({ path: z.string(), error: FailureData }).nullable(),
    }),
  ),
  /**
   * Another library: a recent one, one of this name beside the present one, made if there is none, or, over a trusted
   * transport, a folder. Answers, then the host ends and another one opens that library at the same address.
   */
  "library.open": call(
    z.union([
      z.strictObject({ id: Id }),
      z.strictObject({ name: Word.min(1) }),
      z.strictObject({ path: z.string().min(1).max(4096) }),
    ]),
    z.object({}),
  ),
  "page.list": call(
    z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1000).default(500) }),
    z.object({ pages: z.array(PageSummary), total: z.number() }),
  ),
  "page.get": call(z.object({ pageId: Id }), PageSummary),
  /** Corrects what is known of a page. A field that is left out stays; null clears it. */
  "page.update": call(
    z.object({
      pageId: Id,
      revision: z.number(),
      newspaper: Word.nullable().optional(),
      date: IsoDate.nullable().optional(),
      pageNumber: Word.nullable().optional(),
      section: Word.nullable().optional(),
      state: z.enum(settableStates).optional(),
    }),
    PageSummary,
  ),
  /** The other halves of stories that are continued on, or from, another page of the issue. */
  "page.jumps": call(
    z.object({ pageId: Id }),
    z.object({
      jumps: z.array(
        z.object({
          /** The half on this page. */
          articleId: z.string(),
          /** The other half: `target` is its article. */
          pageId: Id,
          pageNumber: z.string(),
          target: z.string(),
          headline: z.string().nullable(),
          sure: z.boolean(),
        }),
      ),
    }),
  ),
  /**
   * Reads the page's scan, or a region of it, again and merges the new reading with what was made of the old one. Answers at once; events say
   * how it goes. A page that is being read already is not read twice: that job's id is the answer.
   */
  "page.recognize": call(
    z.object({
      pageId: Id,
      engine: z.enum(["auto", "ppocr", "tesseract"]).default("auto"),
      script: z.enum(["hans", "hant", "auto"]).default("auto"),
      direction: z.enum(["auto", "horizontal", "vertical"]).default("auto"),
      without: z.array(z.enum(preparationSteps)).default([]),
      /** Boxes in pixels of the scan. Lines that stand elsewhere stay as they are. */
      region: z.array(Box).min(1).max(1000).optional(),
    }),
    z.object({ jobId: Id }),
  ),
  /** Jobs of `page.recognize` that are running. */
  "recognition.list": call(z.object({}), z.object({ jobs: z.array(RecognitionJob) })),
  "recognition.cancel": call(z.object({ jobId: Id }), z.object({})),
  /** The page's document as ProseMirror JSON at `version`, the number of step batches stored so far. */
  "document.open": call(
    z.object({ pageId: Id }),
    z.object({
      documentId: Id,
      version: z.number(),
      doc: Json,
      ledger: Json,
      recognition: Json,
      /** Where the newest reading and a person said different things; the person's text stands. */
      conflicts: z.array(z.object({ line: z.string(), person: z.string(), fresh: z.string() })),
    }),
  ),
  /** Appends steps made on `version`. Acknowledged only when committed; sending the same `clientSeq` again is harmless. */
  "document.append": call(
    z.object({
      documentId: Id,
      version: z.number().int().min(0),
      clientId: z.string().min(1).max(64),
      clientSeq: z.number().int().min(0),
      steps: z.array(Json).min(1).max(2000),
    }),
    z.object({ version: z.number() }),
  ),
  /** The batches that were appended after `version`, by whomever. */
  "document.since": call(
    z.object({ documentId: Id, version: z.number().int().min(0) }),
    z.object({
      batches: z.array(z.object({ version: z.number(), clientId: z.string(), steps: z.array(Json) })),
    }),
  ),
  /** Begins an import of uploaded files (ids from PUT /upload) or, over a trusted transport, of paths. */
  "import.start": call(
    z.object({
      uploads: z.array(z.string().max(64)).max(10000).default([]),
      paths: z.array(z.string().max(4096)).max(10000).default([]),
      options: ImportOptions.default({}),
    }),
    z.object({ importId: Id }),
  ),
  /** Begins an import of the sample pages that come with the program. */
  "import.sample": call(z.strictObject({}), z.object({ importId: Id })),
  "import.list": call(z.object({}), z.object({ imports: z.array(ImportSummary) })),
  "import.get": call(z.object({ importId: Id }), ImportSummary.extend({ items: z.array(ImportItem) })),
  "import.cancel": call(z.object({ importId: Id }), z.object({})),
  /** Works again on what failed, was cancelled or was left over when the program ended; or on one item of it. */
  "import.resume": call(z.object({ importId: Id, itemId: z.number().int().optional() }), z.object({})),
  /** One page in a format for people or programs; the page offers it as a download. */
  "export.page": call(
    z.object({ pageId: Id, format: z.enum(exportFormats) }),
    z.object({ name: z.string(), mime: z.string(), text: z.string() }),
  ),
  "search.query": call(
    z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(200).default(50) }),
    z.object({
      total: z.number(),
      hits: z.array(
        z.object({
          pageId: Id,
          articleId: z.string(),
          headline: z.string(),
          newspaper: z.string().nullable(),
          date: z.string().nullable(),
          pageNumber: z.string().nullable(),
          /** Text around the first hit; `from` and `to` count code points of it. */
          snippet: z.string(),
          from: z.number(),
          to: z.number(),
        }),
      ),
    }),
  ),
} as const

export type CallName = keyof typeof calls
export type Input<N extends CallName> = z.output<(typeof calls)[N]["input"]>
export type Request<N extends CallName> = z.input<(typeof calls)[N]["input"]>
export type Output<N extends CallName> = z.output<(typeof calls)[N]["output"]>

export const events = {
  "import.progress": ImportSummary.extend({ item: ImportItem.nullable() }),
  "recognition.progress": RecognitionJob,
  "import.reading": ImportReading,
  "page.changed": z.object({ pageId: Id }),
  "document.changed": z.object({ documentId: Id, version: z.number(), clientId: z.string() }),
} as const

export type EventName = keyof typeof events
export type EventData<N extends EventName> = z.output<(typeof events)[N]>

/** What the caller is allowed beyond the calls themselves: file paths come only from this machine's own programs. */
export interface CallContext {
  paths: boolean
}

/** What the services supply: one function a call, no more, no fewer. */
export type Handlers = {
  [N in CallName]: (input: Input<N>, context: CallContext) => Output<N> | Promise<Output<N>>
}
