// How wide lines without boxes are, and how wide the columns were that they were set in.
import { charEm, collapseLetterSpacing, sentenceEnd } from "../text/han.ts"

/** Width of a line's characters before they are justified, and what makes it uncertain. */
export interface SetWidth {
  em: number
  /** Marks that may have been squeezed to half their width. */
  marks: number
  /** Digits and Latin letters, whose width differs from paper to paper. */
  narrow: number
  /** Whether marks are set narrow everywhere on this page, so that widths are no whole numbers. */
  close: boolean
}

/** How a page sets its type: em by which a mark is narrower than a Han character, a digit or letter wider than half one. */
export interface Setting {
  mark: number
  letter: number
}

const markPattern = /[，。、；：！？“”‘’（）《》「」『』]/u

function rawWidth(text: string): { em: number; marks: number; narrow: number } {
  const out = { em: 0, marks: 0, narrow: 0 }
  for (const char of collapseLetterSpacing(text.trim())) {
    out.em += charEm(char)
    if (markPattern.test(char)) out.marks++
    if (/[0-9A-Za-z]/.test(char)) out.narrow++
  }
  return out
}

/** Marks set narrower than this are so on purpose, not to fill one line. */
const narrowMark = 0.33

/**
 * How a page sets its type, by least squares over lines right under one another inside paragraphs: both are full, so
 * what one has more of in marks it has less of in other characters.
 */
export function settingOf(texts: string[]): Setting {
  const widths = texts.map(rawWidth)
  const inside = (i: number) => !sentenceEnd.test(texts[i - 1] ?? "。") && !sentenceEnd.test(texts[i]?.trim() ?? "。")
  let [mm, ll, ml, me, le, pairs] = [0, 0, 0, 0, 0, 0]
  for (let i = 2; i < texts.length; i++) {
    const [a, b] = [widths[i - 1], widths[i]]
    if (!a || !b || !inside(i - 1) || !inside(i) || Math.abs(a.em - b.em) > 3.2) continue
    const [m, l, e] = [b.marks - a.marks, b.narrow - a.narrow, b.em - a.em]
    mm += m * m
    ll += l * l
    ml += m * l
    me += m * e
    le += l * e
    pairs++
  }
  // A few pairs tell little: they are weighed against as many of an ordinary page.
  const [vm, vl] = [mm + 30, ll + 60]
  const determinant = vm * vl - ml * ml
  if (!pairs || determinant < 1) return { mark: 0, letter: 0 }
  const mark = (me * vl - le * ml) / determinant
  const letter = (le * vm - me * ml) / determinant
  return { mark: Math.max(0, Math.min(0.5, mark)), letter: Math.max(-0.1, Math.min(0.15, -letter)) }
}

export function setWidth(text: string, setting: Setting): SetWidth {
  const { em, marks, narrow } = rawWidth(text)
  const close = setting.mark > narrowMark
  return { em: em - (close ? setting.mark * marks : 0) + setting.letter * narrow, marks, narrow, close }
}

const bell = (x: number, deviation: number): number => Math.exp(-0.5 * (x / deviation) ** 2) / (deviation * 2.507)

/**
 * Density of the width of a full line in a column of `measure` em: set as wide; a character was carried over for a mark
 * that may not begin or end a line; or one was taken in by squeezing marks.
 */
export function fullness({ em, marks, narrow, close }: SetWidth, measure: number): number {
  const over = em - measure
  // Now and then a line is set in a way that nothing here foresees.
  const floor = 0.03 * bell(over, 1.2) + 0.00004
  if (close) return 0.9 * bell(over, 0.42 + 0.04 * narrow) + 0.08 * bell(over, 1) + floor
  const deviation = 0.16 + 0.04 * narrow
  // Each mark gives way by half its width at most.
  const taken = (by: number, share: number) => (2 * by <= marks ? share : 0.02 * share) * bell(over - by, deviation)
  // A line without marks can only be spaced out.
  const carried = marks === 0 ? 0.25 : marks === 1 ? 0.16 : 0.09
  return (
    0.6 * bell(over, deviation) +
    0.05 * bell(over + 0.5, deviation) +
    carried * bell(over + 1, deviation) +
    0.02 * bell(over + 2, 0.5) +
    taken(0.5, 0.06) +
    taken(1, marks > 2 ? 0.2 : 0.1) +
    taken(1.5, 0.02) +
    taken(2, 0.02) +
    taken(3, 0.005) +
    floor
  )
}

/** The width that most lines of a text have, to the half em. */
function usualMeasure(widths: SetWidth[]): number {
  const count = new Map<number, number>()
  for (const { em } of widths) {
    const near = Math.round(em * 2) / 2
    for (const one of [near - 0.5, near, near + 0.5]) count.set(one, (count.get(one) ?? 0) + (one === near ? 2 : 1))
  }
  return [...count].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [16, 0])[0]
}

/** Widths in em that a column without boxes may have, to the half em, by the widths of its lines. */
export function possibleMeasures(widths: SetWidth[]): { grid: number[]; usual: number } {
  const usual = usualMeasure(widths)
  return { grid: Array.from({ length: 90 }, (_, k) => k / 2).filter((m) => m > usual * 0.7 && m < usual * 2.5), usual }
}
