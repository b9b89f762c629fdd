// What is known of a printed line when its seams are judged: its text, and how it fills its column.

import type { SetWidth } from "./measures.ts"

export interface LineEvidence {
  /**
   * The line as read, ends trimmed and the author's name left out. Lines found side by side in one printed row are
   * judged together: the first has the text and edges of them all, the others say `row`.
   */
  text: string
  row: boolean
  /** Width of the text in em, letter-spacing taken away. */
  em: number
  /** Width of the column in em. */
  measure: number
  /** Blank em left and right of the line inside its column; null where there are no boxes and only widths are known. */
  edges: { indent: number; slack: number } | null
  /** By how many characters the first lines of paragraphs are set in on this page. */
  setIn: 1 | 2
  /** How wide it was set, where only its text tells. */
  set: SetWidth | null
  /** Whether another part of the analysis knows that the line stands alone (byline marks, a notice's title). */
  alone: boolean
  /** Whether an author's name follows the text on this line: an article ends here. */
  signed: boolean
  /** Size of its type over that of the body; 1 where unknown. */
  size: number
  /** Whether it begins another column than the line before it. */
  newColumn: boolean
  /** Whether it stands closer to the line before it, or farther from it, than lines of this text do. */
  gap: "usual" | "tied" | "apart"
  /** Probability that this line follows the line before it at all: below 1 where text was found to go on elsewhere. */
  follows: number
  /** Log odds that a word goes over from the line before it; 0 where no list of words tells. */
  word: number
}
