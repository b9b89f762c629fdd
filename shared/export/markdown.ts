// Markdown: headlines and section headings as headings, fields in emphasis, what is in the tray at the end.
import type { Article, ArticlesFile } from "../model/article.ts"
import type { Exporter } from "./exporter.ts"
import { bylineText, captionText } from "./fields.ts"

/** Characters that Markdown would read as its own are escaped. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|]/gu, "\\$&")
    .replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/gmu, (_, space: string, mark: string) =>
      /\d/u.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )

function article(one: Article): string {
  const parts: string[] = []
  if (one.column) parts.push(`【${escaped(one.column)}】`)
  if (one.kicker) parts.push(`*${escaped(one.kicker)}*`)
  parts.push(`## ${escaped(one.headline ?? "（无标题）")}`)
  if (one.subheadline) parts.push(`**${escaped(one.subheadline)}**`)
  const said = [bylineText(one.bylines), one.dateline].filter((x) => x !== null)
  if (said.length) parts.push(`*${said.map(escaped).join("　")}*`)
  for (const { type, text } of one.body)
    parts.push(type === "heading" ? `### ${escaped(text)}` : type === "note" ? `> ${escaped(text)}` : escaped(text))
  for (const caption of one.captions) parts.push(`> 图：${escaped(captionText(caption))}`)
  if (one.jump) parts.push(`（${escaped(one.jump.text)}）`)
  return parts.join("\n\n")
}

function write({ page, articles, notices, unplaced }: ArticlesFile): string {
  const where = [page.newspaper, page.date, page.pageNumber && `第${page.pageNumber}版`, page.section].filter((x) => x)
  const parts = where.length ? [`# ${escaped(where.join(" · "))}`] : []
  parts.push(...articles.map(article))
  const rest = [...notices, ...unplaced].map(({ text }) => escaped(text).replaceAll("\n", "\n\n"))
  if (rest.length) parts.push("---", ...rest)
  return `${parts.join("\n\n")}\n`
}

export const markdown: Exporter = { id: "md", extension: "md", mime: "text/markdown", write }
