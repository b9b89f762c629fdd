// How wide lines without boxes are, and how wide the columns were that they were set in.
import { emWidth } from "../text/han.ts"

/** Marks may be squeezed to half their width; the line's true width lies somewhere between. */
export function squeezed(text: string, em: number): { mean: number; deviation: number } {
  const marks = text.match(/[，。、；：！？“”‘’（）《》]/gu)?.length ?? 0
  const gaps = text.match(/[0-9A-Za-z]+/gu)?.length ?? 0
  return { mean: em - 0.2 * marks + 0.05 * gaps, deviation: 0.42 + 0.1 * marks + 0.08 * gaps }
}

/** The width that most lines of a text have, to the half em. */
function usualMeasure(texts: string[]): number {
  const count = new Map<number, number>()
  for (const text of texts) {
    const em = Math.round(emWidth(text) * 2) / 2
    for (const near of [em - 0.5, em, em + 0.5]) count.set(near, (count.get(near) ?? 0) + (near === em ? 2 : 1))
  }
  return [...count].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [16, 0])[0]
}

/**
 * Widths of the columns that lines without boxes were set in: a sticky Markov chain over widths around the usual one
 * (a run of headlines is narrower than any column, and must not be taken for one).
 */
export function measures(texts: string[]): number[] {
  const usual = usualMeasure(texts)
  const grid = Array.from({ length: 90 }, (_, k) => k / 2).filter((m) => m > usual * 0.7 && m < usual * 2.5)
  const stay = Math.log(1 - 0.01)
  const move = Math.log(0.01 / grid.length)
  const fit = texts.map((text) => {
    const { mean, deviation } = squeezed(text, emWidth(text))
    const bell = (m: number) => Math.exp(-0.5 * ((mean - m) / deviation) ** 2) / (deviation * 2.507)
    return grid.map((m) => Math.log(0.7 * bell(m) + 0.13 * bell(m - 2) + (mean <= m ? 0.13 / m : 0) + 0.001))
  })
  const back: Uint8Array[] = []
  let score = fit[0] ?? []
  for (let i = 1; i < texts.length; i++) {
    const top = score.indexOf(Math.max(...score))
    const from = new Uint8Array(grid.length)
    const next = grid.map((_, k) => {
      const jump = (score[top] ?? 0) + move
      const keep = (score[k] ?? 0) + stay
      from[k] = keep >= jump ? k : top
      return Math.max(keep, jump) + (fit[i]?.[k] ?? 0)
    })
    back.push(from)
    score = next
  }
  let k = score.indexOf(Math.max(...score))
  const out = [grid[k] ?? 0]
  for (let i = back.length - 1; i >= 0; i--) out.unshift(grid[(k = back[i]?.[k] ?? 0)] ?? 0)
  return texts.length ? out : []
}
