// What speaks for a glyph having been misread, as numbers. The model is sure of most of what it gets wrong; what else tells is ink
// that no glyph claims, a character that makes no word with its neighbours, and a place where a name stands.
import type { Glyph } from "../../../shared/model/recognition.ts"
import { givenRank } from "../../../shared/text/givennames.ts"
import { surnameRank } from "../../../shared/text/surnames.ts"
import type { Words } from "../../../shared/text/words.ts"
import { nameGain, wordGain } from "./choose.ts"
import type { ReadLine } from "./engine.ts"
import type { NameAt } from "./namesin.ts"

/** Ems of ink that are more than dirt or a stroke torn off, and those that a whole glyph has. */
export const leastInk = 0.12
const muchInk = 0.5

const kinds = ["han", "mark", "figure"] as const
type Kind = (typeof kinds)[number]

const han = /^\p{Script=Han}$/u
const figure = /^[\p{Nd}\p{Script=Latin}]$/u
const kindOf = ({ text }: Glyph): Kind => (han.test(text) ? "han" : figure.test(text) ? "figure" : "mark")

const unsureness = ({ score }: Glyph): number => Math.log(1 - score + 0.0005)
const usually = -5

/** How unsure the engine is of most glyphs of a page: a blurred page has another measure than a sharp one. */
export type Usual = Record<Kind | "unlike", number>

/** `likeness` of each glyph of each line, as `likenesses` tells it. */
export function usualOn(lines: ReadLine[], likeness: (number | null)[][]): Usual {
  const glyphs = lines.flatMap((line) => line.glyphs)
  const middle = (kind: Kind) => {
    const all = glyphs.filter((glyph) => kindOf(glyph) === kind).map(unsureness)
    return all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? usually
  }
  const unlike = likeness
    .flat()
    .filter((one) => one !== null)
    .map(unlikeness)
  return {
    han: middle("han"),
    mark: middle("mark"),
    figure: middle("figure"),
    unlike: unlike.sort((a, b) => a - b)[Math.floor(unlike.length / 2)] ?? 0,
  }
}

const unlikeness = (likeness: number): number => Math.log(1 - likeness + 0.01)

export type Signs = Record<
  | "always"
  | "unsure"
  | "mark"
  | "unsureMark"
  | "figure"
  | "unsureFigure"
  | "quote"
  | "inkAfter"
  | "muchInkAfter"
  | "alone"
  | "unsureAlone"
  | "name"
  | "unsureName"
  | "oddName"
  | "compared"
  | "unlike"
  | "unlikeName"
  | "betterWord"
  | "betterName"
  | "atEnd"
  | "page"
  | "pageMarks"
  | "pageFigures",
  number
>

export interface NamedLine extends ReadLine {
  names: NameAt[]
}

/** The signs of each glyph of a line on a page where so much doubt is `usual`. */
export function signsOf(line: NamedLine, likeness: (number | null)[], words: Words, usual: Usual): Signs[] {
  const ink = inkAfter(line)
  return line.glyphs.map((glyph, at) => {
    const kind = kindOf(glyph)
    const unsure = unsureness(glyph) - usual[kind]
    const compared = likeness[at] ?? null
    return {
      always: 1,
      unsure,
      ...ofKind(kind, unsure, usual),
      quote: Number(/[“”‘’]/u.test(glyph.text)),
      inkAfter: Number(ink[at]! > leastInk),
      muchInkAfter: Number(ink[at]! > muchInk),
      atEnd: Number(at === 0 || at === line.glyphs.length - 1),
      compared: Number(compared !== null),
      ...ofLanguage(line, at, unsure, compared === null ? 0 : unlikeness(compared) - usual.unlike, words),
    }
  })
}

/** Ems of ink left over after each glyph; what stands before the first is laid at its door. */
function inkAfter({ glyphs, unread }: ReadLine): number[] {
  const ink = glyphs.map(() => 0)
  for (const { before, width } of unread) {
    const at = Math.max(0, before - 1)
    ink[at] = Math.max(ink[at]!, width)
  }
  return ink
}

const ofKind = (kind: Kind, unsure: number, usual: Usual) => ({
  page: usual.han - usually,
  mark: Number(kind === "mark"),
  unsureMark: kind === "mark" ? unsure : 0,
  pageMarks: kind === "mark" ? usual.mark - usually : 0,
  figure: Number(kind === "figure"),
  unsureFigure: kind === "figure" ? unsure : 0,
  pageFigures: kind === "figure" ? usual.figure - usually : 0,
})

function ofLanguage({ glyphs, names }: NamedLine, at: number, unsure: number, unlike: number, words: Words) {
  const glyph = glyphs[at]!
  const isHan = han.test(glyph.text)
  const name = isHan ? names.find(({ from, to }) => from <= at && at < to) : undefined
  const isSurname = name !== undefined && at < name.given
  const alone = isHan && !name && isAlone(glyphs, at, words)
  return {
    alone: Number(alone),
    unsureAlone: alone ? unsure : 0,
    betterWord: isHan && !name ? rival(glyph, (char) => wordGain(glyphs, at, char, words)) : 0,
    name: Number(name !== undefined),
    unsureName: name ? unsure : 0,
    oddName: name ? Number(isSurname ? surnameRank(glyph.text) < 2 : givenRank(glyph.text) < 1) : 0,
    betterName: name ? rival(glyph, (char) => nameGain(char, isSurname, words)) : 0,
    unlike,
    unlikeName: name ? unlike : 0,
  }
}

/** Whether it makes no word with either neighbour. */
function isAlone(glyphs: Glyph[], at: number, words: Words): boolean {
  const [before, text, after] = [glyphs[at - 1]?.text ?? "", glyphs[at]!.text, glyphs[at + 1]?.text ?? ""]
  return words.binds(before, text) <= 0 && words.binds(text, after) <= 0
}

const farthest = 8
const nearest = 3

/** How near another reading comes, or by how much it is better, when what is known of the language is counted. */
function rival({ text, score, candidates }: Glyph, gain: (char: string) => number): number {
  const read = Math.log(score) + gain(text)
  const others = candidates.filter((one) => one.text !== text && one.score > 0 && han.test(one.text))
  return (
    Math.min(nearest, Math.max(-farthest, ...others.map((one) => Math.log(one.score) + gain(one.text) - read))) +
    farthest
  )
}
