// The ports reading engines stand behind.
import type { Box } from "../../../shared/geometry/box.ts"
import type { EngineInfo, Glyph } from "../../../shared/model/recognition.ts"
import type { Context } from "../context.ts"
import type { Block } from "../image/blocks.ts"
import type { Grey } from "../image/grey.ts"

export type Script = "hans" | "hant"

export interface Hints {
  /** Height of a glyph in pixels of the picture. */
  glyph: number
  script: Script
  singleLine: boolean
  /** Its lines run downwards. */
  columns?: boolean
}

export interface OcrLine {
  box: Box
  glyphs: Glyph[]
  /** Indexes of the glyphs with which the engine saw a new word begin. */
  starts: Set<number>
}

/** Reads a picture of one block. Boxes it answers are pixels of that picture. */
export interface OcrEngine {
  readonly info: EngineInfo
  /** How many pictures it can read at the same time. */
  readonly lanes: number
  recognize(image: Grey, hints: Hints, signal: AbortSignal): Promise<OcrLine[]>
  close(): Promise<void>
}

export interface ReadLine {
  text: string
  box: Box
  /** How surely it was read, 0 to 1: tells print that was read from print that cannot be. */
  score: number
  glyphs: Glyph[]
  /** As in OcrLine. */
  starts: Set<number>
  /** Indexes of the glyphs for which there was no ink. */
  unseen: Set<number>
  /** Ink that is nobody's: how many glyphs stand before it, and how wide it is in ems. */
  unread: { before: number; width: number }[]
}

/** A straight page, with what was found on it. */
export interface PageTask {
  page: Grey
  blocks: Block[]
  paper: number
  script: Script | "auto"
  context: Context
}

export interface ReadPage {
  /** What read it in the end. */
  engine: EngineInfo
  /** In the order of the blocks; boxes are pixels of the page. */
  lines: ReadLine[]
}

/** Reads all blocks of a page. */
export interface PageReader {
  /** Starts what takes its time to start, while the page is still being prepared. */
  begin?(): void
  readPage(task: PageTask): Promise<ReadPage>
  close(): Promise<void>
}
