// How sure a seam is. The model of lines judges a seam as if lines were independent, widths exact and every line in its
// place; none of this holds, so its odds are only one sign among others, and a logistic regression over them (Platt 1999)
// says how often seams with such signs are right.
import { type SeamSigns, signNames } from "./signs.ts"

/**
 * Weights of the signs, for lines with boxes and for text alone. Fitted by `npm run bench -- calibrate`, which prints this
 * table again: 120 made-up pages each, seeds 90000 and up, 0 to 3 % of the characters misread.
 */
const weights: Record<"boxes" | "text", SeamSigns> = {
  // 18696 seams, 381 of them wrong
  boxes: {
    join: -0.36,
    paragraph: 1.513,
    heading: 1.39,
    headings: -3.702,
    oneHeading: 0.34,
    row: -0.936,
    odds: 0.237,
    firstOdds: 0.643,
    breakOdds: -0.216,
    elsewhere: 0.477,
    word: 0.627,
    wordElsewhere: 1.476,
    short: -2.652,
    setIn: -1.487,
    manner: 0.072,
    size: -1.314,
  },
  // 20821 seams, 527 of them wrong
  text: {
    join: -1.016,
    paragraph: -0.282,
    heading: 1.073,
    headings: -4.797,
    oneHeading: 0.625,
    row: 0,
    odds: 0.467,
    firstOdds: 0.338,
    breakOdds: -0.224,
    elsewhere: 0.077,
    word: 0.147,
    wordElsewhere: 0,
    short: 0,
    setIn: 0,
    manner: -0.009,
    size: 0,
  },
}

/** The probability that a seam with these signs was decided rightly, on a page whose lines have boxes or have none. */
export function confidenceOf(signs: SeamSigns, page: keyof typeof weights): number {
  const score = signNames.reduce((sum, name) => sum + signs[name] * weights[page][name], 0)
  return 1 / (1 + Math.exp(-score))
}
