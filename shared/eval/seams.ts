// Whether each seam of a result was decided rightly. No truth names its seams: a body of the result is aligned with the
// body of the truth, and where the last letter before a seam and the first one after it stand there says what the seam
// is: the inside of a block, with a space or without, or the end of one block and the beginning of another.
import type { Article, Block } from "../model/article.ts"
import type { SeamDecision } from "../model/seam.ts"
import { codePoints } from "../text/edit.ts"
import { scoreKey } from "../text/score.ts"
import { alignLetters } from "./align.ts"
import { bodyOf, grams, lettersIn, shared } from "./pairs.ts"
import { textsOf } from "./texts.ts"
import type { Judged } from "./truth.ts"

export interface JudgedSeam {
  confidence: number
  right: boolean
}

export interface SeamJudgement {
  judged: JudgedSeam[]
  /** Of those that are wrong, seams to text that belongs elsewhere on the page: to another article, a caption, a notice. */
  displaced: number
  /** Seams of text that the truth does not have at all. They are neither right nor wrong. */
  unjudged: number
}

/** A letter as it is compared: width and white space do not count. */
interface Letter {
  key: string
  block: number
  /** Code points of the block's text before it. */
  at: number
  afterSpace: boolean
}

function lettersOf(blocks: readonly Block[]): Letter[] {
  const letters: Letter[] = []
  blocks.forEach(({ text }, block) => {
    let [at, afterSpace] = [0, false]
    for (const char of text) {
      const keys = scoreKey(char)
      for (const key of keys) {
        letters.push({ key, block, at, afterSpace })
        afterSpace = false
      }
      if (!keys && !char.trim()) afterSpace = true
      at++
    }
  })
  return letters
}

/** A seam by the stretches of letters on both sides of it: the printed lines, as far as seams tell them apart. */
interface Place {
  before: readonly [from: number, to: number]
  after: readonly [from: number, to: number]
  decision: SeamDecision
  confidence: number
}

interface Body {
  letters: Letter[]
  /** Where stretches begin, and at last where the text ends. */
  starts: number[]
  places: Place[]
}

function readBody(article: Article): Body {
  const letters = lettersOf(article.body)
  const points = [0]
  for (const { text } of article.body) points.push((points.at(-1) ?? 0) + codePoints(text))
  const seams = article.body.flatMap((block, k) =>
    block.seams.map((seam) => ({ ...seam, point: points[k]! + seam.at })),
  )
  const breaks = article.breaks.map((one) => ({ ...one, point: points[one.after + 1] ?? -1 }))
  const known = [...seams, ...breaks].filter(({ point }) => point >= 0)
  const firstAt = placesIn(letters, points)
  const starts = [...new Set([...points, ...known.map(({ point }) => point)].map(firstAt))].sort((a, b) => a - b)
  const places = known.map(({ point, decision, confidence }) => {
    const k = starts.indexOf(firstAt(point))
    const [from, here, to] = [starts[k - 1] ?? 0, starts[k] ?? 0, starts[k + 1] ?? letters.length]
    return { before: [from, here], after: [here, to], decision, confidence } satisfies Place
  })
  return { letters, starts, places }
}

/** The number of the first letter at or behind a code point of the whole body. */
function placesIn(letters: Letter[], points: number[]): (point: number) => number {
  const ends = letters.map(({ block, at }) => points[block]! + at)
  return (point) => {
    const index = ends.findIndex((end) => end >= point)
    return index < 0 ? letters.length : index
  }
}

