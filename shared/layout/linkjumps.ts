// Which articles of an issue are halves of one story: 下转第3版 on the first page, 上接第1版 on the third. Either of the two
// lines may be missing, or several stories may go to one page, so all pairs are judged together: the printed lines
// against one another, titles that a jump names, headlines and words that both have.
import type { Article } from "../model/article.ts"
import { samePageNumber } from "../text/pagenumbers.ts"
import { assign } from "./assign.ts"
import { bigrams } from "./words.ts"

export type JumpArticle = Pick<Article, "id" | "headline" | "body" | "jump">

export interface JumpPage {
  /** As printed: 3, 03, A05. */
  pageNumber: string | null
  articles: readonly JumpArticle[]
}

/** Numbers of a page and of an article on it, from 0. */
export interface JumpEnd {
  page: number
  article: number
}

export interface JumpLink {
  from: JumpEnd
  to: JumpEnd
  /** Both halves name one another's page, or one names the other's title. */
  sure: boolean
}

export interface LinkedJumps {
  links: JumpLink[]
  /** Articles with a jump line whose other half was not found. */
  open: JumpEnd[]
}

interface End extends JumpEnd {
  one: JumpArticle
  number: string | null
  says: ReadonlySet<string>
}

/** What speaks for a pair, in steps of about one to three odds; pairs below `least` are none. */
const mutual = 4
const title = 3
const words = 5
const least = 1.5

export function linkJumps(pages: readonly JumpPage[]): LinkedJumps {
  const ends = pages.flatMap(({ pageNumber, articles }, page) =>
    articles.map((one, article): End => ({ page, article, one, number: pageNumber, says: saidBy(one) })),
  )
  const weight = rarity(ends)
  const scores = ends.map((a) => ends.map((b) => worth(a, b, weight)))
  const firsts = ends.filter((_, i) => scores[i]?.some((score) => score > least))
  const seconds = ends.filter((_, k) => scores.some((row) => (row[k] ?? 0) > least))
  const score = (a: End, b: End): number => scores[ends.indexOf(a)]?.[ends.indexOf(b)] ?? Number.NEGATIVE_INFINITY
  // A column of its own for each first half, should it find no second.
  const table = firsts.map((a) => [...seconds.map((b) => score(a, b) - least), ...firsts.map(() => 0)])
  const linked = assign(table).flatMap((k, i): [End, End][] => {
    const [a, b] = [firsts[i], seconds[k]]
    return a && b && score(a, b) > least ? [[a, b]] : []
  })
  const taken = new Set(linked.flat())
  return {
    links: linked.map(([a, b]) => ({ from: place(a), to: place(b), sure: isMutual(a, b) || isNamed(a, b) })),
    open: ends.filter((end) => end.one.jump && !taken.has(end)).map(place),
  }
}

const place = ({ page, article }: End): JumpEnd => ({ page, article })

const bare = (text: string | null | undefined): string => (text ?? "").replace(/[\s\p{P}]/gu, "")

const saidBy = ({ headline, body }: JumpArticle): Set<string> =>
  bigrams([headline ?? "", ...body.map(({ text }) => text)].join("\n").replace(/\s+/gu, ""))

/** Inverse document frequency over the articles (Spärck Jones 1972). */
function rarity(ends: readonly End[]): (pair: string) => number {
  const count = new Map<string, number>()
  for (const { says } of ends) for (const pair of says) count.set(pair, (count.get(pair) ?? 0) + 1)
  return (pair) => Math.log((ends.length + 1) / (count.get(pair) ?? 1))
}

const pointsTo = ({ one: { jump } }: End, direction: "to" | "from", other: End): boolean =>
  jump?.direction === direction && samePageNumber(jump.page, other.number)

const isMutual = (a: End, b: End): boolean => pointsTo(a, "to", b) && pointsTo(b, "from", a)

/** Whether the jump line of one half has the other's title in 《》. */
const isNamed = (a: End, b: End): boolean => names(a, b) || names(b, a)

function names({ one }: End, other: End): boolean {
  const named = bare(/《([^《》]+)》/u.exec(one.jump?.text ?? "")?.[1])
  const headline = bare(other.one.headline)
  return named.length > 1 && headline.length > 1 && (headline.includes(named) || named.includes(headline))
}

/** How much speaks for `b` being where `a` goes on; −∞ where print says otherwise or neither has a jump to the other. */
function worth(a: End, b: End, weight: (pair: string) => number): number {
  const [there, back] = [pointsTo(a, "to", b), pointsTo(b, "from", a)]
  const elsewhere = (a.one.jump?.direction === "to" && !there) || (b.one.jump?.direction === "from" && !back)
  if (a.page === b.page || elsewhere || (!there && !back)) return Number.NEGATIVE_INFINITY
  const [one, other] = [bare(a.one.headline), bare(b.one.headline)]
  const same = one.length > 1 && one === other
  return (there && back ? mutual : 0) + (same || isNamed(a, b) ? title : 0) + words * shared(a, b, weight)
}

/** Share of what the one that says less says that the other says too, 0 to 1. */
function shared({ says: a }: End, { says: b }: End, weight: (pair: string) => number): number {
  const sum = (pairs: Iterable<string>) => [...pairs].reduce((total, pair) => total + weight(pair), 0)
  const whole = Math.min(sum(a), sum(b))
  return whole ? sum(a.intersection(b)) / whole : 0
}
