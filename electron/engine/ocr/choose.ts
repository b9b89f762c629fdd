// What was read, looked at once more with what is known of the language: where the engine wavers between two characters, the one
// that makes a word with its neighbours is taken, and in people's names characters that names have rather than common ones.
import type { Candidate, Glyph } from "../../../shared/model/recognition.ts"
import { givenRank } from "../../../shared/text/givennames.ts"
import { surnameRank } from "../../../shared/text/surnames.ts"
import type { Words } from "../../../shared/text/words.ts"
import { type NameAt, namesIn } from "./namesin.ts"

/**
 * Natural logarithms of the share that a character has among surnames and in given names, by rank, were it as common as
 * `usually` in running text; and by what share of a difference from that names differ too.
 */
const asSurname = [-13.5, -10.5, -8, -5.5] as const
const inGiven = { 1: -7.5, 0: -10, [-1]: -13 } as const
const usually = -9
const alike = 0.35
/** The engine has learnt from running text how common a character is, though not in full. */
const learnt = 0.8
const wordWeight = 0.9
/** So much better must another reading be, and so likely at least. */
const lead = 0.7
/** The engine never takes a common character for a seldom one: in names only what is so much rarer is looked at. */
const rarerBy = 1
const leastInWord = 0.01
const leastInName = 0.001
const sure = 0.995
/** The odds of names are rough: those beside a title are sure, those that little speaks for are none. */
const steeper = 1.5
/** What a name would have at a place is asked as if one stood there. */
const assumed = Number.POSITIVE_INFINITY

/** What simplified print has: the characters of GB 2312, and some that names have beside them. */
const simplified = new Set(beyond())

function beyond(): string {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  return `喆堃珺犇昇旸玥瑄琰祎禛翊芃垚燚烜晞珩瑀璠頔彧湉甯濬赟翀骉${new TextDecoder("gb18030").decode(Uint8Array.from(bytes))}`
}

export interface Chosen {
  glyphs: Glyph[]
  names: NameAt[]
}

/** How much likelier a character is in a name than in running text. */
export function nameGain(char: string, isSurname: boolean, words: Words): number {
  const common = words.commonness(char)
  const ranked = isSurname ? asSurname[surnameRank(char)] : inGiven[givenRank(char)]
  return learnt * (ranked + alike * (common - usually) - common)
}

/** How well a character goes with its neighbours in words. */
export const wordGain = (glyphs: Glyph[], at: number, char: string, words: Words): number =>
  wordWeight * (words.binds(glyphs[at - 1]?.text ?? "", char) + words.binds(char, glyphs[at + 1]?.text ?? ""))

export function chosen(glyphs: Glyph[], words: Words): Chosen {
  const inName = (at: number, isSurname: boolean, odds: number) => {
    const rarer = words.commonness(glyphs[at]!.text) - rarerBy
    const chance = 1 / (1 + Math.exp(-steeper * odds))
    return best(glyphs[at]!, leastInName, (char) =>
      char === glyphs[at]!.text || words.commonness(char) < rarer
        ? Math.log(
            chance * Math.exp(nameGain(char, isSurname, words)) +
              (1 - chance) * Math.exp(wordGain(glyphs, at, char, words)),
          )
        : Number.NEGATIVE_INFINITY,
    )
  }
  const names = namesIn(glyphs, (at, isSurname) => inName(at, isSurname, assumed).text)
  const nameAt = (at: number) => names.find((name) => name.from <= at && at < name.to)
  return {
    names,
    glyphs: glyphs.map((glyph, at) => {
      if (isDash(glyphs, at)) return read(glyph, glyph.candidates.find(({ text }) => text === "—")!, glyph.score)
      if (!simplified.has(glyph.text) || glyph.score > sure) return glyph
      const name = nameAt(at)
      return name
        ? inName(at, at < name.given, name.odds)
        : best(glyph, leastInWord, (char) => wordGain(glyphs, at, char, words))
    }),
  }
}

/** One half of a dash of two ems, read as the figure that looks like it: the other half stands beside it. */
function isDash(glyphs: Glyph[], at: number): boolean {
  const { text, candidates } = glyphs[at]!
  const flat = (glyph: Glyph | undefined) => glyph !== undefined && /[一—]/u.test(glyph.text)
  return (
    text === "一" &&
    (flat(glyphs[at - 1]) || flat(glyphs[at + 1])) &&
    candidates.some((one) => one.text === "—" && one.score > leastInWord)
  )
}

/** The glyph as read, or as the candidate that what is known speaks for. */
function best(glyph: Glyph, least: number, gain: (char: string) => number): Glyph {
  const worth = ({ text, score }: Candidate) => Math.log(score) + gain(text)
  const first = worth(glyph)
  const others = glyph.candidates.filter(
    ({ text, score }) => text !== glyph.text && score >= least && simplified.has(text),
  )
  const [other] = others.sort((a, b) => worth(b) - worth(a))
  return other && worth(other) >= first + lead ? read(glyph, other, 1 / (1 + Math.exp(first - worth(other)))) : glyph
}

const read = (glyph: Glyph, as: Candidate, score: number): Glyph => ({
  ...glyph,
  text: as.text,
  score,
  candidates: [as, ...glyph.candidates.filter((each) => each !== as)],
})
