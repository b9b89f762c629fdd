// The rules for the inside of a line, in the order in which they have their say.
import { codePoints, type Edit, type Setting, settle } from "../edit.ts"
import {
  dashAsOne,
  doubledDash,
  ellipsis,
  listComma,
  nameDot,
  pointInChinese,
  rangeMarks,
  singleDash,
  yearZero,
} from "./lookalikes.ts"
import { quoteMarks } from "./quotes.ts"
import { compatibility, invisible, radicals } from "./radicals.ts"
import { innerSpace, outerSpace } from "./spacing.ts"
import { fullWidthBrackets, fullWidthMarks, halfWidth, numberMarks, oddMarks } from "./width.ts"

/** Characters, then the marks between them, then the spaces: each stage sees what the one before it made of the line. */
const stages = [
  [invisible, outerSpace, radicals, compatibility, halfWidth, oddMarks],
  [yearZero, ellipsis, doubledDash, singleDash, dashAsOne, nameDot, pointInChinese, listComma, rangeMarks],
  [numberMarks, fullWidthMarks, fullWidthBrackets, quoteMarks],
  [innerSpace],
]

/** `text` with those edits that put one character in the place of one, so that no place in it moves. */
function inPlace(text: string, edits: Edit[]): string {
  if (!edits.length) return text
  const chars = [...text]
  for (const { from, to, insert } of edits) if (to - from === 1 && codePoints(insert) === 1) chars[from] = insert
  return chars.join("")
}

/** What the rules would change in one printed line. */
export function proposeEdits(text: string, setting: Setting): Edit[] {
  const proposed: Edit[] = []
  let seen = text
  for (const rules of stages) {
    const made = settle(rules.flatMap((rule) => rule.propose(seen, setting)))
    for (const edit of made) proposed.push(edit)
    seen = inPlace(seen, made)
  }
  return settle(proposed)
}
