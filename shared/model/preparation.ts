// What is done to the picture of a page before its print is looked for. The scan itself is never changed, and boxes are
// always the scan's.

/** Even light, dark around the page, slope and lean, which way up, type reversed out of a ground. Each can be left out. */
export const preparationSteps = ["light", "borders", "straight", "upright", "reversed"] as const
export type PreparationStep = (typeof preparationSteps)[number]

/** What was done to a page. */
export interface Prepared {
  /** `fold`: of a double page only one half was read. */
  step: PreparationStep | "fold"
  /** Degrees turned clockwise, or the number of grounds; null where there is nothing to count. */
  amount: number | null
}
