// One page: its scan, or its printed lines, beside its articles.
import { useEffect } from "react"
import type { PageSummary } from "../shared/contract.ts"
import { errorText } from "../shared/i18n/errors.ts"
import { EditorPane } from "./editor/editorpane.tsx"
import { PageFacts } from "./facts/pagefacts.tsx"
import { PrintedLines } from "./scan/printedlines.tsx"
import { ScanPane } from "./scan/scanpane.tsx"
import type { WorkedPage } from "./state/desk.ts"
import { useSession, useWords } from "./state/session.ts"
import { useStore } from "./state/store.ts"

export function PageView({ page, articleId }: { page: PageSummary; articleId: string | null }) {
  const { current, link } = useSession()
  const { words, language } = useWords()
  const now = useStore(current.store)
  useEffect(() => {
    void current.open(page.id)
    return () => {
      link.clear()
      current.leave()
    }
  }, [current, link, page.id])
  const open = now.state === "open" && now.pageId === page.id ? now.page : null
  const failed = now.state === "failed" && now.pageId === page.id ? now.error : null
  return (
    <main className="page-view" data-page={page.id} data-ready={open !== null}>
      <PageScan page={page} open={open} />
      {open ? (
        <EditorPane key={`text ${page.id}`} page={open} articleId={articleId} head={<PageFacts page={page} />} />
      ) : (
        <section className="editor" aria-label={words.articles} data-pane="editor" tabIndex={-1}>
          <PageFacts page={page} />
          {failed ? (
            <p className="page-message" role="alert">
              {errorText(failed, language)}
            </p>
          ) : (
            <p className="page-message muted">{words.loading}</p>
          )}
        </section>
      )}
    </main>
  )
}

function PageScan({ page, open }: { page: PageSummary; open: WorkedPage | null }) {
  const { width, height } = page
  const recognition = open?.editing.recognition ?? null
  if (width !== null && height !== null)
    return <ScanPane page={page} width={width} height={height} recognition={recognition} />
  return recognition ? <PrintedLines key={page.id} recognition={recognition} /> : <div className="scan" />
}
