// The assignment problem: rows and columns of a table of scores are paired so that the sum is greatest. Hungarian method
// with potentials (Kuhn 1955, Munkres 1957), rows² × columns steps.

/**
 * For each row the column it is paired with, each column used at most once; every row gets one.
 * `scores` must have at least as many columns as rows; −∞ forbids a pair.
 */
export function assign(scores: number[][]): number[] {
  const rows = scores.length
  const columns = scores[0]?.length ?? 0
  const cost = (row: number, column: number) => Math.min(1e9, -(scores[row - 1]?.[column - 1] ?? 0))
  const potentialRow = new Float64Array(rows + 1)
  const potentialColumn = new Float64Array(columns + 1)
  const partner = new Int32Array(columns + 1)
  const way = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    partner[0] = row
    const least = new Float64Array(columns + 1).fill(Infinity)
    const used = new Uint8Array(columns + 1)
    let at = 0
    do {
      used[at] = 1
      const current = partner[at] ?? 0
      let [step, next] = [Infinity, 0]
      for (let column = 1; column <= columns; column++) {
        if (used[column]) continue
        const reduced = cost(current, column) - (potentialRow[current] ?? 0) - (potentialColumn[column] ?? 0)
        if (reduced < (least[column] ?? 0)) {
          least[column] = reduced
          way[column] = at
        }
        if ((least[column] ?? 0) < step) [step, next] = [least[column] ?? 0, column]
      }
      for (let column = 0; column <= columns; column++)
        if (used[column]) {
          potentialRow[partner[column] ?? 0]! += step
          potentialColumn[column]! -= step
        } else least[column]! -= step
      at = next
    } while (partner[at] !== 0)
    do {
      const before = way[at] ?? 0
      partner[at] = partner[before] ?? 0
      at = before
    } while (at)
  }
  const out = new Array<number>(rows).fill(-1)
  for (let column = 1; column <= columns; column++) if (partner[column]) out[(partner[column] ?? 0) - 1] = column - 1
  return out
}
