// A page read without an engine where its text is given with it; its picture where it is not.
import type { Recognition } from "../../../shared/model/recognition.ts"
import type { Input } from "../files/input.ts"
import { analyse } from "../image/analyse.ts"
import { decode, decoding, fromPixels, greyOf } from "../image/decode.ts"
import type { Grey } from "../image/grey.ts"
import { picture } from "./draw.ts"
import { linesOf } from "./lines.ts"
import { pdfjs, withPdf } from "./open.ts"
import { lookAt } from "./page.ts"

export type TextOrScan = { text: Recognition; scan: null } | { text: null; scan: Grey }

export function textOrScan(input: Input, pageIndex: number): Promise<TextOrScan> {
  if (input.type.kind !== "pdf") return decode(input, pageIndex).then((scan) => ({ text: null, scan }))
  return decoding(input, () =>
    withPdf(input, async (document) => {
      const page = await lookAt(input, document, pageIndex)
      const scan = await greyOf(fromPixels(await picture(page)).image)
      if (!page.glyphs) return { text: null, scan }
      const { version } = await pdfjs()
      // Rules, frames and pictures are looked for as on a scan: there are many ways to draw a rule.
      const { shapes } = await analyse(scan)
      const lines = linesOf(page.glyphs).map((line, i) => ({ id: `l${i + 1}`, ...line, score: 1, gap: 0 }))
      const { width, height } = page
      return { text: { engine: { name: "pdf", version }, width, height, lines, shapes }, scan: null }
    }),
  )
}
