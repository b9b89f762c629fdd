// The longest common subsequence of two short lists.

export type Pair = [a: number, b: number]

/** Pairs of equal items in the longest common subsequence, in order. Takes time and room by the product of the lengths. */
export function longestCommon(a: readonly string[], b: readonly string[]): Pair[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  const pairs: Pair[] = Array.from({ length: start }, (_, i) => [i, i])
  if (start === a.length || start === b.length) return pairs
  return [...pairs, ...afterTable(a.slice(start), b.slice(start)).map(([i, j]): Pair => [i + start, j + start])]
}

function afterTable(a: readonly string[], b: readonly string[]): Pair[] {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++
    else j++
  return pairs
}
