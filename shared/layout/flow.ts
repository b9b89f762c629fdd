// How text runs over a page: every block follows a title, the block above it, or the bottom of a column to its left.
// All these links are judged together, so that each block has one before it and at most one after it (the assignment
// that is best as a whole); chains of links are the texts of articles in reading order.
import { type Box, overlapX, width } from "../geometry/box.ts"
import { bylineShape, tailByline } from "../text/bylines.ts"
import { findDateline } from "../text/datelines.ts"
import { forbiddenStart, sentenceEnd } from "../text/han.ts"
import { parseJump, tailJump } from "../text/jumps.ts"
import type { Words } from "../text/words.ts"
import { frameOf, type Page, titleAbove } from "./articles.ts"
import { assign } from "./assign.ts"
import { pairChances } from "./chances.ts"
import type { ColumnBlock } from "./columns.ts"
import { type Printed, shareX } from "./printed.ts"
import type { Title } from "./titles.ts"
import { bigrams } from "./words.ts"

/** How a block begins and ends, as far as its lines tell. */
interface Ends {
  block: ColumnBlock
  owner: Title | null
  /** Whether its owner stands over it, rather than reaching over it from beside. */
  under: boolean
  frame: Box | null
  begins: "indented" | "flush" | "heading"
  dateline: boolean
  ends: "open" | "full" | "short" | "heading" | "closed"
  words: Set<string>
}

interface Link {
  from: Title | Ends | null
  score: number
}

export interface Chain {
  title: Title | null
  blocks: ColumnBlock[]
  /** For each block the probability that it follows what it was put behind. */
  sure: number[]
}

function endsOf(block: ColumnBlock, page: Page): Ends {
  const [first, last] = [block.lines[0], block.lines.at(-1)]
  const em = page.body.em
  const indent = first ? (first.box[0] - block.left) / em : 0
  const slack = last ? (block.right - last.box[2]) / em : 0
  const text = first?.text ?? ""
  const heading = first !== undefined && block.lines.length > 1 && isHeading(first, block, em)
  const owner = titleAbove(block, page)
  return {
    block,
    owner,
    under: owner !== null && overlapX(owner.box, block.box) > 0.2 * width(block.box),
    frame: frameOf(block.box, page.shapes, em),
    begins: heading ? "heading" : indent > 0.55 * page.body.indent ? "indented" : "flush",
    dateline: findDateline(text) !== null,
    ends:
      last && isClosed(last, block, page)
        ? "closed"
        : last && isHeading(last, block, em)
          ? "heading"
          : endOf(last?.text ?? "。", slack),
    words: bigrams(block.lines.map((line) => line.text).join("")),
  }
}

/** Whether a line at an end of a block stands alone: white on both sides, and no sentence ends with it. */
const isHeading = ({ box, text }: Printed, { left, right }: ColumnBlock, em: number): boolean =>
  (right - box[2]) / em > 1.2 && (box[0] - left) / em > 1 && !sentenceEnd.test(text)

/** Whether nothing follows a text: its last line is set to the right, as who signs and when, or something under it closes it. */
function isClosed(last: Printed, block: ColumnBlock, page: Page): boolean {
  const em = page.body.em
  const signed =
    block.lines.length > 1 && last.em < 16 && last.box[0] - block.left > 4 * em && block.right - last.box[2] < 2.2 * em
  return (signed && !sentenceEnd.test(last.text)) || page.lines.some((line) => closes(line, last, page))
}

/** Whether a line right under the last one of a text names its author, or where it goes on. */
function closes(line: Printed, last: Printed, { body, named }: Page): boolean {
  const step = line.box[1] - last.box[3]
  if (step < -0.3 * body.em || step > 0.9 * body.leading || overlapX(line.box, last.box) < -6 * body.em) return false
  return (named.has(line) && line.size < 1.15 && sameSide(line, last)) || parseJump(line.text) !== null
}

