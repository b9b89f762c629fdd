// The port every reading engine stands behind. Boxes it answers are pixels of the picture it was given.
import type { Box } from "../../../shared/geometry/box.ts"
import type { EngineInfo, Glyph } from "../../../shared/model/recognition.ts"
import type { Grey } from "../image/grey.ts"

export type Script = "hans" | "hant"

export interface Hints {
  /** Height of a glyph in pixels of the picture. */
  glyph: number
  script: Script
  singleLine: boolean
}

export interface OcrLine {
  box: Box
  glyphs: Glyph[]
  /** Indexes of the glyphs with which the engine saw a new word begin. */
  starts: Set<number>
}

export interface OcrEngine {
  readonly info: EngineInfo
  /** How many pictures it can read at the same time. */
  readonly lanes: number
  recognize(image: Grey, hints: Hints, signal: AbortSignal): Promise<OcrLine[]>
  close(): Promise<void>
}
