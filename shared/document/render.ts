// From an outline to the document: the text of its spans, cleaned and joined as the seams between them say.
import type { Node } from "prosemirror-model"
import { seamId } from "../model/decisions.ts"
import type { Line, LineId } from "../model/recognition.ts"
import type { LineEdit, SeamDecision, SeamProposal } from "../model/seam.ts"
import type { Setting } from "../text/edit.ts"
import { type Outline, type OutlineBlock, typeOfRole } from "./outline.ts"
import { type JoinedStretch, textNodes } from "./pieces.ts"
import { schema } from "./schema.ts"

export interface Rendered {
  doc: Node
  edits: LineEdit[]
}

/** `confirmed` are the seams a person decided, by id. */
export function render(
  outline: Outline,
  seams: readonly SeamProposal[],
  lines: ReadonlyMap<LineId, Line>,
  confirmed: Record<string, SeamDecision>,
): Rendered {
  const edits: LineEdit[] = []
  const decisions = new Map(seams.map((seam) => [seamId(seam.after, seam.before), seam.decision]))
  const text = (block: OutlineBlock, setting: Setting, breaks = false) =>
    textNodes(joined(block, decisions, lines, breaks), setting, edits)
  const articles = outline.articles.map((blocks, k) =>
    schema.node(
      "article",
      { id: `a${k + 1}` },
      blocks.map((block) => schema.node(typeOfRole(block.role, block.likely), null, text(block, settingOf(block)))),
    ),
  )
  if (!articles.length) articles.push(schema.node("article", { id: "a1" }, [schema.node("paragraph")]))
  const scraps = outline.tray.map((block) => {
    const { role, likely } = block
    return schema.node("scrap", { role, likely }, text(block, isRunning(block) ? "running" : "display", true))
  })
  const doc = schema.node("doc", { confirmed }, [...articles, schema.node("tray", null, scraps)])
  doc.check()
  return { doc, edits }
}

const settingOf = ({ role, likely, spans }: OutlineBlock): Setting => {
  const type = typeOfRole(role, likely)
  return type === "paragraph" || type === "note" || (type === "caption" && spans.length > 1) ? "running" : "display"
}

const isRunning = ({ role, spans }: OutlineBlock): boolean => role === "notice" && spans.length >= 3

/** `breaks`: whether paragraphs inside the block are kept apart by line feeds, as in the tray. */
function joined(
  { spans }: OutlineBlock,
  decisions: ReadonlyMap<string, SeamDecision>,
  lines: ReadonlyMap<LineId, Line>,
  breaks: boolean,
): JoinedStretch[] {
  return spans.flatMap((span, i) => {
    const line = lines.get(span.line)
    const next = spans[i + 1]
    const decision = next && decisions.get(seamId(span.line, next.line))
    return line ? [{ line, from: span.from, to: span.to, join: joinOf(decision, breaks) }] : []
  })
}

function joinOf(decision: SeamDecision | undefined, breaks: boolean): JoinedStretch["join"] {
  if (decision === "join-space" || decision === "drop-hyphen") return decision
  return breaks && (decision === "paragraph" || decision === "heading") ? "break" : "join"
}
