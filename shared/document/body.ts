// The body of an article: paragraphs and section headings, with the dateline and its reporters taken off the front and
// the author's name off the end, each into a field of its own.
import type { Line } from "../model/recognition.ts"
import type { SeamProposal } from "../model/seam.ts"
import { type BodyLine, decideSeams } from "../seams/decide.ts"
import { bylineShape, parseByline, tailByline } from "../text/bylines.ts"
import { findDateline } from "../text/datelines.ts"
import { sentenceEnd } from "../text/han.ts"
import { headJump, parseJump, tailJump } from "../text/jumps.ts"
import { findNote } from "../text/notes.ts"
import { findSender } from "../text/senders.ts"
import type { Draft } from "./draft.ts"
import { cutAt, type Stretch, textOf, wholeLine } from "./pieces.ts"
import type { BlockType } from "./schema.ts"

export interface Part {
  type: BlockType
  stretches: Stretch[]
}

const breaking = (seam: SeamProposal | undefined): boolean =>
  seam?.decision === "paragraph" || seam?.decision === "heading"

export function composeBody(body: BodyLine[], draft: Draft): Part[] {
  const { seams, headings } = decideSeams(body)
  draft.seams.push(...seams)
  const byLine = new Map(seams.map((seam) => [seam.after, seam]))
  const parts: Part[] = []
  let open: Line[] = []
  body.forEach(({ id }, i) => {
    const line = draft.lines.get(id)
    if (line) open.push(line)
    if (i < body.length - 1 && !breaking(byLine.get(id))) return
    if (open.length) parts.push({ type: headings.has(id) ? "heading" : "paragraph", stretches: open.map(wholeLine) })
    open = []
  })
  return takeTail(takeDateline(takeHead(parts))).map(named)
}

/** `（上接第1版）会议指出…` → jump, paragraph. */
function takeHead(parts: Part[]): Part[] {
  const [first, ...rest] = parts
  const found = first?.type === "paragraph" ? headJump(textOf(first.stretches).text) : null
  if (!first || !found) return parts
  const [jump, text] = cutAt(first.stretches, found.end)
  return [{ type: "jump", stretches: jump }, ...(text.length ? [{ ...first, stretches: text }] : []), ...rest]
}

/** `本报讯（记者 甲）今天…` → dateline, byline, paragraph; an editor's note may stand before it. */
function takeDateline(parts: Part[]): Part[] {
  const at = parts.findIndex((part) => part.type === "paragraph" && named(part).type === "paragraph")
  const first = parts[at]
  const found = first && at < 2 ? findDateline(textOf(first.stretches).text) : null
  const sender = first && at < 2 && !found ? findSender(textOf(first.stretches).text) : null
  if (first && sender) {
    const [byline, text] = cutAt(first.stretches, sender.end)
    const out: Part[] = text.length ? [{ type: "paragraph", stretches: text }] : []
    return parts.toSpliced(at, 1, { type: "byline", stretches: byline }, ...out)
  }
  if (!first || !found) return parts
  const [front, text] = cutAt(first.stretches, found.end)
  const [dateline, bracket] = found.bracket ? cutAt(front, found.bracket.from) : [front, []]
  const out: Part[] = [{ type: "dateline", stretches: dateline }]
  if (bracket.length) out.push({ type: "byline", stretches: bracket })
  if (text.length) out.push({ type: "paragraph", stretches: text })
  return parts.toSpliced(at, 1, ...out)
}

/** `…第一。　张鑫` → paragraph, byline; a last line that only names people is a byline whole. */
function takeTail(parts: Part[]): Part[] {
  const last = parts.at(-1)
  if (!last) return parts
  const [rest, said] = [parts.slice(0, -1), lastLine(last)]
  const alone = rest.length > 0 && last.type !== "dateline" && last.stretches.length === 1
  if (alone && bylineShape(said)) return [...rest, { ...last, type: "byline" }]
  // A heading has text under it; what stands alone at the end names the author, or where the text is from.
  if (last.type === "heading")
    return [...rest, { ...last, type: alone && parseByline(said, true) ? "byline" : "paragraph" }]
  if (last.type !== "paragraph") return parts
  const { text } = textOf(last.stretches)
  const jump = tailJump(text)
  if (jump && jump.at > 0) {
    const [body, to] = cutAt(last.stretches, jump.at)
    return [...takeTail([...rest, { ...last, stretches: body }]), { ...last, type: "jump", stretches: to }]
  }
  const above = text.slice(0, text.length - said.length)
  const at = sentenceEnd.test(above) && bylineShape(said) ? 0 : tailByline(said)?.at
  if (at === undefined) return parts
  const [body, names] = cutAt(last.stretches, above.length + at)
  return [...rest, { ...last, stretches: body }, { type: "byline", stretches: names }]
}

const lastLine = (part: Part): string => textOf(part.stretches.slice(-1)).text

/** An editor's note and a jump line name themselves. */
const named = (part: Part): Part =>
  part.stretches.length === 1 && parseJump(textOf(part.stretches).text) ? { ...part, type: "jump" } : noted(part)

const noted = (part: Part): Part =>
  part.type === "paragraph" && findNote(textOf(part.stretches).text) ? { ...part, type: "note" } : part
