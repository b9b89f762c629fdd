// A caption and the photographer it credits: `图为通车现场。（记者 王一 摄）`, `通车现场　王一/摄`, `王一 摄`.

import { nameLike, nameWords } from "./names.ts"

export interface CaptionParts {
  text: string
  credit: string | null
}

const credits = [
  /\s*[（(]?\s*((?:本报|本刊|特约|见习)*(?:记者|通讯员)?\s*[\p{Script=Han}·]{2,8}(?:\s[\p{Script=Han}]{1,4}){0,3})\s*[/／]?\s*(?:摄影报道|摄影|摄|供图)\s*[）)]?\s*$/u,
  /\s*(?:摄影|摄|图|供图)[：:/／]\s*((?:记者)?\s*[\p{Script=Han}·]{2,8}(?:\s[\p{Script=Han}]{1,4}){0,2})\s*$/u,
]

const withoutDuty = (text: string): string => text.replace(/^(?:本报|本刊|特约|见习)*(?:记者|通讯员)?\s*/u, "")

/** Splits a caption; `credit` is the name (with a duty word before it taken off). */
export function splitCaption(text: string): CaptionParts {
  const whole = text.trim()
  for (const pattern of credits) {
    const match = pattern.exec(whole)
    if (!match?.[1]) continue
    const said = match[1].split(/\s+/u)
    const names: string[] = []
    // Words that are no names belong to the caption, unless a bracket says otherwise.
    while (
      said.length &&
      (/^\s*[（(]/u.test(match[0]) || nameLike(withoutDuty(said.at(-1) ?? "")) || said.at(-1)?.length === 1)
    )
      names.unshift(said.pop() ?? "")
    const credit = withoutDuty(
      nameWords(names.join(" "))
        .filter((word) => withoutDuty(word))
        .join(" "),
    )
    if (credit) return { text: (whole.slice(0, match.index) + said.join(" ")).trim(), credit }
  }
  return { text: whole, credit: null }
}

export const hasCredit = (text: string): boolean => splitCaption(text).credit !== null
