// What the confidence of seams is worth: whoever looks at the least sure ones first, how many of the wrong ones does he
// find? Seams of one confidence have no order: errors among them count as spread evenly.
import type { JudgedSeam } from "./seams.ts"

export const coverages = [1, 0.99, 0.98, 0.95, 0.9, 0.8]

export interface RiskCoverage {
  seams: number
  wrong: number
  /** Share of wrong seams among the surest part of them all (R. El-Yaniv, Y. Wiener, JMLR 11, 2010); null of none. */
  risks: { coverage: number; risk: number | null }[]
  /** Share of the wrong seams that lie among the 5 % least sure; null where none is wrong. */
  caught: number | null
  /** Area under the curve of risk over coverage: the mean risk over all coverages. 0 is best; null of no seams. */
  area: number | null
  /**
   * Expected calibration error: confidence and share of right ones differ by so much, on the mean over ten bins of equal
   * width, each weighted by its seams (M. P. Naeini et al., AAAI 2015); null of no seams.
   */
  calibrationError: number | null
}

export function riskCoverage(seams: readonly JudgedSeam[]): RiskCoverage {
  const errors = errorsAmongSurest(seams)
  const count = seams.length
  const wrong = errors[count] ?? 0
  const riskOf = (surest: number) => (errors[surest] ?? 0) / surest
  const looked = Math.ceil(0.05 * count)
  return {
    seams: count,
    wrong,
    risks: coverages.map((coverage) => ({ coverage, risk: count ? riskOf(Math.ceil(coverage * count)) : null })),
    caught: wrong ? (wrong - (errors[count - looked] ?? 0)) / wrong : null,
    area: count ? seams.reduce((sum, _, i) => sum + riskOf(i + 1), 0) / count : null,
    calibrationError: count ? calibrationError(seams) : null,
  }
}

/** Wrong seams among the k surest, for each k from 0. */
function errorsAmongSurest(seams: readonly JudgedSeam[]): number[] {
  const groups = new Map<number, { count: number; wrong: number }>()
  for (const { confidence, right } of seams) {
    const { count, wrong } = groups.get(confidence) ?? { count: 0, wrong: 0 }
    groups.set(confidence, { count: count + 1, wrong: wrong + (right ? 0 : 1) })
  }
  const errors = [0]
  for (const [, { count, wrong }] of [...groups].sort(([a], [b]) => b - a)) {
    const before = errors.at(-1) ?? 0
    for (let i = 1; i <= count; i++) errors.push(before + (wrong * i) / count)
  }
  return errors
}

function calibrationError(seams: readonly JudgedSeam[]): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }))
  for (const { confidence, right } of seams) {
    const bin = bins[Math.max(0, Math.min(9, Math.floor(confidence * 10)))]!
    bin.confidence += confidence
    bin.right += right ? 1 : 0
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / seams.length
}
