// PP-OCRv4's recognition on the lines that the analysis of the page found; its detection is not used, for it joins lines across
// columns and finds nothing that the analysis misses.
import { AppError } from "../../../../shared/errors.ts"
import type { Box } from "../../../../shared/geometry/box.ts"
import type { EngineInfo } from "../../../../shared/model/recognition.ts"
import type { Context } from "../../context.ts"
import type { Grey } from "../../image/grey.ts"
import { wordList } from "../../words.ts"
import { doubted } from "../doubt.ts"
import type { OcrLine, PageReader, PageTask, ReadLine } from "../engine.ts"
import { finished } from "../line.ts"
import { withPairedQuotes } from "../quotes.ts"
import type { Decoded } from "./decode.ts"
import { readLetters } from "./letters.ts"
import { version } from "./models.ts"
import { type LinePicture, linePicture, rowPicture } from "./picture.ts"
import { Threads } from "./threads.ts"

/** Two keep two cores busy; more cost memory and bring little. */
const threads = 2
/** So many lines are drawn and finished beside those that are read. */
const lanes = 2 * threads
const progressEvery = 8

interface Spot {
  box: Box
  glyph: number
}

type Model = Pick<Threads, "begin" | "read" | "close">

interface Parts {
  model: Model
  /** Has the last word on the lines of a page. */
  judge: typeof doubted
}

/** Reads single rows as well: pictures of rows of print go in, what stands in each comes out. */
export interface RowReader {
  readonly info: EngineInfo
  readRows(rows: Grey[], context: Context): Promise<Decoded[]>
  /** Whether a character is in its alphabet. */
  knows(text: string): boolean
}

export function ppocr({ model = new Threads(threads), judge = doubted }: Partial<Parts> = {}): PageReader & RowReader {
  const info = { name: "ppocr", version }
  let known: Set<string> | null = null
  return {
    info,
    begin: () => model.begin(),
    async readPage(task) {
      const lines = await readSpots(task, model)
      return { engine: info, lines: judge(lines, await wordList(), task) }
    },
    readRows: (rows, context) => readRows(rows, model, context),
    knows: (text) => (known ??= new Set(readLetters())).has(text),
    close: () => model.close(),
  }
}

/** A line that fails is a warning; only if all fail is the page lost. */
async function readSpots(task: PageTask, model: Model): Promise<ReadLine[]> {
  const { blocks, context } = task
  const spots = blocks.flatMap(({ lines, glyph }) => lines.map((box): Spot => ({ box, glyph })))
  const lines = new Map<Spot, ReadLine>()
  // The longest first: pictures of one width ask for memory of one size, and no thread is left with a long one at the end.
  const order = spots.toSorted((a, b) => shape(b) - shape(a))
  let [next, done, failed] = [0, 0, 0]
  const lane = async () => {
    for (let spot = order[next++]; spot; spot = order[next++]) {
      context.signal.throwIfAborted()
      const line = await readSpot(task, spot, model).catch((error) => {
        if (error instanceof AppError && error.code === "engine-missing") throw error
        failed++
        context.onWarning(`line ${spot.box.join(",")} was not read: ${String(error)}`)
      })
      if (line) lines.set(spot, line)
      if (++done % progressEvery === 0 || done === spots.length) progress(done)
    }
  }
  const progress = (now: number) => context.onProgress({ done: now, total: spots.length, stage: "read" })
  progress(0)
  await Promise.all(Array.from({ length: lanes }, lane))
  if (failed && failed === spots.length) throw new AppError("engine-failed", { engine: "ppocr" })
  return spots.flatMap((spot) => lines.get(spot) ?? [])
}

/** Null where nothing is to be read. */
async function readSpot({ page, paper }: PageTask, spot: Spot, model: Model): Promise<ReadLine | null> {
  const picture = await linePicture(page, spot.box, spot.glyph, paper)
  const line = placed(await model.read(picture.image), picture, spot)
  return line.glyphs.length ? finished(line, page, paper, spot.glyph) : null
}

async function readRows(rows: Grey[], model: Model, context: Context): Promise<Decoded[]> {
  const read = new Map<Grey, Decoded>()
  let next = 0
  const lane = async () => {
    for (let row = rows[next++]; row; row = rows[next++]) {
      context.signal.throwIfAborted()
      read.set(row, await model.read(await rowPicture(row)))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return rows.map((row) => read.get(row)!)
}

const shape = ({ box, glyph }: Spot) => (box[2] - box[0]) / Math.max(box[3] - box[1], glyph)

function placed({ glyphs, starts }: Decoded, picture: LinePicture, { box, glyph: high }: Spot): OcrLine {
  const boxAt = (x: number): Box => [Math.round(x - high / 2), box[1], Math.round(x + high / 2), box[3]]
  const onPage = glyphs.map(({ text, score, at, candidates }) => ({
    text,
    score,
    candidates,
    box: boxAt(picture.xOnPage(at)),
  }))
  return { box, starts, glyphs: withPairedQuotes(onPage) }
}
