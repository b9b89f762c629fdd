// How much each sign speaks for a misreading, fitted by `npm run bench -- weights` to made-up pages scanned in four ways.
import type { Signs } from "./signs.ts"

export const weights: Signs = {
  always: -6.45,
  unsure: 0.24,
  mark: -0.04,
  unsureMark: 0.92,
  figure: -1.29,
  unsureFigure: 1.07,
  quote: -0.26,
  inkAfter: 4.24,
  muchInkAfter: 0.28,
  alone: 0.31,
  unsureAlone: 0.48,
  name: 1.26,
  unsureName: 0.34,
  oddName: 0.6,
  compared: -0.55,
  unlike: 0.36,
  unlikeName: 0.4,
  betterWord: 0.33,
  betterName: 0.35,
  atEnd: 0.1,
  page: 0.18,
  pageMarks: 0.99,
  pageFigures: 0.42,
}

/** Glyphs above it are suspects: one in twenty-five on decent scans of these pages. */
export const bound = -3.18
