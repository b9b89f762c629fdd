// All texts of a page's truth, by which the seams of a result are judged.
import type { Article, Block } from "../model/article.ts"
import type { Judged } from "./truth.ts"

/** The bodies of the articles, then everything else that was printed, each as blocks. */
export const textsOf = (truth: Judged): Block[][] => [
  ...truth.articles.map(withDateline),
  ...besides(truth).map(blocksOf),
]

/** The body as it is printed: a dateline that was not recognized as one stands before its first paragraph. */
const withDateline = ({ dateline, body: [first, ...rest] }: Article): Block[] =>
  first ? [{ ...first, text: `${dateline ?? ""}${first.text}` }, ...rest] : []

/** The lines of a text as blocks. */
const blocksOf = (text: string): Block[] =>
  text.split("\n").map((line) => ({ type: "paragraph", text: line, seams: [], suspects: [] }))

/** All that the truth has of a page besides the bodies of its articles. */
const besides = ({ articles, notices, unplaced }: Judged): string[] => [
  ...articles.flatMap((article) => [
    ...[article.column, article.kicker, article.headline, article.subheadline, article.dateline].map(
      (one) => one ?? "",
    ),
    ...article.bylines.map((byline) => byline.name),
    ...article.captions.map((caption) => caption.text),
  ]),
  ...[...notices, ...unplaced].map((one) => one.text),
]
