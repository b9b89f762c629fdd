// How much each sign speaks for a misreading, fitted by `npm run bench -- weights` to made-up pages scanned in four ways.
import type { Signs } from "./signs.ts"

export const weights: Signs = {
  always: -6.67,
  unsure: 0.28,
  mark: 0.39,
  unsureMark: 0.79,
  figure: -1.25,
  unsureFigure: 0.97,
  quote: -0.02,
  inkAfter: 4.27,
  muchInkAfter: 0.38,
  alone: 0.28,
  unsureAlone: 0.44,
  name: 1.18,
  unsureName: 0.38,
  oddName: 0.77,
  betterWord: 0.36,
  betterName: 0.37,
  atEnd: 0.1,
  page: 0.16,
  pageMarks: 0.65,
  pageFigures: 0.23,
}

/** Glyphs above it are suspects: one in twenty-five on decent scans of these pages. */
export const bound = -3.16
