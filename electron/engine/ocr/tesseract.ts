// Tesseract, wholly offline: program and language data are here already, nothing is fetched, nothing is cached.
import { createRequire } from "node:module"
import { createWorker, OEM, PSM, type Worker } from "tesseract.js"
import { AppError } from "../../../shared/errors.ts"
import type { Grey } from "../image/grey.ts"
import type { Hints, OcrEngine, OcrLine } from "./engine.ts"
import { columnsOf, linesOf } from "./symbols.ts"
import { columnData, type Data, rowData } from "./tessdata.ts"

const require = createRequire(import.meta.url)
const { version } = require("tesseract.js/package.json") as { version: string }

interface Lane {
  language: string
  worker: Promise<Worker>
}

/** `lanes` readers work side by side; each keeps one language loaded and is made anew when asked for another. */
export function tesseract(lanes: number): OcrEngine {
  const readers = new Lanes(lanes)
  return {
    info: { name: "tesseract", version },
    lanes,
    async recognize(image, hints, signal) {
      const lane = await readers.take(dataFor(hints))
      try {
        signal.throwIfAborted()
        // A reader that did not start is not kept: the next block gets another try.
        const worker = await lane.worker.catch((error) => {
          readers.remove(lane)
          throw error
        })
        return await read(worker, image, hints)
      } finally {
        readers.give(lane)
      }
    },
    close: () => readers.close(),
  }
}

class Lanes {
  private readonly most: number
  private readonly all = new Set<Lane>()
  private readonly free = new Set<Lane>()
  private readonly waiting: (() => void)[] = []

  constructor(most: number) {
    this.most = most
  }

  async take(data: Data): Promise<Lane> {
    const { language } = data
    for (;;) {
      const free = [...this.free]
      const lane =
        free.find((one) => one.language === language) ?? (this.all.size < this.most ? this.add(data) : free[0])
      if (lane) {
        this.free.delete(lane)
        if (lane.language === language) return lane
        this.remove(lane)
        return this.add(data)
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  give(lane: Lane) {
    if (this.all.has(lane)) this.free.add(lane)
    this.waiting.shift()?.()
  }

  remove(lane: Lane) {
    this.all.delete(lane)
    lane.worker.then((worker) => worker.terminate()).catch(() => {})
  }

  async close() {
    for (const lane of this.all) this.remove(lane)
  }

  private add(data: Data): Lane {
    const lane = { language: data.language, worker: start(data) }
    this.all.add(lane)
    return lane
  }
}

function dataFor({ script, columns }: Hints): Data {
  const data = columns ? columnData(script) : rowData(script)
  if (!data) throw new AppError("engine-missing", { engine: "tesseract" })
  return data
}

/** A failed start may never settle by itself; the error handler is the only one that hears of it. */
function start({ language, folder, gzip }: Data): Promise<Worker> {
  return new Promise((resolve, reject) => {
    createWorker(language, OEM.LSTM_ONLY, {
      langPath: folder,
      gzip,
      cacheMethod: "none",
      errorHandler: (cause) => reject(new AppError("engine-failed", { cause: String(cause) })),
    })
      .then(async (worker) => {
        await worker.setParameters({ user_defined_dpi: "300" })
        resolve(worker)
      })
      .catch(reject)
  })
}

async function read(worker: Worker, image: Grey, hints: Hints): Promise<OcrLine[]> {
  const block = hints.columns ? PSM.SINGLE_BLOCK_VERT_TEXT : PSM.SINGLE_BLOCK
  const options = { tessedit_pageseg_mode: hints.singleLine ? PSM.SINGLE_LINE : block }
  const { data } = await worker.recognize(pgm(image), options as object, { blocks: true, text: false })
  return (hints.columns ? columnsOf : linesOf)(data.blocks ?? [])
}

/** The cheapest picture format that Leptonica reads: a line of text, then the pixels as they are. */
function pgm({ data, width, height }: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), data])
}
