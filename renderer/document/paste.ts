// What is pasted: blocks only, fit for where they go. A line mark stays when its glyphs are not in the document, as after
// cutting; a copy is text like any other, for two characters cannot stand for one glyph.
import { Fragment, type Node, type ResolvedPos, Slice } from "prosemirror-model"
import { glyphsOf, lineAnchors, lineOf } from "../../shared/document/anchormap.ts"
import { schema } from "../../shared/document/schema.ts"
import type { Line, LineId } from "../../shared/model/recognition.ts"
import { longestCommon } from "../../shared/text/lcs.ts"
import { typeForScrap, typeOf } from "./blocks.ts"

type Lines = ReadonlyMap<LineId, Line>

/** `slice` as it may be put at `$at` of `doc`. */
export function fitPasted(slice: Slice, doc: Node, $at: ResolvedPos, lines: Lines): Slice {
  const blocks: Node[] = []
  let inline = Fragment.empty
  const collect = (node: Node) => {
    if (node.isText) inline = inline.addToEnd(node)
    else if (node.isTextblock) blocks.push(node)
    else node.forEach(collect)
  }
  slice.content.forEach(collect)
  const taken = new Set<string>()
  const clean = (content: Fragment) => linked(content, doc, lines, taken)
  if (!blocks.length) return new Slice(clean(inline), 0, 0)
  const tray = $at.depth > 0 && $at.node(1).type.name === "tray"
  const fitted = blocks.map((block) => {
    const content = clean(block.content)
    if (tray) return schema.node("scrap", block.type.name === "scrap" ? block.attrs : null, content)
    return schema.node(typeOf(block) ?? typeForScrap(block), null, content)
  })
  // One block, or part of one, flows into the text it is pasted in; of several the first and the last do.
  return new Slice(Fragment.from(fitted), 1, 1)
}

/** `content` with the marks of those runs alone whose glyphs are free. */
function linked(content: Fragment, doc: Node, lines: Lines, taken: Set<string>): Fragment {
  const nodes: Node[] = []
  content.forEach((text) => {
    const id = lineOf(text)
    const line = id ? lines.get(id) : undefined
    nodes.push(id && !(line && isFree(text.text ?? "", line, doc, taken)) ? text.mark([]) : text)
  })
  return Fragment.from(nodes)
}

/** Whether most characters of `text` find a glyph of `line` that nothing stands for yet; takes those. */
function isFree(text: string, line: Line, doc: Node, taken: Set<string>): boolean {
  const key = (glyph: number) => `${line.id} ${glyph}`
  for (const { glyph } of lineAnchors(doc, line)) taken.add(key(glyph))
  const glyphs = glyphsOf(line).map((glyph, index) => (taken.has(key(index)) ? "" : glyph))
  const chars = [...text]
  const pairs = longestCommon(chars, glyphs)
  if (pairs.length * 2 <= chars.length) return false
  for (const [, glyph] of pairs) taken.add(key(glyph))
  return true
}

/** Text from outside: each line of it a block. */
export function slicePlainText(text: string): Slice {
  const rows = text
    .split(/(?:\r\n?|\n)+/u)
    .map((row) => row.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, (found) => (text.includes("\n") ? "" : found)))
  const blocks = rows.filter((row) => row !== "").map((row) => schema.node("paragraph", null, schema.text(row)))
  return blocks.length ? new Slice(Fragment.from(blocks), 1, 1) : Slice.empty
}
