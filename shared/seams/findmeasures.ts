// Widths of the columns that lines without boxes were set in, found together with where their paragraphs begin and end: a
// line is as wide as its column, two characters less where it is a first one, and anything where it is a last one.
import type { LineEvidence } from "./evidence.ts"
import { possibleMeasures, type SetWidth } from "./measures.ts"
import { bindsOf, fromWidth, setOf, states, stepCost, wordsOf } from "./model.ts"

/** How often a line is set in another measure than the line before it. */
const changes = 0.01
/** Columns much narrower than the others are rare; titles one after another look like one. */
const narrow = { share: 0.85, cost: 4 }

/** For each line the measure of its column in em: the likeliest way (Viterbi) through measures and states of lines. */
export function findMeasures(lines: LineEvidence[]): number[] {
  if (!lines.length) return []
  const sets = lines.map(setOf)
  const { grid, usual } = possibleMeasures(sets)
  const [count, wide] = [states.length, grid.length]
  const move = grid.map((m) => Math.log(changes / wide) - (m < narrow.share * usual ? narrow.cost : 0))
  const keep = Math.log(1 - changes)
  const binds = bindsOf(lines)
  const shapes = shapesIn(grid)
  /** Score of the likeliest way to each state (fastest) in each measure, all in one row. */
  let score = new Float64Array(wide * count)
  const add = (i: number) => {
    const [words, shape] = [wordsOf(lines[i] as LineEvidence), shapes(sets[i] as SetWidth)]
    for (let at = 0; at < score.length; at++) score[at]! += shape[at]! + words[at % count]!
  }
  add(0)
  const back: Int32Array[] = []
  for (let i = 1; i < lines.length; i++) {
    const from = new Int32Array(wide * count)
    const next = new Float64Array(wide * count)
    for (let to = 0; to < count; to++) {
      const steps = states.map((_, s) => stepCost(binds[i - 1] ?? 0, s, to))
      let top = -1
      for (let k = 0; k < wide; k++) {
        let [best, at] = [-Infinity, 0]
        for (let s = 0; s < count; s++) {
          const way = score[k * count + s]! + steps[s]!
          if (way > best) [best, at] = [way, k * count + s]
        }
        next[k * count + to] = best
        from[k * count + to] = at
        if (top < 0 || best > next[top * count + to]!) top = k
      }
      const [best, at] = [next[top * count + to]!, from[top * count + to]!]
      for (let k = 0; k < wide; k++) {
        const [stays, jump] = [next[k * count + to]! + keep, best + move[k]!]
        next[k * count + to] = Math.max(stays, jump)
        if (jump > stays) from[k * count + to] = at
      }
    }
    back.push(from)
    score = next
    add(i)
  }
  let at = score.indexOf(Math.max(...score))
  const out = [at]
  for (const from of back.toReversed()) out.unshift((at = from[at] ?? 0))
  return out.map((place) => grid[Math.floor(place / count)] ?? 0)
}

/** For a line's width the log likelihood of each state in each measure; most lines of a page are as wide as others. */
function shapesIn(grid: number[]): (width: SetWidth) => Float64Array {
  const known = new Map<string, Float64Array>()
  return (width) => {
    const key = `${width.em} ${width.marks} ${width.narrow} ${width.close}`
    const found = known.get(key) ?? Float64Array.from(grid.flatMap((m) => fromWidth(width, m)))
    known.set(key, found)
    return found
  }
}
