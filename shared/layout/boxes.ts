// Arranges lines with boxes by the grammar of newspaper pages: masthead, titles, blocks of text, captions.
import { union } from "../geometry/box.ts"
import type { LineId, Recognition } from "../model/recognition.ts"
import type { Region, Role } from "../model/region.ts"
import type { LineEvidence } from "../seams/evidence.ts"
import { bylineShape } from "../text/bylines.ts"
import { guideShape } from "../text/guides.ts"
import { parseJump } from "../text/jumps.ts"
import { mastheadShape } from "../text/masthead.ts"
import { advertisementLine, noticeTitle } from "../text/notices.ts"
import type { Words } from "../text/words.ts"
import type { Arrangement } from "./arrangement.ts"
import { type Page, titleAbove } from "./articles.ts"
import { isUnder } from "./authors.ts"
import { captionOwner, isCaption } from "./captions.ts"
import type { ColumnBlock } from "./columns.ts"
import { byDirection, inHead, type Part } from "./directions.ts"
import { type Chain, findChains } from "./flow.ts"
import { splitMasthead } from "./mastheadlines.ts"
import { readPage } from "./page.ts"
import { readPageFacts } from "./pagefacts.ts"
import { measureLines, type Printed } from "./printed.ts"
import { measure } from "./rows.ts"
import type { Title } from "./titles.ts"
import { shortLabel } from "./titleshapes.ts"

export function arrangeBoxes(recognition: Recognition, words: Words): Arrangement {
  const { parts, rest } = byDirection(recognition)
  const evidence = new Map<LineId, LineEvidence>()
  const [regions, said]: [Region[], string[]] = [[], []]
  for (const part of parts) {
    const first = Math.max(0, ...regions.map(({ article }) => (article ?? -1) + 1))
    const found = arrangePart(part, evidence, words)
    said.push(...found.masthead)
    for (const one of found.regions)
      regions.push({
        ...one,
        article: one.article === null ? null : one.article + first,
        box: one.box && part.back(one.box),
      })
  }
  for (const line of rest) {
    const head = inHead(line, recognition.lines) || mastheadShape(line.text)
    if (head) said.push(line.text)
    regions.push({ role: head ? "masthead" : "unplaced", lines: [line.id], article: null, box: line.box })
  }
  return { regions: [...regions, ...unboxed(recognition)], evidence, page: readPageFacts(said) }
}

/** Arranges the lines of one direction; boxes of its regions are turned as the part's are. */
function arrangePart(
  { recognition, direction }: Part,
  evidence: Map<LineId, LineEvidence>,
  words: Words,
): { regions: Region[]; masthead: string[] } {
  const { lines, body } = measureLines(recognition)
  const all = union(lines.map((line) => line.box)) ?? [0, 0, 1, 1]
  const { masthead, rest } = splitMasthead(lines, recognition.shapes, all, direction)
  const page = readPage(rest, recognition.shapes, all, body)
  const regions: Region[] = masthead.length ? [region("masthead", masthead, null)] : []
  regions.push(...articlesOf(page, evidence, words))
  return { regions, masthead: masthead.map((line) => line.text) }
}

/** Lines of which nobody said where they stand cannot be arranged, but are not lost. */
const unboxed = (recognition: Recognition): Region[] =>
  recognition.lines
    .filter((line) => !line.box && line.text.trim())
    .map((line) => ({ role: "unplaced", lines: [line.id], article: null, box: null }))

const region = (role: Role, lines: Printed[], article: number | null, likely?: Role): Region => ({
  role,
  lines: lines.map(({ line }) => line.id),
  article,
  box: union(lines.map((line) => line.box)),
  ...(likely ? { likely } : {}),
})

interface Parts {
  text: Pick<Chain, "blocks" | "sure">
  bylines: Printed[]
  captions: Printed[][]
  jumps: Printed[]
}

const noParts = (): Parts => ({ text: { blocks: [], sure: [] }, bylines: [], captions: [], jumps: [] })

