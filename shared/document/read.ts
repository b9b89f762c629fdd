// Reading a page's document: its articles, for search and lists.
import type { Node } from "prosemirror-model"

export interface ReadArticle {
  id: string
  headline: string | null
  /** All its blocks, one a line. */
  text: string
}

export function readArticles(doc: Node): ReadArticle[] {
  const articles: ReadArticle[] = []
  doc.forEach((node) => {
    if (node.type.name !== "article") return
    const blocks: string[] = []
    let headline: string | null = null
    node.forEach((block) => {
      if (block.type.name === "headline" && headline === null) headline = block.textContent
      if (block.textContent) blocks.push(block.textContent)
    })
    articles.push({ id: String(node.attrs.id), headline, text: blocks.join("\n") })
  })
  return articles
}
