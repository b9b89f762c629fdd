// Plain text: fields each on a line, one paragraph a line, a blank line between articles.
import type { Article, ArticlesFile } from "../model/article.ts"
import type { Exporter } from "./exporter.ts"
import { bylineText, captionText } from "./fields.ts"

const rule = "────────"

const article = (one: Article): string[] => [
  ...[one.column, one.kicker, one.headline, one.subheadline, bylineText(one.bylines), one.dateline].filter(
    (x) => x !== null,
  ),
  ...one.body.map((block) => block.text),
  ...one.captions.map(captionText),
  ...(one.jump ? [one.jump.text] : []),
]

function write({ articles, notices, unplaced }: ArticlesFile): string {
  const parts = articles.map((one) => article(one).join("\n"))
  const rest = [...notices, ...unplaced].map(({ text }) => text)
  if (rest.length) parts.push([rule, ...rest].join("\n"))
  return `${parts.join("\n\n")}\n`
}

export const plaintext: Exporter = { id: "txt", extension: "txt", mime: "text/plain", write }
