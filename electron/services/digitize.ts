// From a file to composed pages: inspected, read, arranged, composed. The same story for the command line, imports
// and the page.
import { type Composed, compose } from "../../shared/document/compose.ts"
import { AppError, type ErrorCode } from "../../shared/errors.ts"
import { readPlaintext } from "../../shared/import/plaintext.ts"
import { arrange } from "../../shared/layout/arrange.ts"
import type { PageFacts } from "../../shared/model/page.ts"
import type { PreparationStep } from "../../shared/model/preparation.ts"
import type { Direction, Recognition } from "../../shared/model/recognition.ts"
import type { EnginePool, RunOptions } from "../engine/pool.ts"
import type { EngineName, Inspection, PageRegion } from "../engine/protocol.ts"
import { wordList } from "../engine/words.ts"

export interface ReadOptions {
  engine: EngineName
  script: "hans" | "hant" | "auto"
  direction: "auto" | Direction
  /** Steps of preparation to leave out. */
  without: PreparationStep[]
  /** Only what stands here is read. */
  region?: PageRegion
}

export const readAsUsual: ReadOptions = { engine: "auto", script: "auto", direction: "auto", without: [] }

export interface DigitizedPage {
  pageIndex: number
  facts: PageFacts
  recognition: Recognition
  composed: Composed
}

export const inspect = (pool: EnginePool, path: string, run: RunOptions): Promise<Inspection> =>
  pool.run({ op: "inspect", path }, run)

/** What may be wrong with one page while the others are sound. */
const ofOnePage: ErrorCode[] = [
  "file-damaged",
  "file-too-large",
  "file-unsupported",
  "no-text",
  "engine-failed",
  "engine-timeout",
  "engine-memory",
]

/**
 * Works through the pages of a file. A page that cannot be read does not keep the others out: the reasons are answered in
 * the order of the pages, each with the page's number in its detail. Blank pages among others are no failure. If no page
 * was read the first reason is thrown.
 */
export async function eachPage(pages: number, work: (pageIndex: number) => Promise<void>): Promise<AppError[]> {
  const reasons: AppError[] = []
  for (let pageIndex = 0; pageIndex < pages; pageIndex++)
    try {
      await work(pageIndex)
    } catch (error) {
      if (pages === 1 || !(error instanceof AppError && ofOnePage.includes(error.code))) throw error
      reasons.push(new AppError(error.code, { ...error.detail, page: pageIndex + 1 }))
    }
  const failed = reasons.filter(({ code }) => code !== "no-text")
  if (reasons.length === pages && !failed.length) throw new AppError("no-text")
  if (reasons.length === pages) throw failed[0]
  return failed
}

/** What is printed on one page of a file. */
export async function recognize(
  pool: EnginePool,
  path: string,
  kind: Inspection["kind"],
  pageIndex: number,
  options: ReadOptions,
  run: RunOptions,
): Promise<Recognition> {
  if (kind === "alto") return pool.run({ op: "readAlto", path, pageIndex }, run)
  if (kind === "text") return readPlaintext((await pool.run({ op: "readText", path }, run)).text)
  return pool.run({ op: "recognize", path, pageIndex, ...options }, run)
}

/** One page of a file, from its bytes to its document. */
export async function digitizePage(
  pool: EnginePool,
  path: string,
  inspection: Inspection,
  pageIndex: number,
  options: ReadOptions,
  run: RunOptions,
): Promise<DigitizedPage> {
  const reading = recognize(pool, path, inspection.kind, pageIndex, options, run)
  const [recognition, words] = await Promise.all([reading, wordList()])
  const arrangement = arrange(recognition, words)
  return { pageIndex, facts: arrangement.page, recognition, composed: compose(recognition, arrangement) }
}
