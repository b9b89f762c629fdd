// Three-way merge of one line: what was read, what a person made of it, and what is read now. After diff3 (Khanna,
// Kunal & Pierce 2007), on characters.
import { longestCommon } from "./lcs.ts"

export interface Merged {
  text: string
  /** Whether a person and the new reading changed the same place in different ways; the person's text stands. */
  conflict: boolean
}

export function merge3(base: string, person: string, fresh: string): Merged {
  if (person === base || person === fresh) return { text: fresh, conflict: false }
  if (fresh === base) return { text: person, conflict: false }
  const [o, a, b] = [[...base], [...person], [...fresh]]
  const [inA, inB] = [new Map(longestCommon(o, a)), new Map(longestCommon(o, b))]
  let [text, conflict] = ["", false]
  let [i, p, f] = [0, 0, 0]
  for (let k = 0; k <= o.length; k++) {
    const [x, y] = k === o.length ? [a.length, b.length] : [inA.get(k), inB.get(k)]
    if (x === undefined || y === undefined) continue
    const [was, mine, theirs] = [o.slice(i, k).join(""), a.slice(p, x).join(""), b.slice(f, y).join("")]
    if (mine === was) text += theirs
    else {
      text += mine
      if (theirs !== was && theirs !== mine) conflict = true
    }
    text += o[k] ?? ""
    ;[i, p, f] = [k + 1, x + 1, y + 1]
  }
  return { text, conflict }
}
