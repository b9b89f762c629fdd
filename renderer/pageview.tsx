// One page: its scan, or its printed lines, beside its articles.
import { type ReactNode, useEffect } from "react"
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
import { changePanes, usualPanes } from "./state/settings.ts"
import { useStore } from "./state/store.ts"
import { Boundary } from "./ui/boundary.tsx"
import { focusMain, useCommands } from "./ui/keys.ts"
import { useNarrow } from "./ui/medium.ts"
import { Split } from "./ui/split.tsx"

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
  const ready = open !== null
  // What had the focus while the page was opening went away with that.
  useEffect(() => {
    if (ready && document.activeElement === document.body) focusMain()
  }, [ready])
  const shown = open ? shownPage(open.editing.state.doc) : nothing
  return (
    <main className="page-view" data-page={page.id} data-ready={ready}>
      <ScanAndText
        scan={<PageScan key={`scan ${page.id}`} page={page} open={open} shown={shown} />}
        text={
          open ? (
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
          )
        }
      />
    </main>
  )
}
/** The two panes of a page, beside one another or, in a narrow window, the scan above the text. */
function ScanAndText({ scan, text }: { scan: ReactNode; text: ReactNode }) {
  const { settings } = useSession()
  const { words } = useWords()
  const stacked = useNarrow()
  const panes = useStore(settings, (now) => now.panes)
  useCommands({
    "scan.toggle": {
      run: () => changePanes(settings, (now) => ({ scan: !now.scan })),
      checked: () => settings.get().panes.scan,
    },
    "panes.swap": {
      run: () => changePanes(settings, (now) => ({ swapped: !now.swapped })),
      checked: () => settings.get().panes.swapped,
    },
  })
  const size = stacked ? "scanHeight" : "scanWidth"
  // The size is remembered as the scan's, wherever it stands.
  const ofFirst = (percent: number) => (panes.swapped ? 100 - percent : percent)
  const least = stacked ? [72, 120] : [240, 480]
  const both = [
    panes.scan ? { key: "scan", content: <Boundary>{scan}</Boundary> } : null,
    { key: "text", content: <Boundary>{text}</Boundary> },
  ]
  const [first = null, second = null] = panes.swapped ? both.reverse() : both
  const [least1 = 0, least2 = 0] = panes.swapped ? least.reverse() : least
  return (
    <Split
      name={words.frame.resizePage}
      first={first}
      second={second}
      stacked={stacked}
      unit="%"
      size={ofFirst(panes[size])}
      usual={ofFirst(usualPanes[size])}
      min={10}
      max={90}
      least={[least1, least2]}
      remember={(percent) => changePanes(settings, () => ({ [size]: ofFirst(percent) }))}
    />
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
