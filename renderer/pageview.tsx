// One page: its scan, or its printed lines, beside its articles.
import { useEffect } from "react"
import type { PageSummary } from "../shared/contract.ts"
import { errorText } from "../shared/i18n/errors.ts"
import { EditorPane } from "./editor/editorpane.tsx"
import { PageFacts } from "./facts/pagefacts.tsx"
import { Overlay } from "./scan/overlay.tsx"
import { PrintedLines } from "./scan/printedlines.tsx"
import { ScanPane } from "./scan/scanpane.tsx"
import { type ShownPage, shownPage } from "./state/blocks.ts"
import type { WorkedPage } from "./state/desk.ts"
import { useSession, useWords } from "./state/session.ts"
import { useStore } from "./state/store.ts"

const nothing: ShownPage = { articles: [], tray: [], owner: new Map(), lines: new Map() }

export function PageView({ page, articleId }: { page: PageSummary; articleId: string | null }) {
  const { current, lights } = useSession()
  const { words, language } = useWords()
  const now = useStore(current.store)
  useEffect(() => {
    lights.clear()
    void current.open(page.id)
    return current.leave
  }, [current, lights, page.id])
  const open = now.state === "open" && now.pageId === page.id ? now.page : null
  const failed = now.state === "failed" && now.pageId === page.id ? now.error : null
  const shown = open ? shownPage(open.editing.state.doc) : nothing
  return (
    <main className="page-view" data-page={page.id} data-ready={open !== null}>
      <PageScan key={`scan ${page.id}`} page={page} open={open} shown={shown} />
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

function PageScan({ page, open, shown }: { page: PageSummary; open: WorkedPage | null; shown: ShownPage }) {
  const { width, height } = page
  if (width === null || height === null)
    return open ? <PrintedLines recognition={open.editing.recognition} page={shown} /> : <div className="scan" />
  return (
    <ScanPane
      page={page}
      width={width}
      height={height}
      overlay={(showLines) =>
        open && (
          <Overlay
            recognition={open.editing.recognition}
            page={shown}
            width={width}
            height={height}
            showLines={showLines}
          />
        )
      }
    />
  )
}
