// Random work of a person on a document: blocks split, joined, tagged, moved to another article or the tray, articles
// split and merged, characters typed and taken out, seams confirmed.
import fc from "fast-check"
import type { Node } from "prosemirror-model"
import { Transform } from "prosemirror-transform"
import { lineOf } from "../../shared/document/anchormap.ts"
import { type BlockType, schema } from "../../shared/document/schema.ts"

export interface Edit {
  kind: "split" | "join" | "tag" | "move" | "tray" | "newArticle" | "merge" | "within" | "type" | "erase" | "confirm"
  /** Which block, which place in it, and a third number for what else there is to choose. */
  block: number
  at: number
  other: number
}

const number = fc.nat({ max: 999 })

export const anyEdit = (kinds: Edit["kind"][]): fc.Arbitrary<Edit> =>
  fc.record({ kind: fc.constantFrom(...kinds), block: number, at: number, other: number })

export const structural: Edit["kind"][] = ["split", "join", "tag", "move", "tray", "newArticle", "merge", "within"]
export const textual: Edit["kind"][] = ["type", "erase"]

interface Place {
  node: Node
  pos: number
  part: number
}

function blocksIn(doc: Node): Place[] {
  const blocks: Place[] = []
  doc.forEach((part, offset, index) => {
    part.forEach((node, at) => {
      blocks.push({ node, pos: offset + 1 + at, part: index })
    })
  })
  return blocks
}

const tags: BlockType[] = ["headline", "subheadline", "byline", "paragraph", "heading", "caption"]
const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T

/** Takes a block out; an article left empty goes too, unless it is the only one. */
function takeOut(tr: Transform, { node, pos }: Place): void {
  const $pos = tr.doc.resolve(pos)
  if ($pos.parent.type.name === "tray" || $pos.parent.childCount > 1) tr.delete(pos, pos + node.nodeSize)
  else if (tr.doc.childCount > 2) tr.delete($pos.before(), $pos.after())
  else tr.replaceWith(pos, pos + node.nodeSize, schema.node("paragraph"))
}

const looks = (node: Node): BlockType => (node.type.name === "scrap" ? "paragraph" : (node.type.name as BlockType))

const scrapOf = (node: Node): Node =>
  node.type.name === "scrap"
    ? node
    : schema.node(
        "scrap",
        { role: "unplaced", likely: looks(node) === "paragraph" ? "body" : looks(node) },
        node.content,
      )

function freshId(doc: Node): string {
  let most = 0
  doc.forEach((part) => {
    most = Math.max(most, Number(/^a(\d+)$/.exec(String(part.attrs.id))?.[1] ?? 0))
  })
  return `a${most + 1}`
}

/** Places in a block where one line ends and the next begins. */
function seamsOf(node: Node): number[] {
  const seams: number[] = []
  node.forEach((_, offset) => {
    if (offset) seams.push(offset)
  })
  return seams
}

/** The document after an edit; the same where the edit is not possible. */
export function edited(doc: Node, edit: Edit): Node {
  const tr = new Transform(doc)
  const place = pick(blocksIn(doc), edit.block)
  if (!place) return doc
  const { node, pos, part } = place
  const articles = doc.childCount - 1
  const inTray = part === articles
  const size = node.content.size
  switch (edit.kind) {
    case "split": {
      // Mostly where lines meet, sometimes inside a line.
      const seams = seamsOf(node)
      const at = edit.other % 4 && seams.length ? pick(seams, edit.at) : 1 + (edit.at % Math.max(1, size - 1))
      if (size > 1 && at < size) tr.split(pos + 1 + at, 1)
      break
    }
    case "join": {
      const left = doc.resolve(pos).nodeBefore
      if (!left) break
      tr.join(pos)
      if (edit.other % 5 === 0 && left.content.size && size)
        tr.insert(pos - 1, schema.text(" ", left.lastChild?.marks ?? []))
      break
    }
    case "tag":
      if (!inTray) tr.setNodeMarkup(pos, schema.nodes[pick(tags, edit.other)])
      else tr.setNodeMarkup(pos, null, { role: pick(["notice", "unplaced", "masthead"], edit.other), likely: null })
      break
    case "move":
    case "within": {
      const target = edit.kind === "within" ? part : edit.other % articles
      if (edit.kind === "within" && doc.child(part).childCount < 2) break
      if (edit.kind === "move" && target === part) break
      takeOut(tr, place)
      const gone = tr.doc.childCount < doc.childCount && part < target ? 1 : 0
      const index = target - gone
      let start = 1
      for (let k = 0; k < index; k++) start += tr.doc.child(k).nodeSize
      const into = tr.doc.child(index)
      let at = start
      for (let k = 0; k < edit.at % (into.childCount + 1); k++) at += into.child(k).nodeSize
      const moved = into.type.name === "tray" ? scrapOf(node) : schema.node(looks(node), null, node.content)
      tr.insert(at, moved)
      break
    }
    case "tray":
      if (inTray) break
      takeOut(tr, place)
      tr.insert(tr.doc.content.size - 1, scrapOf(node))
      break
    case "newArticle":
      if (!inTray && doc.resolve(pos).index())
        tr.split(pos, 1, [{ type: schema.nodes.article, attrs: { id: freshId(doc) } }])
      break
    case "merge":
      if (!inTray && part) tr.join(doc.resolve(pos).before())
      break
    case "type": {
      const at = pos + 1 + (edit.at % (size + 1))
      const $at = doc.resolve(at)
      const marks = edit.other % 3 ? ($at.marks() ?? []) : []
      tr.insert(at, schema.text(pick(["甲", "乙丙", "，", "丁 戊"], edit.other), marks))
      break
    }
    case "erase": {
      const from = edit.at % Math.max(1, size)
      tr.delete(pos + 1 + from, pos + 1 + Math.min(size, from + 1 + (edit.other % 3)))
      break
    }
    case "confirm": {
      const seams = seamsOf(node)
      if (!seams.length) break
      const $at = doc.resolve(pos + 1 + pick(seams, edit.at))
      const [a, b] = [$at.nodeBefore && lineOf($at.nodeBefore), $at.nodeAfter && lineOf($at.nodeAfter)]
      if (a && b && a !== b) tr.setDocAttribute("confirmed", { ...doc.attrs.confirmed, [`${a}:${b}`]: "join" })
    }
  }
  tr.doc.check()
  return tr.doc
}
