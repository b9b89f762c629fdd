// PP-OCRv4's recognition on the lines that the analysis of the page found; its detection is not used, for it joins lines across
// columns and finds nothing that the analysis misses.
import type { Box } from "../../../../shared/geometry/box.ts"
import type { EngineInfo } from "../../../../shared/model/recognition.ts"
import type { Context } from "../../context.ts"
import type { Grey } from "../../image/grey.ts"
import { doubted } from "../doubt.ts"
import type { OcrLine, PageReader, PageTask, ReadLine } from "../engine.ts"
import { finished } from "../line.ts"
import { withPairedQuotes } from "../quotes.ts"
import { type Decoded, decodePicture } from "./decode.ts"
import { readLetters } from "./letters.ts"
import { version } from "./models.ts"
import { type LinePicture, linePicture, pictureHeight, rowPicture } from "./picture.ts"
import { openSession, type Session } from "./session.ts"

/** Pictures at a time: more are no quicker and take more memory. */
const batch = 8
/** Widths are rounded up to this, so that few sizes of memory are asked for. */
const widthStep = 32

interface Spot {
  box: Box
  glyph: number
}

/** Reads single rows as well: pictures of rows of print go in, what stands in each comes out. */
export interface RowReader {
  readonly info: EngineInfo
  readRows(rows: Grey[], context: Context): Promise<Decoded[]>
  /** Whether a character is in its alphabet; only after it has read. */
  knows(text: string): boolean
}

export function ppocr(): PageReader & RowReader {
  const info = { name: "ppocr", version }
  let letters: string[] = []
  let known = new Set<string>()
  let session: Promise<Session> | null = null
  const open = () => {
    if (!letters.length) {
      letters = readLetters()
      known = new Set(letters)
    }
    session ??= openSession()
    return session
  }
  return {
    info,
    async readPage(task) {
      const opened = await open()
      return { engine: info, lines: await readSpots(task, opened, letters) }
    },
    knows: (text) => known.has(text),
    async readRows(rows, context) {
      const opened = await open()
      return readRows(rows, opened, letters, context)
    },
    async close() {
      await (await session)?.close()
      session = null
    },
  }
}

async function readSpots(task: PageTask, session: Session, letters: string[]): Promise<ReadLine[]> {
  const { page, paper, blocks, context } = task
  const spots = blocks.flatMap(({ lines, glyph }) => lines.map((box): Spot => ({ box, glyph })))
  const lines = new Map<Spot, ReadLine>()
  // Side by side in a batch are lines of about one length.
  const order = spots.toSorted((a, b) => shape(a) - shape(b))
  context.onProgress({ done: 0, total: spots.length, stage: "read" })
  for (let from = 0; from < order.length; from += batch) {
    context.signal.throwIfAborted()
    const part = order.slice(from, from + batch)
    const pictures = await Promise.all(part.map(({ box, glyph }) => linePicture(page, box, glyph, paper)))
    const read = await readPictures(pictures, session, letters)
    part.forEach((spot, i) => {
      const line = placed(read[i]!, pictures[i]!, spot)
      if (line.glyphs.length) lines.set(spot, doubted(finished(line, page, paper, spot.glyph)))
    })
    context.onProgress({ done: from + part.length, total: spots.length, stage: "read" })
  }
  return spots.flatMap((spot) => lines.get(spot) ?? [])
}

async function readRows(rows: Grey[], session: Session, letters: string[], context: Context): Promise<Decoded[]> {
  const read = new Map<Grey, Decoded>()
  const order = rows.toSorted((a, b) => a.width / a.height - b.width / b.height)
  for (let from = 0; from < order.length; from += batch) {
    context.signal.throwIfAborted()
    const part = order.slice(from, from + batch)
    const found = await readPictures(await Promise.all(part.map(rowPicture)), session, letters)
    part.forEach((row, i) => void read.set(row, found[i]!))
  }
  return rows.map((row) => read.get(row)!)
}

const shape = ({ box, glyph }: Spot) => (box[2] - box[0]) / Math.max(box[3] - box[1], glyph)

/** What the pictures say, each glyph's place from 0 to 1 along its own picture. */
async function readPictures(pictures: { image: Grey }[], session: Session, letters: string[]): Promise<Decoded[]> {
  const width = Math.ceil(Math.max(...pictures.map(({ image }) => image.width)) / widthStep) * widthStep
  const plane = pictureHeight * width
  const pixels = new Float32Array(pictures.length * 3 * plane)
  pictures.forEach(({ image }, i) => {
    for (let colour = 0; colour < 3; colour++) put(image, pixels, (i * 3 + colour) * plane, width)
  })
  const output = await session.run(pixels, pictures.length, pictureHeight, width)
  return pictures.map(({ image }, i) => decodePicture(output, i, letters, width / image.width))
}

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

function put({ data, width, height }: Grey, pixels: Float32Array, at: number, stride: number) {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels[at + y * stride + x] = data[y * width + x]! / 127.5 - 1
}
