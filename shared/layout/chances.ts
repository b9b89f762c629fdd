// How sure each pair of an assignment is: over all ways to pair rows and columns, each weighted by the exponential of its
// score, the share of those that have the pair. Counting them is hopeless, but scaling rows and columns by turns until
// their sums fit (Sinkhorn and Knopp 1967) comes near (Vontobel 2013, on the Bethe permanent).

const rounds = 40

/**
 * For each row the probability of each column, given `scores` in log odds. Every row is paired once, each column at most
 * once; −∞ forbids a pair. Rows × columns × 40 steps.
 */
export function pairChances(scores: readonly (readonly number[])[]): number[][] {
  const table = scores.map((row) => {
    const top = Math.max(...row)
    return row.map((score) => Math.exp(score - top))
  })
  const columns = table[0]?.length ?? 0
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(columns)
    for (const row of table) for (let c = 0; c < columns; c++) sums[c]! += row[c] ?? 0
    for (const row of table) {
      let sum = 0
      // A column may stay unpaired: its sum may be less than one, not more.
      for (let c = 0; c < columns; c++) sum += row[c] = (row[c] ?? 0) / Math.max(1, sums[c] ?? 0)
      for (let c = 0; c < columns; c++) row[c] = (row[c] ?? 0) / (sum || 1)
    }
  }
  return table
}
