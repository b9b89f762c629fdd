// The articles of a page's document, with all that is derived from it: names from bylines, credits from captions,
// seams from the runs of lines, suspects from the glyphs. Every exporter starts here.
import type { Node } from "prosemirror-model"
import { anchorMap, lineOf } from "../document/anchormap.ts"
import type { Box } from "../geometry/box.ts"
import { union } from "../geometry/box.ts"
import type { Article, Block, BlockSeam, Break, Byline, Suspect } from "../model/article.ts"
import type { Line, LineId, Recognition } from "../model/recognition.ts"
import type { Ledger, SeamDecision, SeamProposal } from "../model/seam.ts"
import { splitCaption } from "../text/captions.ts"
import { findDateline } from "../text/datelines.ts"
import { codePoints } from "../text/edit.ts"
import { parseJump } from "../text/jumps.ts"
import { bylineNames } from "../text/senders.ts"

/** Glyphs read with less than this probability are suspects. */
export const suspectBelow = 0.6

interface Source {
  lines: Map<LineId, Line>
  seams: Map<string, SeamProposal>
}

export interface PageArticles {
  articles: Article[]
  notices: { text: string }[]
  unplaced: { role: string; text: string }[]
}

export function toArticles(doc: Node, ledger: Ledger, recognition: Recognition): PageArticles {
  const source: Source = {
    lines: new Map(recognition.lines.map((line) => [line.id, line])),
    seams: new Map(ledger.seams.map((seam) => [`${seam.after}:${seam.before}`, seam])),
  }
  const page: PageArticles = { articles: [], notices: [], unplaced: [] }
  doc.forEach((node, offset) => {
    if (node.type.name === "article") {
      if (node.textContent) page.articles.push(toArticle(node, offset + 1, doc, source))
    } else
      node.forEach((scrap) => {
        const { role, likely } = scrap.attrs
        if (role === "notice") page.notices.push({ text: scrap.textContent })
        else if (role !== "masthead") page.unplaced.push({ role: String(likely ?? role), text: scrap.textContent })
      })
  })
  return page
}

function toArticle(node: Node, start: number, doc: Node, source: Source): Article {
  const article: Article = {
    id: String(node.attrs.id),
    column: null,
    kicker: null,
    headline: null,
    subheadline: null,
    bylines: [],
    dateline: null,
    body: [],
    captions: [],
    jump: null,
    breaks: [],
    regions: [],
  }
  const body: Node[] = []
  node.forEach((block, offset) => {
    const text = block.textContent
    const type = block.type.name
    if (!text) return
    if (type === "dateline") article.dateline = findDateline(text)?.text ?? text
    else if (type === "column" || type === "kicker" || type === "headline" || type === "subheadline")
      article[type] = article[type] === null ? text : `${article[type]} ${text}`
    else if (type === "byline") article.bylines.push(...unnamed(article, bylineNames(text)))
    else if (type === "caption") article.captions.push(splitCaption(text))
    else if (type === "jump") article.jump = { ...(parseJump(text) ?? { direction: "to", page: "" }), text }
    else {
      body.push(block)
      article.body.push(toBlock(block, start + offset + 1, doc, source))
    }
  })
  article.breaks = breaksBetween(body, source)
  article.regions = regionsOf(node, source)
  return article
}

/** Those that an article does not name yet: a paper names its author over the text, and again in its bracket. */
const unnamed = ({ bylines }: Article, named: Byline[]): Byline[] =>
  named.filter(({ name }) => !bylines.some((one) => one.name === name))

function toBlock(block: Node, start: number, doc: Node, source: Source): Block {
  const type = block.type.name === "heading" || block.type.name === "note" ? block.type.name : "paragraph"
  return {
    type,
    text: block.textContent,
    seams: seamsIn(block, source),
    suspects: suspectsIn(block, start, doc, source),
  }
}

/** What was decided inside a block is read from its text: joined, joined with a space, or less a hyphen. */
function decided(text: string, proposal: SeamProposal): SeamDecision {
  if (text.endsWith(" ")) return "join-space"
  return proposal.decision === "drop-hyphen" && !text.endsWith("-") ? "drop-hyphen" : "join"
}

function seamsIn(block: Node, source: Source): BlockSeam[] {
  const seams: BlockSeam[] = []
  let at = 0
  let before: Node | null = null
  block.forEach((run) => {
    const seam = before && source.seams.get(`${lineOf(before)}:${lineOf(run)}`)
    if (before && seam) {
      const { kind, confidence, reasons } = seam
      seams.push({ at, kind, decision: decided(before.text ?? "", seam), confidence, reasons })
    }
    at += codePoints(run.text ?? "")
    before = run
  })
  return seams
}

function suspectsIn(block: Node, start: number, doc: Node, source: Source): Suspect[] {
  const suspects: Suspect[] = []
  const anchors = anchorMap(doc, source.lines)
  let at = 0
  let pos = start
  for (const char of block.textContent) {
    const anchor = anchors.get(pos)
    const glyph = anchor && source.lines.get(anchor.line)?.glyphs?.[anchor.glyph]
    if (glyph && glyph.text === char && glyph.score < suspectBelow)
      suspects.push({ at, text: char, candidates: glyph.candidates, score: glyph.score })
    at++
    pos += char.length
  }
  return suspects
}

function breaksBetween(body: Node[], source: Source): Break[] {
  const breaks: Break[] = []
  for (let i = 1; i < body.length; i++) {
    const [last, first] = [body[i - 1]?.lastChild, body[i]?.firstChild]
    const seam = last && first ? source.seams.get(`${lineOf(last)}:${lineOf(first)}`) : undefined
    if (!seam) continue
    const decision = body[i]?.type.name === "heading" || body[i - 1]?.type.name === "heading" ? "heading" : "paragraph"
    breaks.push({ after: i - 1, decision, confidence: seam.confidence, reasons: seam.reasons })
  }
  return breaks
}

/** Boxes of an article on the scan: lines under one another make one box. */
function regionsOf(article: Node, source: Source): Box[] {
  const groups: Box[][] = []
  const seen = new Set<LineId>()
  article.descendants((node) => {
    const id = node.isText ? lineOf(node) : null
    const box = id && !seen.has(id) ? source.lines.get(id)?.box : null
    if (!id || !box) return
    seen.add(id)
    const open = groups.at(-1)
    const last = open?.at(-1)
    const height = box[3] - box[1]
    const follows = last && box[1] >= last[1] && box[1] - last[3] < height && box[0] < last[2] && box[2] > last[0]
    if (open && follows) open.push(box)
    else groups.push([box])
  })
  return groups.map((boxes) => union(boxes)).filter((box) => box !== null)
}
