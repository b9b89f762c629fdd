// Pages as ALTO that another program could have written.
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Box } from "../../shared/geometry/box.ts"
import type { ArticlesFile } from "../../shared/model/article.ts"

interface AltoPage {
  width: number
  height: number
  lines: { id: string; text: string; box: Box | null }[]
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

const position = ([x0, y0, x1, y1]: Box) => `HPOS="${x0}" VPOS="${y0}" WIDTH="${x1 - x0}" HEIGHT="${y1 - y0}"`

const line = ({ id, text, box }: AltoPage["lines"][number]) =>
  `<TextLine ID="${id}" ${box ? position(box) : ""}><String CONTENT="${escaped(text)}"/></TextLine>`

export const altoOf = (
  pages: AltoPage[],
  declaration = '<?xml version="1.0" encoding="UTF-8"?>',
): string => `${declaration}
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
<Description><MeasurementUnit>pixel</MeasurementUnit></Description>
<Layout>${pages
  .map(
    (page) => `<Page WIDTH="${page.width}" HEIGHT="${page.height}"><PrintSpace><TextBlock>
${page.lines.map(line).join("\n")}
</TextBlock></PrintSpace></Page>`,
  )
  .join("\n")}</Layout>
</alto>`

/** A sample page whose lines were read without fault. */
export function sampleAlto(name: string): { page: AltoPage; truth: ArticlesFile } {
  const folder = resolve(import.meta.dirname, "../../resources/samples")
  const truth = JSON.parse(readFileSync(join(folder, name, "truth.json"), "utf8")) as ArticlesFile
  const { width, height } = truth.source
  return { page: { width: width ?? 0, height: height ?? 0, lines: truth.lines }, truth }
}