/** Whether two lines lie in one column, as far as two lines tell. */
const sameSide = (a: Printed, b: Printed): boolean => shareX(a.box, b.box) > 0.3 || Math.abs(a.box[2] - b.box[2]) < 30

/** How a text ends with its last line; an author's name or a jump line closes it for good. */
function endOf(text: string, slack: number): Ends["ends"] {
  if (tailByline(text) || tailJump(text) || parseJump(text) || bylineShape(text)) return "closed"
  if (!sentenceEnd.test(text)) return "open"
  return slack > 1.2 ? "short" : "full"
}

/** What the characters at both sides of a link say, in log odds: whether a sentence runs on. */
function textScore(a: Ends, b: Ends, words: Words): number {
  if (b.dateline || a.ends === "closed") return -6
  const [left, right] = [a.block.lines.at(-1)?.text ?? "", b.block.lines[0]?.text ?? ""]
  const mark = forbiddenStart.test(right) ? 2 : 0
  if (a.ends === "open") return b.begins === "flush" ? 3 + mark + words.binds(left, right) : -4
  if (a.ends === "heading") return b.begins === "indented" ? 2 : -2
  if (b.begins === "flush") return a.ends === "full" ? 0.3 + mark : -3
  return 0.8
}

/** Words that two blocks have in common, a hint that they speak of one matter. */
function wordScore(a: Set<string>, b: Set<string>, rarity: Map<string, number>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1 / (rarity.get(pair) ?? 1)
  return Math.min(1.5, shared / 4)
}

const between = (upper: Box, lower: Box, other: Box): boolean =>
  other[1] > upper[3] - 1 - (upper[3] - upper[1]) * 0.2 &&
  other[3] < lower[1] + 1 + (lower[3] - lower[1]) * 0.2 &&
  overlapX(other, lower) > 0.25 * width(lower)

/** The score of a link that the place forbids, or nearly, whatever the words say. */
const hopeless = -6

/** The text goes on in the same column. */
function downScore(a: Ends, b: Ends, page: Page): number {
  const em = page.body.em
  if (page.titles.some((title) => between(a.block.box, b.block.box, title.box))) return hopeless
  const gap = (b.block.box[1] - a.block.box[3]) / em
  const others = page.blocks.some(
    (one) => one !== a.block && one !== b.block && between(a.block.box, b.block.box, one.box),
  )
  return 2.2 - 0.06 * Math.max(0, gap - 1) - (others ? 1.5 : 0)
}

/** The text goes on at the top of a column to the right. */
function acrossScore(a: Ends, b: Ends, page: Page): number {
  const em = page.body.em
  const [from, to] = [a.block.box, b.block.box]
  if (to[1] > from[3] - 0.5 * em) return -9
  // No text stands wholly above its own title.
  if (a.owner && a.under && to[3] < a.owner.box[1]) return -9
  // Up past a title is another article; up past a picture is not.
  const column: Box = [to[0], from[1], to[2], from[3]]
  if (to[3] < from[1] && page.titles.some((title) => between(to, column, title.box))) return -9
  const gap = (b.block.left - a.block.right) / em
  let score = gap < 3.2 ? 0.6 : gap < 8 ? -1 : -2.5
  if (Math.abs(to[1] - from[1]) < 0.8 * em) score += 0.8
  const above = page.blocks.some(
    (one) => one !== b.block && between([to[0], 0, to[2], from[1]], to, one.box) && to[1] - one.box[3] < 1.5 * em,
  )
  if (above) score -= 1
  return score
}

function blockLink(a: Ends, b: Ends, page: Page, rarity: Map<string, number>, words: Words): number {
  const em = page.body.em
  const [from, to] = [a.block.box, b.block.box]
  if (a === b) return -Infinity
  const sameColumn = shareX([a.block.left, 0, a.block.right, 1], [b.block.left, 0, b.block.right, 1]) > 0.5
  if (sameColumn ? to[1] < Math.max(from[1] + 1, from[3] - 0.5 * em) : b.block.left < a.block.right - em)
    return -Infinity
  const place = sameColumn ? downScore(a, b, page) : acrossScore(a, b, page)
  if (place <= hopeless) return place
  const owner = a.owner === b.owner ? 1.6 : b.under ? -1.2 : -0.3
  const frame = a.frame === b.frame ? 0 : -6
  return place + owner + frame + textScore(a, b, words) + wordScore(a.words, b.words, rarity)
}

