// What vertical type lays on its side: brackets, dashes, dots, figures, letters. Squares that may hold such a thing are read a second
// time as they lie, among neighbours that stand upright.
import { height, width } from "../../../../shared/geometry/box.ts"
import type { Cell } from "./cells.ts"
import { isMark } from "./row.ts"
import type { Reading, Seen } from "./squares.ts"

const laid = /^[「」『』（）()《》〈〉【】［］[\]〔〕—―…～~\d\p{Script=Latin}%％.]$/u
/** Upright it looks like a bracket, a dash or a figure that lies. */
const unsure = /^[一丨八人]$/u
const sureUpright = 0.8
const leastLaid = 0.4

/** Squares that may hold what lies on its side, by their ink and by how they read upright. */
export function mayLie(cells: Cell[], upright: Reading, em: number): Set<number> {
  const found = new Set<number>()
  cells.forEach((cell, i) => {
    if (!cell.ink || isMark(cell, em)) return
    const [along, across] = [width(cell.ink), height(cell.ink)]
    const small = along < 0.62 * em || across < 0.8 * em
    const [only, ...more] = upright[i] ?? []
    const sure = only && !more.length && only.score >= sureUpright && /\p{Script=Han}/u.test(only.text)
    const isFlat = along < 0.25 * em && across > 0.6 * em
    if (small ? !sure || (unsure.test(only.text) && !isFlat) : !only || (!sure && only.score < 0.5)) found.add(i)
  })
  return found
}

/** Of those, the ones that read better as they lie. */
export function doLie(tried: Set<number>, upright: Reading, lying: Reading): Set<number> {
  const lie = [...tried].filter((i) => {
    const read = lying[i] ?? []
    if (!read.length || !read.every(({ text }) => laid.test(text))) return false
    const stands = upright[i] ?? []
    return mean(read) >= leastLaid && (mean(read) > mean(stands) || stands.every(({ text }) => !isProper(text)))
  })
  return new Set(lie)
}

const isProper = (text: string) => /\p{Script=Han}/u.test(text) && !unsure.test(text)

const mean = (seen: Seen[]) => (seen.length ? seen.reduce((sum, { score }) => sum + score, 0) / seen.length : 0)
