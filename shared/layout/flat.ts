// The page as it lay before it was scanned askew: rows and columns are looked for there, not on the scan.
import type { Box } from "../geometry/box.ts"
import { type Mapping, ontoPage, ontoScan } from "../geometry/mapping.ts"
import type { Recognition } from "../model/recognition.ts"
import type { Arrangement } from "./arrangement.ts"

/** The same recognition with boxes on the straight page. */
export function onStraightPage(recognition: Recognition): Recognition {
  const { straight, ...rest } = recognition
  if (!straight) return recognition
  const flat = (box: Box): Box => ontoPage(straight, box)
  return {
    ...rest,
    lines: rest.lines.map((line) => ({
      ...line,
      box: line.box && flat(line.box),
      glyphs: line.glyphs?.map((glyph) => ({ ...glyph, box: flat(glyph.box) })) ?? null,
    })),
    shapes: rest.shapes.map(({ kind, box }) => ({ kind, box: flat(box) })),
  }
}

/** Regions found there, back on the scan. */
export const backOnScan = (arrangement: Arrangement, straight: Mapping): Arrangement => ({
  ...arrangement,
  regions: arrangement.regions.map((region) => ({ ...region, box: region.box && ontoScan(straight, region.box) })),
})
