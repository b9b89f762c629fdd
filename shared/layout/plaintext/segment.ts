// Paragraphs that make up one article.
import type { Stack } from "./stacks.ts"

export interface Segment {
  /** Paragraphs `from` up to, but not, `to`. */
  from: number
  to: number
  stack: Stack | null
}
