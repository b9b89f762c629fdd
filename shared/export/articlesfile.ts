// A page's document and recognition as one file of clean articles.
import type { Node } from "prosemirror-model"
import type { ArticlesFile } from "../model/article.ts"
import type { PageFacts } from "../model/page.ts"
import type { Recognition } from "../model/recognition.ts"
import type { Ledger } from "../model/seam.ts"
import { toArticles } from "./articles.ts"

export interface PageSource {
  file: string
  sha256: string
  pageIndex: number
}

export function articlesFile(
  source: PageSource,
  page: PageFacts,
  recognition: Recognition,
  doc: Node,
  ledger: Ledger,
): ArticlesFile {
  const { name, version } = recognition.engine
  return {
    format: "jiaoyang.articles",
    version: 1,
    source: {
      file: source.file,
      sha256: source.sha256,
      engine: `${name} ${version}`,
      width: recognition.width,
      height: recognition.height,
      pageIndex: source.pageIndex,
    },
    page,
    ...toArticles(doc, ledger, recognition),
    lines: recognition.lines.map(({ id, text, box, score }) => ({ id, text, box, score })),
  }
}
