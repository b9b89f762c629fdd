// Arranges a text without boxes: pieces, bodies, what is adrift matched to them, and all of it as regions.
import type { LineId, Recognition } from "../../model/recognition.ts"
import type { Region, Role } from "../../model/region.ts"
import type { Words } from "../../text/words.ts"
import type { Arrangement } from "../arrangement.ts"
import { readPageFacts } from "../pagefacts.ts"
import { cutBodies } from "./bodies.ts"
import { type Draft, matchAdrift } from "./match.ts"
import { claimSection, cutPieces, gather, type Piece } from "./pieces.ts"
import { splitBodies } from "./split.ts"

export function arrangePlain(recognition: Recognition, words: Words): Arrangement {
  const lines = recognition.lines.filter((line) => line.text.trim())
  const evidence = gather(lines, words)
  const found = cutBodies(claimSection(cutPieces(lines, evidence)))
  const { drafts, unplaced } = matchAdrift(splitBodies(found.bodies, found.adrift), found.adrift)
  const regions: Region[] = found.masthead.map((piece) => region("masthead", piece.lines, null))
  let article = 0
  for (const draft of drafts) regions.push(...(draft.body.notice ? notice(draft) : regionsOf(draft, article++)))
  for (const { piece, likely } of unplaced) regions.push({ ...region("unplaced", piece.lines, null), likely })
  return {
    regions,
    evidence: new Map(lines.map((line, i) => [line.id, evidence[i] as (typeof evidence)[number]])),
    page: readPageFacts(found.masthead.map((piece) => piece.text)),
  }
}

const region = (role: Role, lines: LineId[], article: number | null): Region => ({ role, lines, article, box: null })

const linesOf = (pieces: Piece[]): LineId[] => pieces.flatMap((piece) => piece.lines)

const notice = ({ body }: Draft): Region[] => [
  region("notice", linesOf([...body.head, ...body.flow, ...body.foot]), null),
]

const order: Role[] = ["column", "kicker", "headline", "subheadline", "byline"]

function regionsOf({ body, placed }: Draft, article: number): Region[] {
  const of = (role: Role) =>
    placed.filter((one) => one.role === role).map((one) => region(role, one.piece.lines, article))
  return [
    ...order.flatMap(of),
    ...of("note"),
    region("body", linesOf(body.flow), article),
    ...of("caption"),
    ...body.jump.map((piece) => region("jump", piece.lines, article)),
  ]
}
