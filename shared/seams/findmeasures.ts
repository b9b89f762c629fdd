// Widths of the columns that lines without boxes were set in, found together with where their paragraphs begin and end: a
// line is as wide as its column, two characters less where it is a first one, and anything where it is a last one.
import type { LineEvidence } from "./evidence.ts"
import { possibleMeasures } from "./measures.ts"
import { bindsOf, emission, states, stepCost } from "./model.ts"

/** How often a line is set in another measure than the line before it. */
const changes = 0.01
/** Columns much narrower than the others are rare; titles one after another look like one. */
const narrow = { share: 0.85, cost: 4 }

/** For each line the measure of its column in em: the likeliest way (Viterbi) through measures and states of lines. */
export function findMeasures(lines: LineEvidence[]): number[] {
  if (!lines.length) return []
  const { grid, usual } = possibleMeasures(lines.flatMap(({ set }) => (set ? [set] : [])))
  const count = states.length
  const move = grid.map((m) => Math.log(changes / grid.length) - (m < narrow.share * usual ? narrow.cost : 0))
  const keep = Math.log(1 - changes)
  const binds = bindsOf(lines)
  const seenIn = (i: number, measure: number) => emission({ ...(lines[i] as LineEvidence), measure })
  let score = grid.map((m) => seenIn(0, m))
  const back: Int32Array[] = []
  for (let i = 1; i < lines.length; i++) {
    const from = new Int32Array(grid.length * count)
    const next = grid.map(() => new Array<number>(count).fill(-Infinity))
    for (let to = 0; to < count; to++) {
      const ways = score.map((row) => {
        let [best, at] = [-Infinity, 0]
        row.forEach((value, s) => {
          const way = value + stepCost(binds[i - 1] ?? 0, s, to)
          if (way > best) [best, at] = [way, s]
        })
        return { best, at }
      })
      let top = 0
      ways.forEach(({ best }, k) => {
        if (best > (ways[top]?.best ?? 0)) top = k
      })
      ways.forEach(({ best, at }, k) => {
        const jump = (ways[top]?.best ?? 0) + (move[k] ?? 0)
        const stays = best + keep >= jump
        from[k * count + to] = stays ? k * count + at : top * count + (ways[top]?.at ?? 0)
        next[k]![to] = stays ? best + keep : jump
      })
    }
    back.push(from)
    score = next.map((row, k) => {
      const seen = seenIn(i, grid[k] ?? 0)
      return row.map((value, s) => value + (seen[s] ?? 0))
    })
  }
  const flat = score.flat()
  let at = flat.indexOf(Math.max(...flat))
  const out = [at]
  for (const from of back.toReversed()) out.unshift((at = from[at] ?? 0))
  return out.map((place) => grid[Math.floor(place / count)] ?? 0)
}
