// A piece of a text without boxes: a paragraph as it seems, or lines that stand alone, with what they are by their words.
import type { LineId } from "../../model/recognition.ts"
import { bylineShape } from "../../text/bylines.ts"
import { captionShape } from "../../text/captions.ts"
import { findDateline } from "../../text/datelines.ts"
import { guideShape } from "../../text/guides.ts"
import { parseJump } from "../../text/jumps.ts"
import { columnLabel } from "../../text/labels.ts"
import { mastheadShape } from "../../text/masthead.ts"
import { findNote } from "../../text/notes.ts"
import { noticeTitle } from "../../text/notices.ts"

export type Look =
  | "paragraph"
  | "byline"
  | "names"
  | "masthead"
  | "jump"
  | "notice"
  | "caption"
  | "note"
  | "column"
  | "title"

export interface Part {
  id: LineId
  text: string
  /** Whether it stands closer to the line before it than lines of this text do. */
  tied: boolean
}

export interface Piece {
  look: Look
  lines: LineId[]
  /** Its lines joined, spaces at line ends left out. */
  text: string
  parts: Part[]
  /** For a paragraph: begins with a dateline; ends with the name of its author. */
  dateline: boolean
  signed: boolean
  /** Whether a caption or a line of the masthead stands before it. */
  parted: boolean
}

/** What a line that stands alone is by its words; null where only its place can tell. */
export function lookOf(text: string): Look | null {
  const line = text.trim()
  if (parseJump(line)) return "jump"
  if (noticeTitle(line) || guideShape(line) === "title") return "notice"
  if (findNote(line)?.end === line.length) return "note"
  const byline = bylineShape(line)
  if (byline === "marked") return "byline"
  if (mastheadShape(line)) return "masthead"
  const label = columnLabel(line)
  if (byline === "names" && !label) return "names"
  if ([...line].length <= 60 && captionShape(line)) return "caption"
  if (label) return "column"
  return null
}

/** No title ends with a full stop. */
export const loose = (part: Part): Piece =>
  begin(lookOf(part.text) ?? (part.text.endsWith("。") ? "caption" : "title"), part)

export const begin = (look: Look, part: Part): Piece => ({
  look,
  lines: [part.id],
  text: part.text,
  parts: [part],
  dateline: findDateline(part.text) !== null,
  signed: false,
  parted: false,
})

export function extend(piece: Piece, part: Part): void {
  piece.lines.push(part.id)
  piece.text += part.text
  piece.parts.push(part)
}

/** Whether a paragraph names its reporter in the bracket of its dateline. */
export const namesReporter = (text: string): boolean =>
  /^[^。]{0,24}[（(][^）)]*(?:记者|記者|通讯员|通訊員)/u.test(text)
