// Logistic regression by Newton's method, with a normal prior around zero on all weights but the first.

const mostSteps = 30
const smallest = 1e-4

/** Weights of the columns of `rows`, of which the first is always 1; `prior` is the precision of the others. */
export function logistic(rows: number[][], outcomes: boolean[], prior: number): number[] {
  let weights = rows[0]!.map(() => 0)
  for (let step = 0; step < mostSteps; step++) {
    const slope = weights.map((weight, k) => (k ? -prior * weight : 0))
    const curve = weights.map((_, k) => weights.map((_, m) => (k === m ? (k ? prior : smallest) : 0)))
    rows.forEach((row, i) => {
      const share = 1 / (1 + Math.exp(-row.reduce((sum, value, k) => sum + value * weights[k]!, 0)))
      addRow(row, Number(outcomes[i]) - share, share * (1 - share), slope, curve)
    })
    const change = solved(curve, slope)
    weights = weights.map((weight, k) => weight + change[k]!)
    if (Math.max(...change.map(Math.abs)) < smallest) break
  }
  return weights
}

function addRow(row: number[], error: number, spread: number, slope: number[], curve: number[][]): void {
  row.forEach((value, k) => {
    if (!value) return
    slope[k]! += error * value
    row.forEach((other, m) => {
      curve[k]![m]! += spread * value * other
    })
  })
}

/** x of `matrix` · x = `right`, by Gauss and Jordan. */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k]!])
  for (let column = 0; column < rows.length; column++) {
    let pivot = column
    for (let k = column; k < rows.length; k++)
      if (Math.abs(rows[k]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = k
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const own = rows[column]!
    rows.forEach((row, k) => {
      const factor = k === column ? 0 : row[column]! / own[column]!
      if (factor) for (let m = column; m < row.length; m++) row[m]! -= factor * own[m]!
    })
  }
  return rows.map((row, k) => row.at(-1)! / row[k]!)
}
