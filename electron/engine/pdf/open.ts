// PDF by pdf.js, in this process and offline: fonts, character maps and decoders come from its package. It runs no script
// of the document, follows no link and draws no annotation.
import { createRequire } from "node:module"
import path from "node:path"
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist"
import { AppError } from "../../../shared/errors.ts"
import type { Input } from "../files/input.ts"

const maxPages = 10_000
/** Points. Acrobat's own limit, 200 inches. */
const maxSide = 14_400
/** What pdf.js takes to look at a page or to draw it. */
const pageMs = 20_000
/** An image of more pixels is left out by pdf.js before it is decoded. */
export const maxImage = 200_000_000

const folder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"))
const within = (name: string) => `${path.join(folder, name)}${path.sep}`

/** Its million lines of code are loaded only for a PDF. */
export const pdfjs = () => import("pdfjs-dist/legacy/build/pdf.mjs")

/** Opens a PDF for as long as `work` takes. Rejects with an AppError where it is locked or too large. */
export async function withPdf<T>(input: Input, work: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const { getDocument, PasswordException, VerbosityLevel } = await pdfjs()
  const loading = getDocument({
    data: new Uint8Array(input.bytes),
    cMapUrl: within("cmaps"),
    standardFontDataUrl: within("standard_fonts"),
    wasmUrl: within("wasm"),
    iccUrl: within("iccs"),
    maxImageSize: maxImage,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await inTime(loading.promise)
    if (document.numPages < 1) throw new Error("no pages")
    if (document.numPages > maxPages) throw new AppError("file-too-large", { file: input.name })
    return await work(document)
  } catch (error) {
    throw error instanceof PasswordException ? new AppError("file-locked", { file: input.name }) : error
  } finally {
    await loading.destroy()
  }
}

export async function openPage(input: Input, document: PDFDocumentProxy, pageIndex: number): Promise<PDFPageProxy> {
  const page = await inTime(document.getPage(pageIndex + 1))
  const { width, height } = page.getViewport({ scale: 1 })
  if (!(width > 0 && height > 0)) throw new Error("a page without area")
  if (Math.max(width, height) > maxSide) throw new AppError("file-too-large", { file: input.name })
  return page
}

/** pdf.js works in short turns, so a timer is heard between them; what is in a closed loop is ended by the parent. */
export async function inTime<T>(work: Promise<T>, cancel?: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      cancel?.()
      reject(new AppError("engine-timeout"))
    }, pageMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
