// The picture of a PDF's page: the image it is a scan of, pixel for pixel, or the page as it is drawn.
import type { Input } from "../files/input.ts"
import type { Pixels } from "../image/pixels.ts"
import { inTime, pdfjs, withPdf } from "./open.ts"
import type { PdfImage } from "./operators.ts"
import { lookAt, type PdfPage } from "./page.ts"

export const drawPage = (input: Input, pageIndex: number): Promise<Pixels> =>
  withPdf(input, async (document) => picture(await lookAt(input, document, pageIndex)))

/** In the size that the page says of itself. */
export async function picture(page: PdfPage): Promise<Pixels> {
  if (!page.scan) return drawn(page)
  const image = await decoded(page, page.scan)
  return turned(image, page.scan)
}

async function drawn({ proxy, width, height, scale }: PdfPage): Promise<Pixels> {
  // Loaded only for a PDF, as pdf.js is.
  const [{ AnnotationMode }, { createCanvas }] = await Promise.all([pdfjs(), import("@napi-rs/canvas")])
  const canvas = createCanvas(width, height)
  const task = proxy.render({
    canvas: canvas as never,
    viewport: proxy.getViewport({ scale }),
    annotationMode: AnnotationMode.DISABLE,
    background: "#fff",
  })
  await inTime(task.promise, () => task.cancel())
  return { data: canvas.data(), width, height, channels: 4 }
}

interface Decoded {
  width: number
  height: number
  kind?: number
  data: Uint8Array
}

/** Kinds as pdf.js numbers them: 1 bit, RGB, RGB and alpha; a stencil has no kind and is 1 bit. */
async function decoded({ proxy }: PdfPage, { name, isMask }: PdfImage): Promise<Pixels> {
  const image = await inTime(
    new Promise<Decoded | null>((resolve) => proxy.objs.get(name ?? "", (found: Decoded | null) => resolve(found))),
  )
  if (!image?.data) throw new Error("an image that cannot be decoded")
  const { width, height, kind, data } = image
  if (isMask || kind === 1) return { data: bytesOf(data, width, height), width, height, channels: 1 }
  return { data, width, height, channels: kind === 2 ? 3 : 4 }
}

/** 1 is white; rows begin with a byte of their own. */
function bytesOf(bits: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height)
  const row = (width + 7) >> 3
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) if (bits[y * row + (x >> 3)]! & (128 >> (x & 7))) out[i] = 255
  return out
}

/** The image as it is shown on the page: turned by quarters, mirrored. */
function turned(image: Pixels, { place }: PdfImage): Pixels {
  const upright = Math.abs(place[0]) > Math.abs(place[1])
  const [width, height] = upright ? [image.width, image.height] : [image.height, image.width]
  // How far one goes in the image with one step to the right and one down on the page.
  const [right, down] = upright
    ? [Math.sign(place[0]), -Math.sign(place[3]) * image.width]
    : [-Math.sign(place[2]) * image.width, Math.sign(place[1])]
  if (right === 1 && down === image.width) return image
  const start = (right < 0 ? -right * (width - 1) : 0) + (down < 0 ? -down * (height - 1) : 0)
  const { channels } = image
  const data = new Uint8Array(image.data.length)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, from = (start + y * down) * channels; x < width; x++, from += right * channels)
      for (let c = 0; c < channels; c++) data[to++] = image.data[from + c]!
  return { data, width, height, channels }
}
