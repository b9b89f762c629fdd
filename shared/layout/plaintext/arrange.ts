// Arranges a text without boxes: lines into pieces, loose ones into stacks of titles, paragraphs into articles under them,
// and all of it into regions.
import type { LineId, Recognition } from "../../model/recognition.ts"
import type { Region, Role } from "../../model/region.ts"
import type { LineEvidence } from "../../seams/evidence.ts"
import type { Words } from "../../text/words.ts"
import type { Arrangement } from "../arrangement.ts"
import { readPageFacts } from "../pagefacts.ts"
import { type Draft, matchAll } from "./match.ts"
import type { Piece } from "./piece.ts"
import { cutPieces, gather } from "./pieces.ts"
import { claimSection, cutRuns } from "./runs.ts"
import { findSegments } from "./segments.ts"
import { settle } from "./settle.ts"
import { listen } from "./speech.ts"
import { findStacks, keepsBlocks } from "./stacks.ts"
import { startsOf } from "./starts.ts"
import { topicsOf } from "./topics.ts"

export function arrangePlain(recognition: Recognition, words: Words): Arrangement {
  const lines = recognition.lines.filter((line) => line.text.trim())
  const evidence = gather(lines, words)
  const runs = cutRuns(claimSection(cutPieces(lines, evidence)))
  const speech = listen(runs.paragraphs.map((piece) => piece.text))
  const topics = topicsOf(runs.paragraphs.map((piece) => piece.text))
  const first = findStacks(runs.runs, speech, words)
  const print = { speech, words, blocks: keepsBlocks(first.flatMap(({ pieces }) => pieces)) }
  const found = findSegments(runs, first, speech)
  const known = new Map(lines.map((line, i) => [line.id, evidence[i] as LineEvidence]))
  const opens = startsOf(runs, speech)
  doubt(runs.paragraphs, opens, known)
  const { stacks, segments } = settle(found, runs, opens, topics, print)
  const { drafts, unplaced } = matchAll(runs, stacks, segments, print)
  const regions: Region[] = runs.masthead.map((piece) => region("masthead", piece.lines, null))
  let article = 0
  for (const draft of drafts)
    regions.push(...(draft.notice ? [region("notice", linesOf(draft.flow), null)] : regionsOf(draft, article++)))
  for (const { piece, likely } of unplaced) regions.push({ ...region("unplaced", piece.lines, null), likely })
  return {
    regions,
    evidence: known,
    page: readPageFacts(runs.masthead.map((piece) => piece.text)),
  }
}

/** Notes at the first line of each paragraph how sure it is that its article goes on there; `opens` is in log odds. */
function doubt(paragraphs: Piece[], opens: number[], evidence: Map<LineId, LineEvidence>): void {
  paragraphs.forEach((piece, k) => {
    const first = evidence.get(piece.lines[0] ?? "")
    if (first && k) first.follows = 1 / (1 + Math.exp(opens[k] ?? 0))
  })
}

const region = (role: Role, lines: LineId[], article: number | null): Region => ({ role, lines, article, box: null })

const linesOf = (pieces: Piece[]): LineId[] => pieces.flatMap((piece) => piece.lines)

const before: Role[] = ["column", "kicker", "headline", "subheadline", "byline", "note"]
const after: Role[] = ["caption", "jump"]

function regionsOf({ flow, placed }: Draft, article: number): Region[] {
  const of = (role: Role) =>
    placed.filter((one) => one.role === role).map((one) => region(role, linesOf(one.pieces), article))
  return [...before.flatMap(of), region("body", linesOf(flow), article), ...after.flatMap(of)]
}
