// From an outline to the document: the text of its pieces, cleaned and joined as the seams between them say, and merged
// with what a person made of it.
import type { Node } from "prosemirror-model"
import { type DecidedStretch, type Joining, type Span, seamId } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import type { LineEdit, SeamDecision, SeamProposal } from "../model/seam.ts"
import type { Setting } from "../text/edit.ts"
import { merge3 } from "../text/merge3.ts"
import { type OutlineBlock, type Piece, type PlacedOutline, typeOfRole } from "./outline.ts"
import { cleaned, lineMark } from "./pieces.ts"
import { schema } from "./schema.ts"

/** A place where a person and a new reading changed the same characters. The person's text stands in the document. */
export interface Conflict {
  line: LineId
  /** What the line says in the document, and what it would say had nobody touched it. */
  person: string
  fresh: string
}

export interface Rendered {
  doc: Node
  edits: LineEdit[]
  conflicts: Conflict[]
}

interface Rendering {
  lines: ReadonlyMap<LineId, Line>
  decisions: ReadonlyMap<string, SeamDecision>
  edits: LineEdit[]
  conflicts: Conflict[]
}

/** `confirmed` are the seams a person confirmed, by id. */
export function render(
  outline: PlacedOutline,
  seams: readonly SeamProposal[],
  lines: ReadonlyMap<LineId, Line>,
  confirmed: Record<string, SeamDecision>,
): Rendered {
  const decisions = new Map(seams.map((seam) => [seamId(seam.after, seam.before), seam.decision]))
  const rendering: Rendering = { lines, decisions, edits: [], conflicts: [] }
  const articles = outline.articles.map(({ id, blocks }) =>
    schema.node(
      "article",
      { id },
      blocks.map((block) => schema.node(typeOfRole(block.role, block.likely), null, textOf(block, rendering, false))),
    ),
  )
  if (!articles.length) articles.push(schema.node("article", { id: "a1" }, [schema.node("paragraph")]))
  const scraps = outline.tray.map((block) => schema.node("scrap", scrapAttrs(block), textOf(block, rendering, true)))
  const doc = schema.node("doc", { confirmed }, [...articles, schema.node("tray", null, scraps)])
  doc.check()
  return { doc, edits: rendering.edits, conflicts: rendering.conflicts }
}

const scrapAttrs = ({ role, likely }: OutlineBlock<Piece>) => ({ role, likely })

/** How a block of so many lines is cleaned. A notice is running text too. */
export function settingOf(
  { role, likely }: Pick<OutlineBlock, "role" | "likely">,
  lines: number,
  scrap: boolean,
): Setting {
  if (scrap) return role === "notice" && lines >= 3 ? "running" : "display"
  const type = typeOfRole(role, likely)
  return type === "paragraph" || type === "note" || (type === "caption" && lines > 1) ? "running" : "display"
}

function textOf(block: OutlineBlock<Piece>, rendering: Rendering, scrap: boolean): Node[] {
  const lines = new Set(block.spans.flatMap((piece) => ("typed" in piece ? [] : [piece.line]))).size
  const setting = settingOf(block, lines, scrap)
  return block.spans.flatMap((piece, i) => {
    if ("typed" in piece) return [schema.text(piece.typed)]
    const text = textOfSpan(piece, joiningOf(piece, block.spans[i + 1], rendering, scrap), setting, rendering)
    return text ? [schema.text(text, [lineMark(piece.line)])] : []
  })
}

function textOfSpan(span: Span | DecidedStretch, join: Joining, setting: Setting, rendering: Rendering): string {
  const line = rendering.lines.get(span.line)
  if (!line) return ""
  const { text: fresh, edits } = cleaned(
    { line, from: span.from, to: span.to },
    "setting" in span ? span.setting : setting,
    join,
  )
  rendering.edits.push(...edits)
  if (!("read" in span)) return fresh
  const { text, conflict } = merge3(span.read, span.text, fresh)
  if (conflict) rendering.conflicts.push({ line: line.id, person: text, fresh })
  return text
}

/** `scrap`: there paragraphs inside a block are kept apart by line feeds. */
function joiningOf(
  piece: Span | DecidedStretch,
  next: Piece | undefined,
  { decisions }: Rendering,
  scrap: boolean,
): Joining {
  const decided = "join" in piece && (!next || "read" in next)
  if (decided) return piece.join
  if (!next || "typed" in next) return "join"
  const decision = decisions.get(seamId(piece.line, next.line))
  if (decision === "join-space" || decision === "drop-hyphen") return decision
  return scrap && (decision === "paragraph" || decision === "heading") ? "break" : "join"
}
