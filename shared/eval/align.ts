// Which letter of one text is which of another. Long texts are first pinned together where a run of letters stands in
// both exactly once, in the longest order that both share (the idea of patience diff, B. Cohen); what lies between
// is short enough for the table of Levenshtein's distance.

/** The table of distances has at most so many cells; between pins it seldom has a thousand. */
const mostCells = 4_000_000
/** Lengths of the runs that pin texts together, tried in this order. */
const runs = [12, 7, 4]

interface Window {
  a: readonly [from: number, to: number]
  b: readonly [from: number, to: number]
}

/** For each letter of `a` the place of its partner in `b`, the same letter or one that it replaces; -1 for none. */
export function alignLetters(a: readonly string[], b: readonly string[]): Int32Array {
  const partner = new Int32Array(a.length).fill(-1)
  const open: { window: Window; run: number }[] = [{ window: { a: [0, a.length], b: [0, b.length] }, run: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const window = trimmed(next.window, a, b, partner)
    const cells = (window.a[1] - window.a[0]) * (window.b[1] - window.b[0])
    const length = runs[next.run]
    if (cells === 0) continue
    if (cells <= mostCells / 64 || (length === undefined && cells <= mostCells)) byTable(window, a, b, partner)
    else if (length !== undefined) {
      const pins = pinned(window, a, b, length)
      for (const part of between(window, pins)) open.push({ window: part, run: pins.length ? next.run : next.run + 1 })
    }
  }
  return partner
}

/** Pairs off what both windows begin and end with, and answers with the rest. */
function trimmed(
  { a: [a0, a1], b: [b0, b1] }: Window,
  a: readonly string[],
  b: readonly string[],
  partner: Int32Array,
) {
  let [from, other, to, last] = [a0, b0, a1, b1]
  while (from < to && other < last && a[from] === b[other]) partner[from++] = other++
  while (from < to && other < last && a[to - 1] === b[last - 1]) partner[--to] = --last
  return { a: [from, to], b: [other, last] } satisfies Window
}

/** Places where a run of letters that is alone of its kind in both windows begins, in an order that both share. */
function pinned(window: Window, a: readonly string[], b: readonly string[], length: number): [number, number][] {
  const [inA, inB] = [aloneIn(a, window.a, length), aloneIn(b, window.b, length)]
  const shared: [number, number][] = []
  for (const [run, at] of inA) {
    const other = inB.get(run)
    if (at >= 0 && other !== undefined && other >= 0) shared.push([at, other])
  }
  return longestRising(shared)
}

/** Where each run of letters begins; -1 where it stands more than once. */
function aloneIn(text: readonly string[], [from, to]: Window["a"], length: number): Map<string, number> {
  const places = new Map<string, number>()
  for (let i = from; i + length <= to; i++) {
    const run = text.slice(i, i + length).join("")
    places.set(run, places.has(run) ? -1 : i)
  }
  return places
}

/** The longest part of a list, in order of the first number, in which the second rises too (patience sorting). */
function longestRising(pairs: [number, number][]): [number, number][] {
  const tops: number[] = []
  const below = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, second], i) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle]!]?.[1] ?? 0) < second) low = middle + 1
      else high = middle
    }
    below[i] = low ? tops[low - 1]! : -1
    tops[low] = i
  })
  const chain: [number, number][] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = below[i]!) chain.push(pairs[i]!)
  return chain.reverse()
}

/** The windows before, between and behind pins. Neighbours on one diagonal leave nothing between them. */
function between({ a, b }: Window, pins: [number, number][]): Window[] {
  const parts: Window[] = []
  let [fromA, fromB] = [a[0], b[0]]
  for (const [atA, atB] of [...pins, [a[1], b[1]] as const]) {
    parts.push({ a: [fromA, atA], b: [fromB, atB] })
    ;[fromA, fromB] = [atA, atB]
  }
  return parts
}

const [aside, onlyA, onlyB] = [0, 1, 2]

function byTable(
  { a: [a0, a1], b: [b0, b1] }: Window,
  a: readonly string[],
  b: readonly string[],
  partner: Int32Array,
) {
  const [rows, columns] = [a1 - a0, b1 - b0]
  const steps = new Uint8Array(rows * columns)
  let above = Int32Array.from({ length: columns + 1 }, (_, j) => j)
  for (let i = 0; i < rows; i++) {
    const row = new Int32Array(columns + 1)
    row[0] = i + 1
    for (let j = 0; j < columns; j++) {
      const both = above[j]! + (a[a0 + i] === b[b0 + j] ? 0 : 1)
      const [without, extra] = [above[j + 1]! + 1, row[j]! + 1]
      row[j + 1] = Math.min(both, without, extra)
      steps[i * columns + j] = row[j + 1] === both ? aside : row[j + 1] === without ? onlyA : onlyB
    }
    above = row
  }
  for (let i = rows - 1, j = columns - 1; i >= 0 && j >= 0; ) {
    const step = steps[i * columns + j]
    if (step === aside) partner[a0 + i] = b0 + j
    if (step !== onlyB) i--
    if (step !== onlyA) j--
  }
}
