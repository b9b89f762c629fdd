// One TextLine of ALTO: its text, where it stands, how sure it is, and its glyphs where all of them are known.
import { type Box, height, union, width } from "../geometry/box.ts"
import type { Direction, Glyph, Line } from "../model/recognition.ts"
import { charEm } from "../text/han.ts"
import { printable } from "../text/printable.ts"
import { attribute, elementsIn, type XmlElement } from "./xml.ts"

/** Pixels for one unit of the file. */
export type Scale = number

export type AltoLine = Omit<Line, "id" | "gap">

/** A String, or a HYP as one. */
interface Word {
  text: string
  box: Box | null
  score: number | null
  /** Null where one of its characters has none. */
  glyphs: Glyph[] | null
  /** Size of the white that SP elements put before it, 0 where they do not say; null where there is none. */
  space: { across: number; down: number } | null
}

/** No page is so large in pixels: such a number is an error of the file. */
const farthest = 1_000_000

function number(element: XmlElement, name: string): number | null {
  const text = attribute(element, name)?.trim()
  const value = text ? Number(text) : Number.NaN
  return Math.abs(value) <= farthest ? value : null
}

/** A length in whole pixels; null where the element has none that makes sense. */
export function measured(element: XmlElement, name: string, scale: Scale): number | null {
  const value = number(element, name)
  return value !== null && value > 0 ? Math.round(value * scale) : null
}

/** The box of an element by its position and size, or else around its outline; null where neither makes sense. */
export function boxOf(element: XmlElement, scale: Scale): Box | null {
  const [x, y] = [number(element, "HPOS"), number(element, "VPOS")]
  const [wide, tall] = [number(element, "WIDTH"), number(element, "HEIGHT")]
  const known = x !== null && y !== null && wide !== null && tall !== null
  return (known ? onPage([x, y, x + wide, y + tall].map((edge) => edge * scale)) : null) ?? outline(element, scale)
}

/** Whole pixels, nothing left of the page or above it; null where nothing is left. */
function onPage(edges: number[]): Box | null {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = edges.map((edge) => Math.max(0, Math.round(edge)))
  return x1 > x0 && y1 > y0 ? [x0, y0, x1, y1] : null
}

/** Around the points of Shape/Polygon, written `x,y x,y …` or all apart. */
function outline(element: XmlElement, scale: Scale): Box | null {
  const shape = elementsIn(element).find((child) => child.name === "Shape")
  const polygon = shape && elementsIn(shape).find((child) => child.name === "Polygon")
  const points =
    (polygon &&
      attribute(polygon, "POINTS")
        ?.trim()
        .split(/[\s,]+/u)) ??
    []
  let edges = [farthest, farthest, 0, 0]
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [Number(points[i]), Number(points[i + 1])]
    if (!(Math.abs(x) <= farthest && Math.abs(y) <= farthest)) continue
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = edges
    edges = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)]
  }
  return onPage(edges.map((edge) => edge * scale))
}

/**
 * Reads a TextLine; `said` is its direction where the file tells it. Else a line of two characters or more runs down when
 * it is half as tall again as it is broad. SUBS_TYPE and SUBS_CONTENT are left out: they are not what is printed.
 */
export function readLine(element: XmlElement, said: Direction | null, scale: Scale): AltoLine {
  const words = wordsOf(element, scale)
  const box = boxOf(element, scale) ?? union(words.flatMap((word) => (word.box ? [word.box] : [])))
  const tall = box !== null && words.flatMap((word) => [...word.text]).length >= 2 && height(box) > 1.5 * width(box)
  const direction = said ?? (tall ? "vertical" : "horizontal")
  return { text: joined(words, direction, box), box, direction, score: meanScore(words), glyphs: allGlyphs(words) }
}

function wordsOf(element: XmlElement, scale: Scale): Word[] {
  const words: Word[] = []
  let space: Word["space"] = null
  for (const child of elementsIn(element)) {
    if (child.name === "SP") space = widened(space, child, scale)
    const word = readWord(child, scale)
    // Some programs write the hyphen twice: as the end of the word and as HYP.
    if (!word?.text || (child.name === "HYP" && words.at(-1)?.text.endsWith(word.text))) continue
    words.push({ ...word, space })
    space = null
  }
  return words
}

const widened = (space: Word["space"], element: XmlElement, scale: Scale): Word["space"] => ({
  across: (space?.across ?? 0) + (measured(element, "WIDTH", scale) ?? 0),
  down: (space?.down ?? 0) + (measured(element, "HEIGHT", scale) ?? 0),
})

function readWord(element: XmlElement, scale: Scale): Omit<Word, "space"> | null {
  if (element.name === "HYP") return readHyphen(element, scale)
  return element.name === "String" ? readString(element, scale) : null
}

function readString(element: XmlElement, scale: Scale): Omit<Word, "space"> {
  const text = printable(attribute(element, "CONTENT") ?? "")
  const score = share(element, "WC")
  return { text, box: boxOf(element, scale), score, glyphs: glyphsOf(element, text, score, scale) }
}

