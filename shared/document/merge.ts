// A page that is read again: what a person made of the old reading is carried over to the new one. Articles nobody
// touched are composed anew; the others keep their build, and each of their lines is merged three ways: what was read,
// what a person made of it, what is read now. Nothing that a person wrote is lost.
import { Fragment, type Node } from "prosemirror-model"
import type { Arrangement } from "../layout/arrangement.ts"
import type { DecidedBlock, DecidedStretch, Decisions } from "../model/decisions.ts"
import type { Line, LineId, Recognition } from "../model/recognition.ts"
import { codePoints } from "../text/edit.ts"
import { longestCommon } from "../text/lcs.ts"
import { compose, type Recomposed } from "./compose.ts"
import { decisionsOf } from "./decisions.ts"
import { matchLines } from "./matchlines.ts"
import { schema } from "./schema.ts"

export interface ProofedPage {
  recognition: Recognition
  /** The document as it was composed, before anybody touched it. */
  base: Node
  person: Node
}

export interface Merged extends Recomposed {
  /** The new reading as composed without anybody's work. */
  base: Node
}

/**
 * `fresh` with the ids of the lines of `old` that are the same print; the others get ids that `old` does not use. `among`:
 * the lines of `old` that may be found again.
 */
export function adoptLines(old: Recognition, fresh: Recognition, among: readonly Line[] = old.lines): Recognition {
  const { matched } = matchLines(among, fresh.lines)
  const used = new Set([...old.lines.map(({ id }) => id), ...fresh.lines.map(({ id }) => id)])
  const known = new Set(old.lines.map(({ id }) => id))
  const unused = (id: LineId): LineId => {
    if (!known.has(id)) return id
    let n = 2
    while (used.has(`${id}_${n}`)) n++
    used.add(`${id}_${n}`)
    return `${id}_${n}`
  }
  return { ...fresh, lines: fresh.lines.map((line) => ({ ...line, id: matched.get(line.id) ?? unused(line.id) })) }
}

/** `fresh` has the ids of `adoptLines`. */
export const merge = (old: ProofedPage, fresh: Recognition, arrangement: Arrangement): Merged => ({
  ...carryOver(old.person, old.base, old.recognition, fresh, arrangement),
  base: compose(fresh, arrangement).doc,
})

/** The same where only a region was read again: what the rules once made of the page stays as well. */
export function mergeRegion(old: ProofedPage, fresh: Recognition, arrangement: Arrangement): Merged {
  const nothing = old.base.copy(Fragment.from(schema.node("tray")))
  const over = (doc: Node) => carryOver(doc, nothing, old.recognition, fresh, arrangement)
  return { ...over(old.person), base: over(old.base).doc }
}

/** `base` is what a person found, and left where `doc` is the same. */
function carryOver(doc: Node, base: Node, old: Recognition, fresh: Recognition, arrangement: Arrangement): Recomposed {
  const decisions = decisionsOf(doc, base, old)
  const composed = compose(fresh, arrangement, carried(decisions, old, fresh))
  const here = new Set(fresh.lines.map(({ id }) => id))
  const homeless = blocksIn(decisions).flatMap((block) => correctedGone(block, here))
  return {
    ...composed,
    doc: withScraps(composed.doc, homeless),
    conflicts: [...composed.conflicts, ...homeless.map(({ line, text }) => ({ line, person: text, fresh: "" }))],
  }
}

const blocksIn = ({ articles, tray }: Decisions): DecidedBlock[] => [
  ...articles.flatMap((article) => ("blocks" in article ? article.blocks : [])),
  ...(tray ?? []),
]

type Homeless = DecidedStretch & Pick<DecidedBlock, "role">

/** What a person corrected in lines that are not there any more. */
const correctedGone = ({ role, pieces }: DecidedBlock, here: ReadonlySet<LineId>): Homeless[] =>
  pieces.flatMap((piece) => {
    const gone = "read" in piece && !here.has(piece.line) && piece.text.trim() && piece.text !== piece.read
    return gone ? [{ ...piece, role }] : []
  })

function withScraps(doc: Node, homeless: readonly Homeless[]): Node {
  const tray = doc.lastChild
  if (!homeless.length || !tray) return doc
  const scraps = homeless.map(({ role, text }) =>
    schema.node("scrap", { role: "unplaced", likely: role }, schema.text(text)),
  )
  const parts = [
    ...doc.content.content.slice(0, -1),
    tray.copy(tray.content.append(schema.node("tray", null, scraps).content)),
  ]
  return schema.node("doc", doc.attrs, parts)
}

/** Decisions with their stretches cut where the new reading of a line has the same place. */
function carried(decisions: Decisions, old: Recognition, fresh: Recognition): Decisions {
  const byId = ({ lines }: Recognition): Lines => new Map(lines.map((line) => [line.id, line]))
  const [was, is] = [byId(old), byId(fresh)]
  const moved = (block: DecidedBlock): DecidedBlock => ({
    ...block,
    pieces: block.pieces.map((piece) =>
      "read" in piece ? moveCuts(piece, was.get(piece.line), is.get(piece.line)) : piece,
    ),
  })
  return {
    ...decisions,
    articles: decisions.articles.map((one) => ("blocks" in one ? { ...one, blocks: one.blocks.map(moved) } : one)),
    tray: decisions.tray?.map(moved) ?? null,
  }
}

type Lines = ReadonlyMap<LineId, Line>

function moveCuts(piece: DecidedStretch, was: Line | undefined, is: Line | undefined): DecidedStretch {
  if (!was || !is) return piece
  const [before, after] = [codePoints(was.text), codePoints(is.text)]
  const pairs = longestCommon([...was.text], [...is.text])
  const at = (cut: number): number => {
    if (cut <= 0 || cut >= before) return cut <= 0 ? 0 : after
    return pairs.find(([a]) => a === cut)?.[1] ?? (pairs.findLast(([a]) => a < cut)?.[1] ?? -1) + 1
  }
  return { ...piece, from: at(piece.from), to: at(piece.to) }
}
