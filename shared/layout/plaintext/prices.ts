// The best cut of rows of things into parts, each part given some of the goods there are or none, no good twice. Each row
// is cut by dynamic programming; that nothing is given twice is seen to by prices (Lagrangian relaxation, Fisher 1981):
// what is asked for twice becomes dearer until one part asks.

export interface Part {
  /** Things `from` up to, but not, `to`. */
  from: number
  to: number
  /** Indices of the goods that it takes. */
  takes: readonly number[]
  value: number
}

const rounds = 40

/** The best cut of a row at given prices; `ending[to]` are the parts that may end at `to`, none at 0. */
function cut<P extends Part>(ending: P[][], prices: number[]): P[] {
  const best = [0]
  const taken: (P | undefined)[] = [undefined]
  for (let to = 1; to < ending.length; to++) {
    best[to] = -Infinity
    for (const part of ending[to] ?? []) {
      let value = (best[part.from] ?? 0) + part.value
      for (const good of part.takes) value -= prices[good] ?? 0
      if (value > (best[to] ?? 0)) [best[to], taken[to]] = [value, part]
    }
  }
  const out: P[] = []
  for (let at = ending.length - 1; at > 0; ) {
    const part = taken[at] as P
    out.unshift(part)
    at = part.from
  }
  return out
}

/** A part, and the same without goods. */
interface Asked<P> {
  part: P
  bare: P
}

/** The same parts where what is asked for twice is given to those that gain most by it; the others go without. */
function withoutRivals<P extends Part>(asked: Asked<P>[]): P[] {
  const gain = ({ part, bare }: Asked<P>) => part.value - bare.value
  const given = new Set<number>()
  const kept = new Set<Asked<P>>()
  for (const one of asked.toSorted((a, b) => gain(b) - gain(a))) {
    if (one.part.takes.some((good) => given.has(good))) continue
    for (const good of one.part.takes) given.add(good)
    kept.add(one)
  }
  return asked.map((one) => (kept.has(one) ? one.part : one.bare))
}

/** The parts that the rows are cut into, in order. Each part must be in its row without goods too. */
export function settlePrices<P extends Part>(goods: number, rows: P[][][]): P[] {
  const prices = Array.from({ length: goods }, () => 0)
  let best: { value: number; parts: P[] } | null = null
  for (let round = 0; round < rounds; round++) {
    const asked = rows.flatMap((ending) =>
      cut(ending, prices).map((part) => ({
        part,
        bare: ending[part.to]?.find(({ from, takes }) => from === part.from && !takes.length) ?? part,
      })),
    )
    const parts = withoutRivals(asked)
    const value = parts.reduce((sum, part) => sum + part.value, 0)
    if (!best || value > best.value) best = { value, parts }
    const times = prices.map(() => 0)
    for (const { part } of asked) for (const good of part.takes) times[good] = (times[good] ?? 0) + 1
    if (times.every((count) => count <= 1)) break
    const step = 1.2 / (1 + round / 8)
    times.forEach((count, k) => {
      prices[k] = Math.max(0, (prices[k] ?? 0) + (count > 1 ? step * (count - 1) : count ? 0 : -step / 2))
    })
  }
  return best?.parts ?? []
}
