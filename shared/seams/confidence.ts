// How sure a seam is. The model of lines judges a seam as if lines were independent, widths exact and every line in its
// place; none of this holds, so its odds are only one sign among others, and a logistic regression over them (Platt 1999)
// says how often seams with such signs are right.
import { type SeamSigns, signNames } from "./signs.ts"

/**
 * Weights of the signs, for lines with boxes and for text alone. Fitted by `npm run bench -- calibrate`, which prints this
 * table again: 120 made-up pages each, seeds 90000 and up, 0 to 3 % of the characters misread.
 */
const weights: Record<"boxes" | "text", SeamSigns> = {
  // 18704 seams, 369 of them wrong
  boxes: {
    join: 0.415,
    paragraph: -0.143,
    heading: 0.986,
    headings: -1.69,
    oneHeading: 1.91,
    row: -0.944,
    joinOdds: 0.269,
    joinFirstOdds: 0.518,
    paragraphOdds: 0.321,
    paragraphFirstOdds: 0.777,
    headingOdds: -0.003,
    headingFirstOdds: 1.019,
    joinElsewhere: 0.517,
    joinFarElsewhere: 0.184,
    paragraphElsewhere: 0.399,
    paragraphFarElsewhere: 0.406,
    headingElsewhere: 0.001,
    headingFarElsewhere: 0.924,
    word: 0.591,
    wordElsewhere: 0.99,
    short: -2.616,
    setIn: -1.674,
    manner: 0.021,
    unmarked: -0.569,
    outermost: -3.455,
    size: -0.934,
  },
  // 20822 seams, 493 of them wrong
  text: {
    join: -0.658,
    paragraph: -0.877,
    heading: 1.466,
    headings: -2.03,
    oneHeading: 1.994,
    row: 0,
    joinOdds: 0.611,
    joinFirstOdds: 0.076,
    paragraphOdds: 0.316,
    paragraphFirstOdds: 0.428,
    headingOdds: 0.842,
    headingFirstOdds: -0.662,
    joinElsewhere: 0.26,
    joinFarElsewhere: 0.009,
    paragraphElsewhere: -0.163,
    paragraphFarElsewhere: 1.1,
    headingElsewhere: -0.062,
    headingFarElsewhere: 0.51,
    word: 0.432,
    wordElsewhere: 0,
    short: 0,
    setIn: 0,
    manner: -0.023,
    unmarked: -1.64,
    outermost: -0.763,
    size: 0,
  },
}

/** The probability that a seam with these signs was decided rightly, on a page whose lines have boxes or have none. */
export function confidenceOf(signs: SeamSigns, page: keyof typeof weights): number {
  const score = signNames.reduce((sum, name) => sum + signs[name] * weights[page][name], 0)
  return 1 / (1 + Math.exp(-score))
}
