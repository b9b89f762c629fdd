// The open document as the scan shows it: which article each printed line went to, and where each article begins.
import type { Node } from "prosemirror-model"
import { lineOf } from "../../shared/document/anchormap.ts"
import type { LineId } from "../../shared/model/recognition.ts"

export interface OutlineArticle {
  id: string
  headline: string | null
  /** Its printed lines in the order of the text. */
  lines: readonly LineId[]
}

export interface Outline {
  articles: readonly OutlineArticle[]
  /** Number of the article that holds most of a line, from 0; null for the tray. Lines of no text are not listed. */
  owner: ReadonlyMap<LineId, number | null>
  /** How much lies in the tray. */
  scraps: number
  /** Glyphs that were read with a doubt and still stand as they were read, by line. */
  suspects: ReadonlyMap<LineId, readonly number[]>
}

export const emptyOutline: Outline = { articles: [], owner: new Map(), scraps: 0, suspects: new Map() }

export function outlineOf(doc: Node, suspects: Outline["suspects"]): Outline {
  const articles: OutlineArticle[] = []
  const owner = new Map<LineId, number | null>()
  const most = new Map<LineId, number>()
  doc.forEach((part, _offset, index) => {
    const article = part.type.name === "article" ? index : null
    const lines = new Set<LineId>()
    let headline: string | null = null
    part.forEach((block) => {
      if (block.type.name === "headline") headline ??= block.textContent
      block.forEach((text) => {
        const id = lineOf(text)
        if (!id) return
        lines.add(id)
        const length = text.text?.length ?? 0
        if (length <= (most.get(id) ?? 0)) return
        most.set(id, length)
        owner.set(id, article)
      })
    })
    if (article !== null) articles.push({ id: String(part.attrs.id), headline, lines: [...lines] })
  })
  return { articles, owner, scraps: doc.lastChild?.childCount ?? 0, suspects }
}
