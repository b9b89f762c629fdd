// Characters that were set apart to fill a line: `张　鑫`, `通　知`, `摄 影`.
import { dutyOf } from "./duties.ts"
import { isCompoundSurname } from "./surnames.ts"

/** What follows a surname of two characters: a given name of one, and a craft set right after it. */
const given = /^\p{Script=Han}(?:摄|攝)?$/u
/** The second half of a name set apart, and what its bearer did: `柏　青筆記`. */
const crafted = /^\p{Script=Han}(?:摄|攝|口述|笔记|筆記|笔录|筆錄|记录|記錄|整理)$/u
const single = /^\p{Script=Han}$/u

/** Words with single characters side by side put together, two and two, duties of one character left alone. */
export function together(words: string[]): string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; ) {
    const [word = "", next = ""] = [words[i], words[i + 1]]
    if (isCompoundSurname(word) ? given.test(next) : single.test(word) && !dutyOf(word) && crafted.test(next)) {
      out.push(`${words[i++]}${words[i++]}`)
      continue
    }
    let end = i
    while (single.test(words[end] ?? "")) end++
    if (end - i < 2) out.push(words[i++] ?? "")
    else {
      for (const word of paired(words.slice(i, end))) out.push(word)
      i = end
    }
  }
  return out
}

function paired(run: string[]): string[] {
  const [first = "", last = ""] = [run[0], run.at(-1)]
  if (run.length % 2 && run.length > 1 && dutyOf(last)) return [...paired(run.slice(0, -1)), last]
  if (run.length % 2 && run.length > 1 && dutyOf(first)) return [first, ...paired(run.slice(1))]
  if (run.length % 2) return [run.join("")]
  return run.flatMap((char, i) => (i % 2 ? [] : [char + run[i + 1]]))
}
