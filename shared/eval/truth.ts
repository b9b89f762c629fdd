// What is held against each other, truth and result alike, out of a file of unknown shape: our own articles
// (`jiaoyang.articles`), or pages that were keyed by hand for a score of their own: `byline`, `label`, `blocks` of
// paragraphs and subheadings, `loose_captions` that belong to no article, `notArticles` that must not become one.
import { z } from "zod"
import type { Article, ArticlesFile, Block, Byline, Caption } from "../model/article.ts"

/** As much of a page's articles as is judged. `lines` is empty where a truth has none. */
export type Judged = Pick<ArticlesFile, "articles" | "notices" | "unplaced"> & { lines?: readonly { text: string }[] }

const text = z.string().nullish()
const Named = z.union([z.string(), z.object({ name: z.string(), role: text })])
const Said = z.union([z.string(), z.object({ text: z.string(), credit: text })])
const Texts = z.array(z.object({ text: z.string() })).default([])
const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item.transform((one) => [one]), z.array(item)]).nullish()

const decisions = ["join", "join-space", "drop-hyphen", "paragraph", "heading", "stop"] as const
const judgement = { decision: z.enum(decisions), confidence: z.number(), reasons: z.array(z.string()).default([]) }
const Seam = z.object({ at: z.number(), kind: z.enum(["line", "column", "page"]), ...judgement })
const Body = z.array(z.object({ type: z.string(), text: z.string(), seams: z.array(Seam).default([]) }))

const AnArticle = z.object({
  id: text,
  column: text,
  label: text,
  kicker: text,
  headline: text,
  subheadline: text,
  bylines: oneOrMany(Named),
  byline: oneOrMany(Named),
  dateline: text,
  body: Body.optional(),
  blocks: Body.optional(),
  captions: z.array(Said).default([]),
  captionCredits: z.array(z.string()).default([]),
  breaks: z.array(z.object({ after: z.number(), ...judgement })).default([]),
})

const Page = z.object({
  articles: z.array(AnArticle),
  notices: Texts,
  notArticles: Texts,
  unplaced: z.array(z.object({ role: z.string(), text: z.string() })).default([]),
  loose_captions: z.array(z.string()).default([]),
  lines: Texts,
})

/** Null where the value is no page of articles in either shape. */
export function readJudged(value: unknown): Judged | null {
  const page = Page.safeParse(value).data
  if (!page) return null
  const loose = page.loose_captions.map((caption) => ({ role: "caption", text: caption }))
  return {
    articles: page.articles.map(articleOf),
    notices: [...page.notices, ...page.notArticles],
    unplaced: [...page.unplaced, ...loose],
    lines: page.lines,
  }
}

function articleOf(read: z.output<typeof AnArticle>, index: number): Article {
  const { kicker, headline, subheadline, dateline, captionCredits, breaks } = read
  return {
    id: read.id ?? `a${index + 1}`,
    column: read.column || read.label || null,
    kicker: kicker || null,
    headline: headline || null,
    subheadline: subheadline || null,
    bylines: (read.bylines ?? read.byline ?? []).map(bylineOf),
    dateline: dateline || null,
    body: (read.body ?? read.blocks ?? []).map(blockOf),
    captions: read.captions.map((caption) => captionOf(caption, captionCredits)),
    jump: null,
    breaks,
    regions: [],
  }
}

const bylineOf = (said: z.output<typeof Named>): Byline =>
  typeof said === "string" ? { name: said, role: null } : { name: said.name, role: said.role ?? null }

const blockOf = ({ type, text, seams }: z.output<typeof Body>[number]): Block => ({
  type: /head/iu.test(type) ? "heading" : type === "note" ? "note" : "paragraph",
  text,
  seams,
  suspects: [],
})

/** A credit that is only a part of the caption's text is taken out of it. */
function captionOf(said: z.output<typeof Said>, credits: string[]): Caption {
  if (typeof said !== "string") return { text: said.text, credit: said.credit ?? null }
  const credit = credits.find((one) => one && said.includes(one)) ?? null
  return { text: credit ? said.replace(credit, "").trim() : said, credit }
}
