// What a person decided, read from their document by holding it against the one the rules composed.
import type { Fragment, Node } from "prosemirror-model"
import {
  type DecidedBlock,
  type DecidedStretch,
  type Decisions,
  type Joining,
  linesOfSeam,
  noDecisions,
  type PlacedArticle,
  type Span,
} from "../model/decisions.ts"
import type { Line, LineId, Recognition } from "../model/recognition.ts"
import { type Role, roles } from "../model/region.ts"
import type { SeamDecision } from "../model/seam.ts"
import { codePoints, type Setting } from "../text/edit.ts"
import { longestCommon } from "../text/lcs.ts"
import { lineOf, lineRuns } from "./anchormap.ts"
import { cleaned, type Stretch } from "./pieces.ts"
import { readSpans } from "./readspans.ts"
import { settingOf } from "./render.ts"

/** The decisions in `doc`. `base` is what `compose` gave for `recognition` without any. */
export function decisionsOf(doc: Node, base: Node, recognition: Recognition): Decisions {
  if (doc.eq(base)) return noDecisions
  const reading = makeReading(doc, base, recognition)
  const [articles, left] = [partsOf(doc).map((part) => articleOf(part, reading)), partsOf(base)]
  const asBefore = articles.length === left.length && articles.every(isLeftAs(left))
  return {
    articles: asBefore ? [] : articles,
    tray: isLeft(doc.lastChild as Node, base.lastChild as Node, reading)
      ? null
      : blocksOf(doc.lastChild as Node, doc.content.size - (doc.lastChild?.nodeSize ?? 0), reading),
    removed: recognition.lines.filter(({ id, text }) => text.trim() && !reading.runs.has(id)).map(({ id }) => id),
    confirmed: reading.confirmed,
  }
}

interface Part {
  node: Node
  pos: number
}

function partsOf(doc: Node): Part[] {
  const parts: Part[] = []
  doc.forEach((node, pos) => {
    if (node.type.name === "article") parts.push({ node, pos })
  })
  return parts
}

interface Reading {
  lines: ReadonlyMap<LineId, Line>
  spans: ReadonlyMap<number, Span>
  runs: ReturnType<typeof lineRuns>
  runsBefore: ReturnType<typeof lineRuns>
  confirmed: Record<string, SeamDecision>
  /** Lines before a confirmed seam. */
  confirmedAfter: ReadonlySet<LineId>
  /** Composed articles that no article was found to be the same as. */
  unseen: Node[]
}

function makeReading(doc: Node, base: Node, recognition: Recognition): Reading {
  const lines = new Map(recognition.lines.map((line) => [line.id, line]))
  const confirmed = doc.attrs.confirmed as Record<string, SeamDecision>
  return {
    lines,
    spans: readSpans(doc, lines),
    runs: lineRuns(doc),
    runsBefore: lineRuns(base),
    confirmed,
    confirmedAfter: new Set(Object.keys(confirmed).map((id) => linesOfSeam(id)[0])),
    unseen: partsOf(base).map(({ node }) => node),
  }
}

function linesIn(part: Node): LineId[] {
  const ids = new Set<LineId>()
  part.descendants((node) => {
    const line = node.isText ? lineOf(node) : null
    if (line) ids.add(line)
  })
  return [...ids]
}

/** Whether nobody touched an article or the tray: it says the same, and no line of it stands elsewhere too. */
function isLeft(part: Node, before: Node, { runs, runsBefore, confirmedAfter }: Reading): boolean {
  return (
    part.content.eq(before.content) &&
    linesIn(part).every((id) => runs.get(id)?.length === runsBefore.get(id)?.length && !confirmedAfter.has(id))
  )
}

const isLeftAs = (before: readonly Part[]) => (article: PlacedArticle, i: number) =>
  "lines" in article && article.id === before[i]?.node.attrs.id

function articleOf({ node, pos }: Part, reading: Reading): PlacedArticle {
  const id = String(node.attrs.id)
  const before = reading.unseen.find((one) => isLeft(node, one, reading))
  if (!before) return { id, blocks: blocksOf(node, pos, reading) }
  reading.unseen.splice(reading.unseen.indexOf(before), 1)
  return { id, lines: linesIn(node) }
}

const known = (role: unknown): Role | null => roles.find((one) => one === role) ?? null

function blocksOf(part: Node, pos: number, reading: Reading): DecidedBlock[] {
  const blocks: DecidedBlock[] = []
  part.forEach((node, at) => {
    const scrap = node.type.name === "scrap"
    const role = known(scrap ? node.attrs.role : node.type.name) ?? (scrap ? "unplaced" : "body")
    const likely = scrap ? known(node.attrs.likely) : null
    const lines = linesIn(node).filter((id) => reading.lines.has(id)).length
    const setting = settingOf({ role, likely }, lines, scrap)
    blocks.push({ role, likely, pieces: piecesOf(node.content, pos + at + 2, setting, reading) })
  })
  return blocks
}

function piecesOf(content: Fragment, start: number, setting: Setting, reading: Reading): DecidedBlock["pieces"] {
  const pieces: DecidedBlock["pieces"] = []
  content.forEach((node, at, index) => {
    const text = node.text ?? ""
    const span = reading.spans.get(start + at)
    const line = span && reading.lines.get(span.line)
    const next = content.maybeChild(index + 1)
    if (span && line)
      pieces.push({ ...span, ...asRead({ ...span, line }, text, setting, !!next && !!lineOf(next)), text })
    else pieces.push({ typed: text })
  })
  return pieces
}

/** As what a stretch was read that says `text` now: in the manner of cleaning and joining that comes nearest to it. */
function asRead(
  stretch: Stretch,
  text: string,
  usual: Setting,
  joined: boolean,
): Pick<DecidedStretch, "join" | "setting" | "read"> {
  const readings = ([usual, usual === "running" ? "display" : "running"] as const).map((setting) => {
    const join = joined ? joiningSeen(text, cleaned(stretch, setting, "join").text) : "join"
    const read = cleaned(stretch, setting, join).text
    return { join, setting, read, apart: read === text ? 0 : differing(read, text) }
  })
  const { apart: _, ...nearest } = readings.reduce((best, one) => (one.apart < best.apart ? one : best))
  return nearest
}

const differing = (a: string, b: string): number =>
  codePoints(a) + codePoints(b) - 2 * longestCommon([...a], [...b]).length

/** How a stretch that would say `alone` by itself was joined to the next, to say `text`. */
function joiningSeen(text: string, alone: string): Joining {
  if (text.endsWith("\n")) return "break"
  if (/\s$/u.test(text) && !/\s$/u.test(alone)) return "join-space"
  return alone.endsWith("-") && !text.endsWith("-") ? "drop-hyphen" : "join"
}