/**
 * A hyphen at the end of a line was printed, whatever sign the file has for it; whether it stays is for the seam. It has no
 * box as a word: white before it would part nothing.
 */
function readHyphen(element: XmlElement, scale: Scale): Omit<Word, "space"> {
  const said = printable(attribute(element, "CONTENT") ?? "").trim()
  const text = /^[\u00ad\u00ac\u2010\u2011\u2e17]?$/u.test(said) ? "-" : said
  const box = boxOf(element, scale)
  return {
    text,
    box: null,
    score: null,
    glyphs: box ? [{ text, box, score: 1, candidates: [{ text, score: 1 }] }] : [],
  }
}

/** A probability; null where it is not between 0 and 1. */
function share(element: XmlElement, name: string): number | null {
  const value = number(element, name)
  return value !== null && value >= 0 && value <= 1 ? value : null
}

/** The Glyph elements of a String, if they are all of its characters and have boxes. GC is the score, Variants follow. */
function glyphsOf(element: XmlElement, text: string, score: number | null, scale: Scale): Glyph[] | null {
  const glyphs = elementsIn(element)
    .filter((child) => child.name === "Glyph")
    .map((glyph) => ({ glyph, text: printable(attribute(glyph, "CONTENT") ?? ""), box: boxOf(glyph, scale) }))
  if (glyphs.map((glyph) => glyph.text).join("") !== text.replace(/\s/gu, "")) return null
  const known = glyphs.flatMap(({ glyph, text, box }): Glyph[] => {
    const own = share(glyph, "GC") ?? score ?? 1
    return box && text
      ? [{ text, box, score: own, candidates: [{ text, score: own }, ...variantsOf(glyph, text)] }]
      : []
  })
  return known.length === glyphs.length ? known.map(ranked) : null
}

const variantsOf = (glyph: XmlElement, reading: string): Glyph["candidates"] =>
  elementsIn(glyph)
    .filter((child) => child.name === "Variant")
    .map((variant) => ({ text: printable(attribute(variant, "CONTENT") ?? ""), score: share(variant, "VC") ?? 0 }))
    .filter(({ text }) => text && text !== reading)

const ranked = (glyph: Glyph): Glyph => ({
  ...glyph,
  candidates: glyph.candidates.toSorted((a, b) => b.score - a.score),
})

/** Of the words that have one, each counting for its characters. */
function meanScore(words: Word[]): number | null {
  let [sum, count] = [0, 0]
  for (const { text, score } of words) {
    if (score === null) continue
    sum += score * text.length
    count += text.length
  }
  return count ? sum / count : null
}

function allGlyphs(words: Word[]): Glyph[] | null {
  const glyphs = words.flatMap((word) => word.glyphs ?? [])
  return glyphs.length && words.every((word) => word.glyphs) ? glyphs : null
}

/**
 * The words of a line as one text. SP is a space between Latin letters or digits; so is white of a quarter em there, for
 * some programs write no SP. Elsewhere print has no spaces, and most programs write SP for the white that justifies a
 * line; but white as broad as a character or more parts names, or the halves of a headline: it becomes one U+3000. Not so
 * in a line that is letter-spaced: four or more words of one character each, all about as far from one another.
 */
function joined(words: Word[], direction: Direction, box: Box | null): string {
  const em = emOf(words, direction, box)
  const whites = words.slice(1).map((word, i) => whiteBefore(words[i], word, direction))
  const spacedOut =
    words.length >= 4 &&
    words.every((word) => [...word.text].length === 1) &&
    Math.max(...whites) < 1.6 * Math.min(...whites)
  let text = ""
  words.forEach((word, i) => {
    const [before, white] = [words[i - 1], whites[i - 1] ?? 0]
    if (before && isWestern([...before.text].reverse()) && isWestern([...word.text]))
      text += word.space || white >= 0.25 * em ? " " : ""
    else if (before && !spacedOut && white >= 0.9 * em) text += "\u3000"
    text += word.text
  })
  return text
}

/** Whether a word begins (or, reversed, ends) with Latin letters or digits; quotes and dashes are of either script. */
function isWestern(chars: string[]): boolean {
  const first = chars.find((char) => !/[“”‘’—…·]/u.test(char))
  return first !== undefined && charEm(first) < 1
}

/** White before a word along its line: as SP says, or between the boxes; 0 where nobody tells. */
function whiteBefore(before: Word | undefined, { box, space }: Word, direction: Direction): number {
  const said = (direction === "vertical" ? space?.down : space?.across) ?? 0
  if (said > 0 || !before?.box || !box) return said
  return Math.max(0, direction === "vertical" ? box[1] - before.box[3] : box[0] - before.box[2])
}

/** Advance of a full character: by the words' own boxes, or else by the thickness of the line. */
function emOf(words: Word[], direction: Direction, box: Box | null): number {
  const along = direction === "vertical" ? height : width
  let [length, em] = [0, 0]
  for (const word of words) {
    if (!word.box) continue
    length += along(word.box)
    for (const char of word.text) em += charEm(char)
  }
  if (em >= 2) return length / em
  return box ? (direction === "vertical" ? width(box) : height(box)) : Number.POSITIVE_INFINITY
}
