// How whole pages of invented papers are put together: by page, and all pages of a form. Rules were mended while looking at
// what goes wrong on these pages. Prints tables; asserts nothing.
import { wordList } from "../../electron/engine/words.ts"
import { type Evaluation, pooled, type Tally } from "../../shared/eval/evaluate.ts"
import { judgePaper, type PaperForm, papers } from "../fixtures/papers/papers.ts"

const share = ({ right, wanted }: Pick<Tally, "right" | "wanted">): string => `${right}/${wanted}`

function row(name: string, found: Evaluation): Record<string, string> {
  return {
    page: name,
    articles: share(found.articles),
    "articles found": String(found.articles.found),
    headlines: share(found.headlines),
    bylines: share(found.bylines),
    datelines: share(found.datelines),
    kickers: share(found.kickers),
    captions: share(found.captions),
    headings: share(found.headings),
    "headings found": String(found.headings.found),
    paragraphs: share(found.paragraphs),
    "to the letter": share(found.exactParagraphs),
    notices: share(found.noticesKeptOut),
  }
}

export async function benchPapers(): Promise<void> {
  const words = await wordList()
  for (const form of ["boxes", "vertical", "text"] satisfies PaperForm[]) {
    console.log(form)
    const judged = papers(form).map((paper) => ({ name: paper.name, found: judgePaper(paper, words) }))
    const all = row("all", judged.map(({ found }) => found).reduce(pooled))
    console.table([...judged.map(({ name, found }) => row(name, found)), all])
  }
}