/** Sorts the blocks into the parts of their articles; chains without a title follow under null. */
function sortBlocks(page: Page, words: Words): { parts: Map<Title | null, Parts>; loose: Chain[] } {
  const parts = new Map<Title | null, Parts>([
    [null, noParts()],
    ...page.titles.map((title): [Title, Parts] => [title, noParts()]),
  ])
  const captions: ColumnBlock[] = []
  const text: ColumnBlock[] = []
  for (const block of page.blocks) {
    const title = titleAbove(block, page)
    const mine = parts.get(title) as Parts
    const [line] = block.lines as [Printed]
    if (block.lines.length === 1 && parseJump(line.text)) mine.jumps.push(line)
    else if (
      block.lines.length === 1 &&
      (bylineShape(line.text) || (title && isUnder(title, line)) || page.named.has(line))
    )
      mine.bylines.push(line)
    else if (isCaption(block, page.blocks, page)) captions.push(block)
    else text.push(block)
  }
  const chains = findChains({ ...page, blocks: text }, words)
  const owner = new Map(chains.flatMap(({ title, blocks }) => blocks.map((block) => [block, title] as const)))
  for (const chain of chains) {
    const mine = chain.title && parts.get(chain.title)
    if (mine) mine.text = chain
  }
  for (const block of captions)
    parts.get(captionOwner(block, titleAbove(block, page), owner, page.body))?.captions.push(block.lines)
  return { parts, loose: chains.filter(({ title }) => !title) }
}

function articlesOf(page: Page, evidence: Map<LineId, LineEvidence>, words: Words): Region[] {
  const { parts, loose } = sortBlocks(page, words)
  const regions: Region[] = []
  let article = 0
  for (const title of page.titles.toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])) {
    const mine = parts.get(title) as Parts
    measure(mine.text, page.body, evidence, words)
    const flow = mine.text.blocks.flatMap((block) => block.lines)
    const around = [...mine.bylines, ...mine.captions.flat(), ...mine.jumps]
    if (isNotice(title, flow)) regions.push(region("notice", [...wholeTitle(title), ...flow, ...around], null))
    else if (flow.length || mine.captions.length) regions.push(...one(title, mine, flow, article++))
    else regions.push(region("unplaced", [...wholeTitle(title), ...around], null, "headline"))
  }
  return [...regions, ...untitled(parts.get(null) as Parts, loose, page, evidence, words, article)]
}

const wholeTitle = ({ labels, kickers, lines, subs }: Title): Printed[] => [...labels, ...kickers, ...lines, ...subs]

/** Whether a title, with short lines right below it that belong to it, is that of a notice, a guide or an advertisement. */
function isNotice(title: Title, flow: Printed[]): boolean {
  const below = flow.slice(0, 2).filter((line) => line.em <= 6)
  const said = [...title.lines, ...title.subs, ...below].map((line) => line.text.replace(/[^\p{Script=Han}]/gu, ""))
  if (said.some((_, i) => noticeTitle(said.slice(0, i + 1).join("")))) return true
  if (title.lines.some((line) => guideShape(line.text) === "title")) return true
  const offers = flow.filter((line) => advertisementLine(line.text) || guideShape(line.text) === "entry")
  return offers.length > 1 && offers.length > 0.3 * flow.length
}

function one(title: Title, parts: Parts, flow: Printed[], article: number): Region[] {
  // So short a word over a title names its column.
  const label = title.kickers.length === 1 && !title.labels.length && shortLabel(title.kickers[0]?.text ?? "")
  const fields: [Role, Printed[]][] = [
    ["column", label ? title.kickers : title.labels],
    ["kicker", label ? [] : title.kickers],
    ["headline", title.lines],
    ["subheadline", title.subs],
    ...parts.bylines.map((line): [Role, Printed[]] => ["byline", [line]]),
    ["body", flow],
    ...parts.captions.map((lines): [Role, Printed[]] => ["caption", lines]),
    ...parts.jumps.map((line): [Role, Printed[]] => ["jump", [line]]),
  ]
  return fields.flatMap(([role, lines]) => (lines.length ? [region(role, lines, article)] : []))
}

/** Text under no title: a long one is an article without a headline, the rest is left for a person to place. */
function untitled(
  parts: Parts,
  loose: Chain[],
  page: Page,
  evidence: Map<LineId, LineEvidence>,
  words: Words,
  article: number,
): Region[] {
  const regions: Region[] = []
  for (const chain of loose) {
    measure(chain, page.body, evidence, words)
    const lines = chain.blocks.flatMap((block) => block.lines)
    if (noticeTitle(lines[0]?.text ?? "")) regions.push(region("notice", lines, null))
    else if (lines.length >= 6) regions.push(region("body", lines, article++))
    else regions.push(region("unplaced", lines, null))
  }
  for (const line of parts.bylines) regions.push(region("unplaced", [line], null, "byline"))
  for (const line of parts.jumps) regions.push(region("unplaced", [line], null, "jump"))
  for (const lines of parts.captions) regions.push(region("unplaced", lines, null, "caption"))
  return regions
}