/** Judges every seam and break of the result. */
export function judgeSeams(truth: Judged, result: Judged): SeamJudgement {
  const sum: SeamJudgement = { judged: [], displaced: 0, unjudged: 0 }
  const texts = textsOf(truth)
  const known = texts.map((blocks) => ({ blocks, grams: grams(lettersIn(blocks)) }))
  const everywhere = grams(texts.flatMap((blocks) => blocks.map(({ text }) => scoreKey(text))).join("\n"))
  for (const article of result.articles) {
    if (!article.breaks.length && !article.body.some((block) => block.seams.length)) continue
    const own = grams(bodyOf(article))
    const likely = known
      .map((body) => ({ ...body, alike: shared(own, body.grams) }))
      .filter(({ alike }) => alike > 0)
      .sort((one, other) => other.alike - one.alike)
    judgeArticle(
      readBody(article),
      likely.map(({ blocks }) => blocks),
      everywhere,
      sum,
    )
  }
  return sum
}

/**
 * Each seam is judged by the first text of the truth, the likest first, that has what stands on both of its sides: an
 * article may be cut in two, or have swallowed another, a caption or a notice, whose own seams are no worse for it.
 */
function judgeArticle(body: Body, likely: (readonly Block[])[], everywhere: Set<string>, sum: SeamJudgement) {
  const truths: { truth: Truth; partner: Int32Array }[] = []
  const truthAt = (k: number) => {
    const blocks = likely[k]
    if (blocks && !truths[k]) {
      const letters = lettersOf(blocks)
      const partner = alignBody(body, letters)
      truths[k] = { truth: { letters, blocks, used: usedOf(partner, letters) }, partner }
    }
    return truths[k]
  }
  for (const place of body.places) {
    const found = placeIn(place, truthAt)
    if (found) {
      const { truth, partner, last, first } = found
      const actual = decisionAt(place, { last, here: partner[last]!, there: partner[first]! }, body, truth)
      sum.judged.push({ confidence: place.confidence, right: actual === place.decision })
    } else if (isDisplaced(place, truthAt(0)?.partner, body, everywhere)) {
      sum.judged.push({ confidence: place.confidence, right: false })
      sum.displaced++
    } else sum.unjudged++
  }
}

/** Whether what its own article does not have of a seam stands elsewhere on the page. */
function isDisplaced(place: Place, partner: Int32Array | undefined, body: Body, everywhere: Set<string>): boolean {
  const missing = [
    partner && lastPlaced(partner, place.before) >= 0 ? [] : [place.before],
    partner && firstPlaced(partner, place.after) >= 0 ? [] : [place.after],
  ].flat()
  return missing.some((stretch) => isElsewhere(body.letters, stretch, everywhere))
}

function placeIn(place: Place, truthAt: (k: number) => { truth: Truth; partner: Int32Array } | undefined) {
  for (let k = 0; ; k++) {
    const one = truthAt(k)
    if (!one) return null
    const [last, first] = [lastPlaced(one.partner, place.before), firstPlaced(one.partner, place.after)]
    if (last >= 0 && first >= 0) return { ...one, last, first }
  }
}

interface Truth {
  letters: Letter[]
  blocks: readonly Block[]
  /** Letters with partners in the result, in order. */
  used: number[]
}

const usedOf = (partner: Int32Array, letters: Letter[]): number[] => {
  const taken = new Set(partner)
  return indexesWhere(letters.length, (i) => taken.has(i))
}

function lastPlaced(partner: Int32Array, [from, to]: Place["before"]): number {
  for (let i = to - 1; i >= from; i--) if (partner[i]! >= 0) return i
  return -1
}

function firstPlaced(partner: Int32Array, [from, to]: Place["after"]): number {
  for (let i = from; i < to; i++) if (partner[i]! >= 0) return i
  return -1
}

/** Whether the truth has most of a stretch, which its article does not have, somewhere on the page. */
function isElsewhere(letters: Letter[], [from, to]: Place["before"], everywhere: Set<string>): boolean {
  const own = grams(
    letters
      .slice(from, to)
      .map(({ key }) => key)
      .join(""),
  )
  return own.size > 0 && shared(own, everywhere) >= own.size / 2
}

