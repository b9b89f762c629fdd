// The best cut of rows of things into parts, each part given one of the goods there are or none, no good twice. Each row
// is cut by dynamic programming; that nothing is given twice is seen to by prices (Lagrangian relaxation, Fisher 1981):
// what is asked for twice becomes dearer until one part asks.

export interface Part {
  /** Things `from` up to, but not, `to`. */
  from: number
  to: number
  /** What it is worth without a good, and with each of them; −∞ where it cannot have that one. */
  bare: number
  worth: Float64Array
}

/** A part with the good that it is given. */
export interface Given<P> {
  part: P
  good: number | null
}

const rounds = 40

/** A part, and the most that it can be worth. */
interface Priced<P> {
  part: P
  most: number
}

const mostOf = ({ bare, worth }: Part): number => {
  let most = bare
  for (let k = 0; k < worth.length; k++) most = Math.max(most, worth[k]!)
  return most
}

/** The best cut of a row at given prices; `ending[to]` are the parts that may end at `to`, none at 0. */
function cut<P extends Part>(ending: Priced<P>[][], prices: Float64Array): Given<P>[] {
  const best = new Float64Array(ending.length)
  const taken: Given<P>[] = []
  for (let to = 1; to < ending.length; to++) {
    let top = -Infinity
    for (const { part, most } of ending[to] ?? []) {
      const { bare, worth } = part
      const before = best[part.from]!
      if (before + most <= top) continue
      let value = before + bare
      let good = -1
      for (let k = 0; k < prices.length; k++) {
        const other = before + worth[k]! - prices[k]!
        if (other > value) {
          value = other
          good = k
        }
      }
      if (value > top) {
        top = value
        taken[to] = { part, good: good < 0 ? null : good }
      }
    }
    best[to] = top
  }
  const out: Given<P>[] = []
  for (let at = ending.length - 1; at > 0; at = out.at(-1)!.part.from) out.push(taken[at]!)
  return out.reverse()
}

const earned = ({ part, good }: Given<Part>): number => (good === null ? part.bare : part.worth[good]!)

/** The same parts where what is asked for twice is given to the one that gains most by it; the others go without. */
function withoutRivals<P extends Part>(asked: Given<P>[]): Given<P>[] {
  const gain = (one: Given<P>) => earned(one) - one.part.bare
  const given = new Map<number, Given<P>>()
  for (const one of asked) {
    if (one.good === null) continue
    const rival = given.get(one.good)
    if (!rival || gain(one) > gain(rival)) given.set(one.good, one)
  }
  return asked.map((one) => (one.good === null || given.get(one.good) === one ? one : { ...one, good: null }))
}

export interface Settled<P> {
  /** What the rows are cut into, in order. */
  parts: Given<P>[]
  /** What they are worth together. */
  value: number
}

export function settlePrices<P extends Part>(goods: number, rows: P[][][]): Settled<P> {
  const prices = new Float64Array(goods)
  const priced = rows.map((ending) => ending.map((here) => here.map((part) => ({ part, most: mostOf(part) }))))
  let best: Settled<P> | null = null
  for (let round = 0; round < rounds; round++) {
    const asked = priced.flatMap((ending) => cut(ending, prices))
    const parts = withoutRivals(asked)
    const value = parts.reduce((sum, one) => sum + earned(one), 0)
    if (!best || value > best.value) best = { value, parts }
    const times = new Int32Array(goods)
    for (const { good } of asked) if (good !== null) times[good]!++
    if (times.every((count) => count <= 1)) break
    const step = 1.2 / (1 + round / 8)
    times.forEach((count, k) => {
      prices[k] = Math.max(0, prices[k]! + (count > 1 ? step * (count - 1) : count ? 0 : -step / 2))
    })
  }
  return best ?? { parts: [], value: 0 }
}
