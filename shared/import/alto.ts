// ALTO (Analyzed Layout and Text Object, Library of Congress), versions 1 to 4: text, boxes and scores of pages that
// another program has read. Elements are known by their names alone, whatever their prefix or namespace.
import { AppError } from "../errors.ts"
import { type Box, height, width } from "../geometry/box.ts"
import type { Direction, Line, PrintedShape, Recognition } from "../model/recognition.ts"
import { type AltoLine, boxOf, measured, readLine, type Scale } from "./altoline.ts"
import { attribute, elementsIn, parseXml, textIn, type XmlElement } from "./xml.ts"

/** More lines than any newspaper page has; what follows works on all of them at once. */
const mostLines = 10_000

/**
 * Pixels for one unit of the file. Lengths of paper become pixels of 300 dpi: without the scan nobody knows its own
 * resolution, and what follows measures by the size of the type, not by pixels.
 */
const scales: Record<string, number> = { pixel: 1, mm10: 300 / 254, inch1200: 300 / 1200 }

/**
 * The pages of an ALTO file, each as a recognition of its own; one page may be empty, not all. Boxes are pixels, see
 * `scales`. Throws `xml-not-alto` with the root element, `no-text`, `too-many-lines`, and what `parseXml` throws.
 */
export function readAlto(text: string): Recognition[] {
  const root = parseXml(text)
  if (root.name.toLowerCase() !== "alto") throw new AppError("xml-not-alto", { root: root.name.slice(0, 60) })
  const engine = { name: "alto", version: versionOf(root, text) }
  const unit = find(root, "MeasurementUnit")
  const scale = scales[unit ? textIn(unit).trim().toLowerCase() : ""] ?? 1
  const pages = elementsIn(root)
    .filter((part) => part.name === "Layout")
    .flatMap(elementsIn)
    .filter((page) => page.name === "Page")
    .map((page) => ({ engine, ...readPage(page, scale) }))
  if (!pages.some((page) => page.lines.length)) throw new AppError("no-text")
  return pages
}

/** As the file says of itself, or by its namespace; the present one where neither tells. */
function versionOf(root: XmlElement, text: string): string {
  const said = /^\d+(?:\.\d+)*/u.exec(attribute(root, "SCHEMAVERSION") ?? "")?.[0]
  return said ?? /alto\/ns-v(\d+)#/u.exec(text)?.[1] ?? "4"
}

function find(element: XmlElement, name: string): XmlElement | null {
  for (const child of elementsIn(element)) {
    const found = child.name === name ? child : child.name === "Layout" ? null : find(child, name)
    if (found) return found
  }
  return null
}

interface Draft {
  scale: Scale
  lines: { id: string | null; read: AltoLine; first: boolean }[]
  shapes: PrintedShape[]
}

function readPage(page: XmlElement, scale: Scale): Omit<Recognition, "engine"> {
  const draft: Draft = { scale, lines: [], shapes: [] }
  gather(page, saidDirection(page), draft)
  const space = elementsIn(page).find((part) => part.name === "PrintSpace")
  const printed = space && boxOf(space, scale)
  return {
    width: measured(page, "WIDTH", scale) ?? printed?.[2] ?? null,
    height: measured(page, "HEIGHT", scale) ?? printed?.[3] ?? null,
    lines: named(draft.lines),
    shapes: draft.shapes,
  }
}

/** What is printed in an element, in the order of the file. `direction` is what those around it say of it. */
function gather(element: XmlElement, direction: Direction | null, draft: Draft): void {
  const kind = shapeOf(element, draft.scale)
  const box = kind && boxOf(element, draft.scale)
  if (kind && box) draft.shapes.push({ kind, box })
  const before = draft.lines.length
  for (const child of elementsIn(element)) {
    const said = saidDirection(child) ?? direction
    if (child.name === "TextLine") addLine(child, said, draft)
    else gather(child, said, draft)
  }
  const first = draft.lines[before]
  if (element.name === "TextBlock" && first) first.first = true
}

function addLine(element: XmlElement, direction: Direction | null, draft: Draft): void {
  const read = readLine(element, direction, draft.scale)
  if (!read.text.trim()) return
  if (draft.lines.length >= mostLines) throw new AppError("too-many-lines", { most: mostLines })
  draft.lines.push({ id: attribute(element, "ID"), read, first: false })
}

/** Version 4.3 has BASEDIRECTION; before it, text that was turned a quarter runs down the page. */
function saidDirection(element: XmlElement): Direction | null {
  const base = attribute(element, "BASEDIRECTION")
  if (base) return base === "ttb" || base === "btt" ? "vertical" : "horizontal"
  const turned = Number.parseFloat(attribute(element, "ROTATION") ?? "")
  return Number.isFinite(turned) && Math.abs(turned) % 180 === 90 ? "vertical" : null
}

/** Which ink that is not text an element stands for. A graphic that is as broad as a box is one. */
function shapeOf(element: XmlElement, scale: Scale): PrintedShape["kind"] | null {
  if (element.name === "Illustration") return "picture"
  if (element.name === "ComposedBlock") return /box|frame/iu.test(attribute(element, "TYPE") ?? "") ? "frame" : null
  if (element.name !== "GraphicalElement") return null
  const box = boxOf(element, scale)
  return box && isThin(box) ? "rule" : "frame"
}

const isThin = (box: Box): boolean => {
  const [thin, long] = [Math.min(width(box), height(box)), Math.max(width(box), height(box))]
  return thin <= 0.1 * long || thin < 20
}

/** Lines under ids that are each theirs alone: the file's own where it is a plain word and no other line has it. */
function named(drafts: Draft["lines"]): Line[] {
  const counts = new Map<string, number>()
  for (const { id } of drafts) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  const own = (id: string | null): id is string =>
    id !== null && counts.get(id) === 1 && /^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u.test(id)
  return drafts.map(({ id, read, first }, index) => {
    let unique = own(id) ? id : `l${index + 1}`
    while (!own(id) && own(unique)) unique = `${unique}_`
    // Without boxes the blocks of the file stand for the blank lines of a text.
    return { id: unique, ...read, gap: first && index > 0 && !read.box ? 1 : 0 }
  })
}
