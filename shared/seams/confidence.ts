// How sure a seam is. The model of lines judges a seam as if lines were independent, widths exact and every line in its
// place; none of this holds, so its odds are only one sign among others, and a logistic regression over them (Platt 1999)
// says how often seams with such signs are right.
import { type SeamSigns, signNames } from "./signs.ts"

/**
 * Weights of the signs, for lines with boxes and for text alone. Fitted by `npm run bench -- calibrate`, which prints this
 * table again: 120 made-up pages each, seeds 90000 and up, 0 to 3 % of the characters misread.
 */
const weights: Record<"boxes" | "text", SeamSigns> = {
  // 18700 seams, 377 of them wrong
  boxes: {
    join: 0.404,
    paragraph: -0.144,
    heading: 0.986,
    headings: -1.687,
    oneHeading: 1.913,
    row: -0.944,
    joinOdds: 0.273,
    joinFirstOdds: 0.484,
    paragraphOdds: 0.313,
    paragraphFirstOdds: 0.796,
    headingOdds: -0.003,
    headingFirstOdds: 1.02,
    joinElsewhere: 0.504,
    joinFarElsewhere: 0.219,
    paragraphElsewhere: 0.402,
    paragraphFarElsewhere: 0.431,
    headingElsewhere: 0.001,
    headingFarElsewhere: 0.924,
    word: 0.613,
    wordElsewhere: 1.058,
    short: -2.55,
    setIn: -1.599,
    manner: 0.021,
    unmarked: -1.005,
    outermost: -3.455,
    size: -0.969,
  },
  // 20824 seams, 511 of them wrong
  text: {
    join: -0.775,
    paragraph: -0.877,
    heading: 1.466,
    headings: -2.03,
    oneHeading: 1.994,
    row: 0,
    joinOdds: 0.518,
    joinFirstOdds: 0.248,
    paragraphOdds: 0.316,
    paragraphFirstOdds: 0.428,
    headingOdds: 0.842,
    headingFirstOdds: -0.662,
    joinElsewhere: 0.274,
    joinFarElsewhere: 0.009,
    paragraphElsewhere: -0.163,
    paragraphFarElsewhere: 1.1,
    headingElsewhere: -0.062,
    headingFarElsewhere: 0.51,
    word: 0.185,
    wordElsewhere: 0,
    short: 0,
    setIn: 0,
    manner: -0.025,
    unmarked: -1.568,
    outermost: -0.763,
    size: 0,
  },
}

/** The probability that a seam with these signs was decided rightly, on a page whose lines have boxes or have none. */
export function confidenceOf(signs: SeamSigns, page: keyof typeof weights): number {
  const score = signNames.reduce((sum, name) => sum + signs[name] * weights[page][name], 0)
  return 1 / (1 + Math.exp(-score))
}
