// How sure a seam is. The model of lines judges a seam as if lines were independent, widths exact and every line in its
// place; none of this holds, so its odds are only one sign among others, and a logistic regression over them (Platt 1999)
// says how often seams with such signs are right.
import { type SeamSigns, signNames } from "./signs.ts"

/**
 * Weights of the signs, for lines with boxes and for text alone. Fitted by `npm run bench -- calibrate`, which prints this
 * table again: 120 made-up pages each, seeds 90000 and up, 0 to 3 % of the characters misread.
 */
const weights: Record<"boxes" | "text", SeamSigns> = {
  // 15620 seams, 121 of them wrong
  boxes: {
    join: 0.082,
    paragraph: 0.152,
    heading: 1.244,
    headings: -0.834,
    oneHeading: 1.909,
    row: 0.0,
    joinOdds: 0.356,
    joinFirstOdds: 0.561,
    paragraphOdds: 0.346,
    paragraphFirstOdds: 1.127,
    headingOdds: -0.009,
    headingFirstOdds: 1.161,
    joinElsewhere: 0.532,
    joinFarElsewhere: 0.32,
    paragraphElsewhere: 0.765,
    paragraphFarElsewhere: 0.19,
    headingElsewhere: 0.626,
    headingFarElsewhere: -0.172,
    word: 0.546,
    wordElsewhere: 0.106,
    short: -1.936,
    setIn: -1.533,
    manner: 0.075,
    unmarked: -0.337,
    outermost: -1.747,
    size: -0.91,
  },
  // 17436 seams, 370 of them wrong
  text: {
    join: -0.393,
    paragraph: -1.343,
    heading: 1.249,
    headings: -1.215,
    oneHeading: 1.431,
    row: 0.0,
    joinOdds: 0.518,
    joinFirstOdds: 0.147,
    paragraphOdds: 0.285,
    paragraphFirstOdds: 0.767,
    headingOdds: -0.244,
    headingFirstOdds: 0.971,
    joinElsewhere: 0.0,
    joinFarElsewhere: 0.0,
    paragraphElsewhere: -0.061,
    paragraphFarElsewhere: 0.516,
    headingElsewhere: -0.341,
    headingFarElsewhere: 0.982,
    word: 0.064,
    wordElsewhere: 0.0,
    short: 0.0,
    setIn: 0.0,
    manner: 0.036,
    unmarked: 0.197,
    outermost: -0.358,
    size: 0.0,
  },
}

/** The probability that a seam with these signs was decided rightly, on a page whose lines have boxes or have none. */
export function confidenceOf(signs: SeamSigns, page: keyof typeof weights): number {
  const score = signNames.reduce((sum, name) => sum + signs[name] * weights[page][name], 0)
  return 1 / (1 + Math.exp(-score))
}
