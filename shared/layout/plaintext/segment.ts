// Titles that are printed over one article, and the paragraphs under them.
import type { Piece } from "./piece.ts"

export interface Stack {
  pieces: Piece[]
  /** The run that it stands in: the one before this paragraph. */
  run: number
  /** Whether it stands right before that paragraph. */
  last: boolean
  /** Whether so many stacks stand in its run that they were swept together. */
  swept: boolean
  notice: boolean
  /** The words of its titles. */
  text: string
}

/** Paragraphs that make up one article. */
export interface Segment {
  /** Paragraphs `from` up to, but not, `to`. */
  from: number
  to: number
  stack: Stack | null
}