/**
 * Partners of a body's letters. What was moved finds none in the first round, because an alignment keeps the order: it is
 * aligned again with what was left over. Stretches of which less than half was found, and nothing in one piece (as where a
 * dateline stands before the text), have met strangers.
 */
function alignBody({ letters, starts }: Body, truth: Letter[]): Int32Array {
  const partner = new Int32Array(letters.length).fill(-1)
  const taken = new Uint8Array(truth.length)
  for (let round = 0; round < 8; round++) {
    const mine = indexesWhere(letters.length, (i) => partner[i] === -1)
    const theirs = indexesWhere(truth.length, (i) => !taken[i])
    const found = alignLetters(
      mine.map((i) => letters[i]!.key),
      theirs.map((i) => truth[i]!.key),
    )
    const trial = partner.slice()
    found.forEach((place, i) => {
      if (place >= 0) trial[mine[i]!] = theirs[place]!
    })
    let grown = false
    for (let k = 0; k + 1 < starts.length; k++)
      if (keepFound(partner, trial, [starts[k]!, starts[k + 1]!], letters, truth)) grown = true
    for (const place of partner) if (place >= 0) taken[place] = 1
    if (!grown) break
  }
  return partner
}

const indexesWhere = (length: number, holds: (index: number) => boolean): number[] =>
  Array.from({ length }, (_, i) => i).filter(holds)

/** So many letters in one piece meet by no accident. */
const onePiece = 6

/** How many of these numbers, in order, follow one another at most. */
function longestRun(numbers: number[]): number {
  let [longest, run] = [0, 0]
  numbers.forEach((number, i) => {
    run = number === (numbers[i - 1] ?? -1) + 1 ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest
}

/** Takes a stretch over where half of its letters and more, or enough in one piece, stand together in the truth. Answers whether it did. */
function keepFound(
  partner: Int32Array,
  trial: Int32Array,
  [from, to]: readonly [number, number],
  letters: Letter[],
  truth: Letter[],
): boolean {
  if (lastPlaced(partner, [from, to]) >= 0) return false
  const placed = indexesWhere(to - from, (i) => trial[from + i]! >= 0).map((i) => from + i)
  const shifts = placed.map((i) => trial[i]! - i).sort((a, b) => a - b)
  const usual = shifts[shifts.length >> 1] ?? 0
  const near = placed.filter((i) => Math.abs(trial[i]! - i - usual) <= (to - from) / 2 + 2)
  const same = near.filter((i) => letters[i]!.key === truth[trial[i]!]!.key)
  if (!same.length || (same.length < (to - from) / 2 && longestRun(same) < onePiece)) return false
  for (const i of near) partner[i] = trial[i]!
  return true
}

/**
 * What the truth has where a seam is; null where its two lines do not follow one another there. `here` and `there` are the
 * places in the truth of the letters next to the seam that have partners, `last` is the first of them in the result.
 */
function decisionAt(
  place: Place,
  { last, here, there }: { last: number; here: number; there: number },
  body: Body,
  { letters, blocks, used }: Truth,
): SeamDecision | null {
  const [one, other] = [letters[here]!.block, letters[there]!.block]
  if (one !== other) {
    const isOpen = (i: number) => (i > here && letters[i]!.block === one) || (i < there && letters[i]!.block === other)
    if (used.some(isOpen)) return null
    return blocks[one]?.type === "heading" || blocks[other]?.type === "heading" ? "heading" : "paragraph"
  }
  if (there <= here || used.some((i) => i > here && i < there)) return null
  if (letters.slice(here + 1, there + 1).some(({ afterSpace }) => afterSpace)) return "join-space"
  const isHyphen = ({ key }: Letter) => key === "-"
  if (body.letters.slice(last + 1, place.before[1]).some(isHyphen)) return "drop-hyphen"
  const dropped = place.decision === "drop-hyphen" && !letters.slice(here + 1, there).some(isHyphen)
  return dropped ? "drop-hyphen" : "join"
}
