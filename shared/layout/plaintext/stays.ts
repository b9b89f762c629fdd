// How sure it is that an article goes on at a paragraph: over all ways through the paragraphs, each weighted by the
// exponential of its score, the share of those that go on there (forward-backward, Rabiner 1989).
import { logSum } from "../../seams/logsum.ts"

export interface Scores {
  /** Of beginning an article with a stack at a paragraph; the stack after the last one stands for none. */
  enter(stack: number, k: number): number
  /** Of going on with the same article. */
  stay(k: number): number
  /** Of a paragraph under a stack. */
  speaks(stack: number, k: number): number
}

/** For each of `count` paragraphs the probability that it goes on from the one before it; 0 for the first. */
export function stayChances(count: number, stacks: number, { enter, stay, speaks }: Scores): number[] {
  const all = Array.from({ length: stacks + 1 }, (_, s) => s)
  const forward = [all.map((s) => enter(s, 0) + speaks(s, 0))]
  for (let k = 1; k < count; k++) {
    const before = forward[k - 1] ?? []
    const any = logSum(before)
    forward.push(all.map((s) => logSum([(before[s] ?? 0) + stay(k), any + enter(s, k)]) + speaks(s, k)))
  }
  const stays: number[] = []
  let ahead = all.map(() => 0)
  for (let k = count - 1; k >= 1; k--) {
    const after = all.map((s) => speaks(s, k) + (ahead[s] ?? 0))
    const before = forward[k - 1] ?? []
    const on = logSum(all.map((s) => (before[s] ?? 0) + stay(k) + (after[s] ?? 0)))
    const begun = logSum(all.map((s) => enter(s, k) + (after[s] ?? 0)))
    stays.unshift(Math.exp(on - logSum([on, logSum(before) + begun])))
    ahead = all.map((s) => logSum([stay(k) + (after[s] ?? 0), begun]))
  }
  return count ? [0, ...stays] : []
}
