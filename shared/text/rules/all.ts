// The rules for the inside of a line, in the order in which they have their say.
import { type Edit, type Setting, settle } from "../edit.ts"
import { radicals } from "./radicals.ts"
import { letterSpacing, mixedSpacing, numberSpacing, outerSpace, spacedTitle } from "./spacing.ts"
import { fullWidthMarks, halfWidth } from "./width.ts"

export const lineRules = [
  outerSpace,
  radicals,
  halfWidth,
  fullWidthMarks,
  letterSpacing,
  spacedTitle,
  mixedSpacing,
  numberSpacing,
]

/** What the rules would change in one printed line. */
export const proposeEdits = (text: string, setting: Setting): Edit[] =>
  settle(lineRules.flatMap((rule) => rule.propose(text, setting)))
