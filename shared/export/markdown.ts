// Markdown: headlines and section headings as headings, fields in emphasis, what is in the tray at the end.
import type { Article, ArticlesFile } from "../model/article.ts"
import type { Exporter } from "./exporter.ts"
import { bylineText, captionText } from "./fields.ts"

/** Characters that Markdown would read as its own are escaped. */
const escape = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|]/gu, "\\$&")
    .replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/gmu, (_, space: string, mark: string) =>
      /\d/u.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )

function article(one: Article): string {
  const parts: string[] = []
  if (one.column) parts.push(`【${escape(one.column)}】`)
  if (one.kicker) parts.push(`*${escape(one.kicker)}*`)
  parts.push(`## ${escape(one.headline ?? "（无标题）")}`)
  if (one.subheadline) parts.push(`**${escape(one.subheadline)}**`)
  const said = [bylineText(one.bylines), one.dateline].filter((x) => x !== null)
  if (said.length) parts.push(`*${said.map(escape).join("　")}*`)
  for (const { type, text } of one.body)
    parts.push(type === "heading" ? `### ${escape(text)}` : type === "note" ? `> ${escape(text)}` : escape(text))
  for (const caption of one.captions) parts.push(`> 图：${escape(captionText(caption))}`)
  if (one.jump) parts.push(`（${escape(one.jump.text)}）`)
  return parts.join("\n\n")
}

function write({ page, articles, notices, unplaced }: ArticlesFile): string {
  const where = [page.newspaper, page.date, page.pageNumber && `第${page.pageNumber}版`, page.section].filter((x) => x)
  const parts = where.length ? [`# ${escape(where.join(" · "))}`] : []
  parts.push(...articles.map(article))
  const rest = [...notices, ...unplaced].map(({ text }) => escape(text).replaceAll("\n", "\n\n"))
  if (rest.length) parts.push("---", ...rest)
  return `${parts.join("\n\n")}\n`
}

export const markdown: Exporter = { id: "md", extension: "md", mime: "text/markdown", write }
