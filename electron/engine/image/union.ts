/** Groups of `items` that are linked, directly or through others, by the pairs `link` was called with. */
export function groups<T>(items: T[], connect: (link: (a: number, b: number) => void) => void): T[][] {
  const parent = items.map((_, i) => i)
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  connect((a, b) => {
    parent[find(b)] = find(a)
  })
  const sets = new Map<number, T[]>()
  items.forEach((item, i) => {
    const root = find(i)
    const set = sets.get(root)
    if (set) set.push(item)
    else sets.set(root, [item])
  })
  return [...sets.values()]
}
