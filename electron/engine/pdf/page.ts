// What a page of a PDF is: text that was set, the scan of a page, or a drawing that must be read like one.
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist"
import { area, type Box, height, middleX, middleY, width } from "../../../shared/geometry/box.ts"
import type { Input } from "../files/input.ts"
import { type Matrix, matrixOf, moved } from "./matrix.ts"
import { inTime, openPage, pdfjs } from "./open.ts"
import { type Font, follow, type PdfGlyph, type PdfImage } from "./operators.ts"

export interface PdfPage {
  proxy: PDFPageProxy
  /** Pixels of the picture of this page, and of every box. */
  width: number
  height: number
  /** Pixels a point. */
  scale: number
  /** Its visible text where that can be used; otherwise its picture has to be read. */
  glyphs: PdfGlyph[] | null
  /** The page is this one image and nothing else worth showing. */
  scan: PdfImage | null
}

/** Where nothing on a page has a resolution of its own. */
const usualDpi = 300
const leastDpi = 100
/** A drawn page takes four bytes a pixel, twice. */
const mostPixels = 80_000_000
const mostSide = 16_000
/** A scan may bear a stamp or a line of its vendor. */
const stamp = 200

export async function lookAt(input: Input, document: PDFDocumentProxy, pageIndex: number): Promise<PdfPage> {
  const { OPS, AnnotationMode } = await pdfjs()
  const proxy = await openPage(input, document, pageIndex)
  const operators = await inTime(proxy.getOperatorList({ annotationMode: AnnotationMode.DISABLE }))
  const view = proxy.getViewport({ scale: 1 })
  const fontOf = (name: string): Font | null =>
    proxy.commonObjs.has(name) ? (proxy.commonObjs.get(name) as Font) : null
  const onPage = follow(operators, OPS as Record<string, number>, matrixOf(view.transform), fontOf)
  const sheet: Box = [0, 0, view.width, view.height]
  const images = onPage.images.map((image) => ({ image, box: moved(image.place, [0, 0, 1, 1]) }))
  const [largest] = images.sort((a, b) => area(clipped(b.box, sheet)) - area(clipped(a.box, sheet)))
  const glyphs = onPage.glyphs.filter(({ box, visible }) => visible && holds(sheet, middleX(box), middleY(box)))
  const seen = glyphs.filter(({ text }) => text.trim())
  const covered = largest ? area(clipped(largest.box, sheet)) / area(sheet) : 0
  const scanned = largest !== undefined && (covered > 0.8 || !seen.length) && seen.length <= stamp
  if (largest && scanned && isWhole(largest.image, largest.box, sheet, images.length)) {
    const upright = isUpright(largest.image.place)
    const [w, h] = [largest.image.width, largest.image.height]
    const size = upright ? { width: w, height: h } : { width: h, height: w }
    return { proxy, ...size, scale: size.width / view.width, glyphs: null, scan: largest.image }
  }
  const dpi = scanned ? Math.max(leastDpi, nativeDpi(largest.image, largest.box)) : usualDpi
  const scale = bounded(dpi / 72, view)
  const size = { width: Math.round(view.width * scale), height: Math.round(view.height * scale) }
  const usable = !scanned && isReadable(seen)
  return { proxy, ...size, scale, glyphs: usable ? glyphs.map((glyph) => scaled(glyph, scale)) : null, scan: null }
}

const clipped = (box: Box, sheet: Box): Box => [
  Math.max(box[0], sheet[0]),
  Math.max(box[1], sheet[1]),
  Math.max(Math.max(box[0], sheet[0]), Math.min(box[2], sheet[2])),
  Math.max(Math.max(box[1], sheet[1]), Math.min(box[3], sheet[3])),
]

const holds = (box: Box, x: number, y: number) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]

/** Whether the image can stand for the page: it lies on all of it, straight, and nothing of weight lies beside it. */
function isWhole({ place, name }: PdfImage, box: Box, sheet: Box, images: number): boolean {
  const off = Math.max(...box.map((edge, i) => Math.abs(edge - sheet[i]!)))
  const straight = Math.min(Math.abs(place[0]) + Math.abs(place[3]), Math.abs(place[1]) + Math.abs(place[2]))
  return name !== null && images === 1 && off < 0.02 * Math.max(width(sheet), height(sheet)) && straight < 1
}

const isUpright = (place: Matrix) => Math.abs(place[0]) > Math.abs(place[1])

const nativeDpi = ({ width: w, height: h }: PdfImage, box: Box): number => {
  const long = Math.max(width(box), height(box))
  return long > 0 ? (72 * Math.max(w, h)) / long : usualDpi
}

function bounded(scale: number, view: { width: number; height: number }): number {
  const most = Math.min(
    Math.sqrt(mostPixels / (view.width * view.height)),
    mostSide / Math.max(view.width, view.height),
  )
  return Math.min(scale, most)
}

/** So many of a page's characters may be odd. */
const mostOdd = 0.02

/**
 * Fonts without a table of their characters, or with a wrong one, give private, unassigned or control codes, and letters
 * with accents in the middle of Chinese.
 */
function isReadable(glyphs: PdfGlyph[]): boolean {
  const han = glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text)).length
  const odd =
    han > glyphs.length / 2
      ? /[\p{Co}\p{Cn}\p{Cc}\ufffd\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/u
      : /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u
  const found = glyphs.filter(({ text }) => odd.test(text)).length
  return glyphs.length > 0 && found <= mostOdd * glyphs.length
}

const scaled = (glyph: PdfGlyph, by: number): PdfGlyph => {
  const [x0, y0, x1, y1] = glyph.box
  return { ...glyph, em: glyph.em * by, box: [x0 * by, y0 * by, x1 * by, y1 * by] }
}
