// Lines of a text without boxes, put into pieces: paragraphs as they seem, and lines that stand alone.
import type { Line, LineId } from "../../model/recognition.ts"
import type { LineEvidence } from "../../seams/evidence.ts"
import { findMeasures } from "../../seams/findmeasures.ts"
import { settingOf, setWidth } from "../../seams/measures.ts"
import { statesOf } from "../../seams/model.ts"
import { bylineShape, tailByline } from "../../text/bylines.ts"
import { captionShape, hasCredit, pictureCredit, splitCaption } from "../../text/captions.ts"
import { findDateline } from "../../text/datelines.ts"
import { guideShape } from "../../text/guides.ts"
import { emWidth, openBrackets } from "../../text/han.ts"
import { parseJump } from "../../text/jumps.ts"
import { columnLabel } from "../../text/labels.ts"
import { mastheadShape } from "../../text/masthead.ts"
import { findNote } from "../../text/notes.ts"
import { noticeTitle } from "../../text/notices.ts"
import type { Words } from "../../text/words.ts"
import { afterDash } from "./titleshapes.ts"

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

interface Part {
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
function lookOf(text: string): Look | null {
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

/** Whether most lines of the text are set apart by blank lines, so that those that are not belong together. */
function gapReader(lines: Line[]): (line: Line, first: boolean) => LineEvidence["gap"] {
  const blank = lines.slice(1).filter((line) => line.gap > 0).length
  const spaced = blank > lines.length * 0.6
  const dense = blank < lines.length * 0.35
  return (line, first) => {
    if (first) return "usual"
    if (spaced && line.gap === 0) return "tied"
    return dense && line.gap > 0 ? "apart" : "usual"
  }
}

/** What can be measured of lines without boxes. */
export function gather(lines: Line[], words: Words): LineEvidence[] {
  const setting = settingOf(lines.map((line) => line.text))
  const sets = lines.map((line) => setWidth(line.text, setting))
  const gap = gapReader(lines)
  const seen = lines.map((line, i): LineEvidence => {
    const tail = tailByline(line.text)
    const text = (tail ? line.text.slice(0, tail.at) : line.text).trim()
    return {
      text,
      row: false,
      em: emWidth(line.text),
      measure: 0,
      edges: null,
      setIn: 2,
      set: sets[i] ?? null,
      alone: false,
      signed: tail !== null,
      size: 1,
      newColumn: false,
      gap: gap(line, i === 0),
      follows: 1,
      word: i ? words.binds(lines[i - 1]?.text.trim() ?? "", text) : 0,
    }
  })
  const widths = findMeasures(seen)
  return seen.map((line, i) => {
    const measure = widths[i] ?? 0
    return { ...line, measure, alone: standsAlone(lines[i]?.text ?? "", measure) }
  })
}

function standsAlone(text: string, measure: number): boolean {
  const look = lookOf(text)
  if (look === null || look === "column") return false
  // A full line that happens to look like names is running text.
  return look !== "names" || emWidth(text) < measure - 1 || /\s/u.test(text.trim())
}

export function cutPieces(lines: Line[], evidence: LineEvidence[]): Piece[] {
  const path = statesOf(evidence)
  const pieces: Piece[] = []
  for (const [i, line] of lines.entries()) {
    const open = pieces.at(-1)
    const part = { id: line.id, text: line.text.trim(), tied: evidence[i]?.gap === "tied" }
    if (path[i] === "alone") pieces.push(loose(part))
    else if (open && (path[i] === "middle" || path[i] === "last")) extend(open, part)
    else pieces.push(begin("paragraph", part))
  }
  return amongCaptions(joinCaptions(joinBylines(tieTitles(asking(pieces.flatMap(creditedLines).flatMap(loosen)))))).map(
    sign,
  )
}

/** A few lines that ask or call out, among lines that stand alone, are a title and no paragraph. */
function asking(pieces: Piece[]): Piece[] {
  const calls = ({ look, parts, text }: Piece) =>
    look === "paragraph" && parts.length < 5 && [...text].length < 45 && /^[^。；]*[？！]$/u.test(text)
  return pieces.flatMap((piece, i) => {
    const beside = [pieces[i - 1], pieces[i + 1]].filter((near) => near !== undefined)
    return calls(piece) && beside.every((near) => near.look !== "paragraph" || calls(near))
      ? piece.parts.map(loose)
      : [piece]
  })
}

/** A few lines in which no sentence ends are no paragraph, whatever their widths say. */
function loosen(piece: Piece, i: number, pieces: Piece[]): Piece[] {
  if (piece.look !== "paragraph" || piece.parts.length > 6 || /[。；！？…]/u.test(piece.text)) return [piece]
  const inText = i > 0 && pieces[i - 1]?.look === "paragraph"
  if (inText && piece.parts.length > 2 && /[，、：]$/mu.test(piece.parts.map((part) => part.text).join("\n")))
    return [piece]
  return piece.parts.map(loose)
}

/** What stands before who wrote a text. */
const marked = /^[▶►□■●○◎]/u

/** Lines of one title stand close; a notice's title may begin with who gives it. */
function tieTitles(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const open = out.at(-1)
    const tied = piece.parts[0]?.tied && (piece.look === "title" || piece.look === "notice")
    if (open?.look === "title" && tied && !afterDash(piece.text) && !marked.test(piece.text)) {
      open.look = pictureCredit(piece.text) ? "caption" : piece.look
      for (const part of piece.parts) extend(open, part)
    } else out.push(piece)
  }
  return out
}

/** A paragraph of a few lines that ends with who made a picture is a caption, from its last line that stands apart on. */
function creditedLines(piece: Piece): Piece[] {
  if (piece.look !== "paragraph" || piece.parts.length > 4 || piece.dateline || !credits(piece.text)) return [piece]
  const at = piece.parts.some(({ tied }) => tied) ? piece.parts.findLastIndex(({ tied }) => !tied) : 0
  const [first, ...others] = piece.parts.slice(Math.max(0, at)) as [Part, ...Part[]]
  const caption = begin("caption", first)
  for (const part of others) extend(caption, part)
  return [...piece.parts.slice(0, Math.max(0, at)).map(loose), caption]
}

/** Who somebody is may stand on a line before the name: `□ 市第一医院主任医师`. */
function joinBylines(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const open = out.at(-1)
    const opened = open?.look === "title" && marked.test(open.text)
    if (open && opened && piece.look === "names" && bylineShape(`${open.text} ${piece.text}`)) {
      open.look = "byline"
      for (const part of piece.parts) extend(open, part)
    } else out.push(piece)
  }
  return out
}

