// Lines of a text without boxes, put into pieces: paragraphs as they seem, and lines that stand alone.
import type { Line } from "../../model/recognition.ts"
import type { LineEvidence } from "../../seams/evidence.ts"
import { findMeasures } from "../../seams/findmeasures.ts"
import { settingOf, setWidth } from "../../seams/measures.ts"
import { statesOf } from "../../seams/model.ts"
import { bylineShape, tailByline } from "../../text/bylines.ts"
import { pictureCredit } from "../../text/captions.ts"
import { emWidth } from "../../text/han.ts"
import type { Words } from "../../text/words.ts"
import { afterDash } from "../titleshapes.ts"
import { amongCaptions, creditedLines, joinCaptions } from "./captionpieces.ts"
import { begin, extend, lookOf, loose, type Piece } from "./piece.ts"

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
  const told = amongCaptions(
    joinCaptions(joinBylines(tieTitles(asking(pieces.flatMap(creditedLines).flatMap(loosen))))),
  )
  return someText(told).map(sign)
}

/** Where nothing else is text, sentences that stand alone are. */
const someText = (pieces: Piece[]): Piece[] =>
  pieces.some(({ look }) => look === "paragraph")
    ? pieces
    : pieces.map((piece) =>
        piece.look === "caption" && piece.text.endsWith("。") ? { ...piece, look: "paragraph" } : piece,
      )

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

/** Whether a line kept with a title says by a mark, or by its inner space, that it names the author. */
const namesItself = ({ text }: Piece, title: Piece): boolean =>
  marked.test(text) ||
  (/^\p{Script=Han}\s\p{Script=Han}$/u.test(text) && !/\p{Script=Han}\s\p{Script=Han}\s/u.test(title.text))

/** Lines of one title stand close; a notice's title may begin with who gives it. */
function tieTitles(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const open = out.at(-1)
    const tied = piece.parts[0]?.tied && (piece.look === "title" || piece.look === "notice")
    if (open?.look === "title" && tied && !afterDash(piece.text) && !namesItself(piece, open)) {
      open.look = pictureCredit(piece.text) ? "caption" : piece.look
      for (const part of piece.parts) extend(open, part)
    } else out.push(piece)
  }
  return out
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

const sign = (piece: Piece): Piece =>
  piece.look === "paragraph" ? { ...piece, signed: tailByline(piece.text) !== null } : piece
