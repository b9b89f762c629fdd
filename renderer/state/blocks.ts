// The open document as it is shown: articles of tagged blocks, then the tray. Derived, and cached on the document.
import type { Node } from "prosemirror-model"
import type { BlockType } from "../../shared/document/schema.ts"

/** Text read from one printed line; `line` is null for what a person typed. */
interface Run {
  text: string
  line: string | null
}

export interface ShownBlock {
  /** Names the block on this page: `a0.2` is the third block of the first article, `t.1` the second of the tray. */
  key: string
  runs: Run[]
}

interface TaggedBlock extends ShownBlock {
  type: BlockType
  /** Whether the tag is new here: paragraphs that follow one another are tagged once. */
  first: boolean
}

export interface Scrap extends ShownBlock {
  role: string
  likely: string | null
}

export interface ShownArticle {
  id: string
  blocks: TaggedBlock[]
}

export interface ShownPage {
  articles: ShownArticle[]
  tray: Scrap[]
  /** For each printed line the block that holds most of it. */
  owner: ReadonlyMap<string, string>
  /** The printed lines of each block, in order. */
  lines: ReadonlyMap<string, readonly string[]>
}

const cache = new WeakMap<Node, ShownPage>()

export function shownPage(doc: Node): ShownPage {
  let page = cache.get(doc)
  if (!page) {
    page = build(doc)
    cache.set(doc, page)
  }
  return page
}

/** Neighbouring text of one printed line is one run. */
function runsOf(block: Node): Run[] {
  const runs: Run[] = []
  block.forEach((text) => {
    const line = (text.marks.find((mark) => mark.type.name === "line")?.attrs.id as string | undefined) ?? null
    const last = runs.at(-1)
    if (last && last.line === line) last.text += text.text ?? ""
    else runs.push({ text: text.text ?? "", line })
  })
  return runs
}

function articleOf(node: Node, index: number): ShownArticle {
  const blocks: TaggedBlock[] = []
  node.forEach((block, _offset, at) => {
    const type = block.type.name as BlockType
    blocks.push({ key: `a${index}.${at}`, type, first: blocks.at(-1)?.type !== type, runs: runsOf(block) })
  })
  return { id: node.attrs.id as string, blocks }
}

function build(doc: Node): ShownPage {
  const articles: ShownArticle[] = []
  const tray: Scrap[] = []
  doc.forEach((node, _offset, index) => {
    if (node.type.name === "article") articles.push(articleOf(node, index))
    else
      node.forEach((scrap, _at, place) => {
        const { role, likely } = scrap.attrs as { role: string; likely: string | null }
        tray.push({ key: `t.${place}`, role, likely, runs: runsOf(scrap) })
      })
  })
  return { articles, tray, ...linked([...articles.flatMap((article) => article.blocks), ...tray]) }
}

/** Which block each printed line went to, and which lines each block came from. */
function linked(blocks: readonly ShownBlock[]): Pick<ShownPage, "owner" | "lines"> {
  const owner = new Map<string, string>()
  const most = new Map<string, number>()
  const lines = new Map<string, string[]>()
  for (const { key, runs } of blocks) {
    const ids: string[] = []
    for (const { line, text } of runs) {
      if (line === null) continue
      if (!ids.includes(line)) ids.push(line)
      if (text.length <= (most.get(line) ?? 0)) continue
      most.set(line, text.length)
      owner.set(line, key)
    }
    lines.set(key, ids)
  }
  return { owner, lines }
}

/** Number of the article that a block belongs to, counted from 0; null for the tray. */
export function articleOfBlock(key: string): number | null {
  const found = /^a(\d+)\./.exec(key)?.[1]
  return found === undefined ? null : Number(found)
}