const credits = (text: string): boolean => [...text].length <= 90 && captionShape(text)

/** What of a line is a caption's own text, its credit taken away. */
const toldIn = (text: string): string => splitCaption(text).text.replace(/[（(][^（）()]*[）)]$/u, "")

const ended = /[。！？…”）)]$/u

/** Whether a caption goes on in the next piece: it ends within a sentence or a credit, or that is a credit alone. */
function captionGoesOn(open: Piece, piece: Piece, before: Piece | undefined): boolean {
  if (pictureCredit(piece.text) && open.parts.length <= 3 && !hasCredit(open.text)) {
    const told = /^[^。！？；]{6,60}。?$/u.test(open.text)
    const apart = piece.parts[0]?.tied || before?.look !== "paragraph"
    if (told && apart && ["title", "caption", "paragraph"].includes(open.look)) return true
  }
  const short = piece.look === "title" || piece.look === "names" || piece.look === "caption"
  if (!short && !(piece.look === "paragraph" && piece.parts.length <= 2)) return false
  if (open.look === "caption" && !ended.test(open.text) && !hasCredit(open.text) && [...open.text].length < 60)
    return !captionShape(piece.text) || hasCredit(piece.text)
  return (
    piece.look !== "paragraph" &&
    (open.look === "title" || open.look === "caption") &&
    credits(open.text + piece.text) &&
    (openBrackets(open.text).includes("（") || (!hasCredit(open.text) && [...toldIn(piece.text)].length < 6))
  )
}

/** Captions of several lines. */
function joinCaptions(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const open = out.at(-1)
    if (open && captionGoesOn(open, piece, out.at(-2))) {
      open.look = "caption"
      for (const part of piece.parts) extend(open, part)
    } else out.push(piece)
  }
  return out
}

/** One sentence in a line or a few. */
const isSentence = (piece: Piece): boolean =>
  piece.look === "paragraph" && !piece.dateline && piece.parts.length <= 3 && /^[^。！？；]{8,44}。$/u.test(piece.text)

/** Sentences that stand among captions and apart from any text are captions too. */
function amongCaptions(pieces: Piece[]): Piece[] {
  const out = [...pieces]
  for (let from = 0; from < pieces.length; from++) {
    let to = from
    while (to < pieces.length && isSentence(pieces[to] as Piece)) to++
    const [before, after] = [pieces[from - 1], pieces[to]]
    const beside = before?.look === "caption" || after?.look === "caption" || !after
    const apart = before !== undefined && before.look !== "paragraph" && after?.look !== "paragraph"
    if (to > from && beside && apart)
      for (let i = from; i < to; i++) out[i] = { ...(pieces[i] as Piece), look: "caption" }
    from = Math.max(from, to)
  }
  return out
}

/** No title ends with a full stop. */
const loose = (part: Part): Piece => begin(lookOf(part.text) ?? (part.text.endsWith("。") ? "caption" : "title"), part)

const begin = (look: Look, part: Part): Piece => ({
  look,
  lines: [part.id],
  text: part.text,
  parts: [part],
  dateline: findDateline(part.text) !== null,
  signed: false,
  parted: false,
})

function extend(piece: Piece, part: Part): void {
  piece.lines.push(part.id)
  piece.text += part.text
  piece.parts.push(part)
}

const sign = (piece: Piece): Piece =>
  piece.look === "paragraph" ? { ...piece, signed: tailByline(piece.text) !== null } : piece
