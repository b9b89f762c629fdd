/** Logarithm of the sum of numbers given as logarithms; −∞ for none. */
export function logSum(values: readonly number[]): number {
  let top = -Infinity
  for (const value of values) top = Math.max(top, value)
  if (top === -Infinity) return top
  let sum = 0
  for (const value of values) sum += Math.exp(value - top)
  return top + Math.log(sum)
}
