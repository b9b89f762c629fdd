// What one engine read on one scan. Never changed once made: a new run makes a new one.
import type { Box } from "../geometry/box.ts"
import type { Mapping } from "../geometry/mapping.ts"
import type { Prepared } from "./preparation.ts"

export type LineId = string

/** Another reading of a glyph with its probability, 0 to 1. */
export interface Candidate {
  text: string
  score: number
}

/** One printed character. `candidates` are ranked, the best first, and include the reading itself. */
export interface Glyph {
  text: string
  box: Box
  score: number
  candidates: Candidate[]
}

export type Direction = "horizontal" | "vertical"

/** One printed line exactly as read, before any cleaning. */
export interface Line {
  id: LineId
  text: string
  /** Pixels of the original scan; null where nobody knows where the line stood. */
  box: Box | null
  direction: Direction
  /** 0 to 1; null where nobody measured it. */
  score: number | null
  glyphs: Glyph[] | null
  /** Blank lines that stood before this one in a text file, 1 before a new block of ALTO; 0 where there is a box. */
  gap: number
}

/** Ink on the scan that is not text: a printed rule, the frame of a box, a picture, a ground that type is reversed out of. */
export interface PrintedShape {
  kind: "rule" | "frame" | "picture" | "ground"
  box: Box
}

export interface EngineInfo {
  name: string
  version: string
}

export interface Recognition {
  engine: EngineInfo
  /** Pixels of the original scan; null where nobody tells them. */
  width: number | null
  height: number | null
  lines: Line[]
  shapes: PrintedShape[]
  /** From the page as it lies straight to the scan; absent where the scan is straight as it is. */
  straight?: Mapping | undefined
  /** What was done to the picture before it was read; absent where nobody says. */
  prepared?: Prepared[] | undefined
}
