// Captions among the pieces of a text without boxes: of several lines, with the credit on a line of its own, or with none.
import { captionShape, hasCredit, pictureCredit, splitCaption } from "../../text/captions.ts"
import { openBrackets } from "../../text/han.ts"
import { begin, extend, loose, type Part, type Piece } from "./piece.ts"

/** A paragraph of a few lines that ends with who made a picture is a caption, from its last line that stands apart on. */
export function creditedLines(piece: Piece): Piece[] {
  if (piece.look !== "paragraph" || piece.parts.length > 4 || piece.dateline || !credits(piece.text)) return [piece]
  const at = piece.parts.some(({ tied }) => tied) ? piece.parts.findLastIndex(({ tied }) => !tied) : 0
  const [first, ...others] = piece.parts.slice(Math.max(0, at)) as [Part, ...Part[]]
  const caption = begin("caption", first)
  for (const part of others) extend(caption, part)
  return [...piece.parts.slice(0, Math.max(0, at)).map(loose), caption]
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
export function joinCaptions(pieces: Piece[]): Piece[] {
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
export function amongCaptions(pieces: Piece[]): Piece[] {
  const out = [...pieces]
  for (let from = 0; from < pieces.length; from++) {
    let to = from
    while (to < pieces.length && isSentence(pieces[to] as Piece)) to++
    const [before, after] = [pieces[from - 1], pieces[to]]
    // A title with one sentence under it at the end of a page is an article.
    const last = !after && before?.look !== "title" && before?.look !== "column"
    const beside = before?.look === "caption" || after?.look === "caption" || last
    const apart = before !== undefined && before.look !== "paragraph" && after?.look !== "paragraph"
    if (to > from && beside && apart)
      for (let i = from; i < to; i++) out[i] = { ...(pieces[i] as Piece), look: "caption" }
    from = Math.max(from, to)
  }
  return out
}
