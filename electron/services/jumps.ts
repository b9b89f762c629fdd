// Where the stories of a page go on, and where they come from, on the other pages of its issue.
import type { Output } from "../../shared/contract.ts"
import { linkJumps } from "../../shared/layout/linkjumps.ts"
import type { ArticlesFile } from "../../shared/model/article.ts"
import { samePageNumber } from "../../shared/text/pagenumbers.ts"
import type { Library } from "./library/library.ts"
import { listRows, type PageRow, pageRow } from "./library/pages.ts"
import { pageFile } from "./publish.ts"

/** Only pages that this one names are read: an issue may have eighty. */
export async function jumpsOf(library: Library, pageId: string): Promise<Output<"page.jumps">> {
  const here = { row: await pageRow(library.db, pageId), file: (await pageFile(library, pageId)).file }
  const named = here.file.articles.flatMap(({ jump }) => (jump ? [jump.page] : []))
  if (!here.row.date || !named.length) return { jumps: [] }
  const others = (await listRows(library.db)).filter(
    (row) =>
      row.id !== pageId &&
      row.newspaper === here.row.newspaper &&
      row.date === here.row.date &&
      named.some((number) => samePageNumber(number, row.page_number)),
  )
  const pages = [here, ...(await Promise.all(others.map(async ({ id }) => pageFile(library, id))))]
  const { links } = linkJumps(pages.map(({ row, file }) => ({ pageNumber: row.page_number, articles: file.articles })))
  return {
    jumps: links.flatMap(({ from, to, sure }) => {
      const [mine, other] = from.page === 0 ? [from, to] : [to, from]
      const there = pages[other.page]
      return mine.page === 0 && there
        ? [{ articleId: idOf(here, mine.article), ...target(there, other.article), sure }]
        : []
    }),
  }
}

interface ReadPage {
  row: PageRow
  file: ArticlesFile
}

const idOf = ({ file }: ReadPage, article: number): string => file.articles[article]?.id ?? ""

const target = (page: ReadPage, article: number) => ({
  pageId: page.row.id,
  pageNumber: page.row.page_number ?? "",
  target: idOf(page, article),
  headline: page.file.articles[article]?.headline ?? null,
})
