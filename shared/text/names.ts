// Chinese personal names: a surname and one or two more characters, or a name spelt with a dot between its parts.
import { beginsWithCommonWord, isCommonWord } from "./commonwords.ts"
import { givenRank, spelledForeign } from "./givennames.ts"
import { isCompoundSurname, surnameRank } from "./surnames.ts"

const shape = /^\p{Script=Han}{2,4}$/u
const dotted = /^\p{Script=Han}{1,8}(?:[·•‧・]\p{Script=Han}{1,8}){1,3}$/u

const bySurname = [-4, -0.5, 1, 2] as const
const byGiven = { 1: 1, 0: -0.3, [-1]: -3 } as const

/**
 * How likely a word that stands alone is a person's name: natural log odds, rough ones, from how common its surname
 * is, how long it is and whether parents choose its other characters. Above 0 it rather is; words of the language are
 * far below.
 */
export function nameScore(word: string): number {
  if (dotted.test(word)) return spelledForeign(word.replace(/\P{Script=Han}/gu, "")) ? 3 : -2
  if (!shape.test(word)) return -10
  const chars = [...word]
  const compound = isCompoundSurname(word.slice(0, 2)) && chars.length > 2
  const given = chars.slice(compound ? 2 : 1)
  if (compound) return 3 + sumGiven(given)
  const length = [0, 0, -0.5, 0.5, -6][chars.length] ?? -10
  const words = isCommonWord(word) ? -6 : chars.length > 2 && beginsWithCommonWord(word) ? -4 : 0
  const score = bySurname[surnameRank(chars[0] ?? "")] + length + sumGiven(given) + words
  return chars.length > 2 && !words && spelledForeign(word) ? Math.max(score, -1) : score
}

const sumGiven = (chars: string[]): number => chars.reduce((sum, char) => sum + byGiven[givenRank(char)], 0)

/** Words of a run of names; two single characters side by side are one name set apart (`张 鑫`). */
export function nameWords(text: string): string[] {
  const words = text.split(/[\s、，,；;／]+/u).filter(Boolean)
  const out: string[] = []
  for (let i = 0; i < words.length; i++) {
    const [word = "", next = ""] = [words[i], words[i + 1]]
    if (isSingle(word) && isSingle(next)) {
      out.push(word + next)
      i++
    } else out.push(word)
  }
  return out
}

const isSingle = (word: string): boolean => /^\p{Script=Han}$/u.test(word)

/** Names printed without anything between them: `张大江李小河` → 张大江, 李小河; null where no cut gives names only. */
export function cutNames(run: string): string[] | null {
  const chars = [...run]
  if (chars.length > 12) return null
  const best: ({ score: number; names: string[] } | null)[] = [{ score: 0, names: [] }]
  for (let end = 1; end <= chars.length; end++) {
    best[end] = null
    for (let length = 2; length <= 4; length++) {
      const before = best[end - length]
      const name = chars.slice(end - length, end).join("")
      const score = nameScore(name)
      if (!before || score <= 0 || (best[end]?.score ?? -1) >= before.score + score) continue
      best[end] = { score: before.score + score, names: [...before.names, name] }
    }
  }
  return best[chars.length]?.names ?? null
}
