// From printed lines to regions: by geometry where lines have boxes, by widths and words where they have none.
import type { Recognition } from "../model/recognition.ts"
import { noWords, type Words } from "../text/words.ts"
import type { Arrangement } from "./arrangement.ts"
import { arrangeBoxes } from "./boxes.ts"
import { backOnScan, onStraightPage } from "./flat.ts"
import { arrangePlain } from "./plaintext/arrange.ts"

/**
 * `words` tells where words go over seams. No clock, no randomness, no I/O: the same recognition always gives the same
 * regions.
 */
export function arrange(recognition: Recognition, words: Words = noWords): Arrangement {
  const { straight } = recognition
  if (straight) return backOnScan(arrange(onStraightPage(recognition), words), straight)
  const boxed = recognition.lines.filter((line) => line.box !== null).length
  return boxed > recognition.lines.length / 2 ? arrangeBoxes(recognition, words) : arrangePlain(recognition, words)
}
