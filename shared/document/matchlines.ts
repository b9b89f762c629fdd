// Which lines of two readings of a page are the same print: by where they stand, and by their text in order where
// nobody knows where they stood.
import { area, type Box, intersection } from "../geometry/box.ts"
import type { Line, LineId } from "../model/recognition.ts"
import { longestCommon } from "../text/lcs.ts"

/** Lines of which less than this share lies in the other are not the same print. */
const leastShared = 0.5

export interface Matching {
  /** For each line of the fresh reading that was in the old one, the old one's id. No line is in two pairs. */
  matched: ReadonlyMap<LineId, LineId>
  /** Old lines that the fresh reading does not have, and fresh ones that the old one did not have. */
  gone: LineId[]
  added: LineId[]
}

export function matchLines(old: readonly Line[], fresh: readonly Line[]): Matching {
  const boxed = byPlace(
    old.filter((line) => line.box),
    fresh.filter((line) => line.box),
  )
  const taken = new Set(boxed.values())
  // A line whose place is known is not looked for by its words among lines whose places are known too.
  const [oldPlaced, freshPlaced] = [old.some((line) => line.box), fresh.some((line) => line.box)]
  const rest = byText(
    old.filter((line) => !taken.has(line.id) && !(line.box && freshPlaced)),
    fresh.filter((line) => !boxed.has(line.id) && !(line.box && oldPlaced)),
  )
  const matched = new Map([...boxed, ...rest])
  const found = new Set(matched.values())
  return {
    matched,
    gone: old.flatMap(({ id }) => (found.has(id) ? [] : [id])),
    added: fresh.flatMap(({ id }) => (matched.has(id) ? [] : [id])),
  }
}

function byPlace(old: readonly Line[], fresh: readonly Line[]): Map<LineId, LineId> {
  const pairs: { a: LineId; b: LineId; likeness: number }[] = []
  for (const one of old)
    for (const other of fresh) {
      if (one.direction !== other.direction) continue
      const [a, b] = [one.box as Box, other.box as Box]
      const both = intersection(a, b)
      const shared = both ? area(both) : 0
      if (shared < leastShared * Math.min(area(a), area(b)) || !shared) continue
      // Two lines over one another, as in a letter-spaced title read twice, are told apart by their text.
      const likeness = shared / (area(a) + area(b) - shared) + 0.1 * dice(one.text, other.text)
      pairs.push({ a: one.id, b: other.id, likeness })
    }
  const [usedOld, matched] = [new Set<LineId>(), new Map<LineId, LineId>()]
  for (const { a, b } of pairs.sort((p, q) => q.likeness - p.likeness)) {
    if (usedOld.has(a) || matched.has(b)) continue
    usedOld.add(a)
    matched.set(b, a)
  }
  return matched
}

/**
 * Lines whose text stands once in both first, as many as follow in the same order (patience); between them the most
 * alike, in order too.
 */
function byText(old: readonly Line[], fresh: readonly Line[]): Map<LineId, LineId> {
  const matched = new Map<LineId, LineId>()
  const [a, b] = [single(old), single(fresh)]
  const [atOld, atFresh] = [[...a.values()], [...b.values()]]
  const pinned = longestCommon([...a.keys()], [...b.keys()]).map(([i, j]) => [atOld[i], atFresh[j]])
  let [i, j] = [0, 0]
  for (const [toOld = 0, toFresh = 0] of [...pinned, [old.length, fresh.length]]) {
    for (const [one, other] of alike(old.slice(i, toOld), fresh.slice(j, toFresh))) matched.set(other.id, one.id)
    const [one, other] = [old[toOld], fresh[toFresh]]
    if (one && other) matched.set(other.id, one.id)
    ;[i, j] = [toOld + 1, toFresh + 1]
  }
  return matched
}

/** Places of lines whose text no other one has, by that text. */
function single(lines: readonly Line[]): Map<string, number> {
  const places = Map.groupBy(lines.keys(), (i) => lines[i]?.text.replace(/\s/gu, "") ?? "")
  return new Map([...places].flatMap(([text, all]) => (all.length === 1 ? [[text, all[0] ?? 0]] : [])))
}

/** Pairs of lines in order with the greatest likeness together (Needleman & Wunsch 1970, gaps free). */
function alike(old: readonly Line[], fresh: readonly Line[]): [Line, Line][] {
  const width = fresh.length + 1
  const likeness = old.map((one) => fresh.map((other) => dice(one.text, other.text)))
  const worth = (i: number, j: number): number => {
    const both = likeness[i]?.[j] ?? 0
    return both >= leastShared ? both : Number.NEGATIVE_INFINITY
  }
  const best = new Float64Array((old.length + 1) * width)
  const at = (i: number, j: number): number => best[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), worth(i, j) + at(i + 1, j + 1))
  const pairs: [Line, Line][] = []
  for (let i = 0, j = 0; i < old.length && j < fresh.length; )
    if (at(i, j) === worth(i, j) + at(i + 1, j + 1)) pairs.push([old[i++] as Line, fresh[j++] as Line])
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  return pairs
}

/** Dice's coefficient on single characters, spaces apart: 0 to 1. */
function dice(a: string, b: string): number {
  const count = new Map<string, number>()
  let [size, shared] = [0, 0]
  for (const char of a.replace(/\s/gu, "")) {
    count.set(char, (count.get(char) ?? 0) + 1)
    size++
  }
  for (const char of b.replace(/\s/gu, "")) {
    const left = count.get(char) ?? 0
    if (left) shared++
    count.set(char, left - 1)
    size++
  }
  return size ? (2 * shared) / size : 0
}