function titleLink(title: Title, b: Ends, page: Page, all: Ends[]): number {
  const em = page.body.em
  const box = b.block.box
  if (box[3] < title.box[3]) return -Infinity
  const over = overlapX(title.box, box) > 0.2 * width(box)
  const reached = overlapX([title.reach[0], 0, title.reach[1], 1], box) > 0.5 * width(box)
  if (!over && !reached) return -Infinity
  const gap = Math.max(0, (box[1] - title.box[3]) / em)
  if (page.titles.some((one) => one !== title && between(title.box, box, one.box))) return -6
  const first = (one: Ends) => one.owner === title && one !== b && one.block.right < b.block.left + em
  const left = all.filter((one) => first(one) && one.begins !== "flush").length
  const frame = b.frame === frameOf(title.box, page.shapes, em) ? 0 : -6
  const text = b.dateline ? 5 : b.begins === "indented" ? 1.5 : b.begins === "heading" ? 0.3 : -3
  return (
    titled +
    (b.owner === title ? 2.4 : -1.5) +
    (over ? 0.8 : 0) -
    0.12 * Math.min(gap, 20) -
    1.6 * Math.min(left, 3) +
    frame +
    text
  )
}

/** What speaks for a title that it has any text at all. */
const titled = 3
/** What it costs that a text stops at a block: nothing where a paragraph ends, much inside a sentence. */
const stopScores = { open: -2.5, heading: -2.5, full: -0.3, short: 0.3, closed: 3 }
const stopScore = ({ ends }: Ends): number => stopScores[ends]
/** What it costs that a block follows nothing. */
const orphan = -7

/** The texts of a page, each under its title or under none. Every block of `page` is in one of them. */
export function findChains(page: Page, words: Words): Chain[] {
  const all = page.blocks.map((block) => endsOf(block, page))
  const rarity = new Map<string, number>()
  for (const one of all) for (const pair of one.words) rarity.set(pair, (rarity.get(pair) ?? 0) + 1)
  const links: Link["from"][] = [...page.titles, ...all]
  const rows = all.map((b) => [
    ...page.titles.map((title) => titleLink(title, b, page, all)),
    ...all.map((a) => blockLink(a, b, page, rarity, words) - stopScore(a)),
    ...all.map((one) => (one === b ? orphan : -Infinity)),
  ])
  if (!rows.length) return page.titles.map((title) => ({ title, blocks: [], sure: [] }))
  const sure = new Map<ColumnBlock, number>()
  const next = new Map<Link["from"], Ends>()
  const starts: Ends[] = []
  const chances = pairChances(rows)
  assign(rows).forEach((column, i) => {
    const [b, from] = [all[i] as Ends, links[column]]
    sure.set(b.block, chances[i]?.[column] ?? 0)
    if (from) next.set(from, b)
    else starts.push(b)
  })
  const left = new Set(all)
  const follow = (first: Ends | undefined): ColumnBlock[] => {
    const out: ColumnBlock[] = []
    for (let at = first; at && left.delete(at); at = next.get(at)) out.push(at.block)
    return out
  }
  const chain = (title: Title | null, first: Ends | undefined): Chain => {
    const blocks = follow(first)
    return { title, blocks, sure: blocks.map((block) => sure.get(block) ?? 1) }
  }
  const chains = page.titles.map((title) => chain(title, next.get(title)))
  // Boxes that lie in one another can follow one another in a ring.
  for (const start of [...starts, ...all]) if (left.has(start)) chains.push(chain(null, start))
  return chains
}
